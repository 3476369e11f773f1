import { randomBytes } from "node:crypto"
import { demoAccounts, FORM_PROVIDER, PAGE_PROVIDER } from "./accounts"
import { CHECKOUT_HELP, parseCheckoutArgs, UsageError, type CheckoutArgs } from "./args"
import { awaitCapture } from "./checkout/await-capture"
import { fillCart } from "./checkout/cart"
import { pay } from "./checkout/pay"
import { StoreClient, StoreError } from "./checkout/store-client"
import { runningDemo, type DemoInfo } from "./demo-file"
import { maskIban } from "./iban-text"
import { onInterrupt } from "./interrupt"
import { startProgress } from "./progress"
import { runDemo } from "./run-demo"
import { Shutdown } from "./shutdown"

/** CatalystPay's official test IBAN that is approved. */
const APPROVED_IBAN = "DE89370400440532013000"

async function main(): Promise<void> {
  const args = parseCheckoutArgs(process.argv.slice(2))
  if (args.help) {
    process.stdout.write(CHECKOUT_HELP)
    return
  }
  const running = runningDemo()
  if (running) {
    process.stdout.write(`Buying in the demo that runs: ${running.storefront_url}\n`)
    await buy(running, args)
    return
  }
  process.stdout.write("No demo runs, so one is started for this checkout, without the dashboard.\n")
  const progress = startProgress()
  const shutdown = new Shutdown()
  onInterrupt(shutdown, "Stopping ...")
  try {
    const { info } = await runDemo({
      dashboard: "none",
      database: "kept",
      accounts: demoAccounts,
      hosted: args.hosted,
      host: "127.0.0.1",
      progress: progress.line,
      shutdown,
    })
    await buy(info, args)
  } finally {
    await shutdown.run()
  }
}

async function buy(info: DemoInfo, { iban, holder, times, hosted }: CheckoutArgs): Promise<void> {
  const store = new StoreClient(info.medusa_url, info.publishable_key)
  const ibans = iban.replace(/\s/g, "").toUpperCase() === APPROVED_IBAN ? [iban] : [iban, APPROVED_IBAN]
  for (let round = 1; round <= times; round++) {
    process.stdout.write(`\nOrder ${round} of ${times}, by direct debit from ${maskIban(iban)}\n`)
    const { line, elapsed } = startProgress()
    // Every order has a shopper of its own: CatalystPay allows one open session per e-mail address.
    const email = `erika.mustermann+${randomBytes(4).toString("hex")}@example.com`
    const checkout = await fillCart(store, info, email, line)
    const provider_id = hosted ? PAGE_PROVIDER : FORM_PROVIDER
    const order = await pay(store, checkout, { ibans, holder, provider_id, canSign: info.sandbox_url !== null }, line)
    line(`order #${order.display_id} placed: ${order.id}`)
    await awaitCapture(store, order, line)
    process.stdout.write(`Order #${order.display_id} is captured, ${elapsed().toFixed(1)} s after the cart was made.\n`)
  }
}

main().catch((error: unknown) => {
  const code = error instanceof StoreError && error.code ? ` (${error.code})` : ""
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}${code}\n`)
  process.exitCode = error instanceof UsageError ? 2 : 1
})
