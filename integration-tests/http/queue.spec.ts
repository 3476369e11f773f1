/** Waits for turns at one call a second. @weight 2 */
import { queue } from "./scenarios/queue"
import { describeShop } from "./support/shop-suite"

describeShop((shop) => describe("the queue at the gateway's limit", () => queue(shop)), {
  options: { callsPerSecond: 1, submitWithin: 0.2 },
})
