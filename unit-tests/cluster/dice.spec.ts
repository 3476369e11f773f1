import { Dice } from "../../integration-tests/cluster/dice"
import { planKills } from "../../integration-tests/cluster/shop/kills"
import { dealScenarios, SCENARIOS } from "../../integration-tests/cluster/shop/scenarios"

const throws = (dice: Dice) => Array.from({ length: 100 }, () => dice.between(1, 6))

describe("the dice of a run", () => {
  it("fall the same for the same seed, and otherwise for others", () => {
    expect(throws(new Dice(7))).toEqual(throws(new Dice(7)))
    expect(throws(new Dice(7))).not.toEqual(throws(new Dice(8)))
    expect(new Set(throws(new Dice(7)))).toEqual(new Set([1, 2, 3, 4, 5, 6]))
  })

  it("fall for each shopper by themselves, whatever others throw", () => {
    const dice = new Dice(7)
    const before = throws(dice.for("shopper 1"))
    expect(throws(dice.for("shopper 1"))).toEqual(before)
    expect(throws(dice.for("shopper 2"))).not.toEqual(before)
  })

  it("keep every card when they shuffle, and refuse to pick from nothing", () => {
    expect(new Dice(7).shuffle([1, 2, 3, 4, 5]).sort()).toEqual([1, 2, 3, 4, 5])
    expect(() => new Dice(7).pick([])).toThrow()
  })

  it("play each scenario once among eleven shoppers and more", () => {
    expect(dealScenarios(60, new Dice(7))).toHaveLength(60)
    expect(new Set(dealScenarios(11, new Dice(7)))).toEqual(new Set(SCENARIOS))
    expect(dealScenarios(3, new Dice(7))).toHaveLength(3)
  })

  it("kill as often as was asked for, everybody in turn, while there are still shoppers to come", () => {
    const plan = planKills(7, 60, ["server 1", "server 2", "worker"], new Dice(7))
    expect(plan.map(({ victim }) => victim).slice(0, 3).sort()).toEqual(["server 1", "server 2", "worker"])
    expect(plan).toHaveLength(7)
    expect(plan.filter(({ after }) => after < 1 || after >= 60)).toEqual([])
    expect(planKills(0, 60, ["worker"], new Dice(7))).toEqual([])
  })
})
