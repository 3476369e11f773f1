import { setTimeout as sleep } from "node:timers/promises"
import { TurnQueue, type CallBudget, type Egress, type TurnKind } from "../../src/gateway"

/** A budget whose slots a test opens by hand. */
class HandBudget implements CallBudget {
  readonly free = new Map<string, number>()
  readonly closed: [string, number][] = []
  readonly used: string[] = []
  asked = 0
  failure: Error | null = null

  async take(address: string): Promise<number> {
    this.asked += 1
    if (this.failure) {
      throw this.failure
    }
    const free = this.free.get(address) ?? 0
    this.free.set(address, Math.max(0, free - 1))
    return free > 0 ? 0 : 5
  }

  async sent(address: string): Promise<void> {
    this.used.push(address)
  }

  async close(address: string, seconds: number): Promise<void> {
    this.closed.push([address, seconds])
  }
}

const NOBODY: Egress = { name: "host|default", local_address: null }
const LONG_MS = 10_000

function queueWith(budget: CallBudget, addresses = [NOBODY]) {
  const failures: unknown[] = []
  const queue = new TurnQueue({ budget, addresses, onBudgetFailure: (error) => failures.push(error) })
  return { queue, failures }
}

describe("the queue at the gateway's limit", () => {
  it("gives a turn at once while there is one", async () => {
    const budget = new HandBudget()
    budget.free.set(NOBODY.name, 1)
    const { queue } = queueWith(budget)
    expect(await queue.take("get", LONG_MS)).toEqual({ local_address: null })
  })

  it("serves pay before verify before get, and each kind in the order of coming", async () => {
    const budget = new HandBudget()
    const { queue } = queueWith(budget)
    const served: string[] = []
    const join = (kind: TurnKind, name: string) => queue.take(kind, LONG_MS).then(() => served.push(name))
    const all = [
      join("get", "get 1"),
      join("verify", "verify 1"),
      join("pay", "pay 1"),
      join("get", "get 2"),
      join("pay", "pay 2"),
      join("verify", "verify 2"),
    ]
    expect(queue.waiting).toEqual({ pay: 2, verify: 2, get: 2 })
    budget.free.set(NOBODY.name, 6)
    await Promise.all(all)
    expect(served).toEqual(["pay 1", "pay 2", "verify 1", "verify 2", "get 1", "get 2"])
    expect(queue.waiting).toEqual({ pay: 0, verify: 0, get: 0 })
  })

  it("gives no turn to who has waited long enough, and its place to the next", async () => {
    const budget = new HandBudget()
    const { queue } = queueWith(budget)
    const impatient = queue.take("pay", 20)
    const patient = queue.take("get", LONG_MS)
    expect(await impatient).toBeNull()
    budget.free.set(NOBODY.name, 1)
    expect(await patient).toEqual({ local_address: null })
  })

  it("lets an aborted wait go", async () => {
    const { queue } = queueWith(new HandBudget())
    const controller = new AbortController()
    const waiting = queue.take("pay", LONG_MS, controller.signal)
    controller.abort()
    expect(await waiting).toBeNull()
    expect(await queue.take("pay", LONG_MS, controller.signal)).toBeNull()
    expect(queue.waiting).toEqual({ pay: 0, verify: 0, get: 0 })
  })

  it("asks for nothing while nobody waits", async () => {
    const budget = new HandBudget()
    const { queue } = queueWith(budget)
    await queue.take("pay", 10)
    await sleep(100)
    const asked = budget.asked
    await sleep(100)
    expect(budget.asked).toBe(asked)
  })

  it("calls from whichever of its addresses has a slot", async () => {
    const budget = new HandBudget()
    const addresses = ["192.0.2.1", "192.0.2.2"].map((address) => ({ name: address, local_address: address }))
    budget.free.set("192.0.2.1", 1).set("192.0.2.2", 1)
    const { queue } = queueWith(budget, addresses)
    const turns = await Promise.all([queue.take("pay", LONG_MS), queue.take("pay", LONG_MS)])
    expect(turns).toEqual([{ local_address: "192.0.2.1" }, { local_address: "192.0.2.2" }])
  })

  it("closes the address that was throttled all the same, for as long as the gateway asked", async () => {
    const budget = new HandBudget()
    budget.free.set(NOBODY.name, 1)
    const { queue } = queueWith(budget)
    queue.pause((await queue.take("pay", LONG_MS)) ?? { local_address: "none" }, 7)
    expect(budget.closed).toEqual([[NOBODY.name, 7]])
  })

  it("counts from when a call really goes out", async () => {
    const budget = new HandBudget()
    budget.free.set(NOBODY.name, 1)
    const { queue } = queueWith(budget)
    queue.sent((await queue.take("pay", LONG_MS)) ?? { local_address: "none" })
    expect(budget.used).toEqual([NOBODY.name])
  })

  it("lets calls pass when the budget cannot be asked, and says so", async () => {
    const budget = new HandBudget()
    budget.failure = new Error("the store is down")
    const { queue, failures } = queueWith(budget)
    expect(await queue.take("pay", LONG_MS)).toEqual({ local_address: null })
    expect(failures).toEqual([budget.failure])
  })
})
