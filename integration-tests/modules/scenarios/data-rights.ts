import { randomUUID } from "node:crypto"
import { applyChargebackRow } from "../../../src/modules/catalystpay/money/chargebacks"
import { DataRights } from "../../../src/modules/catalystpay/data-rights"
import type { Person } from "../../../src/modules/catalystpay/data-rights/person"
import type { DebitRecord } from "../../../src/modules/catalystpay/debits/debit-record"
import { chargebacksOf, transactionsOf } from "../../../src/modules/catalystpay/outcomes/gateway-records"
import { ownerOfRefund } from "../../../src/modules/catalystpay/money/row-owner"
import { findByCircumstances } from "../../../src/modules/catalystpay/webhooks/webhook-candidates"
import { parseWebhookEvent } from "../../../src/gateway"
import { sign, type JsonValue } from "../../../sandbox/canonical-json"
import { APPROVED, AWAITING, DECLINED } from "../../http/support/ibans"
import { bankAccount, purchase, readyDebit, WEBHOOK_SECRET, type Bench } from "../support/bench"
import { approvedDebit, capturedDebit, moneyContext, transactionOf, type MoneyContext } from "../support/money-context"
import { tablesWith, wholeLedger } from "../support/whole-ledger"

/** The sandbox lives longer than a test: each has a lead of its own. */
const MAX = { email: "", name: "Max Mustermann", ip: "203.0.113.7" }
const DAY_MS = 24 * 60 * 60 * 1000

