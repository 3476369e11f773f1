import { TurnQueue, type CallBudget } from "../../../src/gateway"
import type { DebitRecord } from "../../../src/modules/catalystpay/debits/debit-record"
import type { LedgerContext } from "../../../src/modules/catalystpay/ledger-context"
import type { Settings } from "../../../src/modules/catalystpay/options"
import { advanceQueued, type QueuedFor } from "../../../src/modules/catalystpay/checkout/queue"
import { advance } from "../../../src/modules/catalystpay/checkout/submission"
import { APPROVED, DECLINED } from "../../http/support/ibans"
import { callsOf, readyDebit, type Bench } from "../support/bench"
import { ownContext } from "../support/own-context"

const NEVER: CallBudget = { take: async () => 1_000, sent: async () => undefined, close: async () => undefined }
const ALWAYS: CallBudget = { ...NEVER, take: async () => 0 }

/** The ledger's own parts with a limit of the test's making. */
export function queueing(bench: Bench): void {
  function contextWith(budget: CallBudget, change: Partial<Settings> = {}): LedgerContext {
    const settings = { ...bench.service.settings, submitWithin: 0.05, ...change }
    const turns = new TurnQueue({ budget, addresses: [{ name: "test", local_address: null }] })
    return ownContext(bench, { settings }, turns)
  }

  const inQueue = async (iban = APPROVED): Promise<DebitRecord> =>
    advance(contextWith(NEVER), await readyDebit(bench, iban))
  const pays = () => callsOf(bench, "pay")
  const order = async (): Promise<QueuedFor> => "order"

  it("queues what gets no turn in time, still sealed and not marked as submitted", async () => {
    const queued = await inQueue()
    expect(queued).toMatchObject({
      status: "queued",
      submitted_at: null,
      queued_at: expect.any(Date) as unknown,
      sealed_iban: expect.stringMatching(/^v1\./) as unknown,
    })
    expect(pays()).toBe(0)
  })

  it("leaves it with the shopper where the merchant wants nothing queued", async () => {
    const ready = await readyDebit(bench, APPROVED)
    const left = await advance(contextWith(NEVER, { onQueueFull: "refuse" }), ready)
    expect(left).toMatchObject({ status: "ready", attempt: ready.attempt, reference: ready.reference })
    expect(pays()).toBe(0)
    expect(await advance(contextWith(ALWAYS), left)).toMatchObject({ status: "approved" })
  })

  it("submits it once, however many take it out of the queue at the same moment", async () => {
    const queued = await inQueue()
    const context = contextWith(ALWAYS)
    await Promise.all(Array.from({ length: 10 }, () => advanceQueued(context, queued, order)))
    expect(pays()).toBe(1)
    expect(await bench.service.findBySession(queued.payment_session_id)).toMatchObject({ status: "approved" })
  })

  it("takes a decline as an answer", async () => {
    const step = await advanceQueued(contextWith(ALWAYS), await inQueue(DECLINED), order)
    expect(step).toMatchObject({ kind: "left_queue", debit: { status: "declined", sealed_iban: null } })
  })

  it("keeps its place while the limit is used up, and asks for nothing", async () => {
    const queued = await inQueue()
    const context = contextWith(NEVER)
    const impatient = { ...context, gateway: () => hurried(context) }
    expect(await advanceQueued(impatient, queued, order)).toEqual({ kind: "waits_for_gateway" })
    expect(await bench.service.findBySession(queued.payment_session_id)).toMatchObject({ status: "queued" })
  })

  /** The queue's patience is half a minute; a test's is not. */
  function hurried(context: LedgerContext): ReturnType<LedgerContext["gateway"]> {
    const gateway = context.gateway("default")
    const pay: typeof gateway.pay = (token, input, options) =>
      gateway.pay(token, input, { ...options, turn_within_ms: 20 })
    return {
      createSession: gateway.createSession.bind(gateway),
      getSession: gateway.getSession.bind(gateway),
      validateIban: gateway.validateIban.bind(gateway),
      verify: gateway.verify.bind(gateway),
      cancel: gateway.cancel.bind(gateway),
      transactionPages: gateway.transactionPages.bind(gateway),
      chargebackPages: gateway.chargebackPages.bind(gateway),
      pay,
    }
  }

  it("fails what cannot be opened any more, without asking the gateway", async () => {
    const queued = await inQueue()
    await bench.knex()("catalystpay_debit").where({ id: queued.id }).update({ sealed_iban: "v1.lost.x.y.z" })
    const step = await advanceQueued(contextWith(ALWAYS), { ...queued, sealed_iban: "v1.lost.x.y.z" }, order)
    expect(step).toMatchObject({
      kind: "left_queue",
      debit: { status: "failed", sealed_iban: null, error_code: "not_submitted", retry_allowed: false },
    })
    expect(pays()).toBe(0)
  })

  it("asks once more in its turn whether the order still stands", async () => {
    const queued = await inQueue()
    const answers: QueuedFor[] = ["order", "cancelled_order"]
    const step = await advanceQueued(contextWith(ALWAYS), queued, async () => answers.shift() ?? "cancelled_order")
    expect(step).toMatchObject({ kind: "left_queue", debit: { status: "cancelled", sealed_iban: null } })
    expect(pays()).toBe(0)
  })

  it("is emptied by one server at a time", async () => {
    const runs: string[] = []
    await bench.service.whileEmptyingQueue(async () => {
      runs.push("first")
      await bench.service.whileEmptyingQueue(async () => {
        runs.push("second")
      })
    })
    expect(runs).toEqual(["first"])
  })

  it("gives debits out in the order in which they were queued", async () => {
    const first = await inQueue()
    const second = await inQueue()
    await bench.knex()("catalystpay_debit").where({ id: first.id }).update({ queued_at: new Date(Date.now() + 60_000) })
    const ids = (await bench.service.queuedDebits(10)).map(({ id }) => id)
    expect(ids).toEqual([second.id, first.id])
  })
}
