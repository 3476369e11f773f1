import { formatAmount, formatDateTime, formatLanguage, formatMoment, formatMoney, isPositive, toLocaleTag } from "../../src/admin/lib/format"

/** Intl separates with spaces that do not break; which ones depends on its version. */
const plain = (text: string): string => text.replace(/\s/g, " ")

describe("toLocaleTag", () => {
  it.each([
    ["en", "en"],
    ["de", "de"],
    ["ptBR", "pt-BR"],
    ["zhCN", "zh-CN"],
    ["en_US", "en-US"],
    ["de-AT", "de-AT"],
  ])("reads the dashboard's language %s as %s", (language, tag) => {
    expect(toLocaleTag(language)).toBe(tag)
  })

  it.each([undefined, "", "not a language", "*"])("falls back to English for %p", (language) => {
    expect(toLocaleTag(language)).toBe("en")
  })
})

describe("formatMoney", () => {
  it("writes an amount as the reader's language does", () => {
    expect(plain(formatMoney("1234.50", "eur", "en"))).toBe("€1,234.50")
    expect(plain(formatMoney("1234.50", "eur", "de"))).toBe("1.234,50 €")
    expect(plain(formatMoney("1234.50", "eur", "fr"))).toBe("1 234,50 €")
    // Spanish groups from five digits on.
    expect(plain(formatMoney("12345.60", "eur", "es"))).toBe("12.345,60 €")
    expect(plain(formatMoney("12345.60", "eur", "it"))).toBe("12.345,60 €")
    expect(plain(formatMoney("1234.50", "eur", "nl"))).toBe("€ 1.234,50")
  })

  it("is exact for the largest amount that CatalystPay takes", () => {
    expect(formatMoney("99999999.99", "eur", "en")).toBe("€99,999,999.99")
  })
})

describe("formatDateTime", () => {
  it("writes a time as the reader's language does", () => {
    const iso = "2026-11-22T08:55:00.000Z"
    expect(plain(formatDateTime(iso, "en", "Europe/Berlin"))).toBe("Nov 22, 2026, 9:55 AM")
    expect(plain(formatDateTime(iso, "de", "Europe/Berlin"))).toBe("22.11.2026, 09:55")
    expect(plain(formatDateTime(iso, "fr", "Europe/Berlin"))).toBe("22 nov. 2026, 09:55")
    expect(plain(formatDateTime(iso, "es", "Europe/Berlin"))).toBe("22 nov 2026, 9:55")
    expect(plain(formatDateTime(iso, "it", "Europe/Berlin"))).toBe("22 nov 2026, 09:55")
    expect(plain(formatDateTime(iso, "nl", "Europe/Berlin"))).toBe("22 nov 2026, 09:55")
  })
})

describe("formatAmount", () => {
  it("writes a number as the reader's language does, with the digits that it has", () => {
    expect(formatAmount("1234.50", "en")).toBe("1,234.50")
    expect(formatAmount("1234.50", "de")).toBe("1.234,50")
    expect(formatAmount("8", "de")).toBe("8")
  })
})

describe("formatMoment", () => {
  it("is exact to the second and says that it is UTC, wherever the reader is", () => {
    const iso = "2026-11-22T08:55:07.123Z"
    expect(plain(formatMoment(iso, "en"))).toBe("November 22, 2026 at 8:55:07 AM UTC")
    expect(plain(formatMoment(iso, "de"))).toBe("22. November 2026 um 08:55:07 UTC")
  })
})

describe("formatLanguage", () => {
  it("names a language in the reader's own", () => {
    expect(formatLanguage("de", "en")).toBe("German")
    expect(formatLanguage("de", "de")).toBe("Deutsch")
  })
})

describe("isPositive", () => {
  it.each([
    ["0.00", false],
    ["0", false],
    ["0.01", true],
    ["20.71", true],
  ])("says of %s: %p", (amount, positive) => {
    expect(isPositive(amount)).toBe(positive)
  })
})
