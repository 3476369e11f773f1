import { appearance } from "./scenarios/appearance"
import { buying } from "./scenarios/buying"
import { declines } from "./scenarios/declines"
import { hosted } from "./scenarios/hosted"
import { payingAgain } from "./scenarios/paying-again"
import { steadiness } from "./scenarios/steadiness"
import { verifications } from "./scenarios/verifications"
import { heldOpen } from "./support/held-open"
import { Suite } from "./support/suite"

/** The demo's shop in Debian's Chromium, against Medusa and the sandbox: what a shopper sees and does. */
const suite = heldOpen(async () => {
  const opened = await Suite.open()
  await opened.sandbox.reset()
  return opened
}, 240_000)

describe("buying", () => buying(suite))
describe("a decline", () => declines(suite))
describe("a mandate that has to be signed", () => verifications(suite))
describe("the payment", () => steadiness(suite))
describe("a payment on CatalystPay's page", () => hosted(suite))
describe("an order that is not paid", () => payingAgain(suite))
describe("every page", () => appearance(suite))
