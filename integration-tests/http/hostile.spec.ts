import { access } from "./scenarios/access"
import { badInput } from "./scenarios/bad-input"
import { leakSearch } from "./scenarios/leak-search"
import { plantedData } from "./scenarios/planted-data"
import { describeShop } from "./support/shop-suite"

describeShop((shop) => {
  describe("a request of somebody else", () => access(shop))
  describe("a request that is not what it should be", () => badInput(shop))
  describe("data that a browser plants in its payment session", () => plantedData(shop))
  describe("the search for leaks", () => leakSearch(shop))
}, { options: { attemptLimits: { perSession: 100, perIp: false, ibanChecksPerIp: false } } })
