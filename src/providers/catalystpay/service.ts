import type {
  AuthorizePaymentInput,
  AuthorizePaymentOutput,
  CancelPaymentInput,
  CancelPaymentOutput,
  CapturePaymentInput,
  CapturePaymentOutput,
  CreateAccountHolderInput,
  CreateAccountHolderOutput,
  DeleteAccountHolderOutput,
  DeletePaymentInput,
  DeletePaymentOutput,
  GetPaymentStatusInput,
  GetPaymentStatusOutput,
  InitiatePaymentInput,
  InitiatePaymentOutput,
  ProviderWebhookPayload,
  RefundPaymentInput,
  RefundPaymentOutput,
  RetrievePaymentInput,
  RetrievePaymentOutput,
  UpdateAccountHolderOutput,
  UpdatePaymentInput,
  UpdatePaymentOutput,
  WebhookActionResult,
} from "@medusajs/framework/types"
import { AbstractPaymentProvider, PaymentActions, PaymentSessionStatus } from "@medusajs/framework/utils"
import { isChargedBack } from "../../modules/catalystpay/checkout/capture-policy"
import type { DebitRecord } from "../../modules/catalystpay/debits/debit-record"
import { textOf } from "../../modules/catalystpay/error-text"
import { CatalystPayError } from "../../modules/catalystpay/errors"
import { toLead } from "../../modules/catalystpay/checkout/lead"
import { isSameAmount, toDecimal, toPayableAmount } from "../../modules/catalystpay/money/money"
import { currentRequest } from "../../modules/catalystpay/request-context"
import { en } from "../../modules/catalystpay/texts/en"
import { assertSameMoney, statusOf, toAuthorization } from "./authorization"
import type { ProviderCradle, SessionRow } from "./cradle"
import { toMedusaError } from "./errors"
import { parseProviderOptions, type ProviderOptions } from "./options"
import { findPurchase } from "./purchase"
import { receiveCoreWebhook } from "./core-webhook"
import { refundDebit } from "./refund"

type Data = Record<string, unknown>

/**
 * Translates Medusa's payment calls into the ledger's. It decides nothing about money by itself, and it believes
 * nothing that stands in a session's `data`: a browser can write there.
 */
export class CatalystPayProviderService extends AbstractPaymentProvider<ProviderOptions> {
  static override identifier = "catalystpay"

  private readonly cradle_: ProviderCradle
  private readonly account_: string

  static override validateOptions(options: Record<string, unknown>): void {
    parseProviderOptions(options)
  }

  constructor(cradle: ProviderCradle & Record<string, unknown>, options?: ProviderOptions) {
    super(cradle, options)
    this.cradle_ = cradle
    this.account_ = parseProviderOptions(options).account
  }

  /** Opens the CatalystPay session. @throws MedusaError with a stable `code` and a sentence for the shopper */
  async initiatePayment(input: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    return this.translate_(async () => {
      const session = await this.requireSession_(input.context?.idempotency_key)
      const currency_code = input.currency_code.toLowerCase()
      await this.assertCurrency_(currency_code)
      const amount = toPayableAmount(input.amount, currency_code)
      const purchase = await findPurchase(this.cradle_.query, session.payment_collection_id)
      if (!purchase) {
        throw new CatalystPayError("session_not_payable", {
          developer: `The payment collection ${session.payment_collection_id} belongs to no cart and no order.`,
        })
      }
      const debit = await this.cradle_.catalystpay.open({
        account: this.account_,
        payment_session_id: session.id,
        payment_collection_id: session.payment_collection_id,
        cart_id: purchase.cart_id,
        order_id: purchase.order_id,
        customer_id: purchase.customer_id,
        lead: toLead(purchase),
        amount,
        currency_code,
        customer_ip: currentRequest()?.ip_address ?? null,
      })
      const data = await this.cradle_.catalystpay.publicData(debit)
      return { id: debit.id, status: PaymentSessionStatus.PENDING, data }
    })
  }

