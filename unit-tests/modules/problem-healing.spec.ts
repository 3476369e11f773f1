import { PROBLEM_CODES } from "../../src/modules/catalystpay/problems/problem-codes"
import { isHealed, WATCHED_PROBLEMS, type HealingFacts } from "../../src/modules/catalystpay/problems/problem-healing"
import { describeProblem } from "../../src/modules/catalystpay/problems/problem-texts"
import { subjectOf } from "../../src/modules/catalystpay/problems/problems"
import { isSilent } from "../../src/modules/catalystpay/webhooks/webhook-silence"

const OPENED = new Date("2026-11-25T09:00:00Z")
const BEFORE = new Date("2026-11-25T08:59:59Z")
const AFTER = new Date("2026-11-25T09:00:01Z")
const NOTHING: HealingFacts = {
  last_delivery_at: null,
  last_delivery_of_tenant_at: null,
  key_accepted_at: null,
  is_about_delivery: true,
  delivery: { status: "failed", debit_id: null },
}

describe("a problem", () => {
  it.each(WATCHED_PROBLEMS)("%s stays open while nothing is known", (code) => {
    expect(isHealed(code, { created_at: OPENED }, NOTHING)).toBe(false)
  })

  it.each([
    ["webhooks_silent", "last_delivery_of_tenant_at"],
    ["webhook_signature_failing", "last_delivery_at"],
    ["gateway_credentials_rejected", "key_accepted_at"],
  ] as const)("%s is healed by what came after it was opened, not by what came before", (code, fact) => {
    expect(isHealed(code, { created_at: OPENED }, { ...NOTHING, [fact]: BEFORE })).toBe(false)
    expect(isHealed(code, { created_at: OPENED }, { ...NOTHING, [fact]: OPENED })).toBe(false)
    expect(isHealed(code, { created_at: OPENED }, { ...NOTHING, [fact]: AFTER })).toBe(true)
  })

  it("webhook_signature_failing is not healed by a webhook of another account of the tenant", () => {
    expect(isHealed("webhook_signature_failing", { created_at: OPENED }, { ...NOTHING, last_delivery_of_tenant_at: AFTER })).toBe(false)
  })

  it.each([
    ["failed", false],
    ["received", false],
    ["processing", false],
    ["processed", true],
    ["ignored", true],
  ] as const)("webhook_given_up with a delivery that is %s is healed: %s", (status, healed) => {
    const facts = { ...NOTHING, delivery: { status, debit_id: null } }
    expect(isHealed("webhook_given_up", { created_at: OPENED }, facts)).toBe(healed)
  })

  it("about a webhook that was deleted is over", () => {
    expect(isHealed("webhook_given_up", { created_at: OPENED }, { ...NOTHING, delivery: null })).toBe(true)
    expect(isHealed("event_unmatched", { created_at: OPENED }, { ...NOTHING, delivery: null })).toBe(true)
  })

  it("about a transaction that nobody could assign is not over because no webhook told of it", () => {
    const facts = { ...NOTHING, is_about_delivery: false, delivery: null }
    expect(isHealed("event_unmatched", { created_at: OPENED }, facts)).toBe(false)
  })

  it("event_unmatched is healed when the webhook found its debit after all", () => {
    const facts = { ...NOTHING, delivery: { status: "processed" as const, debit_id: "cpdeb_1" } }
    expect(isHealed("event_unmatched", { created_at: OPENED }, facts)).toBe(true)
  })

  it.each(PROBLEM_CODES)("%s knows its subject again, and says what is wrong and the way out", (code) => {
    expect(subjectOf({ code, key: `${code}:cpwh_1:x` })).toBe("cpwh_1:x")
    const { sentence, way_out } = describeProblem({ code, details: null })
    expect(sentence).toMatch(/^[A-Z].*\.$/)
    expect(way_out).toMatch(/^[A-Z].*\.$/)
  })
})

describe("webhooks are silent", () => {
  it.each([
    ["a debit waits and none ever came", AFTER, null, true],
    ["a debit waits and none came since", AFTER, BEFORE, true],
    ["a debit waits and one came since", BEFORE, AFTER, false],
    ["nobody waits", null, null, false],
  ])("when %s: %p, %p", (_when, waiting, delivered, silent) => {
    expect(isSilent(waiting, delivered)).toBe(silent)
  })
})
