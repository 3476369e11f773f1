import { setImmediate as turn } from "node:timers/promises"
import { Dice } from "../../integration-tests/cluster/dice"
import { rush } from "../../integration-tests/cluster/shop/rush"

describe("the rush of a run", () => {
  it("lets each shopper in once, many at the same time and never more than a crowd", async () => {
    const seen: number[] = []
    let inside = 0
    let most = 0
    await rush(200, new Dice(7), async (index) => {
      seen.push(index)
      inside += 1
      most = Math.max(most, inside)
      await turn()
      await turn()
      inside -= 1
    })
    expect(seen).toEqual(Array.from({ length: 200 }, (_, index) => index))
    expect(most).toBe(10)
    expect(inside).toBe(0)
  })
})
