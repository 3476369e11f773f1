import { limits } from "./scenarios/limits"
import { describeShop } from "./support/shop-suite"

describeShop((shop) => describe("a shopper who tries too often", () => limits(shop)), {
  options: {
    attemptLimits: { perSession: 2, perIp: 3, ibanChecksPerIp: 2 },
    clientIp: { header: "x-client-address" },
  },
})
