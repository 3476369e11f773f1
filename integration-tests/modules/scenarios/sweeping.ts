import type { DebitRecord } from "../../../src/modules/catalystpay/debits/debit-record"
import { APPROVED, DECLINED } from "../../http/support/ibans"
import { bankAccount, purchase, readyDebit, type Bench } from "../support/bench"

const OLD = "now() - interval '25 hours'"

export function sweeping(bench: Bench): void {
  const cleaning = () => bench.service.upkeep.cleaning
  const set = async (id: string, what: string): Promise<void> => {
    await bench.knex().raw(`update catalystpay_debit set ${what} where id = ?`, [id])
  }
  const age = (id: string, ...columns: string[]) => set(id, columns.map((column) => `${column} = ${OLD}`).join(", "))
  const read = async (id: string): Promise<DebitRecord | null> => bench.service.findById(id)
  const SEALED = { sealed_iban: expect.stringMatching(/^v1\./) as unknown, iban_check: expect.anything() as unknown }
  const UNSEALED = { sealed_iban: null, sealed_at: null, iban_check: null }

  it("destroys the IBAN of a shopper who never pressed pay, and asks for the bank account again", async () => {
    const debit = await readyDebit(bench, APPROVED)
    await age(debit.id, "sealed_at", "updated_at")
    expect(await cleaning().destroySeals(100)).toBe(1)
    expect(await read(debit.id)).toMatchObject({ ...UNSEALED, status: "opened", iban_last4: null, bank_name: null, error_code: null })
    const again = await bench.service.attachBankAccount((await read(debit.id)) ?? debit, bankAccount(APPROVED))
    expect(await bench.service.advance(again)).toMatchObject({ status: "approved", attempt: 2, reference: `${debit.payment_session_id}.2` })
  })

  it("leaves the IBAN of a shopper who gave it less than a day ago", async () => {
    const debit = await readyDebit(bench, APPROVED)
    await age(debit.id, "created_at", "updated_at")
    expect(await cleaning().destroySeals(100)).toBe(0)
    expect(await read(debit.id)).toMatchObject({ ...SEALED, status: "ready" })
  })

  it("keeps what is given anew at the very moment of destroying", async () => {
    const debit = await readyDebit(bench, APPROVED)
    await age(debit.id, "sealed_at")
    const [swept] = await Promise.all([cleaning().destroySeals(100), bench.service.attachBankAccount(debit, bankAccount(DECLINED)).catch(() => null)])
    expect(swept).toBeLessThanOrEqual(1)
    const after = await read(debit.id)
    expect(after?.status === "ready" ? after.iban_last4 : after?.sealed_iban).toBe(after?.status === "ready" ? "6789" : null)
  })

  it.each(["queued", "submitting", "awaiting_verification"])("never touches the IBAN of a debit that is %s within its day", async (status) => {
    const debit = await readyDebit(bench, APPROVED)
    await set(debit.id, `status = '${status}', queued_at = now(), submitted_at = now()`)
    await age(debit.id, "sealed_at", "updated_at")
    expect(await cleaning().destroySeals(100)).toBe(0)
    expect(await read(debit.id)).toMatchObject({ ...SEALED, status })
  })

  it("destroys the IBAN of a debit that was submitted more than a day ago and never answered", async () => {
    const debit = await readyDebit(bench, APPROVED)
    await set(debit.id, "status = 'submitting'")
    await age(debit.id, "sealed_at", "submitted_at")
    expect(await cleaning().destroySeals(100)).toBe(1)
    expect(await read(debit.id)).toMatchObject({ ...UNSEALED, status: "submitting", iban_last4: "3000" })
  })

  it.each(["approved", "declined", "failed", "cancelled", "superseded"])("destroys an IBAN that was left on a debit that is %s", async (status) => {
    const debit = await readyDebit(bench, APPROVED)
    await set(debit.id, `status = '${status}'`)
    await age(debit.id, "sealed_at")
    expect(await cleaning().destroySeals(100)).toBe(1)
    expect(await read(debit.id)).toMatchObject({ ...UNSEALED, status, iban_last4: "3000" })
  })

  it("destroys the fingerprint of an IBAN that was typed and never given", async () => {
    const debit = await bench.service.open(purchase())
    await bench.service.validateIban("default", debit, APPROVED)
    expect(await cleaning().destroySeals(100)).toBe(0)
    expect(await read(debit.id)).toMatchObject({ iban_check: expect.anything() as unknown })
    await age(debit.id, "updated_at")
    expect(await cleaning().destroySeals(100)).toBe(1)
    expect(await read(debit.id)).toMatchObject({ status: "opened", iban_check: null })
  })

  it("works in batches, and does each thing once however many servers work", async () => {
    for (let index = 0; index < 6; index += 1) {
      await age((await readyDebit(bench, APPROVED)).id, "sealed_at")
    }
    await Promise.all([cleaning().destroySeals(3), cleaning().destroySeals(3)])
    while ((await cleaning().destroySeals(3)) > 0) {
      continue
    }
    const events = await bench.knex()("catalystpay_debit_event").where({ type: "seal_expired" }).select("debit_id", "refused")
    expect(new Set(events.map(({ debit_id }: { debit_id: string }) => debit_id)).size).toBe(6)
    expect(events).toHaveLength(6)
  })

  it("names the debits whose session nobody has touched for two days, in order", async () => {
    const ids: string[] = []
    for (const days of [3, 3, 1]) {
      const { id } = await bench.service.open(purchase())
      const at = `now() - interval '${days} days'`
      await set(id, `created_at = ${at}, updated_at = ${at}`)
      ids.push(id)
    }
    const touched = await bench.service.open(purchase())
    await set(touched.id, "created_at = now() - interval '3 days'")
    const found = (await cleaning().abandoned(100, "")).map(({ id }) => id)
    expect(found).toEqual(ids.slice(0, 2).sort())
    expect((await cleaning().abandoned(100, found[0] ?? "")).map(({ id }) => id)).toEqual(found.slice(1))
  })

  it("deletes webhooks, leases and closed problems when they are old, and keeps dead letters twice as long", async () => {
    const knex = bench.knex()
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
    const delivery = (id: string, status: string, days: number) => ({
      id,
      account: "default",
      event_name: "e",
      fingerprint: id,
      payload: "{}",
      status,
      next_try_at: daysAgo(days),
      created_at: daysAgo(days),
    })
    await knex("catalystpay_webhook_delivery").insert([
      delivery("processed-old", "processed", 91),
      delivery("ignored-old", "ignored", 91),
      delivery("processed-young", "processed", 89),
      delivery("failed-old", "failed", 179),
      delivery("failed-very-old", "failed", 181),
      delivery("received-old", "received", 181),
    ])
    const lease = (name: string, days: number) => ({ id: name, name, holder: "h", expires_at: daysAgo(days) })
    await knex("catalystpay_lease").insert([lease("old", 2), lease("young", 0)])
    const problem = (id: string, closed_at: Date | null) => ({ id, key: id, code: "refund_overdue", closed_at, created_at: daysAgo(800) })
    await knex("catalystpay_problem").insert([problem("old", daysAgo(366)), problem("young", daysAgo(364)), problem("open", null)])

    const read = (id: string, cause: string, days: number, finished_at: Date | null = daysAgo(days)) => ({
      ...{ id, account: "default", listing: "transactions", cause, status: finished_at ? "finished" : "running" },
      ...{ from_day: "2026-01-01", to_day: "2026-01-02", window_start: "2026-01-01", report: "{}", unagreed: "[]" },
      started_at: daysAgo(days),
      finished_at,
    })
    await knex("catalystpay_reconciliation_run").insert([
      read("asked-old", "request", 91),
      read("job-older", "job", 101),
      read("job-newest", "job", 100),
      read("unfinished", "request", 200, null),
    ])

    expect(await cleaning().deleteOld(1)).toBe(5)
    expect(await cleaning().deleteOld(1)).toBe(2)
    expect(await cleaning().deleteOld(1)).toBe(0)
    const left = async (table: string) => (await knex(table).orderBy("id").select("id")).map(({ id }: { id: string }) => id)
    expect(await left("catalystpay_webhook_delivery")).toEqual(["failed-old", "processed-young", "received-old"])
    expect(await left("catalystpay_lease")).toEqual(["young"])
    expect(await left("catalystpay_problem")).toEqual(["open", "young"])
    // From where the job goes on is never forgotten.
    expect(await left("catalystpay_reconciliation_run")).toEqual(["job-newest", "unfinished"])
  })
}
