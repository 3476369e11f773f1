import { approvals } from "./scenarios/approvals"
import { declines } from "./scenarios/declines"
import { leads } from "./scenarios/leads"
import { reopenings } from "./scenarios/reopenings"
import { storefrontKit } from "./scenarios/storefront-kit"
import { verifications } from "./scenarios/verifications"
import { describeShop } from "./support/shop-suite"

describeShop((shop) => {
  describe("the lead", () => leads(shop))
  describe("a debit that is approved", () => approvals(shop))
  describe("a debit that is declined", () => declines(shop))
  describe("a mandate that has to be signed", () => verifications(shop))
  describe("a payment session that is created again", () => reopenings(shop))
  describe("the storefront kit", () => storefrontKit(shop))
})
