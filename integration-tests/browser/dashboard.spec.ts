import { accessibility } from "./scenarios/dashboard/accessibility"
import { customerWidget } from "./scenarios/dashboard/customer-widget"
import { debitsList } from "./scenarios/dashboard/debits-list"
import { listsLook } from "./scenarios/dashboard/lists-look"
import { mandateEvidence } from "./scenarios/dashboard/mandate-evidence"
import { chargebacksList, refundsList } from "./scenarios/dashboard/money-lists"
import { orderActions } from "./scenarios/dashboard/order-actions"
import { orderWidget } from "./scenarios/dashboard/order-widget"
import { problemsAtAGlance } from "./scenarios/dashboard/problems-at-a-glance"
import { problemsList } from "./scenarios/dashboard/problems-list"
import { settings } from "./scenarios/dashboard/settings"
import { webhooksList } from "./scenarios/dashboard/webhooks-list"
import { Desk } from "./support/dashboard/desk"
import { heldOpen } from "./support/held-open"

/** The merchant's dashboard in its production build, with an order in every state: what a merchant sees and does. */
const desk = heldOpen(() => Desk.open(), 300_000)

describe("the panel of an order", () => orderWidget(desk))
describe("the panel of a customer", () => customerWidget(desk))
describe("the evidence of a mandate", () => mandateEvidence(desk))
describe("the settings", () => settings(desk))
describe("the pages beside the lists", () => accessibility(desk))
describe("the list of debits", () => debitsList(desk))
describe("the lists' pages", () => listsLook(desk))
describe("the list of chargebacks", () => chargebacksList(desk))
// From here on debits do not stay as they were made.
describe("the list of refunds", () => refundsList(desk))
describe("the list of problems", () => problemsList(desk))
describe("the list of webhooks", () => webhooksList(desk))
describe("what a merchant can do about a debit", () => orderActions(desk))
describe("problems at a glance", () => problemsAtAGlance(desk))
