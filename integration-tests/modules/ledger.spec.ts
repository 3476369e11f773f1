import { attempts } from "./scenarios/attempts"
import { crashes } from "./scenarios/crashes"
import { inbox } from "./scenarios/inbox"
import { keysOfTheMerchant } from "./scenarios/keys-of-the-merchant"
import { leases } from "./scenarios/leases"
import { limits } from "./scenarios/limits"
import { openings } from "./scenarios/openings"
import { queueing } from "./scenarios/queueing"
import { refusedCalls } from "./scenarios/refused-calls"
import { unknownOutcomes } from "./scenarios/unknown-outcomes"
import { rotations } from "./scenarios/rotations"
import { describeLedger } from "./support/ledger-suite"

describeLedger((bench) => {
  describe("opening a debit", () => openings(bench))
  describe("an attempt", () => attempts(bench))
  describe("a call that the gateway refuses", () => refusedCalls(bench))
  describe("a submission whose answer never came", () => unknownOutcomes(bench))
  describe("a process that dies", () => crashes(bench))
  describe("a named lease", () => leases(bench))
  describe("the inbox", () => inbox(bench))
  describe("the queue at the gateway's limit", () => queueing(bench))
  describe("a limit that servers share", () => limits(bench))
  describe("a webhook with the merchant's own keys and secrets", () => keysOfTheMerchant(bench))
  describe("a key or secret that is replaced", () => rotations(bench))
})
