import { textOf, withoutStatement } from "../../src/modules/catalystpay/error-text"

describe("the text of an error", () => {
  it("is its message, also of a copy that is no Error any more", () => {
    expect(textOf(new Error("The breaker is open."))).toBe("The breaker is open.")
    expect(textOf({ message: "The breaker is open." })).toBe("The breaker is open.")
    expect(textOf("out of words")).toBe("out of words")
  })

  it.each([
    ["select * from \"catalystpay_debit\" where \"session_token\" = 'ps_secret' - Connection terminated unexpectedly"],
    ["update catalystpay_debit set sealed_iban = 'v1 - ps_secret' where id = 'x' - Connection terminated unexpectedly"],
    ["\n  INSERT INTO x\nVALUES ('ps_secret')\n - Connection terminated unexpectedly"],
  ])("is of a database's error what the database said, without the statement and its values", (message) => {
    expect(textOf(new Error(message))).toBe("Connection terminated unexpectedly")
  })

  it("keeps a dash where there is no statement", () => {
    expect(textOf(new Error("Updates are off - for now"))).toBe("Updates are off - for now")
  })
})

describe("an error that is passed on", () => {
  it("is the same one, and tells no statement", () => {
    const own = new TypeError("The breaker is open.")
    expect(withoutStatement(own)).toBe(own)
    expect(withoutStatement("out of words")).toBe("out of words")
    const passed = withoutStatement(new Error("select 'ps_secret' - Connection terminated unexpectedly"))
    expect(passed).toEqual(new Error("Connection terminated unexpectedly"))
    expect(String(passed instanceof Error && passed.stack)).not.toContain("ps_secret")
  })
})
