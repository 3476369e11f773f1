import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { seedShop, type SeededShop } from "../../demo/seed/index"
import { PROVIDER_ID, prepareEnvironment, WEBHOOK_SECRET } from "./support/environment"
import { Shopper } from "./support/shopper"

const APPROVED = "DE89370400440532013000"
const environment = prepareEnvironment()

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let shop: SeededShop

    beforeAll(async () => {
      shop = await seedShop(getContainer(), {
        admin_email: "admin@example.com",
        admin_password: "supersecret-integration",
        payment_providers: [PROVIDER_ID],
      })
    })

    beforeEach(() => {
      const url = `${api.defaults.baseURL}/hooks/catalystpay/default`
      environment.sandbox.setWebhooks({ url, secret: WEBHOOK_SECRET })
      environment.sandbox.clearCalls()
    })

    describe("a guest whose debit is approved", () => {
      it("places an order that the webhook captures, with three gateway calls", async () => {
        const shopper = new Shopper(api, shop)
        await shopper.goToPayment()
        console.log(JSON.stringify(await shopper.session()))
        console.log(JSON.stringify(await shopper.giveBankAccount(APPROVED)))
        const completed = await shopper.complete()
        console.log(JSON.stringify(completed).slice(0, 500))
        expect(completed.body.type).toBe("order")
        await environment.sandbox.settled()
        await new Promise((r) => setTimeout(r, 1000))
        const order = await shopper.order(completed.body.order.id)
        console.log(JSON.stringify(order).slice(0, 3000))
        expect(order.payment_status).toBe("captured")
        expect(environment.sandbox.calls.map((call) => call.operation)).toEqual(["create", "iban-validate", "pay"])
      })
    })
  },
})
