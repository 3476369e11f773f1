import { Servers, type Store } from "./servers"

/** What holds for processes that share a store, whichever it is. */
export function oneQueue(store: () => Store): void {
  const servers = new Servers()

  beforeAll(() => servers.start())
  afterAll(() => servers.stop())
  beforeEach(() => servers.sandbox.clearCalls())

  it("lets several processes call without one being throttled", async () => {
    const tokens = await servers.open(6)
    const outcomes = await Promise.all(
      [0, 1, 2].map((place) => servers.run(store(), "shared", { get: tokens.slice(place * 2, place * 2 + 2) })),
    )
    expect(outcomes).toEqual(outcomes.map(() => ({ ended: ["answered", "answered"], failures: [] })))
    expect(servers.limitedCalls()).toEqual(tokens.map(() => ({ operation: "get", status: 200 })))
  })

  it("lets one process pay before another has read all it wants to read", async () => {
    const [paid = "", ...read] = await servers.open(9)
    const reader = servers.run(store(), "urgent", { get: read })
    while (servers.limitedCalls().length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    const payer = await servers.run(store(), "urgent", { pay: [paid] })
    expect(payer).toEqual({ ended: ["answered"], failures: [] })
    expect(servers.limitedCalls().length).toBeLessThan(read.length + 1)
    await reader
    expect(servers.limitedCalls().map(({ status }) => status)).toEqual([...read, paid].map(() => 200))
  })
}
