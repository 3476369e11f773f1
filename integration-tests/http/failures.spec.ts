/** Servers are started and killed here, and answers waited for that never come. @weight 3 */
import { kills } from "./scenarios/kills"
import { lostAnswers } from "./scenarios/lost-answers"
import { newKeys } from "./scenarios/new-keys"
import { manySwitches } from "./scenarios/switches"
import { describeShop } from "./support/shop-suite"

describeShop((shop) => {
  describe("a server that is killed in the middle of a checkout", () => kills(shop))
  describe("a server that is started with new keys", () => newKeys(shop))
  describe("a gateway that fails", () => lostAnswers(shop))
  describe("a gateway that answers the open questions otherwise", () => manySwitches(shop))
})
