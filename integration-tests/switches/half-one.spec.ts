import { eachSwitch } from "../http/scenarios/switches"
import { describeShop } from "../http/support/shop-suite"

// Two files, so that two processes share the work.
describeShop((shop) => describe("an open question answered otherwise", () => eachSwitch(shop, (index) => index % 2 === 0)))
