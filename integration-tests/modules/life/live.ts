import fc from "fast-check"
import type { Switches } from "../../../sandbox/switches"
import { calmDown, expectAgreement } from "./calm"
import type { Seen } from "./seen"
import { stepNamed } from "./commands"
import { giveAccount, IBANS } from "./shopper"
import type { Stage } from "./stage"
import type { NoModel } from "./step"
import { World } from "./world"
import type { WrittenLife } from "./written"

export interface Life {
  /** How the gateway answers what its documentation leaves open. */
  gateway: Partial<Switches>
  /** What the shopper begins with. */
  iban: string
  commands: Iterable<fc.AsyncCommand<NoModel, World>>
  /** No webhook ever arrives. */
  is_deaf: boolean
}

/** With a gateway that answers as it does by default. */
export function lifeOf({ account, steps }: WrittenLife, is_deaf = false): Life {
  return { gateway: {}, iban: IBANS[account], commands: steps.map(stepNamed), is_deaf }
}

/** Lives it to its end, and looks whether all agree. */
export async function live(stage: Stage, seen: Seen, { gateway, iban, commands, is_deaf }: Life): Promise<void> {
  const world = new World(await stage.begin(gateway), seen, is_deaf)
  await world.open()
  await giveAccount(world, iban)
  await fc.asyncModelRun(() => ({ model: {}, real: world }), commands)
  await calmDown(world)
  await expectAgreement(world)
  await noteWhatWasSeen(world)
}

async function noteWhatWasSeen(world: World): Promise<void> {
  const { seen } = world
  for (const debit of await world.debits()) {
    seen.note(`ends ${debit.status}`)
    const facts = {
      "a capture": debit.captured_at !== null,
      "an external payment": debit.origin === "external",
      "a refund": Number(debit.refunded_amount) > 0,
      "a refund that is due": Number(debit.refund_due_amount) > 0,
      "money that settled": debit.settled_at !== null,
      "a return before it was booked": debit.returned_at !== null && debit.status === "failed",
    }
    const { chargebacks } = await world.parts.service.givenBack.of(debit.id)
    chargebacks.forEach(({ kind }) => seen.note(`a ${kind}`))
    Object.entries(facts)
      .filter(([, holds]) => holds)
      .forEach(([name]) => seen.note(name))
  }
  const repeats: unknown[] = await world.parts.knex()("catalystpay_debit_event").where({ type: "submission_repeated" })
  if (repeats.length > 0) {
    seen.note("a repeat of /pay/")
  }
}
