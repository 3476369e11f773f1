import { fromCents, toCents } from "../../integration-tests/cluster/agreement/cents"
import * as checks from "../../integration-tests/cluster/agreement/checks"
import type { Facts } from "../../integration-tests/cluster/agreement/facts"
import { agreementTable } from "../../integration-tests/cluster/agreement/table"

const EMAIL = "max@example.com"

/** One shopper, one order, one debit. */
function sound(): Facts {
  return {
    gateway: [{ transaction_id: "txn_1", session_token: "ps_1", email: EMAIL, cents: 2071 }],
    ledger: [
      {
        id: "cpdeb_1",
        status: "approved",
        session_token: "ps_1",
        email: EMAIL,
        cents: 2071,
        captured_cents: 2071,
        order_id: "order_1",
        problem_codes: [],
      },
    ],
    orders: [{ id: "order_1", email: EMAIL, canceled: false, total_cents: 2071, paid_cents: 2071, problem_codes: [] }],
    payments: [
      { id: "pay_1", order_id: "order_1", debit_id: "cpdeb_1", canceled: false, cents: 2071, captures: 1, captured_cents: 2071 },
    ],
    deliveries: [{ id: "cpwh_1", status: "processed", received_count: 3, problem_codes: [] }],
    problems: [],
    checkouts: [{ name: "shopper 1", scenario: "approved", email: EMAIL, ending: { kind: "ordered", order_id: "order_1" } }],
  }
}

/** The same, with one thing wrong. */
function spoilt(spoil: (facts: Facts) => void): Facts {
  const facts = sound()
  spoil(facts)
  return facts
}

