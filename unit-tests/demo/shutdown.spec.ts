import { Shutdown, Stopped } from "../../demo/shutdown"

describe("ending a run", () => {
  it("undoes what was started, the last first", async () => {
    const shutdown = new Shutdown()
    const undone: string[] = []
    await shutdown.add(async () => void undone.push("database"))
    await shutdown.add(async () => void undone.push("shop"))
    await shutdown.run()
    expect(undone).toEqual(["shop", "database"])
  })

  it("happens once, however many ask", async () => {
    const shutdown = new Shutdown()
    const step = jest.fn(async () => undefined)
    await shutdown.add(step)
    await Promise.all([shutdown.run(), shutdown.run()])
    await shutdown.run()
    expect(step).toHaveBeenCalledTimes(1)
  })

  it("undoes at once what comes too late, and says so", async () => {
    const shutdown = new Shutdown()
    await shutdown.run()
    const step = jest.fn(async () => undefined)
    await expect(shutdown.add(step)).rejects.toThrow(Stopped)
    expect(step).toHaveBeenCalledTimes(1)
  })

  it("goes on when one step fails", async () => {
    const stderr = jest.spyOn(process.stderr, "write").mockReturnValue(true)
    const shutdown = new Shutdown()
    const first = jest.fn(async () => undefined)
    await shutdown.add(first)
    await shutdown.add(async () => {
      throw new Error("stuck")
    })
    await shutdown.run()
    expect(first).toHaveBeenCalledTimes(1)
    expect(stderr).toHaveBeenCalledWith(expect.stringContaining("stuck"))
    stderr.mockRestore()
  })
})
