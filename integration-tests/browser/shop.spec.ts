import { appearance } from "./scenarios/appearance"
import { buying } from "./scenarios/buying"
import { declines } from "./scenarios/declines"
import { hosted } from "./scenarios/hosted"
import { payingAgain } from "./scenarios/paying-again"
import { steadiness } from "./scenarios/steadiness"
import { verifications } from "./scenarios/verifications"
import { Suite } from "./support/suite"

/** The demo's shop in Debian's Chromium, against Medusa and the sandbox: what a shopper sees and does. */
let open: Suite | null = null

function suite(): Suite {
  if (!open) {
    throw new Error("The suite is not open.")
  }
  return open
}

beforeAll(async () => {
  open = await Suite.open()
  await open.sandbox.reset()
}, 240_000)
afterEach(() => suite().endTest())
afterAll(() => open?.close())

describe("buying", () => buying(suite))
describe("a decline", () => declines(suite))
describe("a mandate that has to be signed", () => verifications(suite))
describe("the payment", () => steadiness(suite))
describe("a payment on CatalystPay's page", () => hosted(suite))
describe("an order that is not paid", () => payingAgain(suite))
describe("every page", () => appearance(suite))
