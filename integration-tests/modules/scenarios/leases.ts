import { Leases } from "../../../src/modules/catalystpay/leases"
import type { Bench } from "../support/bench"

const LONG = { ttlMs: 60_000, waitMs: 20_000 }

export function leases(bench: Bench): void {
  const make = () => new Leases(() => bench.knex())

  it("lets one work at a time", async () => {
    const steps: string[] = []
    const work = (name: string) => async () => {
      steps.push(`${name} begins`)
      await new Promise((resolve) => setImmediate(resolve))
      steps.push(`${name} ends`)
      return name
    }
    const done = await Promise.all(["a", "b", "c"].map((name) => make().hold("lead", LONG, work(name))))
    expect(done.map((lease) => lease?.result).sort()).toEqual(["a", "b", "c"])
    const names = steps.map((step) => step.slice(0, 1))
    expect(names).toEqual([names[0], names[0], names[2], names[2], names[4], names[4]])
  })

  it("does not keep the holders of other names waiting", async () => {
    const inner = await make().hold("one", LONG, () => make().hold("two", { ttlMs: 1, waitMs: 0 }, async () => "both"))
    expect(inner).toEqual({ result: { result: "both" } })
  })

  it("gives up when it cannot be had in time, without doing the work", async () => {
    const work = jest.fn(async () => "never")
    const outer = await make().hold("lead", LONG, () => make().hold("lead", { ttlMs: 60_000, waitMs: 0 }, work))
    expect(outer).toEqual({ result: null })
    expect(work).not.toHaveBeenCalled()
  })

  it("passes on when its holder died with it", async () => {
    await bench.knex()("catalystpay_lease").insert({
      id: "cplse_dead",
      name: "lead",
      holder: "a process that died",
      expires_at: new Date(Date.now() - 1),
    })
    expect(await make().hold("lead", { ttlMs: 60_000, waitMs: 0 }, async () => "done")).toEqual({ result: "done" })
  })

  it("stays with a holder that lives, however long its work takes", async () => {
    const work = jest.fn(async () => "never")
    await make().hold("lead", { ttlMs: 150, waitMs: 0 }, async () => {
      await new Promise((resolve) => setTimeout(resolve, 600))
      expect(await make().hold("lead", { ttlMs: 150, waitMs: 0 }, work)).toBeNull()
    })
    expect(work).not.toHaveBeenCalled()
  })

  it("is taken from a holder that hangs for ever", async () => {
    const hanging = make().hold("lead", { ttlMs: 60, waitMs: 0 }, () => new Promise<void>(() => undefined))
    expect(await make().hold("lead", { ttlMs: 60_000, waitMs: 20_000 }, async () => "done")).toEqual({ result: "done" })
    void hanging
  })

  it("is given back when the work fails, and leaves no row", async () => {
    const failing = make().hold("lead", LONG, () => Promise.reject(new Error("the work failed")))
    await expect(failing).rejects.toThrow("the work failed")
    expect(await bench.knex()("catalystpay_lease")).toEqual([])
  })

  it("takes nothing from the next holder when it ends late", async () => {
    await make().hold("lead", LONG, async () => {
      await bench.knex()("catalystpay_lease").where({ name: "lead" }).update({ holder: "the next one" })
    })
    expect(await bench.knex()("catalystpay_lease").select("holder")).toEqual([{ holder: "the next one" }])
  })
}
