import { payOnPage, signOnPage } from "../../../demo/checkout/pay-on-page"
import { APPROVED, AWAITING, closeAll, startBox } from "../../sandbox/support"

afterEach(closeAll)

describe("paying on the hosted page from a script", () => {
  it("sends the page's form, as a shopper does", async () => {
    const box = await startBox()
    const token = await box.open()
    await payOnPage(`${box.url}/s/${token}`, APPROVED, "Max Mustermann")
    expect(box.sandbox.sessions()).toMatchObject([{ status: "COMPLETED", transactions: [{ holder_name: "Max Mustermann" }] }])
  })

  it("signs the mandate where the page leads to it", async () => {
    const box = await startBox()
    const token = await box.open()
    await payOnPage(`${box.url}/s/${token}`, AWAITING, "Max Mustermann")
    await signOnPage(`${box.url}/s/${token}`)
    expect(box.sandbox.sessions()).toMatchObject([{ status: "COMPLETED" }])
  })

  it("says so when there is no page, and when it takes no such account", async () => {
    const box = await startBox()
    const token = await box.open()
    await expect(payOnPage(`${box.url}/s/ps_unknown`, APPROVED, "Max Mustermann")).rejects.toThrow("404")
    await expect(payOnPage(`${box.url}/s/${token}`, "no IBAN", "Max Mustermann")).rejects.toThrow("status 400")
  })
})
