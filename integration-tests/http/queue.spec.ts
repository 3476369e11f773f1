import { queue } from "./scenarios/queue"
import { describeShop } from "./support/shop-suite"

describeShop((shop) => describe("the queue at the gateway's limit", () => queue(shop)), {
  CATALYSTPAY_CALLS_PER_SECOND: "1",
  CATALYSTPAY_SUBMIT_WITHIN: "0.2",
})
