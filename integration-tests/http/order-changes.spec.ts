import { orderEdits } from "./scenarios/order-edits"
import { zeroTotals } from "./scenarios/zero-totals"
import { describeShop } from "./support/shop-suite"

describeShop((shop) => {
  describe("an order that is edited under its debit", () => orderEdits(shop))
  describe("a cart that costs nothing", () => zeroTotals(shop))
})
