/** What the process wrote to its terminal while the suite ran. */
export interface Output {
  start(): void
  stop(): void
  text(): string
}

type Write = typeof process.stdout.write

/** Medusa's log is long and says nothing while all is well: it is kept for the tests instead of shown. */
export function captureOutput(): Output {
  const chunks: string[] = []
  const originals: { stream: NodeJS.WriteStream; write: Write }[] = []
  const show = process.env.SHOW_MEDUSA_LOG === "true"

  function listen(stream: NodeJS.WriteStream): void {
    const write: Write = stream.write.bind(stream)
    originals.push({ stream, write: stream.write })
    stream.write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
      chunks.push(typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8"))
      if (show) {
        return write(chunk)
      }
      const callback = rest.find((value): value is () => void => typeof value === "function")
      callback?.()
      return true
    }
  }

  return {
    start: () => {
      listen(process.stdout)
      listen(process.stderr)
    },
    stop: () => {
      for (const { stream, write } of originals.splice(0)) {
        stream.write = write
      }
    },
    text: () => chunks.join(""),
  }
}
