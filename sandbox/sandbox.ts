import type { Sandbox, SandboxOptions } from "./types"

/**
 * CatalystPay in a box: a local stand-in that speaks the API's HTTP, sends signed webhooks and shows the page on which
 * a shopper signs the mandate. State lives in memory and ends with `close()`.
 */
export function createSandbox(_options: SandboxOptions = {}): Sandbox {
  throw new Error("not built yet")
}
