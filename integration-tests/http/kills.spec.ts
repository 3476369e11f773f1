import { kills } from "./scenarios/kills"
import { describeShop } from "./support/shop-suite"

describeShop((shop) => describe("a server that is killed in the middle of a checkout", () => kills(shop)))
