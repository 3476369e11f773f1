import { findDebitViews } from "../../../src/modules/catalystpay/debits/debit-finder"
import { readCursor, type DebitSort } from "../../../src/modules/catalystpay/debit-list/cursor"
import type { DebitFilter } from "../../../src/modules/catalystpay/debit-list/filter"
import { placesQuery } from "../../../src/modules/catalystpay/debit-list/places"
import type { DebitRow } from "../../../src/modules/catalystpay/debits/debit-rows"
import { DEBIT_STATUSES, deriveState, type DebitFacts } from "../../../src/modules/catalystpay/debit-state"
import { purchase, type Bench } from "../support/bench"
import { manyDebits } from "../support/many-debits"
import { approvedDebit, capturedDebit } from "../support/money-context"

/** The whole measure: `CATALYSTPAY_LISTED_DEBITS=100000`. */
const MANY = Number(process.env.CATALYSTPAY_LISTED_DEBITS ?? 20_000)
const NEWEST: DebitSort = "-created_at"

export function listing(bench: Bench): void {
  const list = () => bench.service.debitList

  /** All ids of a list, page by page. @param between what happens after each page */
  async function walk(filter: DebitFilter, sort: DebitSort, limit: number, between = async () => undefined as void): Promise<string[]> {
    const ids: string[] = []
    for (let cursor: string | undefined, page; ; ) {
      page = await list().page(filter, { sort, limit, cursor })
      ids.push(...page.ids)
      await between()
      if (page.next_cursor === null) {
        return ids
      }
      cursor = page.next_cursor
    }
  }

  it("shows every debit once, though others are opened between its pages and many in the same moment", async () => {
    await manyDebits(bench, 200)
    // As many as one statement writes: no two of them are apart.
    await bench.knex().raw("update catalystpay_debit set created_at = '2026-01-01T00:00:00.123456Z' where id < 'cpdeb_many15'")
    const { rows } = await bench.knex().raw<{ rows: { id: string }[] }>("select id from catalystpay_debit order by created_at desc, id desc")
    const before = rows.map(({ id }) => id)
    const opened: string[] = []
    const openOne = async () => void opened.push((await bench.service.open(purchase())).id)
    const seen = await walk({}, NEWEST, 17, openOne)
    expect(seen).toEqual(before)
    expect(opened.length).toBeGreaterThan(10)

    const oldestFirst = await walk({}, "created_at", 23)
    expect(oldestFirst).toEqual([...before].reverse().concat(opened))
  })

  it("leads back by the same pages that it led forth", async () => {
    await manyDebits(bench, 50)
    for (const sort of ["-amount", "created_at"] as const) {
      const forth: string[][] = []
      let last: string | null = null
      for (let cursor: string | undefined; ; ) {
        const page = await list().page({}, { sort, limit: 20, cursor })
        forth.push(page.ids)
        last = page.previous_cursor
        if (page.next_cursor === null) break
        cursor = page.next_cursor
      }
      const back: string[][] = []
      while (last !== null) {
        const page = await list().page({}, { sort, limit: 20, cursor: last })
        expect(page.next_cursor).not.toBeNull()
        back.unshift(page.ids)
        last = page.previous_cursor
      }
      expect(forth.map(({ length }) => length)).toEqual([20, 20, 10])
      expect(back).toEqual(forth.slice(0, -1))
    }
  })

  it("is the same whatever the pages' size, by amounts as well, of which many are equal", async () => {
    await manyDebits(bench, 60)
    await bench.knex().raw("update catalystpay_debit set amount = 12.5 where id > 'cpdeb_many3'")
    const whole = await walk({}, "amount", 100)
    expect(new Set(whole).size).toBe(60)
    expect(await walk({}, "amount", 7)).toEqual(whole)
    expect(await walk({}, "-amount", 11)).toEqual([...whole].reverse())
  })

  it("calls a debit in the database by the same state as everywhere else", async () => {
    const debit = await approvedDebit(bench)
    const moment = new Date("2026-11-30T00:00:00Z")
    // Each bit is one of the facts that the state depends on.
    const facts: DebitFacts[] = DEBIT_STATUSES.flatMap((status) =>
      Array.from({ length: 2 ** 6 }, (_, bits) => ({
        status,
        captured_amount: bits & 1 ? "20.71" : "0",
        refund_due_amount: bits & 2 ? "0.01" : "0",
        refunded_amount: bits & 4 ? "20.71" : "0",
        charged_back_amount: bits & 8 ? "1" : "0",
        settled_at: bits & 16 ? moment : null,
        returned_at: null,
        orphaned_at: bits & 32 ? moment : null,
      })),
    )
    for (const fact of facts) {
      const rows = await bench.knex()<DebitRow>("catalystpay_debit").where({ id: debit.id }).update(fact).returning("state")
      expect({ fact, state: rows[0]?.state }).toEqual({ fact, state: deriveState(fact) })
    }
  })

  describe("finds a debit", () => {
    it("by each name that somebody may have copied, by its mandate and by the end of its IBAN", async () => {
      const wanted = await capturedDebit(bench)
      await approvedDebit(bench)
      const mandate = await bench.knex()<{ reference: string; debit_id: string }>("catalystpay_mandate").where({ debit_id: wanted.id }).first()
      const { reference, order_number, transaction_id, merchant_transaction_id, payment_session_id, id } = wanted
      const names = [reference, order_number, transaction_id, merchant_transaction_id, payment_session_id, id, mandate?.reference ?? null]
      for (const name of names) {
        const found = await walk({ search: { names: [name ?? "none"], last4: null, payment_collection_ids: [] } }, NEWEST, 10)
        expect({ name, found }).toEqual({ name, found: [id] })
      }
      const byIban = { names: ["3000"], last4: "3000", payment_collection_ids: [] }
      expect(await list().count({ search: byIban })).toBe(2)
      expect(await walk({ search: { ...byIban, last4: "9999", payment_collection_ids: [wanted.payment_collection_id] } }, NEWEST, 10)).toEqual([id])
      await bench.knex()("catalystpay_debit").where({ id }).update({ forgotten_at: new Date() })
      expect(await list().count({ search: byIban })).toBe(1)
    })

    it("by what the merchant may have to act on", async () => {
      const calm = await capturedDebit(bench)
      const [chargedBack, due, orphaned, asked, unknown] = await Promise.all(Array.from({ length: 5 }, () => capturedDebit(bench)))
      const change = (debit: { id: string } | undefined, patch: Record<string, unknown>) =>
        bench.knex()("catalystpay_debit").where({ id: debit?.id }).update(patch)
      await change(chargedBack, { charged_back_amount: "29.99" })
      await change(due, { refund_due_amount: "1" })
      await change(orphaned, { orphaned_at: new Date() })
      await change(unknown, { status: "submitting", submitted_at: new Date(Date.now() - 60_000) })
      await bench.service.problems.open({ code: "amount_mismatch", subject: asked?.id ?? "", debit_id: asked?.id })
      const found = await walk({ trouble: true }, NEWEST, 2)
      expect([...found].sort()).toEqual([chargedBack, due, orphaned, asked, unknown].map((debit) => debit?.id).sort())
      expect(found).not.toContain(calm.id)
      const [view] = await findDebitViews(bench.service, [asked?.id ?? ""])
      expect(view?.problems).toMatchObject([{ code: "amount_mismatch", can_be_dismissed: true }])
    })

    it("by account, state, mode, day and customer, which it has to meet all", async () => {
      await manyDebits(bench, 1000)
      const dayStart = new Date(Date.now() - 600_000)
      const of = (filter: DebitFilter) => list().count(filter)
      expect(await of({ accounts: ["rare"] })).toBe(20)
      expect(await of({ accounts: ["rare"], livemode: true })).toBe(0)
      expect(await of({ accounts: ["rare", "default"] })).toBe(1000)
      expect(await of({ states: ["failed", "charged_back"] })).toBe(102)
      expect(await of({ customer_id: "cus_rare" })).toBe(1)
      const [recent, older] = await Promise.all([of({ from: dayStart }), of({ before: dayStart })])
      expect(recent + older).toBe(1000)
      expect(recent).toBeGreaterThan(500)
      expect(await of({ payment_collection_ids: [] })).toBe(0)
    })
  })

  it("costs the same on the last page as on the first: each order and filter has its index", async () => {
    await manyDebits(bench, MANY)
    const { next_cursor } = await list().page({}, { sort: NEWEST, limit: MANY / 2 })
    const deep = readCursor(next_cursor ?? "", NEWEST)
    const search = { names: ["txn_many77"], last4: "0077", payment_collection_ids: ["pay_col_many77"] }
    const plans: [DebitFilter, DebitSort, string][] = [
      [{}, NEWEST, "IDX_catalystpay_debit_listed"],
      [{}, "-amount", "IDX_catalystpay_debit_amount_listed"],
      [{ from: new Date(Date.now() - 3_600_000), before: new Date() }, NEWEST, "IDX_catalystpay_debit_listed"],
      [{ accounts: ["rare"] }, NEWEST, "IDX_catalystpay_debit_account_listed"],
      [{ states: ["charged_back"] }, NEWEST, "IDX_catalystpay_debit_state_listed"],
      [{ livemode: false }, NEWEST, "IDX_catalystpay_debit_mode_listed"],
      [{ customer_id: "cus_rare" }, NEWEST, "IDX_catalystpay_debit_customer_listed"],
      [{ payment_collection_ids: ["pay_col_many77"] }, NEWEST, "IDX_catalystpay_debit_collection"],
      [{ trouble: true }, NEWEST, "IDX_catalystpay_debit_"],
      [{ search }, NEWEST, "IDX_catalystpay_debit_transaction"],
    ]
    for (const [filter, sort, index] of plans) {
      const cursor = sort === NEWEST ? deep : null
      const query = placesQuery(bench.knex(), filter, { sort, cursor, limit: 21 }, new Date()).toQuery()
      const { rows } = await bench.knex().raw<{ rows: { "QUERY PLAN": string }[] }>(`explain analyze ${query}`)
      const plan = rows.map((row) => row["QUERY PLAN"]).join("\n")
      expect({ filter, plan }).toMatchObject({ filter, plan: expect.stringContaining(index) as unknown })
      expect({ filter, plan }).toMatchObject({ filter, plan: expect.not.stringContaining("Seq Scan on catalystpay_debit") as unknown })
    }
  })
}