export function dataRights(bench: Bench): void {
  let money: MoneyContext
  let rights: DataRights
  const lead = { first_name: "Max", last_name: "Mustermann", email: "", country: "DE" }
  const max: Person = { customer_ids: ["cus_max"], emails: [] }
  const his = { lead, customer_id: "cus_max" }
  const read = async ({ id }: { id: string }): Promise<DebitRecord> => (await bench.service.findById(id)) ?? fail(id)

  beforeEach(() => {
    money = moneyContext(bench)
    rights = new DataRights(bench.knex, () => money.context)
    MAX.email = `max-${randomUUID()}@example.com`
    lead.email = MAX.email
    max.emails = [MAX.email]
  })

  function fail(id: string): never {
    throw new Error(`Debit ${id} is gone.`)
  }

  /** As the workflow does it. */
  async function forget(person: Person = max) {
    const found = await rights.debitsOf(person)
    const loose = await rights.forgetLoose(person, found)
    const debits = []
    for (const debit of found.debits) {
      const session_cancelled = await rights.endSession(debit)
      debits.push({ session_cancelled, ...(await rights.forget(debit.id)) })
    }
    return { debits, loose, others: found.others }
  }

  /** As the cleaning job does it. */
  async function sweep(): Promise<number> {
    const due = await rights.due(100, "")
    for (const debit of due) {
      await rights.endSession(debit)
      await rights.forget(debit.id)
    }
    return due.length + (await rights.redactLate(100))
  }

  async function webhook(payload: { [key: string]: JsonValue }, debitId: string | null, event_name = "payment_session.completed") {
    const body = Buffer.from(JSON.stringify(payload))
    const { id } = await bench.service.webhooks.receive({ account: "default", event_name, body, signature: sign(payload, WEBHOOK_SECRET) })
    const delivery = await bench.service.webhooks.claim(id)
    if (delivery) {
      await bench.service.webhooks.finish(delivery, { debit_id: debitId, payment_session_id: null, moved: false, retry: false, outcome: { code: "confirmed", details: null } })
    }
    return id
  }

  const payloadOf = async (id: string) => (await bench.service.webhooks.find(id))?.payload

  /** A debit that was declined once, then collected, charged back and told of by webhook. */
  async function eventfulDebit(): Promise<DebitRecord> {
    const declined = await bench.service.advance(await readyDebit(bench, DECLINED, his))
    const ready = await bench.service.attachBankAccount(declined, bankAccount(APPROVED))
    const debit = await bench.service.recordCapture(await bench.service.advance(ready))
    bench.sandbox.chargeBack(transactionOf(debit), { reason_code: "MD06" })
    const { context } = money
    for (const row of await chargebacksOf(context, debit)) {
      await applyChargebackRow(context, debit, { ...row, reason_message: `${MAX.name} disputes it` })
    }
    await webhook({ session_token: debit.session_token, status: "COMPLETED", amount: debit.amount, lead: { email: MAX.email } }, debit.id)
    await bench.service.problems.open({ code: "refund_overdue", subject: "cpref_1", debit_id: debit.id, details: { amount: "5" } })
    return read(debit)
  }

  describe("an export", () => {
    it("tells all that is held about a person, with names that a person reads", async () => {
      const debit = await eventfulDebit()
      const { debits, other_webhooks, person } = await rights.export(max, await rights.debitsOf(max))
      expect(person).toEqual(max)
      expect(other_webhooks).toEqual([])
      expect(debits).toMatchObject([
        {
          debit_id: debit.id,
          state: "charged_back",
          amount: "29.99",
          currency: "EUR",
          collected_amount: "29.99",
          charged_back_amount: "29.99",
          email: MAX.email,
          customer_id: "cus_max",
          bank_account: { country: "DE", last_four_digits: "3000", bank_name: "Commerzbank", bic: "COBADEFFXXX" },
          references: { reference: debit.reference, transaction_id: debit.transaction_id },
          mandates: [
            { attempt: 1, account_holder: MAX.name, ip_address: MAX.ip, account_last_four_digits: "6789" },
            { attempt: 2, account_holder: MAX.name, ip_address: MAX.ip, text: expect.stringContaining("Demo Shop GmbH") as unknown },
          ],
          chargebacks: [{ reason: { code: "MD06" }, reason_message: `${MAX.name} disputes it` }],
          problems: [{ code: "refund_overdue", closed_at: null }],
          webhooks: [{ event: "payment_session.completed", payload: { session_token: "[session token]", lead: { email: MAX.email } } }],
        },
      ])
      expect(debits[0]?.timeline.map(({ what }) => what)).toEqual(expect.arrayContaining(["opened", "declined", "approved", "charged_back"]))
    })

    it("says that an IBAN lies sealed, and gives away neither it nor a session token", async () => {
      const ready = await readyDebit(bench, APPROVED, his)
      const exported = await rights.export(max, await rights.debitsOf(max))
      expect(exported.debits).toMatchObject([{ holds_sealed_iban: true, iban_check: { valid: true, bank_name: "Commerzbank" } }])
      const text = JSON.stringify(exported)
      for (const secret of [APPROVED, APPROVED.slice(4), ready.session_token, ready.sealed_iban, ready.iban_check?.fingerprint]) {
        expect(text).not.toContain(secret ?? fail(ready.id))
      }
      expect(JSON.parse(text)).toEqual(exported)
    })

    it("tells what came by webhook and belongs to no debit", async () => {
      await webhook({ lead: { email: MAX.email.toUpperCase() }, number: 1 }, null, "order.created")
      await webhook({ lead: { email: `otto.${MAX.email}` } }, null, "order.created")
      const { other_webhooks } = await rights.export(max, await rights.debitsOf(max))
      expect(other_webhooks).toMatchObject([{ event: "order.created", payload: { lead: { email: MAX.email.toUpperCase() }, number: 1 } }])
    })
  })

  describe("a person who is forgotten", () => {
    it("leaves the evidence of what was collected, and of it nothing but the mandate names anybody", async () => {
      const debit = await eventfulDebit()
      const { debits } = await forget()
      expect(debits).toMatchObject([{ session_cancelled: false, plan: { kept: { why: "evidence" } } }])
      expect(await tablesWith(bench, MAX.email, "disputes it")).toEqual([])
      expect(await tablesWith(bench, MAX.name, MAX.ip)).toEqual(["catalystpay_mandate"])
      expect(await tablesWith(bench, "Commerzbank")).toEqual([])
      expect(await bench.knex()("catalystpay_mandate").select("attempt", "holder_name", "ip_address")).toEqual([
        { attempt: 2, holder_name: MAX.name, ip_address: MAX.ip },
      ])
      expect(await read(debit)).toMatchObject({
        email: expect.stringMatching(/^forgotten:/) as unknown,
        amount: debit.amount,
        reference: debit.reference,
        transaction_id: debit.transaction_id,
        session_token: debit.session_token,
        charged_back_amount: "29.99",
        bic: null,
        iban_check: null,
        forgotten_at: expect.any(Date) as unknown,
        erased_at: null,
      })
      expect((await bench.service.givenBack.of(debit.id)).chargebacks).toMatchObject([{ reason_code: "MD06", reason_message: null, amount: "29.99" }])
    })

    it("is in no table any more when the time of the evidence is over, though nobody asks again", async () => {
      const debit = await eventfulDebit()
      await forget()
      money.passDays(390)
      expect(await sweep()).toBe(0)
      expect(await tablesWith(bench, MAX.name)).toEqual(["catalystpay_mandate"])
      money.passDays(10)
      expect(await sweep()).toBe(1)
      expect(await tablesWith(bench, MAX.email, MAX.name, MAX.ip, "cus_max", debit.session_token)).toEqual([])
      expect(await read(debit)).toMatchObject({ email: "erased", amount: debit.amount, reference: debit.reference, erased_at: expect.any(Date) as unknown })
      expect(await sweep()).toBe(0)
    })

    it("is counted anew from money that went back since", async () => {
      const debit = await capturedDebit(bench, his)
      await forget()
      bench.sandbox.chargeBack(transactionOf(debit), { reason_code: "MD01" })
      const { context } = money
      const [row] = await chargebacksOf(context, debit)
      await applyChargebackRow(context, await read(debit), { ...(row ?? fail(debit.id)), report_date: new Date(Date.now() + 200 * DAY_MS).toISOString() })
      money.passDays(400)
      await sweep()
      expect((await read(debit)).erased_at).toBeNull()
      money.passDays(200)
      await sweep()
      expect((await read(debit)).erased_at).not.toBeNull()
    })

    it("leaves every row of other people as it is to the byte", async () => {
      const others = [
        await readyDebit(bench, APPROVED, { lead: { ...lead, email: `otto.${MAX.email}` }, customer_id: "cus_otto" }),
        await approvedDebit(bench, { customer_id: "cus_erika" }),
        await approvedDebit(bench),
      ]
      await webhook({ lead: { email: `otto.${MAX.email}` }, session_token: "ps_of_nobody" }, null, "order.created")
      await webhook({ lead: { email: others[1]?.email ?? "" } }, others[1]?.id ?? null)
      const before = await wholeLedger(bench)
      await eventfulDebit()
      await bench.service.open(purchase({ ...his, lead: { ...lead, email: `work.${MAX.email}` } }))
      await forget()
      money.passDays(400)
      await sweep()
      expect(await wholeLedger(bench)).toEqual(expect.arrayContaining(before.filter((row) => !/^catalystpay_(lease|limit) /.test(row))))
    })

    it("is found by customer under whatever e-mail, and by e-mail in any case where no customer is known", async () => {
      const mine = await approvedDebit(bench, { ...his, lead: { ...lead, email: `work.${MAX.email}` } })
      const guests = await approvedDebit(bench, { lead })
      const { debits } = await forget()
      expect(debits.map(({ debit }) => debit.id)).toEqual([mine.id, guests.id])
      expect(await tablesWith(bench, MAX.email, `work.${MAX.email}`)).toEqual([])
    })

    it("takes nobody along who has used the same e-mail, and says whose debits these are", async () => {
      const erikas = await approvedDebit(bench, { lead, customer_id: "cus_erika" })
      const loose = await webhook({ lead: { email: MAX.email } }, null, "order.created")
      const before = await read(erikas)
      const mine = await approvedDebit(bench, his)
      const { debits, others } = await forget()
      expect(debits.map(({ debit }) => debit.id)).toEqual([mine.id])
      expect(others).toEqual([{ debit_id: erikas.id, customer_id: "cus_erika" }])
      expect(await read(erikas)).toEqual(before)
      expect(await payloadOf(loose)).toEqual({ lead: { email: MAX.email } })
      const { debits: exported } = await rights.export(max, await rights.debitsOf(max))
      expect(JSON.stringify(exported)).not.toContain(erikas.id)
    })

    it("ends the same when a process dies in the middle and it is run again", async () => {
      await approvedDebit(bench, his)
      await approvedDebit(bench, his)
      await approvedDebit(bench, his)
      await webhook({ lead: { email: MAX.email } }, null, "order.created")
      money.dieAt("after_debit_was_forgotten")
      await expect(forget()).rejects.toThrow("The process died")
      expect(await tablesWith(bench, MAX.email)).toEqual(["catalystpay_debit"])
      const { debits } = await forget()
      expect(debits).toHaveLength(3)
      expect(debits.map(({ plan }) => plan.kept?.why)).toEqual(["evidence", "evidence", "evidence"])
      expect(await tablesWith(bench, MAX.email)).toEqual([])
      const once = await wholeLedger(bench)
      const again = await forget()
      expect(again.debits.map(({ changed }) => changed)).toEqual([false, false, false])
      expect(await wholeLedger(bench)).toEqual(once)
      const events = await bench.knex()("catalystpay_debit_event").where({ type: "forgotten" })
      expect(events).toHaveLength(3)
    })

    it("is forgotten once by two who do it at the same moment", async () => {
      const debit = await approvedDebit(bench, his)
      const all = await Promise.all(Array.from({ length: 5 }, () => rights.forget(debit.id)))
      expect(all.filter(({ changed }) => changed)).toHaveLength(1)
      expect(new Set(all.map(({ debit: { email } }) => email)).size).toBe(1)
    })
  })

  describe("a session that nobody has submitted", () => {
    it("is cancelled before its person is forgotten, and nothing of it is kept", async () => {
      const ready = await readyDebit(bench, APPROVED, his)
      const { debits } = await forget()
      expect(debits).toMatchObject([{ session_cancelled: true, plan: { kept: null }, debit: { status: "cancelled" } }])
      expect(bench.sandbox.sessions().find(({ session_token }) => session_token === ready.session_token)).toMatchObject({ status: "EXPIRED" })
      expect(await tablesWith(bench, MAX.email, MAX.name, MAX.ip, "cus_max", ready.session_token)).toEqual([])
    })

    it("is told when it cannot be cancelled, loses the bank account at once and the rest when it can", async () => {
      const ready = await readyDebit(bench, APPROVED, { ...his, account: "scripted" })
      bench.gateway.script("cancel", { status: 503, body: { detail: "down", status_code: 503 } })
      const { debits } = await forget()
      expect(debits).toMatchObject([{ session_cancelled: false, plan: { kept: { why: "session_not_cancelled", until: null } } }])
      expect(await read(ready)).toMatchObject({ status: "opened", sealed_iban: null, iban_last4: null, session_token: ready.session_token })
      expect(await tablesWith(bench, MAX.email, MAX.name, MAX.ip)).toEqual([])
      bench.gateway.reset()
      expect(await sweep()).toBe(1)
      expect(await read(ready)).toMatchObject({ status: "cancelled", email: "erased", session_token: `erased:${ready.id}` })
    })

    it("is not taken over by the same shopper who comes back", async () => {
      const opened = await bench.service.open(purchase({ ...his, account: "scripted" }))
      bench.gateway.script("cancel", { status: 503, body: { detail: "down", status_code: 503 } })
      await forget()
      bench.gateway.reset()
      const { payment_session_id, payment_collection_id } = opened
      const again = await bench.service.open(purchase({ ...his, account: "scripted", payment_session_id, payment_collection_id }))
      expect(again).toMatchObject({ status: "opened", email: MAX.email, forgotten_at: null })
      expect(again.id).not.toBe(opened.id)
      expect(await read(opened)).toMatchObject({ status: "cancelled" })
    })

    it("that a debit left which failed for good is closed, so that its person can come back", async () => {
      const debit = await readyDebit(bench, APPROVED, { ...his, account: "scripted" })
      await bench.knex()("catalystpay_debit").where({ id: debit.id }).update({ status: "failed", sealed_iban: null })
      await forget()
      expect(bench.gateway.operations()).toContain("cancel")
      expect(await read(debit)).toMatchObject({ status: "failed", email: "erased" })
    })
  })

  describe("a debit that is under way when its person is forgotten", () => {
    it("is submitted with the IBAN that was sealed for it, which is then destroyed", async () => {
      const ready = await readyDebit(bench, APPROVED, his)
      await bench.knex()("catalystpay_debit").where({ id: ready.id }).update({ status: "queued", queued_at: new Date() })
      const { debits } = await forget()
      expect(debits).toMatchObject([{ plan: { kept: { why: "under_way", what: expect.arrayContaining(["sealed_iban"]) as unknown } } }])
      const step = await bench.service.advanceQueued(await read(ready), async () => "order")
      expect(step).toMatchObject({ kind: "left_queue", debit: { status: "approved", sealed_iban: null } })
      expect((await forget()).debits).toMatchObject([{ plan: { kept: { why: "evidence" } } }])
      expect(await read(ready)).toMatchObject({ status: "approved", bank_name: null, bic: null })
    })

    it("keeps another session of the same e-mail waiting, as before", async () => {
      const awaiting = await bench.service.advance(await readyDebit(bench, AWAITING, his))
      expect(awaiting.status).toBe("awaiting_verification")
      await forget()
      await expect(bench.service.open(purchase({ lead }))).rejects.toMatchObject({ code: "payment_in_progress_elsewhere" })
    })

    it("is still found by a webhook and by a refund that name nothing but the e-mail", async () => {
      const debit = await capturedDebit(bench, his)
      await forget()
      const { context } = money
      const told = { lead: { email: MAX.email.toUpperCase() }, amount: "29.99", currency: "EUR", status: "COMPLETED" }
      const found = await findByCircumstances(context, "default", parseWebhookEvent("payment_session.completed", told))
      expect(found?.id).toBe(debit.id)
      bench.sandbox.refund(transactionOf(debit))
      const row = (await transactionsOf(context, debit)).find(({ type }) => type === "sdd_refund") ?? fail(debit.id)
      const nameless = { ...row, tenant_reference_id: null, customer_email_csv: MAX.email.toUpperCase() }
      expect((await ownerOfRefund(context, "default", nameless)).debit?.id).toBe(debit.id)
    })

    it("keeps nothing of the webhooks that come later either, and a replay still finds it", async () => {
      const debit = await approvedDebit(bench, his)
      await forget()
      const id = await webhook({ session_token: debit.session_token, status: "COMPLETED", amount: "29.99", lead: { email: MAX.email } }, debit.id)
      expect(await sweep()).toBe(1)
      expect(await payloadOf(id)).toEqual({ session_token: debit.session_token, session_status: "COMPLETED", amount: "29.99" })
      expect(await tablesWith(bench, MAX.email)).toEqual([])
      await bench.service.webhooks.replay(id)
      const delivery = (await bench.service.webhooks.claim(id)) ?? fail(debit.id)
      expect(await bench.service.webhooks.apply(delivery)).toMatchObject({ debit_id: debit.id })
    })

    it("leaves a webhook that still waits as it is until it was processed", async () => {
      const debit = await approvedDebit(bench, his)
      const payload = { session_token: debit.session_token, lead: { email: MAX.email } }
      const body = Buffer.from(JSON.stringify(payload))
      const event_name = "payment_session.completed"
      const { id } = await bench.service.webhooks.receive({ account: "default", event_name, body, signature: sign(payload, WEBHOOK_SECRET) })
      expect(await forget()).toMatchObject({ loose: 0 })
      expect(await payloadOf(id)).toEqual(payload)
    })
  })

  it("tells the dashboard and the shopper nothing of what is kept as evidence", async () => {
    const debit = await approvedDebit(bench, his)
    await forget()
    const now = await read(debit)
    expect(await bench.service.publicData(now)).toMatchObject({ status: "approved", bank_account: null })
    expect(await bench.service.mandateView(now, "en")).toMatchObject({ holder_name: null, bic: null })
  })

  it("takes the hash of an e-mail out of the problem that names a shopper by it", async () => {
    const foreign = await bench.service.open(purchase({ lead, account: "scripted" }))
    bench.gateway.script("create", { status: 409, body: { detail: "Lead already has an active payment session", status_code: 409 } })
    await bench.knex()("catalystpay_debit").where({ id: foreign.id }).update({ status: "cancelled" })
    await expect(bench.service.open(purchase({ lead, account: "scripted" }))).rejects.toMatchObject({ code: "lead_conflict" })
    expect(await bench.service.problems.listOpen({ code: "lead_conflict" })).toHaveLength(1)
    await forget()
    expect(await tablesWith(bench, "lead_conflict")).toEqual([])
  })
}
