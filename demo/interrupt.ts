import type { Shutdown } from "./shutdown"

/** Ctrl-C, a closed terminal and a polite kill all end the run in order; a second Ctrl-C does not wait. */
export function onInterrupt(shutdown: Shutdown, announcement: string): void {
  let asked = 0
  // A terminal that was closed takes no more text; that must not keep the rest from being stopped.
  process.stdout.on("error", () => undefined)
  process.stderr.on("error", () => undefined)
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      asked += 1
      if (asked === 1) {
        process.stdout.write(`\n${announcement}\n`)
        void shutdown.run()
        // One Ctrl-C may arrive twice, from the terminal and from the program that started us.
      } else if (signal === "SIGINT" && asked > 2) {
        process.exit(1)
      }
    })
  }
}
