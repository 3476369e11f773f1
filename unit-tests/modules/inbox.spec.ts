import { pauseBeforeTry } from "../../src/modules/catalystpay/webhooks/inbox"

describe("the pause before a webhook is tried again", () => {
  it("doubles from two seconds, up to an hour, and then gives up", () => {
    const pauses = Array.from({ length: 13 }, (_, index) => pauseBeforeTry(index + 1, 12, () => 0))
    expect(pauses).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, null, null])
  })

  it("comes as often as the merchant wants", () => {
    expect(pauseBeforeTry(1, 1, () => 0)).toBeNull()
    expect(pauseBeforeTry(12, 13, () => 0)).toBe(3600)
  })

  it("adds up to a quarter by chance, so that many do not return at once", () => {
    expect(pauseBeforeTry(1, 12, () => 1)).toBe(2.5)
  })
})
