import { randomBytes } from "node:crypto"
import type { Browser } from "playwright-core"
import { fillCart } from "../../../demo/checkout/cart"
import { orderAnswer } from "../../../demo/checkout/shapes"
import { StoreClient } from "../../../demo/checkout/store-client"
import type { DemoInfo } from "../../../demo/demo-file"
import { launchChromium } from "./chromium"
import { openDemo, type OpenDemo } from "./demo"
import { SandboxControl } from "./sandbox"
import { Visit, type VisitOptions } from "./visit"

/** The demo, a browser, and the visits of the test that runs. */
export class Suite {
  private readonly visits_: Visit[] = []

  private constructor(
    private readonly demo_: OpenDemo,
    private readonly browser_: Browser,
    readonly sandbox: SandboxControl,
    private readonly store_: StoreClient,
  ) {}

  /** @throws Error with a sentence when browser or demo cannot be had */
  static async open(): Promise<Suite> {
    const browser = await launchChromium()
    try {
      const demo = await openDemo()
      const { info } = demo
      if (info.sandbox_url === null) {
        throw new Error("The demo that runs has another gateway than the sandbox. Stop it, or unset CATALYSTPAY_API_URL.")
      }
      const webhooks = { url: `${info.medusa_url}/hooks/catalystpay/default`, secret: info.webhook_secret }
      const sandbox = new SandboxControl(info.sandbox_url, webhooks)
      return new Suite(demo, browser, sandbox, new StoreClient(info.medusa_url, info.publishable_key))
    } catch (error) {
      await browser.close()
      throw error
    }
  }

  get info(): DemoInfo {
    return this.demo_.info
  }

  async visit(options: VisitOptions = {}): Promise<Visit> {
    const visit = await Visit.begin(this.browser_, this.info.storefront_url, options)
    this.visits_.push(visit)
    return visit
  }

  /** Somebody new, with a cart that only has to be paid, in front of the payment form. */
  async visitAtPayment(options: VisitOptions = {}): Promise<Visit> {
    const visit = await this.visit({ cartId: await this.makeCart(), ...options })
    await visit.openPayment()
    return visit
  }

  /** @returns the id of a cart with one item, address and delivery, of somebody new */
  async makeCart(): Promise<string> {
    const email = `erika.${randomBytes(5).toString("hex")}@example.com`
    return (await fillCart(this.store_, this.info, email, () => undefined)).cart_id
  }

  /** What Medusa says of an order's money. */
  async paymentStatus(orderId: string): Promise<string> {
    const { order } = await this.store_.get(`/store/orders/${orderId}?fields=id,payment_status`, orderAnswer)
    return order.payment_status
  }

  /** After each test: nothing uncaught, no IBAN where others can read it, and everything as it was. */
  async endTest(): Promise<void> {
    const visits = this.visits_.splice(0)
    const places = await Promise.all(visits.map((visit) => visit.traces.placesOf(visit.ibans, visit.context)))
    const failures = visits.flatMap(({ traces }) => traces.failures)
    await Promise.all(visits.map((visit) => visit.end()))
    await this.sandbox.reset()
    expect({ ibansIn: places.flat(), failures }).toEqual({ ibansIn: [], failures: [] })
  }

  async close(): Promise<void> {
    await this.browser_.close()
    await this.demo_.close()
  }
}
