import { PAGE_PROVIDER } from "../../../../demo/accounts"
import { APPROVED, DECLINED, FAILED_FOR_GOOD, LOST_ANSWER, TO_BE_SIGNED, UNLISTED } from "../ibans"
import type { SandboxControl } from "../sandbox"
import { BUSY_PROVIDER } from "./accounts"
import type { MadeOrder, OrderMaker } from "./order-maker"

/** Of Medusa itself. */
export const MANUAL_PROVIDER = "pp_system_default"

type Make = (maker: OrderMaker, sandbox: SandboxControl) => Promise<MadeOrder>

async function approved(maker: OrderMaker, iban = APPROVED): Promise<MadeOrder> {
  const made = await maker.order({ ibans: [iban] })
  await maker.until(made, "approved")
  return made
}

async function captured(maker: OrderMaker, iban?: string): Promise<MadeOrder> {
  const made = await approved(maker, iban)
  await maker.capture(made)
  return made
}

/** The order stands, and its first debit came back before anything was captured. */
async function failed(maker: OrderMaker): Promise<MadeOrder> {
  const made = await approved(maker)
  await maker.atBank(made, "bounce", "failed")
  return made
}

/** How an order comes to each state that its newest debit can be in, and to what else its panel has to show. */
const MAKES = {
  approved: (maker) => approved(maker, UNLISTED),
  /** After a decline of another account in the same session. */
  captured: async (maker) => {
    const made = await maker.order({ ibans: [DECLINED, APPROVED] })
    await maker.until(made, "approved")
    await maker.capture(made)
    return made
  },
  settled: async (maker) => {
    const made = await captured(maker)
    await maker.atBank(made, "settle", "settled")
    return made
  },
  refund_due: async (maker) => {
    const made = await captured(maker)
    await maker.refund(made, 5)
    return made
  },
  refunded: async (maker) => {
    const made = await captured(maker)
    await maker.refund(made, 20.71)
    await maker.atBank(made, "refund", "refunded")
    return made
  },
  charged_back: async (maker) => {
    const made = await captured(maker)
    await maker.atBank(made, "chargeBack", "charged_back")
    return made
  },
  orphaned: async (maker) => {
    const made = await approved(maker)
    await maker.cancel(made)
    await maker.until(made, "orphaned")
    return made
  },
  failed,
  declined: async (maker) => {
    const made = await failed(maker)
    await maker.payAgain(made, DECLINED)
    await maker.until(made, "declined")
    return made
  },
  awaiting_verification: async (maker) => {
    const made = await failed(maker)
    await maker.payAgain(made, TO_BE_SIGNED)
    await maker.until(made, "awaiting_verification")
    return made
  },
  queued: async (maker) => {
    const made = await maker.order({ ibans: [APPROVED], provider_id: BUSY_PROVIDER })
    await maker.until(made, "queued")
    return made
  },
  /** The answer was lost, and CatalystPay says that it is still at work on it. */
  submitting: async (maker, sandbox) => {
    await sandbox.setSwitches({ "pay-after-500": "in-progress" })
    const made = await maker.order({ ibans: [LOST_ANSWER] })
    await maker.until(made, "submitting")
    return made
  },
  /** CatalystPay reported that it came back, its records never said so, and the report was given up. Twice the others' goods. */
  misreported: async (maker) => {
    const made = await maker.order({ ibans: [APPROVED], quantity: 2 })
    const { transaction_id } = await maker.until(made, "approved")
    await maker.report("transaction.status_changed", { transaction_id, transaction_status: "declined", iban: APPROVED })
    return made
  },
  /** The first one takes no other account after its decline. */
  several: async (maker) => {
    const made = await maker.order({ ibans: [FAILED_FOR_GOOD, APPROVED] })
    await maker.until(made, "approved")
    return made
  },
  hosted: async (maker) => {
    const made = await maker.order({ ibans: [APPROVED], provider_id: PAGE_PROVIDER })
    await maker.until(made, "approved")
    return made
  },
  of_another_provider: (maker) => maker.orderOfAnother(MANUAL_PROVIDER),
} satisfies Record<string, Make>

export type CaseName = keyof typeof MAKES
export type Cases = Record<CaseName, MadeOrder>

/** As many checkouts as two cores have work for. */
const AT_ONCE = 5

/** Makes all of them, several at a time. */
export async function makeCases(maker: OrderMaker, sandbox: SandboxControl): Promise<Cases> {
  const made: Partial<Cases> = {}
  const waiting = Object.entries(MAKES)
  const work = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [name, make] = next
      Object.assign(made, { [name]: await make(maker, sandbox) })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return complete(made)
}

function complete(made: Partial<Cases>): Cases {
  const isWhole = (cases: Partial<Cases>): cases is Cases => Object.keys(MAKES).every((name) => name in cases)
  if (!isWhole(made)) {
    throw new Error("Not every case was made.")
  }
  return made
}

