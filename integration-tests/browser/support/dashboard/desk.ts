import type { Browser, BrowserContext } from "playwright-core"
import { z } from "zod"
import { FORM_PROVIDER, PAGE_PROVIDER } from "../../../../demo/accounts"
import type { DemoInfo } from "../../../../demo/demo-file"
import { launchChromium } from "../chromium"
import { startDemo, type OpenDemo } from "../demo"
import { ALL_IBANS } from "../ibans"
import { SandboxControl } from "../sandbox"
import { BUSY_PROVIDER, LOCKED_OUT_PROVIDER } from "./accounts"
import { AdminApi } from "./admin-api"
import { makeCases, MANUAL_PROVIDER, type Cases } from "./cases"
import { MerchantVisit, openContext, type MerchantVisitOptions, type StorageState } from "./merchant-visit"
import { OrderMaker } from "./order-maker"

const PROVIDERS = [FORM_PROVIDER, PAGE_PROVIDER, BUSY_PROVIDER, LOCKED_OUT_PROVIDER, MANUAL_PROVIDER]

/** A shop with an order in every state, its dashboard in production form, and somebody who is logged in to it. */
export class Desk {
  private readonly visits_: MerchantVisit[] = []
  private readonly looks_ = new Map<string, MerchantVisit>()
  private readonly contexts_ = new Map<string, Promise<BrowserContext>>()

  private constructor(
    private readonly demo_: OpenDemo,
    private readonly browser_: Browser,
    private readonly loggedIn_: StorageState,
    readonly admin: AdminApi,
    readonly sandbox: SandboxControl,
    readonly maker: OrderMaker,
    readonly cases: Cases,
  ) {}

  /** @throws Error with a sentence when browser or demo cannot be had */
  static async open(): Promise<Desk> {
    const [browser, demo] = await both(launchChromium(), startDemo("dashboard"))
    try {
      const { info } = demo
      const admin = await AdminApi.logIn(info.medusa_url, info.admin_email, info.admin_password)
      await admin.post(`/admin/regions/${info.region_id}`, { payment_providers: PROVIDERS })
      const webhooks = { url: `${info.medusa_url}/hooks/catalystpay/default`, secret: info.webhook_secret }
      const sandbox = new SandboxControl(z.string().parse(info.sandbox_url), webhooks)
      const maker = new OrderMaker(info, admin, sandbox)
      const [cases, loggedIn] = await Promise.all([makeCases(maker, sandbox), logIn(browser, info)])
      return new Desk(demo, browser, loggedIn, admin, sandbox, maker, cases)
    } catch (error) {
      await browser.close()
      await demo.close()
      throw error
    }
  }

  get info(): DemoInfo {
    return this.demo_.info
  }

  async visit(options: MerchantVisitOptions = {}): Promise<MerchantVisit> {
    const visit = await MerchantVisit.begin(await this.contextFor_(options), adminUrlOf(this.info), options)
    this.visits_.push(visit)
    return visit
  }

  /**
   * For tests that change nothing, on the page or behind it: they share one, on which the dashboard is loaded once. What it
   * has shown before it may show for another minute as it was.
   */
  async look(options: MerchantVisitOptions = {}): Promise<MerchantVisit> {
    const key = JSON.stringify(options)
    const kept = this.looks_.get(key)
    if (kept) {
      this.visits_.push(kept)
      return kept
    }
    const visit = await this.visit(options)
    this.looks_.set(key, visit)
    return visit
  }

  /** One for each way of looking at it, and so with one cache: the dashboard is many megabytes of script. */
  private contextFor_(options: MerchantVisitOptions): Promise<BrowserContext> {
    const key = JSON.stringify(options)
    const context = this.contexts_.get(key) ?? openContext(this.browser_, adminUrlOf(this.info), this.loggedIn_, options)
    this.contexts_.set(key, context)
    return context
  }

  /** After each test: nothing uncaught and no complaint of the browser, and no whole IBAN anywhere, also not on the page. */
  async endTest(): Promise<void> {
    const visits = this.visits_.splice(0)
    const places = await Promise.all(
      visits.map(async ({ traces, context, page }) => {
        traces.note("the page", await page.content())
        return traces.placesOf(ALL_IBANS, context)
      }),
    )
    const failures = visits.flatMap((visit) => visit.failures)
    const found = { ibansIn: places.flat(), failures }
    if (found.ibansIn.length > 0 || failures.length > 0) {
      // The next test is not to find it, too.
      this.looks_.clear()
    }
    const kept = new Set(this.looks_.values())
    await Promise.all(visits.filter((visit) => !kept.has(visit)).map((visit) => visit.end()))
    expect(found).toEqual({ ibansIn: [], failures: [] })
  }

  async close(): Promise<void> {
    await this.browser_.close()
    await this.demo_.close()
  }
}

/** Once, through the page; every visit begins with what the browser then keeps. */
async function logIn(browser: Browser, info: DemoInfo): Promise<StorageState> {
  const context = await browser.newContext({ locale: "en" })
  try {
    const page = await context.newPage()
    await page.goto(`${adminUrlOf(info)}/login`)
    await page.getByPlaceholder("Email").fill(info.admin_email)
    await page.getByPlaceholder("Password").fill(info.admin_password)
    await page.getByRole("button", { name: "Continue with Email" }).click()
    await page.waitForURL(/\/app\/orders/)
    return await context.storageState()
  } finally {
    await context.close()
  }
}

function adminUrlOf({ admin_url }: DemoInfo): string {
  return z.string().parse(admin_url)
}

/** When one of them cannot be had, the other is not left open. */
async function both(browser: Promise<Browser>, demo: Promise<OpenDemo>): Promise<[Browser, OpenDemo]> {
  const [one, other] = await Promise.allSettled([browser, demo])
  if (one.status === "fulfilled" && other.status === "fulfilled") {
    return [one.value, other.value]
  }
  if (one.status === "fulfilled") {
    await one.value.close()
  }
  if (other.status === "fulfilled") {
    await other.value.close()
  }
  throw one.status === "rejected" ? one.reason : other.status === "rejected" ? other.reason : new Error("unreachable")
}
