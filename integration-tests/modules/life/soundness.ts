import { z } from "zod"
import { TEST_IBANS } from "../../../sandbox"
import { DEBIT_TRANSITIONS } from "../../../src/modules/catalystpay/debit-state"
import type { World } from "./world"

const steps = z.array(
  z.object({ type: z.string(), from_status: z.string().nullable(), to_status: z.string().nullable(), refused: z.boolean() }),
)
/** An approved debit that came back is told as what it is. */
const TOLD_AS: Readonly<Record<string, keyof typeof DEBIT_TRANSITIONS>> = { returned: "failed" }

/** What has to hold at every moment of a life, also in the middle of a fault. */
export async function expectSound(world: World): Promise<void> {
  await expectListedSteps(world)
  expect(referencesTwice(world)).toEqual([])
  const resting = await world.resting()
  expect(TEST_IBANS.filter(({ iban }) => resting.includes(iban))).toEqual([])
}

/** Every step of every debit is one that the state table lists. */
async function expectListedSteps(world: World): Promise<void> {
  const rows: unknown = await world.parts.knex()("catalystpay_debit_event")
  const moved = steps.parse(rows).filter(({ from_status, to_status, refused }) => !refused && from_status !== null && from_status !== to_status)
  const table = new Map<string, Partial<Record<string, string>>>(Object.entries(DEBIT_TRANSITIONS))
  for (const { type, from_status, to_status } of moved) {
    expect([type, from_status, table.get(TOLD_AS[type] ?? type)?.[from_status ?? ""]]).toEqual([type, from_status, to_status])
  }
}

/** An attempt is accepted at most once: no reference stands on two attempts of the gateway. */
function referencesTwice(world: World): string[] {
  const references = world.sessions().flatMap(({ tenant_references }) => tenant_references)
  return references.filter((reference, index) => references.indexOf(reference) !== index)
}
