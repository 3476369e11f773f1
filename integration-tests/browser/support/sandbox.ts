import { z } from "zod"

const calls = z.object({ calls: z.array(z.object({ operation: z.string(), reference: z.string().nullable() })) })
const transactions = z.object({ transactions: z.array(z.object({ id: z.string(), type: z.string(), status: z.string() })) })

/** The sandbox of the demo, which runs in another process. */
export class SandboxControl {
  constructor(
    private readonly url_: string,
    private readonly webhooks_: { url: string; secret: string },
  ) {}

  /** How often a debit was submitted since the last `reset`. */
  async payCalls(): Promise<number> {
    const { calls: seen } = calls.parse(await this.call_("GET", "/calls"))
    return seen.filter(({ operation }) => operation === "pay").length
  }

  /** Webhooks wait until they are released. */
  hold = () => this.call_("POST", "/hold", {})
  release = () => this.call_("POST", "/release", {})

  /** Nothing of what happens from now on is told. */
  fallSilent = () => this.call_("POST", "/webhooks", { url: null })
  speakAgain = () => this.call_("POST", "/webhooks", this.webhooks_)

  setFaults = (faults: Record<string, boolean | number>) => this.call_("POST", "/faults", faults)
  setSwitches = (switches: Record<string, string>) => this.call_("POST", "/switches", switches)

  /** Ends what is still in progress at the bank. */
  finish = () => this.call_("POST", "/finish", {})

  /** What becomes of a transaction of CatalystPay's afterwards. */
  settle = (transaction: string) => this.call_("POST", `/transactions/${transaction}/settle`, {})
  bounce = (transaction: string) => this.call_("POST", `/transactions/${transaction}/bounce`, { reason_code: "AM04" })
  chargeBack = (transaction: string) => this.call_("POST", `/transactions/${transaction}/chargeback`, { reason_code: "MD06" })
  refund = (transaction: string) => this.call_("POST", `/transactions/${transaction}/refund`, {})

  /** The bank returns the debit that was submitted last. */
  async bounceLast(): Promise<void> {
    const { transactions: all } = transactions.parse(await this.call_("GET", "/transactions"))
    const sale = all.filter(({ type }) => type === "sdd_sale").at(-1)
    await this.bounce(sale?.id ?? "")
  }

  /** As it was before a test did something to it. */
  async reset(): Promise<void> {
    await this.setFaults({ payDropsAnswerAfterAcceptance: false, payAnswers500AfterAcceptance: false, payDelayMs: 0 })
    await this.setSwitches({ "pay-after-500": "debited" })
    await this.speakAgain()
    await this.release()
    await this.finish()
    await this.call_("DELETE", "/calls")
  }

  private async call_(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(`${this.url_}/control${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    })
    const text = await answer.text()
    if (!answer.ok) {
      throw new Error(`The sandbox answered ${answer.status} to ${method} ${path}: ${text}`)
    }
    return JSON.parse(text)
  }
}
