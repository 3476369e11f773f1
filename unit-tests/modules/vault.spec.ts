import { randomBytes } from "node:crypto"
import fc from "fast-check"
import { ibanFingerprint, keyId, openIban, sealIban } from "../../src/modules/catalystpay/vault"

const IBAN = "DE89370400440532013000"
const [first, second] = [randomBytes(32), randomBytes(32)]

describe("sealing an IBAN", () => {
  it("opens again for the same debit", () => {
    expect(openIban(sealIban(IBAN, "cpdeb_1", [first]), "cpdeb_1", [first])).toBe(IBAN)
  })

  it("shows nothing of the IBAN and never seals the same way twice", () => {
    const seals = Array.from({ length: 50 }, () => sealIban(IBAN, "cpdeb_1", [first]))
    expect(new Set(seals).size).toBe(50)
    // Long enough to stand in none of them by chance, which four digits do in one run of five thousand.
    const account = IBAN.slice(4, 14)
    for (const seal of seals) {
      const read = seal.split(".").map((part) => Buffer.from(part, "base64url").toString("latin1"))
      expect([seal, ...read].filter((text) => text.includes(account))).toEqual([])
    }
  })

  it("does not open for another debit", () => {
    const seal = sealIban(IBAN, "cpdeb_1", [first])
    expect(() => openIban(seal, "cpdeb_2", [first])).toThrow("belongs to another debit")
  })

  it("opens with an old key while a new one seals", () => {
    const old = sealIban(IBAN, "cpdeb_1", [first])
    expect(openIban(old, "cpdeb_1", [second, first])).toBe(IBAN)
    expect(sealIban(IBAN, "cpdeb_1", [second, first])).toContain(keyId(second))
  })

  it("says which key is missing without naming the IBAN", () => {
    const seal = sealIban(IBAN, "cpdeb_1", [first])
    expect(() => openIban(seal, "cpdeb_1", [second])).toThrow("not among the configured encryption keys")
  })

  it("notices every changed character", () => {
    const seal = sealIban(IBAN, "cpdeb_1", [first])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: seal.length - 1 }), fc.constantFrom("A", "b", "7", "."), (at, letter) => {
        const changed = seal.slice(0, at) + letter + seal.slice(at + 1)
        // The last character of an unpadded base64url group may carry bits that decode to nothing.
        fc.pre(changed !== seal && decoded(changed) !== decoded(seal))
        expect(() => openIban(changed, "cpdeb_1", [first])).toThrow("cannot be opened")
      }),
    )
  })

  it.each(["", "v1", "v1.a.b.c", "v0.a.b.c.d", "v1.....", "v1.a.b.c.d.e", "🙂"])("refuses %j as no seal", (seal) => {
    expect(() => openIban(seal, "cpdeb_1", [first])).toThrow("cannot be opened")
  })

  it("does not open a cut authentication tag", () => {
    const parts = sealIban(IBAN, "cpdeb_1", [first]).split(".")
    parts[4] = (parts[4] ?? "").slice(0, 6)
    expect(() => openIban(parts.join("."), "cpdeb_1", [first])).toThrow("cannot be opened")
  })
})

function decoded(seal: string): string {
  return seal
    .split(".")
    .map((part, index) => (index < 2 ? part : Buffer.from(part, "base64url").toString("hex")))
    .join(".")
}

describe("the fingerprint of an IBAN", () => {
  it("is the same for the same IBAN of one debit, and for nothing else", () => {
    const print = ibanFingerprint(IBAN, "cpdeb_1", [first])
    expect(ibanFingerprint(IBAN, "cpdeb_1", [first])).toBe(print)
    expect(ibanFingerprint("GB82WEST12345698765432", "cpdeb_1", [first])).not.toBe(print)
    expect(ibanFingerprint(IBAN, "cpdeb_2", [first])).not.toBe(print)
    expect(ibanFingerprint(IBAN, "cpdeb_1", [second])).not.toBe(print)
  })
})
