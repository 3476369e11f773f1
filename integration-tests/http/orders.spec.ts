import { externalPayments } from "./scenarios/external-payments"
import { orphanedDebits } from "./scenarios/orphaned-debits"
import { payingAgain } from "./scenarios/paying-again"
import { strandedOrders } from "./scenarios/stranded-orders"
import { describeShop } from "./support/shop-suite"

describeShop((shop) => {
  describe("an order that a process left when it died", () => strandedOrders(shop))
  describe("a placed order that is paid again", () => payingAgain(shop))
  describe("debits without an order", () => orphanedDebits(shop))
  describe("payments at the gateway itself", () => externalPayments(shop))
})
