import { randomBytes } from "node:crypto"
import { sign, type JsonValue } from "../../../sandbox/canonical-json"
import { TurnQueue, type CallBudget } from "../../../src/gateway"
import type { CatalystPayModuleService } from "../../../src/modules/catalystpay"
import type { DebitRecord } from "../../../src/modules/catalystpay/debits/debit-record"
import type { FaultPoint } from "../../../src/modules/catalystpay/faults"
import { advance } from "../../../src/modules/catalystpay/checkout/submission"
import { whileDyingAt } from "../../http/support/dying"
import { APPROVED } from "../../http/support/ibans"
import { bankAccount, callsOf, purchase, readyDebit, WEBHOOK_SECRET, type Bench } from "../support/bench"
import { ownContext, TestClock } from "../support/own-context"

const NEXT_KEY = "rk_test_modules_next"
const NEXT_SECRET = "whsec_modules_next"
const NO_TURN: CallBudget = { take: async () => 1_000, sent: async () => undefined, close: async () => undefined }

/** The merchant replaces a key or secret and restarts, while debits are on their way. */
export function rotations(bench: Bench): void {
  const pays = () => callsOf(bench, "pay")
  const order = async () => "order" as const
  const openProblems = async () => (await bench.service.problems.listOpen()).map(({ code }) => code)

  /** A server that dies at a point of a submission, before any key was replaced. */
  async function dyingAt(point: FaultPoint, debit: DebitRecord): Promise<void> {
    const server = bench.restart({})
    expect(await whileDyingAt(server, point, 1, () => server.advance(debit).catch(() => undefined))).toBe(1)
    expect(await server.findById(debit.id)).toMatchObject({ status: "submitting" })
  }

  describe("the sealing key", () => {
    const newKey = randomBytes(32).toString("base64")
    const oldKey = () => bench.service.settings.encryptionKey.map((key) => key.toString("base64"))
    const both = () => bench.restart({ encryptionKey: [newKey, ...oldKey()] })
    const newOnly = () => bench.restart({ encryptionKey: [newKey] })

    async function queuedDebit(): Promise<DebitRecord> {
      const turns = new TurnQueue({ budget: NO_TURN, addresses: [{ name: "rotation", local_address: null }] })
      const settings = { ...bench.service.settings, submitWithin: 0.05 }
      return advance(ownContext(bench, { settings }, turns), await readyDebit(bench, APPROVED))
    }

    /** Marked as submitted by a process that died before anything was sent. */
    async function unknownDebit(): Promise<DebitRecord> {
      const ready = await readyDebit(bench, APPROVED)
      await dyingAt("after_submission_was_marked", ready)
      return ready
    }

    it("opens what the old one sealed, wherever the debit waits: for its shopper, its turn, or an answer", async () => {
      const [ready, queued, unknown] = [await readyDebit(bench, APPROVED), await queuedDebit(), await unknownDebit()]
      expect(pays()).toBe(0)
      const server = both()
      expect(await server.advance(ready)).toMatchObject({ status: "approved", attempt: 1, sealed_iban: null })
      expect(await server.advanceQueued(queued, order)).toMatchObject({ kind: "left_queue", debit: { status: "approved" } })
      const clock = new TestClock()
      clock.pass(60)
      server.clock = clock
      const due = await server.claimDueDebit()
      expect(due?.id).toBe(unknown.id)
      expect(await server.settleDueDebit(due ?? unknown, order)).toMatchObject({ status: "approved", sealed_iban: null })
      expect(pays()).toBe(3)
    })

    it("seals from then on, and servers that list both the other way round open that too", async () => {
      const other = bench.restart({ encryptionKey: [...oldKey(), newKey] })
      const server = both()
      const debit = await server.attachBankAccount(await server.open(purchase()), bankAccount(APPROVED))
      expect(await other.advance(debit)).toMatchObject({ status: "approved" })
      const another = await other.attachBankAccount(await other.open(purchase()), bankAccount(APPROVED))
      expect(await server.advance(another)).toMatchObject({ status: "approved" })
    })

    it("that was dropped too early is a problem at once, and nothing is lost when it is listed again", async () => {
      const ready = await readyDebit(bench, APPROVED)
      await newOnly().upkeep.watch.run()
      expect(await bench.service.problems.listOpen()).toMatchObject([{ code: "encryption_key_missing", details: { debits: 1 } }])
      const server = both()
      await server.upkeep.watch.run()
      expect(await openProblems()).toEqual([])
      expect(await server.advance(ready)).toMatchObject({ status: "approved", attempt: 1 })
    })

    it("that is gone leaves what it sealed expired: the shopper gives the bank account again, and the log says why", async () => {
      const ready = await readyDebit(bench, APPROVED)
      const server = newOnly()
      await server.upkeep.watch.run()
      const expired = await server.advance(ready)
      expect(expired).toMatchObject({ status: "opened", sealed_iban: null, iban_check: null, iban_last4: null, bank_name: null })
      expect(pays()).toBe(0)
      expect(bench.log()).toContain(
        `Debit ${ready.id} was not submitted, and needs its bank account again. The sealed IBAN cannot be opened: the key that ` +
          "sealed it is not among the configured encryption keys. Check that the encryption key that was in use when the shopper " +
          "paid is still listed in encryptionKey.",
      )
      await server.upkeep.watch.run()
      expect(await openProblems()).toEqual([])
      const again = await server.attachBankAccount(expired, bankAccount(APPROVED))
      expect(await server.advance(again)).toMatchObject({ status: "approved", reference: `${ready.payment_session_id}.2` })
      expect(pays()).toBe(1)
    })

    it("that is gone fails a debit that waits for its turn, and submits nothing", async () => {
      const queued = await queuedDebit()
      expect(await newOnly().advanceQueued(queued, order)).toMatchObject({
        kind: "left_queue",
        debit: { status: "failed", error_code: "not_submitted", sealed_iban: null },
      })
      expect(pays()).toBe(0)
    })
  })

  describe("the webhook secret", () => {
    async function approvedDebit(): Promise<DebitRecord> {
      return bench.service.advance(await readyDebit(bench, APPROVED))
    }

    async function confirm(server: CatalystPayModuleService, debit: DebitRecord, secret: string): Promise<DebitRecord | null> {
      const payload: { [key: string]: JsonValue } = { session_token: debit.session_token, status: "COMPLETED", amount: "29.99", currency: "EUR" }
      const body = Buffer.from(JSON.stringify(payload))
      const webhook = { account: "default", event_name: "payment_session.completed", body, signature: sign(payload, secret) }
      const { id } = await server.webhooks.receive(webhook)
      const delivery = await server.webhooks.claim(id)
      if (delivery) {
        await server.webhooks.finish(delivery, await server.webhooks.apply(delivery))
      }
      return server.findById(debit.id)
    }

    it("confirms a running debit, as the old one does until it is dropped and refused", async () => {
      const debits = [await approvedDebit(), await approvedDebit(), await approvedDebit()] as const
      const confirmed = { confirmed_at: expect.any(Date) as unknown }
      const rotating = bench.restart({ webhookSecret: [NEXT_SECRET, WEBHOOK_SECRET] })
      expect(await confirm(rotating, debits[0], WEBHOOK_SECRET)).toMatchObject(confirmed)
      expect(await confirm(rotating, debits[1], NEXT_SECRET)).toMatchObject(confirmed)
      const rotated = bench.restart({ webhookSecret: [NEXT_SECRET] })
      await expect(confirm(rotated, debits[2], WEBHOOK_SECRET)).rejects.toMatchObject({ code: "webhook_signature_invalid" })
      expect(await rotated.findById(debits[2].id)).toMatchObject({ confirmed_at: null })
      expect(await confirm(rotated, debits[2], NEXT_SECRET)).toMatchObject(confirmed)
    })
  })

  describe("the API key", () => {
    const renewed = () => bench.restart({ apiKey: NEXT_KEY })

    it("submits, asks about and settles what was begun under the old one, which is revoked by then", async () => {
      const ready = await readyDebit(bench, APPROVED)
      const lost = await readyDebit(bench, APPROVED)
      // Only the reconciliation, which the key authorises, tells of a session that has ended.
      bench.sandbox.switches["get-terminal"] = "410"
      await dyingAt("after_pay_was_answered", lost)
      bench.sandbox.setApiKeys([NEXT_KEY])

      const server = renewed()
      expect(await server.advance(ready)).toMatchObject({ status: "approved", reference: ready.reference })
      const clock = new TestClock()
      clock.pass(60)
      server.clock = clock
      const due = await server.claimDueDebit()
      expect(await server.settleDueDebit(due ?? lost, order)).toMatchObject({ id: lost.id, status: "approved" })
      expect(pays()).toBe(2)
      expect(await openProblems()).toEqual([])
    })

    it("that is refused is a problem, holds up no debit that was opened before, and is closed by the new one", async () => {
      const ready = await readyDebit(bench, APPROVED)
      bench.sandbox.setApiKeys([NEXT_KEY])
      await expect(bench.service.open(purchase())).rejects.toMatchObject({ code: "gateway_rejected" })
      expect(await openProblems()).toEqual(["gateway_credentials_rejected"])
      expect(await bench.service.advance(ready)).toMatchObject({ status: "approved" })
      expect(await openProblems()).toEqual(["gateway_credentials_rejected"])

      const server = renewed()
      expect(await server.open(purchase())).toMatchObject({ status: "opened" })
      expect(await openProblems()).toEqual([])
    })
  })
}
