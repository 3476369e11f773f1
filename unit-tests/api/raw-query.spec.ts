import { takeRawQuery } from "../../src/api/support/raw-query"

describe("the query string of a webhook", () => {
  it.each([
    ["/hooks/catalystpay/default", ""],
    ["/hooks/catalystpay/default?", ""],
    ["/hooks/catalystpay/default?a[b]=1&a=%20&a=2+3", "a[b]=1&a=%20&a=2+3"],
    ["/hooks/catalystpay/default?session_token=ps_1?&iban=DE89", "session_token=ps_1?&iban=DE89"],
  ])("is read from %j as it came, and stays in no address that is logged", (url, query) => {
    const req = { originalUrl: url, url }
    expect(takeRawQuery(req)).toBe(query)
    expect(req).toEqual({ originalUrl: "/hooks/catalystpay/default", url: "/hooks/catalystpay/default" })
  })
})
