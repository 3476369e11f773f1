import { hostileBodies } from "./scenarios/hostile-bodies"
import { mappings } from "./scenarios/mappings"
import { describeShop } from "./support/shop-suite"

describeShop((shop) => {
  describe("a webhook of any mapping", () => mappings(shop))
  describe("a webhook that means harm", () => hostileBodies(shop))
})
