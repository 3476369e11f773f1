import type { Logger } from "@medusajs/framework/types"
import { GatewayError } from "../../../gateway"
import { textOf } from "../error-text"
import type { Gateway } from "../ledger-context"
import type { Problems } from "../problems/problems"

type Told = Pick<Problems, "open" | "close">

/**
 * Notices whether CatalystPay takes the API keys: of each account, what the last answer said that the key was asked for.
 * The database is touched only when that changes, or is first heard, in this process.
 */
export class KeyWatch {
  private readonly accepted = new Map<string, boolean>()
  private readonly acceptedAt = new Map<string, Date>()
  private readonly rejectedAt = new Map<string, Date>()

  constructor(
    private readonly problems: Told,
    private readonly logger: Pick<Logger, "warn">,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** When this process last saw the account's key being accepted; null before. */
  lastAccepted(account: string): Date | null {
    return this.acceptedAt.get(account) ?? null
  }

  /** When this process last saw it being rejected; null before. */
  lastRejected(account: string): Date | null {
    return this.rejectedAt.get(account) ?? null
  }

  /**
   * The same gateway, watched. GET, pay and verify are left alone: they are authorised by the session's token
   * (server-to-server guide), so what they answer says nothing of the key.
   */
  watch(account: string, gateway: Gateway): Gateway {
    const asked = <Answer>(answer: Promise<Answer>) => this.settle(account, answer)
    return {
      createSession: (...args) => asked(gateway.createSession(...args)),
      validateIban: (...args) => asked(gateway.validateIban(...args)),
      cancel: (...args) => asked(gateway.cancel(...args)),
      getSession: (...args) => gateway.getSession(...args),
      pay: (...args) => gateway.pay(...args),
      verify: (...args) => gateway.verify(...args),
      transactionPages: (...args) => this.pages(account, gateway.transactionPages(...args)),
      chargebackPages: (...args) => this.pages(account, gateway.chargebackPages(...args)),
    }
  }

  private async settle<Answer>(account: string, answer: Promise<Answer>): Promise<Answer> {
    try {
      const answered = await answer
      await this.note(account, true)
      return answered
    } catch (error) {
      if (error instanceof GatewayError && error.kind === "unauthorized") {
        await this.note(account, false)
      }
      throw error
    }
  }

  private async *pages<Page>(account: string, pages: AsyncIterable<Page>): AsyncIterable<Page> {
    const iterator = pages[Symbol.asyncIterator]()
    try {
      for (;;) {
        const next = await this.settle(account, iterator.next())
        if (next.done) {
          return
        }
        yield next.value
      }
    } finally {
      await iterator.return?.()
    }
  }

  /** What cannot be written must not fail a call that was answered; it is tried again with the next one. */
  private async note(account: string, accepted: boolean): Promise<void> {
    const heardAt = accepted ? this.acceptedAt : this.rejectedAt
    heardAt.set(account, this.now())
    if (this.accepted.get(account) === accepted) {
      return
    }
    this.accepted.set(account, accepted)
    try {
      await (accepted
        ? this.problems.close("gateway_credentials_rejected", account)
        : this.problems.open({ code: "gateway_credentials_rejected", subject: account, account }))
    } catch (error) {
      this.accepted.delete(account)
      const text = textOf(error)
      this.logger.warn(`Whether CatalystPay accepts the key of the account "${account}" could not be written down: ${text}`)
    }
  }
}
