import { SWITCHES, SWITCH_NAMES, type SwitchName } from "../../../sandbox"
import { JOURNEYS, walk, type JourneyName } from "../support/journeys"
import type { Shop } from "../support/shop-suite"
import { OTHER_ENDINGS } from "../support/switch-endings"

/** What no checkout can notice: questions about reconciliation, and about what happens weeks after it. */
const BEYOND_CHECKOUT = /^(reconciliation|subscription|chargeback|refund|transaction-words|billing|trial|hosted)/

const journeyNames = Object.keys(JOURNEYS).filter((name): name is JourneyName => Object.hasOwn(JOURNEYS, name))

/** Each question answered otherwise than by default, one at a time: `name=answer`. */
export const FLIPS = SWITCH_NAMES.filter((name) => !BEYOND_CHECKOUT.test(name)).flatMap((name) =>
  SWITCHES[name].answers.slice(1).map((answer): [flip: string, name: SwitchName, answer: string] => [
    `${name}=${answer}`,
    name,
    answer,
  ]),
)

/** Walks every journey under every answer of the switches that a part of them is picked from. */
export function switches(shop: Shop, pick: (index: number) => boolean): void {
  const usual = Object.fromEntries(journeyNames.map((name) => [name, "captured"]))

  async function walkAll(): Promise<Record<string, string>> {
    const endings: Record<string, string> = {}
    // Side by side: shoppers of different e-mails have nothing to do with each other, and a suite has many switches.
    await Promise.all(
      journeyNames.map(async (name) => {
        endings[name] = await walk(shop, name)
      }),
    )
    return endings
  }

  it.each(FLIPS.filter((_, index) => pick(index)))("[%s] every journey ends as it should", async (flip, name, answer) => {
    Object.assign(shop.sandbox.switches, { [name]: answer })
    expect(await walkAll()).toEqual({ ...usual, ...OTHER_ENDINGS[flip]?.endings })
  })
}
