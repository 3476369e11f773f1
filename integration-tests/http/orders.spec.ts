import { externalPayments } from "./scenarios/external-payments"
import { orderEdits } from "./scenarios/order-edits"
import { orphanedDebits } from "./scenarios/orphaned-debits"
import { payingAgain } from "./scenarios/paying-again"
import { paymentsOfOrders } from "./scenarios/payments-of-orders"
import { returnsBeforeCapture } from "./scenarios/returns-before-capture"
import { strandedOrders } from "./scenarios/stranded-orders"
import { zeroTotals } from "./scenarios/zero-totals"
import { describeShop } from "./support/shop-suite"

describeShop((shop) => {
  describe("an order that a process left when it died", () => strandedOrders(shop))
  describe("a placed order that is paid again", () => payingAgain(shop))
  describe("payments of a placed order", () => paymentsOfOrders(shop))
  describe("an order that is edited under its debit", () => orderEdits(shop))
  describe("a cart that costs nothing", () => zeroTotals(shop))
  describe("a debit that comes back before the capture", () => returnsBeforeCapture(shop))
  describe("debits without an order", () => orphanedDebits(shop))
  describe("payments at the gateway itself", () => externalPayments(shop))
})
