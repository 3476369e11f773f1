import { placesOfRuns } from "./scenarios/places-of-runs"
import { reconciling } from "./scenarios/reconciling"
import { describeLedger } from "./support/ledger-suite"

describeLedger((bench) => {
  describe("the reconciliation", () => reconciling(bench))
  describe("the place of a reconciliation", () => placesOfRuns(bench))
})
