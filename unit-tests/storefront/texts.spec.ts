import * as kit from "../../storefront"
import { DECLINE_CODES, messageOf, pickTexts, SHOPPER_ERRORS, type SepaOutcome, type SepaSession, type SepaTexts } from "../../storefront"
import { readSession } from "../../storefront/client/session"
import { amountOf, countryName } from "../../storefront/texts/format"
import { ERROR_STATUS } from "../../src/modules/catalystpay/errors"
import { toLocale } from "../../src/modules/catalystpay/texts"
import { en as serverTexts } from "../../src/modules/catalystpay/texts/en"
import { session } from "./samples"

const LANGUAGES = Object.values(kit).filter(
  (value): value is SepaTexts => typeof value === "object" && "locale" in value && "declines" in value,
)
const others = LANGUAGES.filter(({ locale }) => locale !== "en")

/** Codes that only the merchant's dashboard, webhooks or a wrong configuration meet: never a shopper. */
const NOT_FOR_SHOPPERS = [
  "invalid_options",
  "debit_forgotten",
  "debit_not_found",
  "delivery_not_found",
  "mandate_not_found",
  "problem_not_dismissible",
  "problem_not_found",
  "refund_not_found",
  "debit_not_approved",
  "refund_at_catalystpay",
  "refund_exceeds_debit",
  "seal_unreadable",
  "account_unknown",
  "reconciliation_incomplete",
  "reconciliation_running",
  "webhook_too_large",
  "webhook_too_slow",
  "webhook_signature_invalid",
  "webhook_not_json",
]

/** Every text of a language with its path; those with a number or amount in them for some of each. */
function textsIn(value: unknown, path = ""): [path: string, text: string][] {
  if (typeof value === "string") {
    return [[path, value]]
  }
  if (typeof value === "function") {
    const fill = value as (argument: unknown) => string
    const samples = path.endsWith("pay_amount") ? ["20,71 €"] : path.endsWith("throttled") ? [null, 1, 60, 300] : [1, 2, 5]
    return samples.map((sample) => [`${path}(${sample})`, fill(sample)])
  }
  return Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) => textsIn(inner, `${path}.${key}`))
}

const read = readSession(session("opened"))
if (!read) {
  throw new Error("The sample is no session.")
}
const open: SepaSession = read

describe("the kit's texts", () => {
  it("have words for every code that the server can give a shopper", () => {
    const codes = Object.keys(ERROR_STATUS)
    expect(codes.filter((code) => !SHOPPER_ERRORS.some((known) => known === code)).sort()).toEqual([...NOT_FOR_SHOPPERS].sort())
    expect(SHOPPER_ERRORS.filter((code) => !codes.includes(code))).toEqual([])
  })

  it("have words for every decline that the server has words for, and for what was never submitted", () => {
    expect([...DECLINE_CODES].sort()).toEqual([...Object.keys(serverTexts.declines), "not_submitted"].sort())
  })

  it.each(LANGUAGES.map((texts) => [texts.locale, texts] as const))("say something everywhere in %s", (_locale, texts) => {
    const empty = textsIn(texts).filter(([, text]) => text.trim() === "" || /\b(undefined|null)\b/.test(text))
    expect(empty).toEqual([])
  })

  it.each(others.map((texts) => [texts.locale, texts] as const))("are translated in %s", (_locale, texts) => {
    const english = new Map(textsIn(kit.en))
    const same = textsIn(texts).filter(([path, text]) => english.get(path) === text)
    expect(same.map(([path]) => path).filter((path) => path !== ".labels.iban")).toEqual([])
  })

  it.each(LANGUAGES.map((texts) => [texts.locale, texts] as const))("hand numbers and amounts through in %s", (_locale, texts) => {
    expect(texts.labels.pay_amount("20,71 €")).toContain("20,71 €")
    expect(texts.attempts_left(4)).toContain("4")
    expect(texts.outcomes.throttled(45)).toContain("45")
    expect(texts.outcomes.throttled(290)).toContain("5")
  })
})

