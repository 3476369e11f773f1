import { spawn } from "node:child_process"
import { once } from "node:events"
import { commandLine, isAlive } from "../../demo/processes"

describe("looking at a process", () => {
  it("knows that we run, and how we were started", () => {
    expect(isAlive(process.pid)).toBe(true)
    expect(commandLine(process.pid)).toContain("node")
  })

  it("knows that one has ended", async () => {
    const child = spawn(process.execPath, ["-e", ""])
    await once(child, "exit")
    expect(isAlive(child.pid ?? 0)).toBe(false)
    expect(commandLine(child.pid ?? 0)).toBe("")
  })
})
