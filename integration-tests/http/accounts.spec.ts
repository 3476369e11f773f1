import { accounts } from "./scenarios/accounts"
import { SECOND_GATEWAY_ID } from "./support/environment"
import { describeShop } from "./support/shop-suite"

describeShop((shop) => describe("two providers side by side", () => accounts(shop)), {
  options: {
    accounts: {
      default: { creditor: { name: "Demo Shop GmbH", identifier: "DE98ZZZ09999999999" } },
      fr: { gatewayId: SECOND_GATEWAY_ID, creditor: { name: "Demo Boutique SARL", identifier: "FR72ZZZ123456" } },
    },
  },
  providers: ["pp_catalystpay_sepa-fr"],
})
