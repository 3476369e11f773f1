import { inboxOfTheMerchant } from "./scenarios/inbox-of-the-merchant"
import { settlements } from "./scenarios/settlements"
import { sweeps } from "./scenarios/sweeps"
import { describeShop } from "./support/shop-suite"

describeShop(
  (shop) => {
    describe("an order whose money is booked when it settles", () => settlements(shop))
    describe("a shopper who comes back after cleaning", () => sweeps(shop))
    describe("a webhook that needs the merchant", () => inboxOfTheMerchant(shop))
  },
  {
    options: {
      capture: "on_settlement",
      notifications: { to: "merchant@example.com", channel: "feed", template: "sepa-problem" },
    },
  },
)
