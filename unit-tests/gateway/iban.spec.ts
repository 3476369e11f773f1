import * as ibantools from "ibantools"
import fc from "fast-check"
import { checkIban, ibanLength, isIban, normaliseIban } from "../../src/gateway/iban"
import { SAMPLE_IBANS } from "./iban-samples"

describe("normaliseIban", () => {
  it.each([
    "DE89 3704 0044 0532 0130 00",
    " de89-3704-0044-0532-0130-00\n",
    "DE89\u00a03704\u202f0044\u20090532\u20110130\u201300",
    "\ufeffDE89\u200b370400440532013000\u00ad",
  ])("makes %j what banks exchange", (written) => {
    expect(normaliseIban(written)).toBe("DE89370400440532013000")
  })

  it("is idempotent", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (written) => {
        const once = normaliseIban(written)
        expect(normaliseIban(once)).toBe(once)
      }),
    )
  })
})

describe("checkIban", () => {
  it.each([
    ["DE89370400440532013000", "DE", "3000"],
    ["de91 1000 0000 0123 4567 89", "DE", "6789"],
    ["GB82WEST12345698765432", "GB", "5432"],
    ["NO9386011117947", "NO", "7947"],
    ["MT84MALT011000012345MTLCAST001S", "MT", "001S"],
    ["FR1420041010050500013M02606", "FR", "2606"],
    ["AL47212110090000000235698741", "AL", "8741"],
    ["ME25505000012345678951", "ME", "8951"],
    ["MD24AG000225100013104168", "MD", "4168"],
    ["MK07250120000058984", "MK", "8984"],
    ["RS35260005601001611379", "RS", "1379"],
  ])("accepts %s", (written, country, last4) => {
    expect(checkIban(written)).toEqual({ ok: true, iban: normaliseIban(written), country, last4 })
  })

  it.each([
    ["DE8937040044053201300!", "characters"],
    ["DE89370400440532Ö13000", "characters"],
    ["４DE89370400440532013000", "characters"],
    ["", "length"],
    ["D", "length"],
    ["ZZ89370400440532013000", "country"],
    ["1289370400440532013000", "country"],
    ["__proto__", "characters"],
    ["US12345678901234567890", "country"],
    ["DE8937040044053201300", "length"],
    ["DE893704004405320130000", "length"],
    ["DE", "length"],
    ["DE8937040044053201300A", "structure"],
    ["DEXX370400440532013000", "structure"],
    ["DE88370400440532013000", "checksum"],
    ["DE89370400440532013001", "checksum"],
    ["DE89370400440523013000", "checksum"],
  ])("refuses %j for its %s", (written, failed) => {
    const result = checkIban(written)
    expect(result).toMatchObject({ ok: false, code: "invalid_iban", failed })
  })

  it.each(["TR330006100519786457841326", "SA0380000000608010167519", "UA213223130000026007233566001"])(
    "refuses %s, valid but out of SEPA's reach",
    (written) => {
      expect(checkIban(written)).toMatchObject({ ok: false, code: "iban_not_sepa", failed: "sepa" })
    },
  )

  it("never repeats what was typed", () => {
    const typed = fc.oneof(
      fc.string({ unit: "binary", minLength: 5 }),
      fc.stringMatching(/^DE[0-9]{20}$/),
      fc.stringMatching(/^[A-Z]{2}[0-9A-Z]{10,30}$/),
    )
    fc.assert(
      fc.property(typed, (written) => {
        const result = checkIban(written)
        fc.pre(!result.ok && normaliseIban(written).length >= 5)
        expect(normaliseIban(JSON.stringify(result))).not.toContain(normaliseIban(written))
      }),
    )
  })

  it("refuses every single mistyped digit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 21 }), fc.nat(9), (at, digit) => {
        const iban = "DE89370400440532013000"
        const mistyped = `${iban.slice(0, at)}${digit}${iban.slice(at + 1)}`
        fc.pre(mistyped !== iban)
        expect(checkIban(mistyped)).toMatchObject({ ok: false, failed: "checksum" })
      }),
    )
  })
})

describe("the SEPA list", () => {
  const reached = (country: string) => checkIban(SAMPLE_IBANS[country] ?? "").ok

  it("holds every country that ibantools counts in, and the five that joined since", () => {
    const theirs = Object.keys(ibantools.countrySpecs).filter((country) => ibantools.countrySpecs[country]?.SEPA)
    expect(Object.keys(SAMPLE_IBANS).filter(reached).sort()).toEqual([...theirs, "AL", "MD", "ME", "MK", "RS"].sort())
  })

  it("leaves out others that use IBANs", () => {
    expect(Object.keys(SAMPLE_IBANS).filter((country) => !reached(country))).toEqual([
      "TR", "UA", "SA", "BR", "XK", "BA", "IL",
    ])
    expect(Object.values(SAMPLE_IBANS).every(isIban)).toBe(true)
  })

  it("knows the length of a country's IBANs, and no country by a name of JavaScript's own", () => {
    expect([ibanLength("DE"), ibanLength("NO"), ibanLength("MT"), ibanLength("US")]).toEqual([22, 15, 31, null])
    expect([ibanLength("constructor"), ibanLength("__proto__"), ibanLength("")]).toEqual([null, null, null])
  })
})
