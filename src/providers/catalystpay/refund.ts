import type { RefundPaymentInput } from "@medusajs/framework/types"
import { bookedRow } from "../../modules/catalystpay/money/booking-note"
import type { DebitRecord } from "../../modules/catalystpay/debits/debit-record"
import { CatalystPayError } from "../../modules/catalystpay/errors"
import { toDecimal } from "../../modules/catalystpay/money/money"
import type { ProviderCradle } from "./cradle"

/**
 * CatalystPay has no refund API: a refund is owed by the merchant, or refused, as the option `refunds` says. One by which
 * this plugin books a chargeback, or a refund that was made at CatalystPay, moves no money and is owed by nobody.
 * @throws CatalystPayError `refund_at_catalystpay`, `refund_exceeds_debit`
 */
export async function refundDebit(cradle: ProviderCradle, debit: DebitRecord, input: RefundPaymentInput): Promise<DebitRecord> {
  const { catalystpay } = cradle
  const medusa_refund_id = input.context?.idempotency_key
  if (!medusa_refund_id) {
    throw new CatalystPayError("invalid_request", { developer: "Medusa names no refund (context.idempotency_key)." })
  }
  if (await onlyBooks(cradle, debit, medusa_refund_id)) {
    return debit
  }
  if (catalystpay.settings.refunds === "reject") {
    throw new CatalystPayError("refund_at_catalystpay", {
      developer: "CatalystPay has no refund API: refund this debit in CatalystPay's admin panel, or by bank transfer.",
    })
  }
  await withdrawGivenUp(cradle, debit)
  try {
    // Medusa's amounts are objects: Number() would make NaN of them.
    const amount = toDecimal(input.amount, debit.currency_code)
    return await catalystpay.givenBack.recordRefundDue(debit, { medusa_refund_id, amount })
  } catch (error) {
    // Medusa deletes its refund when this throws: nothing may be owed for it.
    await catalystpay.givenBack.withdrawRefunds(debit.id, [medusa_refund_id])
    throw error
  }
}

/** Only what the ledger still has to book counts: a copied note makes nothing of a refund that a person asks for. */
async function onlyBooks({ catalystpay, refundService }: ProviderCradle, debit: DebitRecord, refundId: string): Promise<boolean> {
  const row = bookedRow((await refundService.retrieve(refundId)).note)
  if (row === null) {
    return false
  }
  const { chargebacks, receipts } = await catalystpay.givenBack.of(debit.id)
  return [...chargebacks, ...receipts].some(({ id, booked_at }) => id === row && !booked_at)
}

/** A refund that Medusa gave up after a time-out, or with the process that wrote it down, is tried again with a new id. */
async function withdrawGivenUp({ catalystpay, refundService }: ProviderCradle, debit: DebitRecord): Promise<void> {
  const { refunds } = await catalystpay.givenBack.of(debit.id)
  const open = refunds.filter(({ confirmed_at }) => !confirmed_at).map(({ medusa_refund_id }) => medusa_refund_id)
  if (open.length > 0) {
    const living = new Set((await refundService.list({ id: open })).map(({ id }) => id))
    await catalystpay.givenBack.withdrawRefunds(
      debit.id,
      open.filter((id) => !living.has(id)),
    )
  }
}
