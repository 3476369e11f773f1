import { dataRights } from "./scenarios/data-rights"
import { moneyBack } from "./scenarios/money-back"
import { secondPath } from "./scenarios/second-path"
import { describeShop } from "./support/shop-suite"

describeShop((shop) => {
  moneyBack(shop)
  describe("the second path", () => secondPath(shop))
  describe("what is held about a customer", () => dataRights(shop))
})
