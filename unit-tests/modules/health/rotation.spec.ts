import { sealingKeysOf } from "../../../src/modules/catalystpay/health/rotation"

describe("the replacing of a sealing key", () => {
  it("has not begun with one key", () => {
    expect(sealingKeysOf(["a"], new Map([["a", 3]]))).toEqual({
      keys: [{ place: 1, state: "current", sealed: 3 }],
      sealed_with_missing_key: 0,
      can_drop_retiring: false,
    })
  })

  it("goes on while a bank account waits under the old one", () => {
    expect(sealingKeysOf(["new", "old"], new Map([["new", 2], ["old", 1]]))).toMatchObject({
      keys: [
        { place: 1, state: "current", sealed: 2 },
        { place: 2, state: "retiring", sealed: 1 },
      ],
      can_drop_retiring: false,
    })
  })

  it("can end when none does", () => {
    expect(sealingKeysOf(["new", "old"], new Map([["new", 2]]))).toMatchObject({ can_drop_retiring: true })
  })

  it("was ended too early where bank accounts wait under a key that is not listed", () => {
    expect(sealingKeysOf(["new"], new Map([["old", 4], ["older", 1]]))).toMatchObject({ sealed_with_missing_key: 5 })
  })
})
