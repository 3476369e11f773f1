import { accounts } from "./scenarios/accounts"
import { hosted, HOSTED } from "./scenarios/hosted"
import { hostedTroubles } from "./scenarios/hosted-troubles"
import { SECOND_GATEWAY_ID } from "./support/environment"
import { describeShop } from "./support/shop-suite"

describeShop(
  (shop) => {
    describe("two providers side by side", () => accounts(shop))
    describe("a debit that CatalystPay's page collects", () => hosted(shop))
    describe("what was paid on CatalystPay's page", () => hostedTroubles(shop))
  },
  {
    options: {
      accounts: {
        default: { creditor: { name: "Demo Shop GmbH", identifier: "DE98ZZZ09999999999" } },
        fr: { gatewayId: SECOND_GATEWAY_ID, creditor: { name: "Demo Boutique SARL", identifier: "FR72ZZZ123456" } },
        hosted: { collect: "hosted", maxPaymentAttempts: 2 },
      },
    },
    providers: ["pp_catalystpay_sepa-fr", HOSTED],
  },
)
