import { createHash } from "node:crypto"
import { declineText, mandateText, textsFor, toLocale } from "../../src/modules/catalystpay/texts"

const creditor = { name: "Demo Shop GmbH", identifier: "DE98ZZZ09999999999", address: "Musterstraße 1, Berlin" }

describe("the mandate's text", () => {
  it.each([
    ["en", "8 weeks"],
    ["de", "acht Wochen"],
    ["fr", "8 semaines"],
    ["es", "8 semanas"],
    ["it", "8 settimane"],
    ["nl", "8 weken"],
    ["pl", "8 tygodni"],
    ["pt", "8 semanas"],
    ["sv", "8 veckor"],
    ["da", "8 uger"],
    ["fi", "8 viikon"],
    ["cs", "8 týdnů"],
  ])("names creditor, identifier and the refund right in %s", (locale, refundRight) => {
    const { text } = mandateText(creditor, locale)
    expect(text).toContain(creditor.name)
    expect(text).toContain(creditor.identifier)
    expect(text).toContain(creditor.address)
    expect(text).toContain(refundRight)
    // The EPC's order: title, creditor, both authorisations, refund right.
    expect(text.split("\n\n")).toHaveLength(4)
    expect(text.split("\n\n")[2]).toMatch(/\(A\).*\(B\)/)
  })

  it("is proven by its hash", () => {
    const { text, text_hash } = mandateText(creditor, "de")
    expect(text_hash).toBe(createHash("sha256").update(text).digest("hex"))
    expect(mandateText(creditor, "en").text_hash).not.toBe(text_hash)
  })

  it("reads without an address", () => {
    expect(mandateText({ name: "A", identifier: "B" }, "en").text).toContain("Creditor: A. Creditor identifier: B.")
  })
})

describe("the shopper's language", () => {
  it.each([
    ["de-AT", "de"],
    ["DE", "de"],
    ["en_GB", "en"],
    ["pt-BR", "pt"],
    ["cs-CZ", "cs"],
    ["ja", "en"],
    ["constructor", "en"],
    ["", "en"],
    [null, "en"],
    [undefined, "en"],
  ])("of %j is %s", (tag, locale) => {
    expect(toLocale(tag)).toBe(locale)
  })
})

describe("a decline", () => {
  it("says whether another account may be tried", () => {
    expect(declineText("insufficient_funds", true, "en")).toContain("You can try another account.")
    expect(declineText("insufficient_funds", false, "en")).toContain("Please choose another way to pay.")
    expect(declineText("account_closed", true, "de")).toContain("Dieses Konto ist geschlossen.")
    expect(declineText("invalid_holder_name", true, "en")).toContain("Please correct it and try again.")
    expect(declineText("invalid_holder_name", false, "en")).toContain("Please choose another way to pay.")
  })

  it.each([null, "something_new", "__proto__", "toString"])("has words for the code %j too", (code) => {
    expect(declineText(code, true, "en")).toContain(textsFor("en").declines.unknown)
  })
})
