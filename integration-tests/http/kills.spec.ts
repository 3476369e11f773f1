import { kills } from "./scenarios/kills"
import { newKeys } from "./scenarios/new-keys"
import { describeShop } from "./support/shop-suite"

describeShop((shop) => {
  describe("a server that is killed in the middle of a checkout", () => kills(shop))
  describe("a server that is started with new keys", () => newKeys(shop))
})
