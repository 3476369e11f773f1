import { groupIban, maskIban } from "../../demo/iban-text"

describe("an IBAN on the terminal", () => {
  it("is grouped by four when it is a test IBAN that may be read", () => {
    expect(groupIban("DE89370400440532013000")).toBe("DE89 3704 0044 0532 0130 00")
  })

  it("shows its country and last four digits when it is somebody's", () => {
    expect(maskIban("de89 3704 0044 0532 0130 00")).toBe("DE•• ••3000")
  })

  it("shows nothing of the end when there is too little to hide", () => {
    expect(maskIban("DE891234")).toBe("DE•• ••")
  })
})
