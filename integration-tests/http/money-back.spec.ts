import { moneyBack } from "./scenarios/money-back"
import { secondPath } from "./scenarios/second-path"
import { describeShop } from "./support/shop-suite"

describeShop((shop) => {
  moneyBack(shop)
  describe("the second path", () => secondPath(shop))
})
