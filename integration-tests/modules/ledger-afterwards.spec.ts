import { dataRights } from "./scenarios/data-rights"
import { hostedPages } from "./scenarios/hosted-pages"
import { listing } from "./scenarios/listing"
import { lookUps } from "./scenarios/look-ups"
import { merchantsWord } from "./scenarios/merchants-word"
import { problems } from "./scenarios/problems"
import { refundsOfDebits } from "./scenarios/refunds"
import { takenBack } from "./scenarios/taken-back"
import { settling } from "./scenarios/settling"
import { sweeping } from "./scenarios/sweeping"
import { describeLedger } from "./support/ledger-suite"

describeLedger((bench) => {
  describe("money that is taken back", () => takenBack(bench))
  describe("a refund", () => refundsOfDebits(bench))
  describe("the merchant's word", () => merchantsWord(bench))
  describe("a list of debits", () => listing(bench))
  describe("a look-up", () => lookUps(bench))
  describe("a debit that settles", () => settling(bench))
  describe("what is of no more use", () => sweeping(bench))
  describe("a problem", () => problems(bench))
  describe("a debit of CatalystPay's page", () => hostedPages(bench))
  describe("what is held about a person", () => dataRights(bench))
})
