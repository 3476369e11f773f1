import { randomUUID } from "node:crypto"
import type { DebitRecord } from "../../../src/modules/catalystpay/debits/debit-record"
import { bankAccount } from "../support/bench"
import type { World } from "./world"

/** The sandbox's IBANs by what becomes of them; the last two are taken, and their answer never comes. */
export const IBANS = {
  approved: "DE89370400440532013000",
  declined: "DE91100000000123456789",
  "to be signed": "DE56100500009000000001",
  "declined for good": "DE60200411339000000008",
  "whose answer is lost": "DE96100110019000000011",
  "whose answer is a 500": "DE35300209009000000012",
} as const

/** Whatever a shopper asks the store for, and where a process may die that answers. */
export const REQUESTS = {
  "the shopper opens a payment session": (world: World) => world.open(),
  "the shopper presses pay": pressPay,
  "the shopper comes back from signing": comeBack,
  "the shopper gives up signing": giveUp,
} as const

export async function giveAccount(world: World, iban: string): Promise<void> {
  const debit = await world.debit()
  if (debit) {
    await world.parts.service.attachBankAccount(debit, bankAccount(iban))
  }
}

export async function pressPay(world: World): Promise<void> {
  const debit = await world.debit()
  if (debit?.status === "ready" || debit?.status === "submitting" || debit?.status === "awaiting_verification") {
    await world.parts.service.advance(debit)
  }
}

export async function comeBack(world: World): Promise<void> {
  const debit = await world.debit()
  if (debit?.status === "awaiting_verification") {
    await world.parts.service.advance(await world.parts.service.recordVerificationReturn(debit, null))
  }
}

async function giveUp(world: World): Promise<void> {
  const debit = await world.debit()
  if (debit) {
    await world.parts.service.giveUp(debit)
  }
}

/** Medusa deletes payment sessions whenever a cart changes. */
export async function deleteSession(world: World): Promise<void> {
  const debit = await world.debit()
  if (debit) {
    await world.parts.service.cancelUnsubmitted(debit)
  }
}

/** On the page of CatalystPay. */
export async function decideOnMandate(world: World, decision: "sign" | "refuse"): Promise<void> {
  const debit = await world.debit()
  if (debit?.status === "awaiting_verification" && debit.verification_url) {
    await fetch(debit.verification_url, { method: "POST", body: new URLSearchParams({ decision }), redirect: "manual" })
  }
}

/** The session token is in the shopper's browser, and `/pay/` needs nothing else (contract, section 5). */
export async function payAtGateway(world: World): Promise<void> {
  const debit = await world.debit()
  if (debit) {
    const { apiUrl } = await world.parts.service.account(debit.account)
    await fetch(`${apiUrl}/payment-sessions/${debit.session_token}/pay/`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ iban: IBANS.approved, iban_holder_name: "Somebody Else" }),
    })
  }
}

/** The merchant gives a part back, in Medusa: a row that stays even where the process dies that asks the ledger. */
export async function refundInMedusa(world: World): Promise<void> {
  const debits = await world.debits()
  const captured = debits.find(({ captured_at }) => captured_at !== null)
  if (captured) {
    await bookRefund(world, captured)
  }
}

async function bookRefund(world: World, debit: DebitRecord): Promise<void> {
  const medusa_refund_id = `ref_${randomUUID()}`
  const amount = "7.00"
  try {
    await world.parts.service.givenBack.recordRefundDue(debit, { medusa_refund_id, amount })
  } finally {
    const { refunds } = await world.parts.service.givenBack.of(debit.id)
    if (refunds.some((refund) => refund.medusa_refund_id === medusa_refund_id)) {
      world.refunds.set(medusa_refund_id, { debit_id: debit.id, amount })
    }
  }
}
