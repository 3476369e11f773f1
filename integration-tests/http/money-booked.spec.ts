import { moneyBooked } from "./scenarios/money-booked"
import { describeShop } from "./support/shop-suite"

describeShop((shop) => describe("a shop that wants chargebacks in its books", () => moneyBooked(shop)), {
  options: { chargebacks: "book_refund", refunds: "reject" },
})
