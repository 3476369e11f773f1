import { manySwitches } from "./scenarios/switches"
import { describeShop } from "./support/shop-suite"

describeShop((shop) => describe("a gateway that answers the open questions otherwise", () => manySwitches(shop)))
