import fc from "fast-check"
import type { SwitchAnswer, SwitchName } from "../../../sandbox/switches"
import type { FaultPoint } from "../../../src/modules/catalystpay/faults"
import * as jobs from "./jobs"
import { comeBack, decideOnMandate, deleteSession, giveAccount, IBANS, payAtGateway, pressPay, refundInMedusa, REQUESTS } from "./shopper"
import { Step } from "./step"
import type { World } from "./world"

const HOUR = 3600

/** Answers to what CatalystPay's documentation leaves open, and that a life may depend on. */
const OPEN_QUESTIONS = {
  "pay-after-500": ["debited", "in-progress", "rolled-back"],
  "get-terminal": ["200", "410"],
  "unreturned-verification": ["waits", "collected"],
  "early-verify": ["waits", "declined", "conflict"],
  "cancel-awaiting": ["conflict", "expires"],
  "declined-reference": ["used-up", "free"],
  "hard-decline": ["ends-session", "stays-pending"],
  "refund-reference": ["original", "null"],
  "chargeback-event": ["chargeback.created", "chargeback.imported"],
  "chargeback-transaction": ["catalystpay", "processor"],
} as const satisfies { [Name in SwitchName]?: readonly SwitchAnswer<Name>[] }

const JOBS = {
  "the inbox is worked off": (world: World) => jobs.inbox(world),
  "the job settles what is due": (world: World) => jobs.due(world),
  "the job settles by time": jobs.settleByTime,
  "the job reconciles": jobs.reconcile,
  "the job cleans": jobs.clean,
  "Medusa books": jobs.agree,
  "Medusa refunds a part": refundInMedusa,
} as const

const STEPS = {
  "the shopper turns to the other cart": async (world: World) => world.turnToOtherCart(),
  "the shopper signs": (world: World) => decideOnMandate(world, "sign"),
  "the shopper refuses to sign": (world: World) => decideOnMandate(world, "refuse"),
  "Medusa deletes the session": deleteSession,
  "somebody pays at the gateway with the session token": payAtGateway,
  "the wire is cut while the shopper presses pay": (world: World) => world.withoutWire(() => pressPay(world)),
  "the wire is cut while the shopper comes back": (world: World) =>
    world.withoutWire(() => comeBack(world)),
  "the wire is cut while the job settles": (world: World) => world.withoutWire(() => jobs.due(world, 1)),
  "the wire is cut while the job reconciles": (world: World) => world.withoutWire(() => jobs.reconcile(world)),
  "the wire is cut while a webhook is worked off": (world: World) => world.withoutWire(() => jobs.inbox(world, 1)),
  "the money arrives": afterwards((world, id) => world.parts.sandbox.settle(id)),
  "the debit bounces": afterwards((world, id) => world.parts.sandbox.bounce(id, "AM04")),
  "the debtor charges back": afterwards((world, id) => world.parts.sandbox.chargeBack(id, { reason_code: "MD06" })),
  "the debtor charges a part back": afterwards((world, id) => world.parts.sandbox.chargeBack(id, { reason_code: "MD06", amount: "10.00" })),
  "a part is refunded": afterwards((world, id) => world.parts.sandbox.refund(id, { amount: "5.00" })),
  "webhooks come in order": (world: World) => world.hearWebhooks("in-order"),
  "webhooks come reversed": (world: World) => world.hearWebhooks("reversed"),
  "webhooks come shuffled": (world: World) => world.hearWebhooks("shuffled"),
  "the last webhook comes three times more": (world: World) => world.parts.sandbox.resend({ times: 3 }).catch(() => undefined),
  "40 s pass": (world: World) => world.passTime(40),
  "an hour passes": (world: World) => world.passTime(HOUR),
  "26 h pass": (world: World) => world.passTime(26 * HOUR),
  "9 days pass": (world: World) => world.passTime(9 * 24 * HOUR),
} as const satisfies Record<string, (world: World) => Promise<unknown>>

const SUBMITTING: FaultPoint[] = ["before_submission_is_marked", "after_submission_was_marked", "after_pay_was_answered"]
const VERIFYING: FaultPoint[] = ["after_verification_was_claimed", "after_verify_was_answered"]
const FINDING_OUT: FaultPoint[] = ["after_session_was_read", "after_outcome_was_recorded"]
const MONEY_BACK: FaultPoint[] = ["after_chargeback_was_recorded", "after_receipt_was_recorded", "after_problem_was_opened"]
const RECONCILING: FaultPoint[] = [
  "before_row_is_reconciled",
  "after_row_was_applied",
  "after_row_was_reconciled",
  "before_page_is_finished",
]