describe("what the shopper is told", () => {
  const tell = (outcome: SepaOutcome) => messageOf(outcome, kit.en)
  const declined = { type: "declined", session: open, retry_allowed: true, order_id: null } as const

  it("of a decline: why, whether another account may help, and how many tries are left", () => {
    expect(tell({ ...declined, code: "insufficient_funds", attempts_left: 2 })).toBe(
      "Your bank declined the debit because the account is not sufficiently funded. You can try another account. You have 2 more tries.",
    )
    expect(tell({ ...declined, code: "invalid_holder_name", attempts_left: null })).toBe(
      "The bank does not accept the account holder’s name as it was written. Please correct it and try again.",
    )
    expect(tell({ ...declined, code: "mandate_rejected", attempts_left: 1 })).toContain("You have one more try.")
    expect(tell({ type: "failed", session: open, code: "do_not_honor", retry_allowed: false, order_id: null })).toBe(
      "Your bank declined the debit. Please choose another way to pay.",
    )
  })

  it("of an order that is placed: that it stands", () => {
    expect(tell({ ...declined, code: "account_closed", attempts_left: null, order_id: "order_1" })).toContain("Your order stands")
  })

  it.each(LANGUAGES.map((texts) => [texts.locale, texts] as const))("of an unknown outcome in %s: neither a failure nor an invitation to pay twice", (_locale, texts) => {
    const unknown = messageOf({ type: "unknown" }, texts)
    expect(unknown).toBe(texts.outcomes.unknown)
    expect(LANGUAGES.flatMap(({ ways_on }) => Object.values(ways_on)).some((way) => unknown.includes(way))).toBe(false)
    expect(unknown).not.toMatch(/fail|fehlgeschlagen|échoué|fallid|fallit|mislukt|nieudan|falhou|misslyck|mislykke|epäonnist|selhal/i)
  })

  it("of an open session: nothing, the form speaks for itself", () => {
    expect(tell({ type: "needs_bank_account", session: open })).toBe("")
    expect(tell({ type: "ready", session: open })).toBe("")
  })

  it("of trouble: what it is, and of a code without words something general", () => {
    expect(tell({ type: "unreachable" })).toContain("could not be reached")
    expect(tell({ type: "throttled", retry_after: 45 })).toContain("45 seconds")
    expect(tell({ type: "in_progress", code: "payment_in_progress" })).toContain("do not pay again")
    expect(tell({ type: "refused", code: "lead_incomplete", status: 400, field: null, message: "x" })).toBe(kit.en.errors.lead_incomplete)
    expect(tell({ type: "refused", code: "constructor", status: 400, field: null, message: "x" })).toBe(kit.en.outcomes.unexpected)
  })
})

describe("the shopper's language", () => {
  it.each([
    ["de-AT", "de"],
    ["DE", "de"],
    ["en_GB", "en"],
    ["ja", "en"],
    [null, "en"],
    [undefined, "en"],
  ])("for %j is %s", (locale, expected) => {
    expect(pickTexts(locale, [kit.en, kit.de]).locale).toBe(expected)
  })

  it("writes amounts and countries as people there do, and falls back where it cannot", () => {
    expect(amountOf(open, "de")?.replace(/\s/g, " ")).toBe("20,71 €")
    expect(amountOf({ ...open, data: { ...open.data, currency_code: "not a currency" } }, "de")).toBeNull()
    expect(amountOf({ ...open, data: { ...open.data, amount: null } }, "de")).toBeNull()
    expect(countryName("DE", "fr")).toBe("Allemagne")
    expect(countryName("not a country", "fr")).toBe("not a country")
  })
})

it("there is a mandate in every language of the kit, so that nobody accepts one in another", () => {
  expect(LANGUAGES.map(({ locale }) => [locale, toLocale(locale)])).toEqual(LANGUAGES.map(({ locale }) => [locale, locale]))
})
