import { contradictions } from "./scenarios/contradictions"
import { coreHook } from "./scenarios/core-hook"
import { forgeries } from "./scenarios/forgeries"
import { hostileBodies } from "./scenarios/hostile-bodies"
import { mappings } from "./scenarios/mappings"
import { timings } from "./scenarios/timings"
import { describeShop } from "./support/shop-suite"

describeShop((shop) => {
  describe("a webhook at any time", () => timings(shop))
  describe("a webhook of any mapping", () => mappings(shop))
  describe("a webhook that is not what it should be", () => forgeries(shop))
  describe("a webhook that says something else", () => contradictions(shop))
  describe("a webhook that means harm", () => hostileBodies(shop))
  describe("a webhook by Medusa's own hook", () => coreHook(shop))
})