/** What a process does, and the points that it may pass in doing so. */
const DEATHS: Record<keyof typeof REQUESTS | keyof typeof JOBS, FaultPoint[]> = {
  "the shopper opens a payment session": ["before_session_is_recorded", "after_problem_was_opened"],
  "the shopper presses pay": [...SUBMITTING, ...FINDING_OUT],
  "the shopper comes back from signing": [...VERIFYING, ...FINDING_OUT],
  "the shopper gives up signing": [...VERIFYING, ...FINDING_OUT],
  "the inbox is worked off": ["after_webhook_was_claimed", "after_webhook_was_applied", ...FINDING_OUT, ...MONEY_BACK],
  "the job settles what is due": [...SUBMITTING, ...VERIFYING, ...FINDING_OUT, "after_problem_was_opened"],
  "the job settles by time": MONEY_BACK,
  "the job reconciles": RECONCILING,
  "the job cleans": [],
  "Medusa books": ["after_money_back_was_booked"],
  "Medusa refunds a part": ["after_refund_was_recorded", "after_problem_was_opened"],
}

const step = ([name, act]: [string, (world: World) => Promise<unknown>]) => new Step(name, act)
const ofShopper = Object.entries(REQUESTS).map(step)
const accounts = Object.entries(IBANS).map(
  ([name, iban]) => new Step(`the shopper gives an account that is ${name}`, (world) => giveAccount(world, iban)),
)
const others = Object.entries({ ...STEPS, ...JOBS }).map(step)
/** Where a process does not pass the point, it lives. */
const deaths = Object.entries({ ...REQUESTS, ...JOBS }).flatMap(([name, act]) =>
  pointsOf(name).map((point) => new Step(`${name}, and the process dies at ${point}`, (world) => world.dyingAt(point, () => act(world)))),
)

function pointsOf(name: string): FaultPoint[] {
  return Object.entries(DEATHS).find(([known]) => known === name)?.[1] ?? []
}

const steps = [...ofShopper, ...accounts, ...others, ...deaths]

/** To write lives by hand. */
export function stepNamed(name: string): Step {
  const found = steps.find((one) => one.toString() === name)
  if (!found) {
    throw new Error(`There is no step "${name}".`)
  }
  return found
}

/** What a life is made of, in any order and number. */
const pays = [step(["the shopper presses pay", pressPay])]
const commands = fc.commands(
  [accounts, pays, ofShopper, others, others, others, deaths].map((kind) => fc.constantFrom(...kind)),
  { maxCommands: 24, size: "max" },
)

/** How the gateway answers what is left open. */
const gateways = fc.record({
  "pay-after-500": fc.constantFrom(...OPEN_QUESTIONS["pay-after-500"]),
  "get-terminal": fc.constantFrom(...OPEN_QUESTIONS["get-terminal"]),
  "unreturned-verification": fc.constantFrom(...OPEN_QUESTIONS["unreturned-verification"]),
  "early-verify": fc.constantFrom(...OPEN_QUESTIONS["early-verify"]),
  "cancel-awaiting": fc.constantFrom(...OPEN_QUESTIONS["cancel-awaiting"]),
  "declined-reference": fc.constantFrom(...OPEN_QUESTIONS["declined-reference"]),
  "hard-decline": fc.constantFrom(...OPEN_QUESTIONS["hard-decline"]),
  "refund-reference": fc.constantFrom(...OPEN_QUESTIONS["refund-reference"]),
  "chargeback-event": fc.constantFrom(...OPEN_QUESTIONS["chargeback-event"]),
  "chargeback-transaction": fc.constantFrom(...OPEN_QUESTIONS["chargeback-transaction"]),
})

export const lives = fc.record({ gateway: gateways, iban: fc.constantFrom(...Object.values(IBANS)), commands, is_deaf: fc.boolean() })

/** Something happens to an approved transaction of this shopper, where there is one and the gateway lets it. */
function afterwards(act: (world: World, transactionId: string) => unknown): (world: World) => Promise<void> {
  return async (world) => {
    const sale = world
      .sessions()
      .flatMap(({ transactions }) => transactions)
      .find(({ type, status }) => type === "sdd_sale" && (status === "approved" || status === "settled"))
    if (!sale) {
      return
    }
    try {
      act(world, sale.id)
    } catch (error) {
      if (!(error instanceof Error && "status" in error)) {
        throw error
      }
    }
  }
}
