import { formsOf, isForgotten, isOtherEmail, pseudonymOf } from "../../src/modules/catalystpay/data-rights/pseudonym"

const KEY = Buffer.alloc(32, 1)
const NEXT = Buffer.alloc(32, 2)

describe("what stands for an e-mail that was forgotten", () => {
  it("tells nothing without the key, and is the same each time", () => {
    const pseudonym = pseudonymOf("max@example.com", [KEY])
    expect(pseudonym).toBe(pseudonymOf("max@example.com", [KEY]))
    expect(pseudonym).toMatch(/^forgotten:[0-9a-f]{32}$/)
    expect(pseudonym).not.toBe(pseudonymOf("max@example.com", [NEXT]))
    expect(pseudonym).not.toBe(pseudonymOf("erika@example.com", [KEY]))
  })

  it("is recognised by the e-mail, also while the key is rotated", () => {
    const pseudonym = pseudonymOf("max@example.com", [KEY])
    expect(formsOf("max@example.com", [NEXT, KEY])).toEqual(["max@example.com", pseudonymOf("max@example.com", [NEXT]), pseudonym])
  })

  it("speaks against no e-mail that CatalystPay tells", () => {
    expect(isOtherEmail(pseudonymOf("max@example.com", [KEY]), "Max@example.com")).toBe(false)
    expect(isOtherEmail("erased", "max@example.com")).toBe(false)
    expect(isOtherEmail("max@example.com", "Max@Example.com")).toBe(false)
    expect(isOtherEmail("max@example.com", null)).toBe(false)
    expect(isOtherEmail("max@example.com", "erika@example.com")).toBe(true)
  })

  it("is no e-mail", () => {
    expect([pseudonymOf("max@example.com", [KEY]), "erased", "max@example.com"].map(isForgotten)).toEqual([true, true, false])
  })
})
