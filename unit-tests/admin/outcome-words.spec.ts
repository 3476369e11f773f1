import i18n from "../../src/admin/i18n"
import { outcomeText } from "../../src/admin/lib/outcome-words"
import { DEBIT_STATUSES } from "../../src/modules/catalystpay/debit-state"
import { fillIn } from "../../src/modules/catalystpay/text-template"
import { describeOutcome, WEBHOOK_OUTCOME_TEXTS, type WebhookOutcome } from "../../src/modules/catalystpay/webhooks/webhook-outcomes"

const CODES = Object.keys(WEBHOOK_OUTCOME_TEXTS) as (keyof typeof WEBHOOK_OUTCOME_TEXTS)[]

/** Reads a language's sentences as i18next does: by their path, in place of what is not there the default. */
function textsOf({ catalystpay }: { catalystpay: object }) {
  const find = (key: string): unknown =>
    key.split(".").reduce<unknown>((inner, part) => new Map(Object.entries(inner ?? {})).get(part), catalystpay)
  const t = (key: string, values: Record<string, string | number> = {}): string => {
    const texts = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))
    const found = find(key)
    return fillIn(typeof found === "string" ? found : (texts.defaultValue ?? key), texts)
  }
  return { t, word: (group: string, code: string) => t(`${group}.${code}`, { defaultValue: code }) }
}

/** As the API answers it. */
function delivery(outcome: WebhookOutcome) {
  return { outcome: describeOutcome(outcome), outcome_code: outcome.code, outcome_details: outcome.details }
}

describe.each(Object.entries(i18n))("what became of a webhook, told in %s", (_language, sentences) => {
  const texts = textsOf(sentences)

  it.each(CODES)("has a sentence of its own for %s, with nothing left open", (code) => {
    const details = { status: "submitting", why: "The page timed out." }
    const told = outcomeText(delivery({ code, details }), texts)
    expect(told).not.toMatch(/[{}]|\.\.$/)
    expect(told).toBe(fillIn(sentences.catalystpay.outcomes[code], { status: texts.word("states", "submitting"), why: "The page timed out" }))
  })

  it.each([...DEBIT_STATUSES])("names the debit's status %s in words", (status) => {
    const told = outcomeText(delivery({ code: "not_confirmed", details: { status } }), texts)
    expect(told).toContain(sentences.catalystpay.states[status])
  })
})

describe("what became of a webhook", () => {
  const german = textsOf(i18n.de)

  it("is told as the server says it where an older version wrote no code", () => {
    expect(outcomeText({ outcome: "Confirmed.", outcome_code: null, outcome_details: null }, german)).toBe("Confirmed.")
  })

  it("is told as the server says it where a newer server knows more", () => {
    expect(outcomeText({ outcome: "News.", outcome_code: "of_tomorrow", outcome_details: null }, german)).toBe("News.")
  })

  it("is nothing before the first try", () => {
    expect(outcomeText({ outcome: null, outcome_code: null, outcome_details: null }, german)).toBeNull()
  })
})