  /** Medusa's core never calls it (medusa-notes, section 2); the open session is kept when the money is the same. */
  async updatePayment(input: UpdatePaymentInput): Promise<UpdatePaymentOutput> {
    return this.translate_(async () => {
      const debit = await this.requireDebit_(input.data)
      const amount = toPayableAmount(input.amount, input.currency_code)
      if (!isSameAmount(amount, debit.amount) || input.currency_code.toLowerCase() !== debit.currency_code) {
        throw new CatalystPayError("session_not_payable", {
          developer: "CatalystPay cannot change the amount of an open session: create a new payment session.",
        })
      }
      return { data: await this.cradle_.catalystpay.publicData(debit) }
    })
  }

  /** Never throws: a cart whose session cannot be deleted would answer 500 to every change. */
  async deletePayment(input: DeletePaymentInput): Promise<DeletePaymentOutput> {
    try {
      const debit = await this.findDebit_(input.data)
      // Medusa deletes the old session while it creates the new one, and that adopts or cancels the debit.
      if (debit && !currentRequest()?.opens_session) {
        await this.cradle_.catalystpay.cancelUnsubmitted(debit)
      }
    } catch (error) {
      this.cradle_.logger.warn(`A payment session was deleted and its debit could not be cancelled: ${textOf(error)}`)
    }
    return { data: input.data ?? {} }
  }

  async authorizePayment(input: AuthorizePaymentInput): Promise<AuthorizePaymentOutput> {
    return this.translate_(async () => {
      const session = await this.requireSession_(input.context?.idempotency_key)
      const found = await this.cradle_.catalystpay.findBySession(session.id)
      if (!found) {
        throw new CatalystPayError("session_not_payable", {
          developer: `The ledger has no debit for the payment session ${session.id}.`,
          shopper: en.session_not_payable,
        })
      }
      assertSameMoney(session, found)
      const debit = await this.cradle_.catalystpay.advance(found)
      const data = await this.cradle_.catalystpay.publicData(debit)
      const authorization = toAuthorization({
        debit,
        data,
        locale: await this.cradle_.catalystpay.localeOf(debit),
        orderPlaced: session.status === "pending_authorization",
        capture: this.cradle_.catalystpay.settings.capture,
      })
      if (authorization.kind === "refuse") {
        await this.cradle_.paymentSessionService.update({ id: session.id, data, status: authorization.sessionStatus })
        throw authorization.error
      }
      if (authorization.output.status === "captured") {
        await this.cradle_.catalystpay.recordCapture(debit)
      }
      return authorization.output
    })
  }

  /** Medusa books money that the ledger has proof of. Always the whole debit: it was submitted in full. */
  async capturePayment(input: CapturePaymentInput): Promise<CapturePaymentOutput> {
    return this.translate_(async () => {
      const debit = await this.requireDebit_(input.data)
      if (debit.status !== "approved") {
        throw new CatalystPayError("debit_not_approved", {
          developer: `The debit is ${debit.status}: CatalystPay has not approved it, so there is nothing to capture.`,
        })
      }
      if (isChargedBack(debit)) {
        throw new CatalystPayError("debit_not_approved", {
          developer: "The debtor's bank took the whole debit back: there is nothing left to capture.",
        })
      }
      await this.assertWholeCapture_(debit, input.context?.idempotency_key)
      const captured = await this.cradle_.catalystpay.recordCapture(debit)
      return { data: await this.cradle_.catalystpay.publicData(captured) }
    })
  }

  /** Notes what the merchant owes the debtor: no money moves by it, for CatalystPay has no refund API. */
  async refundPayment(input: RefundPaymentInput): Promise<RefundPaymentOutput> {
    return this.translate_(async () => {
      const debit = await refundDebit(this.cradle_, await this.requireDebit_(input.data), input)
      return { data: await this.cradle_.catalystpay.publicData(debit) }
    })
  }

