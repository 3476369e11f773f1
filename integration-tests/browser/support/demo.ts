import { fork } from "node:child_process"
import { createRequire } from "node:module"
import { join } from "node:path"
import { runningDemo, type DemoInfo } from "../../../demo/demo-file"
import type { DemoKind } from "./demo-server"

export interface OpenDemo {
  info: DemoInfo
  close: () => Promise<void>
}

const TSX = createRequire(__filename).resolve("tsx")
const LAST_WORDS = 4_000

/** The demo that runs already, or one of the suite's own. */
export async function openDemo(): Promise<OpenDemo> {
  const running = runningDemo()
  return running ? { info: running, close: async () => undefined } : startDemo("shop")
}

/** @throws Error with a sentence when it cannot be had */
export async function startDemo(kind: DemoKind): Promise<OpenDemo> {
  if (runningDemo()) {
    throw new Error("A demo runs in this checkout. The dashboard's tests need one of their own: stop that one first.")
  }
  const server = fork(join(__dirname, "demo-server.ts"), [kind], { execArgv: ["--import", TSX], silent: true })
  let said = ""
  const hear = (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-LAST_WORDS)
  }
  server.stdout?.on("data", hear)
  server.stderr?.on("data", hear)
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()))
  const isOpen = await Promise.race([
    new Promise<boolean>((resolve) => server.once("message", () => resolve(true))),
    ended.then(() => false),
  ])
  const info = runningDemo()
  if (!isOpen || !info) {
    throw new Error(`The demo did not start:\n${said}`)
  }
  return {
    info,
    async close() {
      server.kill("SIGTERM")
      await ended
    },
  }
}
