import { switches } from "./scenarios/switches"
import { describeShop } from "./support/shop-suite"

// Two files, so that two processes share the work.
describeShop((shop) => describe("a question that is answered otherwise", () => switches(shop, (index) => index % 2 === 0)))