describe("the agreement of CatalystPay, ledger and Medusa", () => {
  it("is there when all three hold the same", () => {
    expect(checks.disagreements(sound())).toEqual([])
    expect(checks.shoppersLetDown(sound())).toEqual([])
  })

  it("is broken by a second debit, of a shopper or of an order", () => {
    const twice = spoilt(({ gateway }) => gateway.push({ transaction_id: "txn_2", session_token: "ps_2", email: EMAIL, cents: 2071 }))
    expect(checks.debitsTwice(twice)).toEqual([`${EMAIL} was debited 2 times: txn_1, txn_2`])
    const ofOrder = spoilt(({ ledger }) => ledger.push({ ...sound().ledger[0]!, id: "cpdeb_2" }))
    expect(checks.debitsTwice(ofOrder)).toEqual(["order order_1 has 2 approved debits: cpdeb_1, cpdeb_2"])
  })

  it("is broken by an order without a debit, unless a problem says so", () => {
    const unpaid = spoilt((facts) => facts.gateway.pop())
    expect(checks.ordersWithoutDebit(unpaid)).toHaveLength(1)
    unpaid.orders[0]!.problem_codes.push("order_without_debit")
    expect(checks.ordersWithoutDebit(unpaid)).toEqual([])
  })

  it("is broken by a debit without an order, unless a problem says so", () => {
    const orphan = spoilt((facts) => facts.orders.pop())
    expect(checks.debitsWithoutOrder(orphan)).toHaveLength(1)
    orphan.ledger[0]!.problem_codes.push("debit_without_order")
    expect(checks.debitsWithoutOrder(orphan)).toEqual([])
    expect(checks.debitsWithoutOrder(spoilt((facts) => facts.ledger.pop()))).toHaveLength(1)
  })

  it("is broken by another state, and by one in suspense", () => {
    const missed = spoilt(({ ledger }) => (ledger[0]!.status = "failed"))
    expect(checks.statesThatDiffer(missed)).toEqual([`debit cpdeb_1 of ${EMAIL} is failed, and CatalystPay has accepted it`])
    const suspense = spoilt(({ ledger }) => (ledger[0]!.status = "submitting"))
    expect(checks.statesThatDiffer(suspense)).toEqual([`debit cpdeb_1 of ${EMAIL} is still submitting`])
  })

  it("is broken by a cent, wherever it is missing", () => {
    const places: ((facts: Facts) => void)[] = [
      ({ ledger }) => (ledger[0]!.cents = 2070),
      ({ ledger }) => (ledger[0]!.captured_cents = 2070),
      ({ payments }) => (payments[0]!.cents = 2070),
      ({ payments }) => (payments[0]!.captured_cents = 2070),
      ({ orders }) => (orders[0]!.total_cents = 2070),
      ({ orders }) => (orders[0]!.paid_cents = 2070),
    ]
    expect(places.map((place) => checks.amountsThatDiffer(spoilt(place)).length)).toEqual(places.map(() => 1))
  })

  it("is broken by a payment that was not captured, or twice, or although it was cancelled", () => {
    expect(checks.notCapturedOnce(spoilt(({ payments }) => (payments[0]!.captures = 0)))).toHaveLength(1)
    expect(checks.notCapturedOnce(spoilt(({ payments }) => (payments[0]!.captures = 2)))).toHaveLength(1)
    expect(checks.notCapturedOnce(spoilt(({ payments }) => (payments[0]!.canceled = true)))).toHaveLength(1)
  })

  it("is broken by a webhook that was given up or is still to do, unless a problem says so", () => {
    const given_up = spoilt(({ deliveries }) => (deliveries[0]!.status = "failed"))
    expect(checks.unfinishedDeliveries(given_up)).toEqual(["webhook cpwh_1 is failed"])
    given_up.deliveries[0]!.problem_codes.push("webhook_given_up")
    expect(checks.unfinishedDeliveries(given_up)).toEqual([])
    expect(checks.unfinishedDeliveries(spoilt(({ deliveries }) => (deliveries[0]!.status = "processing")))).toHaveLength(1)
  })

  it("is broken by a problem that says what is not so", () => {
    const problem = (code: string) => ({ code, debit_id: "cpdeb_1", order_id: "order_1" })
    for (const code of ["order_without_debit", "debit_without_order", "amount_mismatch"]) {
      expect(checks.problemsWithoutReason(spoilt(({ problems }) => problems.push(problem(code))))).toHaveLength(1)
    }
    const unpaid = spoilt((facts) => facts.gateway.pop() && facts.problems.push(problem("order_without_debit")))
    expect(checks.problemsWithoutReason(unpaid)).toEqual([])
    const orphan = spoilt((facts) => facts.orders.pop() && facts.problems.push(problem("debit_without_order")))
    expect(checks.problemsWithoutReason(orphan)).toEqual([])
  })

  it("is broken by a second order of a shopper", () => {
    const twice = spoilt(({ orders }) => orders.push({ ...sound().orders[0]!, id: "order_2" }))
    expect(checks.ordersTwice(twice)).toEqual([`${EMAIL} has 2 orders: order_1, order_2`])
    twice.orders[1]!.problem_codes.push("order_without_debit")
    expect(checks.ordersTwice(twice)).toEqual([])
  })

  it("is broken for a shopper who gave up, or whose order is not there, or is not paid whoever knows of it", () => {
    const gone = spoilt((facts) => facts.orders.pop())
    expect(checks.shoppersLetDown(gone)).toEqual(["shopper 1 (approved) was shown the order order_1, which is not there"])
    const unpaid = spoilt((facts) => facts.gateway.pop() && facts.orders[0]!.problem_codes.push("order_without_debit"))
    expect(checks.shoppersLetDown(unpaid)).toEqual(["shopper 1 (approved) was shown the order order_1, which nothing pays for"])
    const tired = spoilt(({ checkouts }) => (checkouts[0]!.ending = { kind: "gave_up", why: "no answer" }))
    expect(checks.shoppersLetDown(tired)).toEqual(["shopper 1 (approved) gave up: no answer"])
  })
})

describe("cents", () => {
  it("are rounded as the ledger rounds, half a cent away from zero", () => {
    const texts = ["20.706", "20.70", "20.7", "20", "0.005", "0.0049", "-1.005", "20.706000000000000"]
    expect(texts.map(toCents)).toEqual([2071, 2070, 2070, 2000, 1, 0, -101, 2071])
    expect(() => toCents("1e3")).toThrow("is no amount")
    expect(fromCents(123405)).toBe("1234.05")
  })
})

describe("the agreement's table", () => {
  it("holds the sums of each side, and what happened around them", () => {
    const text = agreementTable(sound(), {
      seed: 7,
      kills: ["server 1"],
      gateway_calls: 40,
      gateway_calls_cut: 2,
      webhooks_sent: 3,
      webhooks_arrived: 9,
      ended_by_hand: 0,
      seconds: { checkouts: 12, until_agreed: 34 },
    })
    expect(text).toContain("### Agreement after 1 checkouts and 1 kills (seed 7)")
    expect(text).toContain("| CatalystPay | debits accepted | 1 | 20.71 |")
    expect(text).toContain("| Medusa | paid for orders | 1 | 20.71 |")
    expect(text).toContain("| approved | 1 | 1 | 0 | 0 | 0 |")
    expect(text).toContain("| open problems | none |")
    expect(text).toContain("40, of them 2 cut after it had acted")
  })
})
