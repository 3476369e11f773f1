import { SWITCHES, type SwitchName } from "../../../sandbox"
import { FLIPS, type Flip } from "../support/flips"
import { JOURNEYS, walk, type JourneyName } from "../support/journeys"
import type { Shop } from "../support/shop-suite"
import { OTHER_ENDINGS } from "../support/switch-endings"

function answersTo(name: SwitchName): readonly string[] {
  return SWITCHES[name].answers
}

/** Side by side: shoppers of different e-mails have nothing to do with each other, and there are many switches. */
async function walkAll(shop: Shop, journeys: readonly JourneyName[]): Promise<Record<string, string>> {
  return Object.fromEntries(await Promise.all(journeys.map(async (name) => [name, await walk(shop, name)] as const)))
}

function asUsual(journeys: readonly JourneyName[]): Record<string, string> {
  return Object.fromEntries(journeys.map((name) => [name, "captured"]))
}

/** One question after the other answered otherwise: the suite `test:switches`, which takes its time. */
export function eachSwitch(shop: Shop, isMine: (index: number) => boolean): void {
  const mine = FLIPS.filter((_, index) => isMine(index)).map((flip): [string, Flip] => [flip.flip, flip])
  it.each(mine)("[%s] every journey ends as it should", async (_flip, { flip, name, answer, journeys }) => {
    Object.assign(shop.sandbox.switches, { [name]: answer })
    expect(await walkAll(shop, journeys)).toEqual({ ...asUsual(journeys), ...OTHER_ENDINGS[flip]?.endings })
  })
}

/**
 * Left out where many are turned at once: a mandate that is collected without a word, at a gateway that then does not
 * tell what became of a finished session, leaves nobody to ask before reconciliation.
 */
const NOT_TOGETHER = "unreturned-verification=collected"

/** Many questions answered otherwise at once, those left out under which something ends otherwise by right. */
export function manySwitches(shop: Shop): void {
  const everyJourney = Object.keys(JOURNEYS).filter((name): name is JourneyName => Object.hasOwn(JOURNEYS, name))
  const answersAt = (place: number): Record<string, string> => {
    const usable = FLIPS.filter(
      ({ flip, name, answer }) => answersTo(name)[place] === answer && !OTHER_ENDINGS[flip] && flip !== NOT_TOGETHER,
    )
    return Object.fromEntries(usable.map(({ name, answer }) => [name, answer]))
  }

  it("ends every journey where it should", async () => {
    expect(await walkAll(shop, everyJourney)).toEqual(asUsual(everyJourney))
  })

  it.each([1, 2])("ends every journey where it should with answer %i of every question", async (place) => {
    Object.assign(shop.sandbox.switches, answersAt(place))
    expect(await walkAll(shop, everyJourney)).toEqual(asUsual(everyJourney))
  })
}