  /**
   * Cancels what was not submitted. What was cannot be called back: whether an order stands that it pays for is seen when
   * Medusa and the ledger are compared, for a completion that Medusa undoes here may succeed the next time.
   */
  async cancelPayment(input: CancelPaymentInput): Promise<CancelPaymentOutput> {
    return this.translate_(async () => {
      const debit = await this.requireDebit_(input.data)
      await this.cradle_.catalystpay.cancelUnsubmitted(debit)
      const data = await this.cradle_.catalystpay.publicData(await this.requireDebit_(input.data))
      return { data }
    })
  }

  async retrievePayment(input: RetrievePaymentInput): Promise<RetrievePaymentOutput> {
    return this.translate_(async () => {
      const debit = await this.requireDebit_(input.data)
      return { data: await this.cradle_.catalystpay.publicData(debit) }
    })
  }

  async getPaymentStatus(input: GetPaymentStatusInput): Promise<GetPaymentStatusOutput> {
    return this.translate_(async () => {
      const debit = await this.requireDebit_(input.data)
      return { status: statusOf(debit), data: await this.cradle_.catalystpay.publicData(debit) }
    })
  }

  /** Medusa's own hook, `/hooks/payment/catalystpay_<id>`. Never names a session that does not exist. */
  async getWebhookActionAndData(payload: ProviderWebhookPayload["payload"]): Promise<WebhookActionResult> {
    const webhook = await receiveCoreWebhook(this.cradle_, this.account_, payload)
    return webhook ?? { action: PaymentActions.NOT_SUPPORTED }
  }

  /** CatalystPay keeps no customers of a store: the customer's own id stands for the holder. */
  async createAccountHolder({ context }: CreateAccountHolderInput): Promise<CreateAccountHolderOutput> {
    return { id: context.customer.id, data: {} }
  }

  async updateAccountHolder(): Promise<UpdateAccountHolderOutput> {
    return { data: {} }
  }

  async deleteAccountHolder(): Promise<DeleteAccountHolderOutput> {
    return { data: {} }
  }

  private async translate_<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work()
    } catch (error) {
      throw toMedusaError(error)
    }
  }

  private async assertCurrency_(currencyCode: string): Promise<void> {
    const { currencies } = await this.cradle_.catalystpay.account(this.account_)
    if (!currencies.includes(currencyCode)) {
      throw new CatalystPayError("currency_not_supported", {
        developer: `The CatalystPay account "${this.account_}" collects in ${currencies.join(", ").toUpperCase()}, not in ${currencyCode.toUpperCase()}.`,
      })
    }
  }

  private async requireSession_(id: string | undefined): Promise<SessionRow> {
    const [session] = id ? await this.cradle_.paymentSessionService.list({ id: [id] }) : []
    if (!session) {
      throw new CatalystPayError("session_not_found", { developer: "There is no such payment session." })
    }
    return session
  }

  /**
   * The debit that a payment's data speaks of. The ids alone prove nothing; together with the session token, which
   * nobody can guess, they do.
   */
  private async findDebit_(data: Data | undefined): Promise<DebitRecord | null> {
    const { session_id, session_token } = data ?? {}
    if (typeof session_id !== "string" || typeof session_token !== "string") {
      return null
    }
    const debit = await this.cradle_.catalystpay.findBySession(session_id)
    return debit?.session_token === session_token && debit.account === this.account_ ? debit : null
  }

  private async requireDebit_(data: Data | undefined): Promise<DebitRecord> {
    const debit = await this.findDebit_(data)
    if (!debit) {
      throw new CatalystPayError("session_not_found", { developer: "The ledger has no debit for this payment." })
    }
    return debit
  }

  private async assertWholeCapture_(debit: DebitRecord, captureId: string | undefined): Promise<void> {
    if (!captureId) {
      return
    }
    const capture = await this.cradle_.captureService.retrieve(captureId)
    if (!isSameAmount(toDecimal(capture.amount, debit.currency_code), toDecimal(debit.amount, debit.currency_code))) {
      throw new CatalystPayError("debit_not_approved", {
        developer: "A SEPA direct debit is collected in full: capture the whole amount, then refund what is too much.",
      })
    }
  }
}
