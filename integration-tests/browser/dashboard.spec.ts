import { orderWidget } from "./scenarios/dashboard/order-widget"
import { Desk } from "./support/dashboard/desk"
import { heldOpen } from "./support/held-open"

/** The merchant's dashboard in its production build, with an order in every state: what a merchant sees and does. */
const desk = heldOpen(() => Desk.open(), 300_000)

describe("the panel of an order", () => orderWidget(desk))
