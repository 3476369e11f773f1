import type { ChildProcess } from "node:child_process"
import { Console } from "node:console"
import { Writable } from "node:stream"
import { leaksInLog } from "./leaks"

/** What the process wrote to its terminal while the suite ran. */
export interface Output {
  start(): void
  stop(): void
  text(): string
  /** What was written since this was asked last. */
  takeNew(): string
}

type Write = typeof process.stdout.write

/**
 * Medusa's log is long and says nothing while all is well (each restore of the database alone leaves a line for every
 * connection it ends): it is kept for the tests instead of shown, unless SHOW_MEDUSA_LOG is "true".
 */
export function captureOutput(): Output {
  const chunks: string[] = []
  const undo: (() => void)[] = []
  let taken = 0
  const show = process.env.SHOW_MEDUSA_LOG === "true"

  function listen(stream: NodeJS.WriteStream): Write {
    const write: Write = stream.write.bind(stream)
    stream.write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
      keep(chunk, write)
      rest.find((value): value is () => void => typeof value === "function")?.()
      return true
    }
    undo.push(() => {
      stream.write = write
    })
    return write
  }

  function keep(chunk: string | Uint8Array, write: Write): void {
    chunks.push(typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8"))
    if (show) {
      write(chunk)
    }
  }

  return {
    start: () => {
      const write = listen(process.stdout)
      listen(process.stderr)
      // Jest gives every test file a console of its own, past the process' streams.
      const before = globalThis.console
      const sink = new Writable({
        write: (chunk: Buffer, _encoding, done) => {
          keep(chunk, write)
          done()
        },
      })
      globalThis.console = new Console({ stdout: sink, stderr: sink })
      undo.push(() => {
        globalThis.console = before
      })
    },
    stop: () => undo.splice(0).forEach((step) => step()),
    text: () => chunks.join(""),
    takeNew: () => {
      const fresh = chunks.slice(taken).join("")
      taken = chunks.length
      return fresh
    },
  }
}

/** What a process of its own writes is searched like everything else. */
export function forwardOutput({ stdout, stderr }: ChildProcess): void {
  stdout?.on("data", (text: Buffer) => process.stdout.write(text))
  stderr?.on("data", (text: Buffer) => process.stderr.write(text))
}

/**
 * Keeps what is written while the file's tests run, from before the first of them to after the last one, and fails the
 * file when an account number, a key or a token stands in it anywhere. To be called before anything that starts a server.
 * @param known what cannot be told by its looks
 */
export function searchedOutput(known: { ibans: Iterable<string>; secrets: () => Iterable<string> }): Output {
  const output = captureOutput()
  beforeAll(() => output.start())
  return {
    ...output,
    stop: () => {
      output.stop()
      expect(leaksInLog(output.text(), known.ibans, known.secrets())).toEqual([])
    },
  }
}
