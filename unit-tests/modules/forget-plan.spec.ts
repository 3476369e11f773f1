import { addMonths, planForgetting, type Forgettable } from "../../src/modules/catalystpay/data-rights/forget-plan"
import { DEBIT_STATUSES } from "../../src/modules/catalystpay/debit-state"
import type { DebitRecord } from "../../src/modules/catalystpay/debits/debit-record"
import { debitRecord } from "../support/records"

const NOW = new Date("2026-12-01T12:00:00Z")
const APPROVED = new Date("2026-11-22T09:00:00Z")
const MANDATES = [
  { id: "cpman_1", attempt: 1 },
  { id: "cpman_2", attempt: 2 },
]

function plan(debit: Partial<DebitRecord>, change: Partial<Forgettable> = {}) {
  return planForgetting({
    debit: debitRecord({ attempt: 2, customer_id: "cus_1", ...debit }),
    mandates: MANDATES,
    last_back_at: null,
    pseudonym: "forgotten:abc",
    evidenceMonths: 13,
    now: NOW,
    ...change,
  })
}

const collected = { status: "approved", approved_at: APPROVED, sealed_iban: null, iban_check: null } as const

describe("a debit that is forgotten", () => {
  it("keeps the evidence of what was collected for 13 months, and nothing else", () => {
    const { kept, patch, mandates, erased } = plan(collected)
    expect(kept).toMatchObject({ why: "evidence", until: new Date("2027-12-22T09:00:00Z") })
    expect(kept?.what).toEqual(expect.arrayContaining(["mandate_evidence", "amounts_and_references", "reason_codes"]))
    expect(patch).toMatchObject({ email: "forgotten:abc", bank_name: null, bic: null, iban_country: null, iban_check: null, forgotten_at: NOW })
    expect(patch).not.toHaveProperty("session_token")
    expect(patch).not.toHaveProperty("iban_last4")
    expect(mandates).toEqual(["cpman_1"])
    expect(erased).toContain("sealed_iban")
  })

  it.each([
    ["its approval", {}, null, "2027-12-22T09:00:00Z"],
    ["its settlement", { settled_at: new Date("2026-11-30T00:00:00Z") }, null, "2027-12-30T00:00:00Z"],
    ["money that went back", { settled_at: new Date("2026-11-30T00:00:00Z") }, new Date("2027-01-15T00:00:00Z"), "2028-02-15T00:00:00Z"],
  ] as const)("counts its period from the last of its money: %s", (_what, change, last_back_at, until) => {
    expect(plan({ ...collected, ...change }, { last_back_at }).kept?.until).toEqual(new Date(until))
  })

  it("is erased once its period is over, with the mandate, the customer and the session token", () => {
    const { kept, patch, mandates, erased } = plan(collected, { now: new Date("2027-12-22T09:00:00Z") })
    expect(kept).toBeNull()
    expect(patch).toMatchObject({
      email: "erased",
      customer_id: null,
      iban_last4: null,
      session_token: "erased:cpdeb_1",
      payment_url: null,
      erased_at: new Date("2027-12-22T09:00:00Z"),
    })
    expect(mandates).toEqual(["cpman_1", "cpman_2"])
    expect(erased).toEqual(expect.arrayContaining(["mandates", "customer_id", "session_token"]))
  })

  it("is kept up to the last moment of its period", () => {
    expect(plan(collected, { now: new Date("2027-12-22T08:59:59.999Z") }).kept?.why).toBe("evidence")
  })

  it("is erased at once where the store keeps no evidence", () => {
    expect(plan(collected, { evidenceMonths: 0 }).kept).toBeNull()
  })

  it.each(["failed", "cancelled", "superseded"] as const)("is erased at once when it is %s and collected nothing", (status) => {
    expect(plan({ status, approved_at: null })).toMatchObject({ kept: null, patch: { email: "erased", erased_at: NOW } })
  })

  it("keeps the evidence of money that was collected and returned", () => {
    expect(plan({ ...collected, status: "failed", returned_at: NOW }).kept).toMatchObject({ why: "evidence", until: new Date("2028-01-01T12:00:00Z") })
  })

  it.each(["queued", "submitting"] as const)("keeps the sealed IBAN that it is submitted with while it is %s", (status) => {
    const { kept, patch, erased } = plan({ status, sealed_iban: "v1.seal" })
    expect(kept).toMatchObject({ why: "under_way", until: null })
    expect(kept?.what).toContain("sealed_iban")
    expect(patch).not.toHaveProperty("sealed_iban")
    expect(erased).not.toContain("sealed_iban")
  })

  it("keeps what the shopper came back with while the mandate is being signed, and no longer", () => {
    expect(plan({ status: "awaiting_verification", sealed_iban: null }).patch).not.toHaveProperty("verification_id")
    expect(plan(collected).patch).toHaveProperty("verification_id", null)
  })

  it.each(["opened", "declined"] as const)("keeps no mandate when it is %s and its session could not be cancelled", (status) => {
    const { kept, patch, mandates } = plan({ status })
    expect(kept).toMatchObject({ why: "session_not_cancelled", until: null })
    expect(patch).toMatchObject({ email: "forgotten:abc", sealed_iban: null })
    expect(mandates).toEqual(["cpman_1", "cpman_2"])
  })

  it.each(DEBIT_STATUSES)("is the same after a second time when it is %s", (status) => {
    const debit = debitRecord({ status, attempt: 2, approved_at: status === "approved" ? APPROVED : null })
    const first = plan(debit)
    const second = plan({ ...debit, ...first.patch }, { now: new Date("2026-12-02T12:00:00Z"), pseudonym: "forgotten:of-a-pseudonym" })
    expect(second.patch).toEqual(first.patch)
    expect(second.kept?.why).toBe(first.kept?.why)
  })

  it("claims to keep no customer where there is none", () => {
    expect(plan({ ...collected, customer_id: null }).kept?.what).not.toContain("customer_id")
  })
})

describe("a number of months", () => {
  it.each([
    ["2026-11-22T09:00:00Z", 13, "2027-12-22T09:00:00Z"],
    ["2026-01-31T10:00:00Z", 1, "2026-02-28T10:00:00Z"],
    ["2027-01-31T10:00:00Z", 13, "2028-02-29T10:00:00Z"],
    ["2026-12-31T00:00:00Z", -6, "2026-06-30T00:00:00Z"],
    ["2026-12-31T00:00:00Z", 0, "2026-12-31T00:00:00Z"],
  ])("from %s, %d of them later, is %s", (from, months, to) => {
    expect(addMonths(new Date(from), months)).toEqual(new Date(to))
  })
})
