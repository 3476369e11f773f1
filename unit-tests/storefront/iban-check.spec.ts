import { checkIban, ibanCountry, isWholeIban } from "../../storefront"
import { checkIban as serverCheck, ibanLength } from "../../src/gateway/iban"
import { TEST_IBANS } from "../../sandbox"

describe("the check before anybody is asked", () => {
  it.each([
    ["", "length"],
    ["D", "length"],
    ["ZZ68539007547034", "country"],
    ["DE8937040044053201300", "length"],
    ["DE89370400440532013A00", "structure"],
    ["DE89370400440532013001", "checksum"],
    ["BR1500000000000010932840814P2", "sepa"],
  ])("says what is wrong with %j: %s", (iban, problem) => {
    expect(checkIban(iban)).toEqual({ ok: false, problem })
  })

  it.each(TEST_IBANS.map(({ iban }) => iban))("lets %s pass, as the server does", (iban) => {
    expect(checkIban(iban)).toEqual({ ok: true, country: iban.slice(0, 2) })
    expect(serverCheck(iban).ok).toBe(true)
  })

  it("agrees with the server on the countries that SEPA reaches", () => {
    // One valid IBAN of each country would say the same; the lists are what can drift apart.
    const samples = ["AL47212110090000000235698741", "RS35260005601001611379", "MD24AG000225100013104168", "ME25505000012345678951",
      "MK07250120000058984", "VA59001123000012345678", "TR330006100519786457841326", "GB82WEST12345698765432", "CH9300762011623852957"]
    for (const iban of samples) {
      expect({ iban, ok: checkIban(iban).ok }).toEqual({ iban, ok: serverCheck(iban).ok })
    }
  })
})

describe("what is known while it is typed", () => {
  it.each([
    ["D", null],
    ["de", "DE"],
    ["DE89 37", "DE"],
    ["ZZ12", null],
    ["constructor", null],
  ])("of %j: the country %j", (typed, country) => {
    expect(ibanCountry(typed)).toBe(country)
  })

  it("is whether it is all there", () => {
    expect(isWholeIban("DE89 3704 0044 0532 0130 00")).toBe(true)
    expect(isWholeIban("DE89 3704 0044 0532 0130 0")).toBe(false)
    expect(isWholeIban("NO9386011117947".slice(0, ibanLength("NO") ?? 0))).toBe(true)
    expect(isWholeIban("")).toBe(false)
  })
})
