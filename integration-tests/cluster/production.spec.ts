import { Shutdown } from "../../demo/shutdown"
import {
  amountsThatDiffer,
  debitsTwice,
  debitsWithoutOrder,
  notCapturedOnce,
  ordersTwice,
  ordersWithoutDebit,
  problemsWithoutReason,
  shoppersLetDown,
  statesThatDiffer,
  unfinishedDeliveries,
} from "./agreement/checks"
import { agreementTable } from "./agreement/table"
import { readRunSize } from "./args"
import { playRun, type RunResult } from "./shop/production-run"

const SIZE = readRunSize(process.env.CLUSTER_RUN ?? JSON.stringify({ checkouts: 60, kills: 3, seed: 1, rate_limits: false }))
const LONGEST_RUN_MS = 60 * 60 * 1000

describe("a shop of two servers and a worker, some of which are killed while shoppers buy", () => {
  const shutdown = new Shutdown()
  const played: { result: RunResult | null } = { result: null }
  const result = (): RunResult => {
    if (!played.result) {
      throw new Error("The run broke off.")
    }
    return played.result
  }

  beforeAll(async () => {
    const begun = Date.now()
    const say = (line: string) => void process.stdout.write(`${((Date.now() - begun) / 1000).toFixed(1).padStart(7)} s  ${line}\n`)
    say(`${SIZE.checkouts} checkouts, ${SIZE.kills} kills, --seed ${SIZE.seed}`)
    played.result = await playRun(SIZE, shutdown, say)
    process.stdout.write(`\n${agreementTable(played.result.facts, played.result.circumstances)}\n\n`)
  }, LONGEST_RUN_MS)

  afterAll(() => shutdown.run())

  it("were killed as often as was asked for, and answered again", () => {
    expect(result().circumstances.kills).toHaveLength(SIZE.kills)
    expect(result().facts.checkouts).toHaveLength(SIZE.checkouts)
  })

  it("debits nobody twice", () => {
    expect(debitsTwice(result().facts)).toEqual([])
  })

  it("places one order for a shopper", () => {
    expect(ordersTwice(result().facts)).toEqual([])
  })

  it("has no order without its debit or an open problem", () => {
    expect(ordersWithoutDebit(result().facts)).toEqual([])
  })

  it("has no debit without its order or an open problem", () => {
    expect(debitsWithoutOrder(result().facts)).toEqual([])
  })

  it("holds the same debits for accepted as CatalystPay does, and none in suspense", () => {
    expect(statesThatDiffer(result().facts)).toEqual([])
  })

  it("agrees with CatalystPay to the cent, from the debit to what was paid for the order", () => {
    expect(amountsThatDiffer(result().facts)).toEqual([])
  })

  it("opens no problem without a reason", () => {
    expect(problemsWithoutReason(result().facts)).toEqual([])
  })

  it("captures each payment once", () => {
    expect(notCapturedOnce(result().facts)).toEqual([])
  })

  it("brings every webhook to its end, however often and wherever it came", () => {
    expect(unfinishedDeliveries(result().facts)).toEqual([])
  })

  it("leads every shopper who can pay to an order that is there and paid", () => {
    expect(shoppersLetDown(result().facts)).toEqual([])
  })

  it("writes no IBAN and no key anywhere, and no session token to a log or to Redis", () => {
    expect(result().leaks).toEqual([])
  })

  it("ends in order when it is asked to", () => {
    expect(result().exits).toEqual([0, 0, 0])
  })
})
