import { orderWidget } from "./scenarios/dashboard/order-widget"
import { Desk } from "./support/dashboard/desk"

/** The merchant's dashboard in its production build, with an order in every state: what a merchant sees and does. */
let open: Desk | null = null

function desk(): Desk {
  if (!open) {
    throw new Error("The desk is not open.")
  }
  return open
}

beforeAll(async () => {
  open = await Desk.open()
}, 300_000)
afterEach(() => desk().endTest())
afterAll(() => open?.close())

describe("the panel of an order", () => orderWidget(desk))
