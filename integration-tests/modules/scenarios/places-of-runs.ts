import { SYSTEM_CLOCK } from "../../../src/modules/catalystpay/clock"
import type { DebitRecord } from "../../../src/modules/catalystpay/debits/debit-record"
import { NO_FAULTS, type FaultPoint } from "../../../src/modules/catalystpay/faults"
import { APPROVED } from "../../http/support/ibans"
import { purchase, type Bench } from "../support/bench"
import { approvedDebit, capturedDebit, transactionOf } from "../support/money-context"
import { TestClock } from "../support/own-context"
import { debitsOfAnotherShop, pageOf, reconciliationOf, transactionRow } from "../support/reconciling"

const DAY_S = 24 * 60 * 60

/** How far a reading has come is kept, whatever happens to who reads and to what is read. */
export function placesOfRuns(bench: Bench): void {
  const { sandbox, gateway } = bench
  const { agree, agreed, now, runs, counted, listed, read } = reconciliationOf(bench)

  beforeEach(() => {
    agreed.length = 0
    Object.assign(bench.service.settings.reconciliation, { pageSize: 7, overlapDays: 14 })
  })

  afterEach(() => {
    bench.service.faults = NO_FAULTS
    bench.service.clock = SYSTEM_CLOCK
  })

  /** The process dies when it passes the point for the nth time. */
  function dieAt(point: FaultPoint, time: number): void {
    let passed = 0
    bench.service.faults = {
      at: async (here) => {
        passed += here === point ? 1 : 0
        if (here === point && passed === time) {
          throw new Error(`The process died ${point}.`)
        }
      },
    }
  }

  async function diesAt(point: FaultPoint, time: number): Promise<void> {
    dieAt(point, time)
    await expect(read()).rejects.toThrow("died")
    bench.service.faults = NO_FAULTS
  }

  async function transactionsRead(): Promise<number> {
    const read = await runs()
    return read.filter(({ listing }) => listing === "transactions").reduce((sum, { report }) => sum + report.rows, 0)
  }

  const answered = (operation: string) => sandbox.calls.filter((call) => call.operation === operation).length

  describe("with hundreds of rows on many pages", () => {
    let areThere = false

    beforeEach(async () => {
      // The sandbox keeps them from test to test.
      await (areThere ? undefined : debitsOfAnotherShop(bench, 260))
      areThere = true
    })

    it("reads page after page to the end, whatever their order", async () => {
      const debit = await approvedDebit(bench)
      await read()
      const all = listed()
      expect(await transactionsRead()).toBe(all)
      expect(await counted("foreign")).toBe(all - 1 + sandbox.chargebacks().length)
      expect(await now(debit)).toMatchObject({ confirmed_at: expect.any(Date) as unknown })
      Object.assign(sandbox.switches, { "reconciliation-order": "descending" })
      await read()
      expect(await transactionsRead()).toBe(2 * all)
    })

    it.each<[FaultPoint, number]>([
      ["before_row_is_reconciled", 180],
      ["after_row_was_applied", 180],
      ["after_row_was_reconciled", 180],
      ["before_page_is_finished", 20],
    ])("goes on in the middle after a process died at %s, and counts no row twice", async (point, time) => {
      const debit = await approvedDebit(bench)
      await diesAt(point, time)
      const [left] = await runs()
      expect(left).toMatchObject({ status: "running", finished_at: null })
      expect(left?.report.rows).toBeGreaterThan(120)
      sandbox.clearCalls()
      await read()
      const all = listed()
      expect(await transactionsRead()).toBe(all)
      expect(answered("list_transactions") + answered("transactions")).toBeLessThan(all / 7)
      expect(await counted("confirmations")).toBe(1)
      expect(await now(debit)).toMatchObject({ confirmed_at: expect.any(Date) as unknown })
    })

    it("is read by one worker, where several start it at once", async () => {
      await approvedDebit(bench)
      const worked = await Promise.all(Array.from({ length: 5 }, () => read()))
      expect(worked.sort()).toEqual(["busy", "busy", "busy", "busy", "done"])
      expect(await transactionsRead()).toBe(listed())
    })

    it("goes to the next worker when one is taken for dead, whose late writes come to nothing", async () => {
      const debit = await approvedDebit(bench)
      let rows = 0
      const next: Promise<string>[] = []
      bench.service.faults = {
        at: async (point) => {
          rows += point === "before_row_is_reconciled" ? 1 : 0
          if (point === "before_row_is_reconciled" && rows === 100 && next.length === 0) {
            await bench.knex()("catalystpay_lease").where({ name: "reconcile:default" }).delete()
            next.push(read())
            await Promise.all(next)
          }
        },
      }
      await read()
      expect(await Promise.all(next)).toEqual(["done"])
      expect(bench.log()).toContain("was taken over by another worker")
      const all = listed()
      expect(await transactionsRead()).toBe(all)
      expect(await counted("confirmations")).toBe(1)
      expect(await now(debit)).toMatchObject({ confirmed_at: expect.any(Date) as unknown })
      // Both have looked for chargebacks; nothing is left open.
      expect((await runs()).map(({ status }) => status)).toEqual(expect.arrayContaining(["finished"]) as unknown)
      expect((await runs()).filter(({ status }) => status !== "finished")).toEqual([])
    })
  })

  it("agrees once more on a debit whose row was applied before the process died", async () => {
    const debit = await capturedDebit(bench)
    await read()
    agreed.length = 0
    sandbox.refund(transactionOf(debit), { amount: "5.00" })
    let isApplied = false
    bench.service.faults = {
      at: async (point) => {
        isApplied ||= point === "after_receipt_was_recorded"
        if (isApplied && point === "after_row_was_applied") {
          throw new Error("The process died.")
        }
      },
    }
    await expect(read()).rejects.toThrow("died")
    bench.service.faults = NO_FAULTS
    expect(agreed).not.toContain(debit.id)
    await read()
    expect(agreed).toContain(debit.id)
    expect(await now(debit)).toMatchObject({ refunded_amount: "5" })
  })

  it("keeps a debit that Medusa could not be brought in line with, until it could", async () => {
    const debit = await approvedDebit(bench)
    let isBusy = true
    const stubborn = async (id: string) => {
      if (isBusy) {
        throw new Error("Medusa is busy.")
      }
      agreed.push(id)
    }
    expect(await bench.service.reconciliation.readDue("default", stubborn)).toBe("done")
    expect(await runs()).toMatchObject([{ unagreed: 0 }, { listing: "transactions", status: "finished", unagreed: 1 }])
    await bench.service.recordCapture(debit)
    isBusy = false
    await bench.service.reconciliation.readDue("default", stubborn)
    expect(agreed).toContain(debit.id)
    expect((await runs()).map(({ unagreed }) => unagreed)).toEqual([0, 0, 0, 0])
  })

  describe("where the API answers what the sandbox never does", () => {
    const scripted = () => read("scripted")
    const windows = () =>
      gateway.calls
        .filter(({ operation, query }) => operation === "transactions" && !query.has("cursor"))
        .map(({ query }) => ({ start: query.get("start_date"), end: query.get("end_date"), size: query.get("page_size") }))

    beforeEach(async () => {
      await bench.service.open(purchase({ account: "scripted" }))
    })

    async function nextOf(cursor: string): Promise<string> {
      const { apiUrl } = await bench.service.account("scripted")
      return `${apiUrl}/reconciliation/transactions/?cursor=${cursor}`
    }

    async function latest() {
      const found = (await runs()).find(({ listing }) => listing === "transactions")
      if (!found) {
        throw new Error("There is no run.")
      }
      return found
    }

    it("is kept when the next page fails, and read on from there the next time", async () => {
      const down = { status: 503, body: { detail: "Down.", status_code: 503 } }
      gateway.script("transactions", pageOf([transactionRow(), transactionRow()], await nextOf("two")), down)
      expect(await scripted()).toBe("done")
      expect(await latest()).toMatchObject({ status: "interrupted", report: { rows: 2, pages: 1 }, finished_at: null })
      expect((await latest()).failure).toContain("503")
      gateway.reset()
      gateway.script("transactions", pageOf([transactionRow()]))
      await scripted()
      expect(await latest()).toMatchObject({ status: "finished", failure: null, report: { rows: 3, pages: 2, restarts: 0 } })
      expect(gateway.calls.filter(({ operation }) => operation === "transactions").map(({ query }) => query.get("cursor"))).toEqual(["two"])
    })

    it("is that of the window's beginning when the cursor is no longer taken: once at once, then the next time", async () => {
      const refused = { status: 404, body: { detail: "Invalid cursor", status_code: 404 } }
      const first = async () => pageOf([transactionRow()], await nextOf("gone"))
      gateway.script("transactions", await first(), refused, await first(), refused)
      await scripted()
      expect(windows()).toHaveLength(2)
      expect(await latest()).toMatchObject({ status: "interrupted", report: { rows: 2, pages: 2, restarts: 1 } })
      gateway.reset()
      gateway.script("transactions", pageOf([transactionRow()]))
      await scripted()
      expect(windows()).toHaveLength(1)
      expect(await latest()).toMatchObject({ status: "finished", report: { rows: 3, restarts: 1 } })
    })

    it("does not run in circles with the API's pages", async () => {
      gateway.script("transactions", pageOf([transactionRow()], await nextOf("round")))
      await scripted()
      expect(await latest()).toMatchObject({ status: "interrupted" })
      expect((await latest()).failure).toContain("leads back to a page")
      expect(gateway.calls.length).toBeLessThan(20)
    })

    it("is beyond a row that cannot be worked on, which is a problem until its day was read again", async () => {
      const reference = `payses_\u0000poison.1`
      const rows = [transactionRow(), transactionRow({ tenant_reference_id: reference }), transactionRow()]
      gateway.script("transactions", pageOf(rows))
      await scripted()
      expect(await latest()).toMatchObject({ status: "finished", report: { rows: 3, foreign: 2, failed: 1 } })
      const problem = () => bench.service.problems.listOpen({ code: "reconciliation_failing" })
      expect(await problem()).toMatchObject([
        { key: "reconciliation_failing:scripted:transactions", details: { since: new Date().toISOString().slice(0, 10) } },
      ])
      expect(bench.log()).toContain("a row could not be worked on")
      gateway.script("transactions", pageOf([transactionRow()]))
      await scripted()
      expect(await problem()).toEqual([])
    })

    it("is a problem of the merchant's when the API has not been readable for a day, and none before", async () => {
      const clock = new TestClock()
      bench.service.clock = clock
      gateway.script("transactions", { status: 400, body: { detail: { end_date: "Too late." }, status_code: 400 } })
      const problem = () => bench.service.problems.listOpen({ code: "reconciliation_failing" })
      await scripted()
      expect(await problem()).toEqual([])
      clock.pass(25 * 60 * 60)
      await scripted()
      expect(await problem()).toMatchObject([{ account: "scripted", details: { listing: "transactions" } }])
      gateway.script("transactions", pageOf([]))
      await scripted()
      expect(await problem()).toEqual([])
    })

    it("leaves out no day, however long nothing was read", async () => {
      const clock = new TestClock()
      bench.service.clock = clock
      await scripted()
      const before = windows().at(-1)
      clock.pass(400 * DAY_S)
      await scripted()
      const [, ...after] = windows()
      expect(after).toHaveLength(5)
      expect(String(after[0]?.start) < String(before?.start)).toBe(true)
      after.slice(1).forEach((window, index) => expect(window.start).toBe(after[index]?.end))
      expect(String(after.at(-1)?.end) > clock.now().toISOString().slice(0, 10)).toBe(true)
      expect(after.every(({ size }) => size === "7")).toBe(true)
    })

    it("goes on to today where what was left was begun on an earlier day", async () => {
      const clock = new TestClock()
      bench.service.clock = clock
      gateway.script("transactions", { status: 503, body: { detail: "Down.", status_code: 503 } })
      await scripted()
      clock.pass(100 * DAY_S)
      gateway.reset()
      await scripted()
      expect((await runs()).filter(({ listing }) => listing === "transactions").map(({ status }) => status)).toEqual(["finished", "finished"])
      expect(String(windows().at(-1)?.end) > clock.now().toISOString().slice(0, 10)).toBe(true)
    })

    it("writes an instalment down that CatalystPay collects by a debit's mandate, and books nothing for it", async () => {
      const { debit, mandate } = await approvedUnderMandate()
      const row = transactionRow({ type: "sdd_rebill", mandate_reference: mandate, amount: "9.99" })
      const unknown = transactionRow({ type: "sdd_rebill", mandate_reference: "MAND-OTHER", iban: "****1234", customer_email_csv: "x@example.com" })
      gateway.script("transactions", pageOf([row, unknown]))
      await scripted()
      await scripted()
      expect(await counted("rebills")).toBe(1)
      expect(await counted("foreign")).toBe(2)
      expect(await now(debit)).toMatchObject({ captured_amount: "0", refunded_amount: "0", confirmed_at: null, transaction_id: "tx_first" })
      const events = await bench.service.listDebitEvents({ debit_id: debit.id, type: "rebilled" })
      expect(events).toMatchObject([{ details: { transaction_id: row.id, amount: "9.99", transaction_status: "approved" } }])
      // One of an account and e-mail that two debits have is a problem of the merchant's.
      await bench.knex()("catalystpay_debit").where({ account: "scripted" }).update({ status: "approved", iban_last4: "3000", email: "two@example.com" })
      const open = transactionRow({ type: "sdd_rebill", customer_email_csv: "two@example.com" })
      gateway.script("transactions", pageOf([open]))
      await scripted()
      expect(await bench.service.problems.listOpen({ code: "event_unmatched" })).toMatchObject([{ details: { event: "sdd_rebill", transaction_id: open.id } }])
    })

    async function approvedUnderMandate(): Promise<{ debit: DebitRecord; mandate: string }> {
      const opened = await bench.service.open(purchase({ account: "scripted" }))
      const debit = await bench.service.attachBankAccount(opened, {
        iban: APPROVED,
        iban_holder_name: "Max Mustermann",
        mandate: { accepted: true, locale: "en" },
        ip_address: null,
        user_agent: null,
      })
      await bench.knex()("catalystpay_debit").where({ id: debit.id }).update({ status: "approved", transaction_id: "tx_first" })
      await bench.knex()("catalystpay_mandate").where({ debit_id: debit.id }).update({ reference: "MAND-1" })
      return { debit, mandate: "MAND-1" }
    }
  })

  describe("for days that somebody asks for", () => {
    const days = { from_day: "2020-01-01", to_day: "2020-12-31" }
    const today = new Date().toISOString().slice(0, 10)

    it("does not move the place up to which the job has read", async () => {
      await approvedDebit(bench)
      await bench.service.reconciliation.request({ from_day: today, to_day: today }, "other")
      await bench.service.reconciliation.readRequested("default", agree)
      expect(await runs()).toMatchObject([
        { cause: "request", status: "finished", account: "default" },
        { cause: "request", status: "finished", account: "default" },
      ])
      const debit = await approvedDebit(bench)
      await read()
      expect(await now(debit)).toMatchObject({ confirmed_at: expect.any(Date) as unknown })
      const [job] = (await runs()).filter(({ cause }) => cause === "job")
      await bench.service.reconciliation.request(days, "default")
      await bench.service.reconciliation.readRequested("default", agree)
      await read()
      const next = (await runs()).find(({ cause, id }) => cause === "job" && id !== job?.id)
      expect(String(next?.from) > "2021").toBe(true)
    })

    it("is asked for once at a time", async () => {
      const both = await Promise.allSettled([
        bench.service.reconciliation.request(days, "default"),
        bench.service.reconciliation.request({ ...days, to_day: "2020-06-30" }, "default"),
      ])
      const open = (await runs()).filter(({ finished_at }) => finished_at === null)
      expect(open).toHaveLength(2)
      expect(both.filter(({ status }) => status === "fulfilled").length).toBeGreaterThan(0)
      await bench.knex()("catalystpay_lease").insert({ id: "cplse_test", name: "reconcile:default", holder: "x", expires_at: new Date(Date.now() + 60_000) })
      await expect(bench.service.reconciliation.request(days, "default")).rejects.toMatchObject({ code: "reconciliation_running" })
    })

    it("is taken up where it was, by the same days again or by the job, and given up for other days", async () => {
      const [first] = await bench.service.reconciliation.request(days, "default")
      const [again] = await bench.service.reconciliation.request(days, "default")
      expect(again?.id).toBe(first?.id)
      const [other] = await bench.service.reconciliation.request({ from_day: today, to_day: today }, "default")
      expect(other?.id).not.toBe(first?.id)
      expect(await bench.service.reconciliation.find([first?.id ?? ""])).toMatchObject([{ status: "abandoned" }])
      await approvedDebit(bench)
      await read()
      expect(await bench.service.reconciliation.find([other?.id ?? ""])).toMatchObject([{ status: "finished", cause: "request" }])
    })

    it("is of an account that exists", async () => {
      await expect(bench.service.reconciliation.request(days, "nobody")).rejects.toMatchObject({ code: "account_unknown" })
    })
  })
}
