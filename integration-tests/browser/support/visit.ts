import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from "playwright-core"
import { en, type SepaTexts } from "../../../storefront"
import { AXE } from "./accessibility"
import { Traces } from "./traces"

export interface VisitOptions extends Pick<BrowserContextOptions, "locale" | "viewport" | "colorScheme" | "forcedColors"> {
  /** A cart with address and delivery, ready to be paid. */
  cartId?: string
  /** Of the payment form. */
  texts?: SepaTexts
  withAxe?: boolean
}

/** One person's browser: nothing in it but what this visit puts there. */
export class Visit {
  readonly traces = new Traces()
  /** Typed into the form in this visit. */
  readonly ibans: string[] = []

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly origin_: string,
    private readonly texts_: SepaTexts,
  ) {}

  static async begin(browser: Browser, origin: string, options: VisitOptions): Promise<Visit> {
    const { cartId, texts = en, withAxe = false, ...rest } = options
    const localStorage = cartId ? [{ name: "shop.cart", value: cartId }] : []
    const context = await browser.newContext({
      locale: "en-GB",
      viewport: { width: 1024, height: 800 },
      reducedMotion: "reduce",
      ...rest,
      storageState: { cookies: [], origins: [{ origin, localStorage }] },
    })
    if (withAxe) {
      await context.addInitScript({ path: AXE })
    }
    const page = await context.newPage()
    const visit = new Visit(context, page, origin, texts)
    context.on("page", (opened) => visit.traces.watch(opened))
    visit.traces.watch(page)
    return visit
  }

  /** @param path such as "/cart" */
  async open(path: string): Promise<void> {
    await this.page.goto(`${this.origin_}${path}`)
  }

  /** The path of the page, without its origin. */
  get path(): string {
    const url = new URL(this.page.url())
    return url.origin === this.origin_ ? url.pathname + url.search : url.href
  }

  async openPayment(): Promise<void> {
    await this.open("/checkout/payment")
    await this.mandate.waitFor()
  }

  get iban(): Locator {
    return this.page.getByLabel(this.texts_.labels.iban, { exact: true })
  }

  get mandate(): Locator {
    return this.page.getByRole("region", { name: this.texts_.labels.mandate })
  }

  get accept(): Locator {
    return this.page.getByLabel(this.texts_.labels.accept_mandate)
  }

  get payButton(): Locator {
    return this.page.locator(".cpay button[type=submit]")
  }

  /** The way to CatalystPay's page, where bank account and mandate are given there. */
  get payLink(): Locator {
    return this.page.getByRole("link", { name: this.texts_.labels.pay_amount("€20.71"), exact: true })
  }

  button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true })
  }

  link(name: string): Locator {
    return this.page.getByRole("link", { name, exact: true })
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole("heading", { name, level: 1 })
  }

  /** Everything up to the press on pay. */
  async fillIn(iban: string): Promise<void> {
    this.ibans.push(iban)
    await this.iban.fill(iban)
    await this.accept.check()
  }

  async pay(iban: string): Promise<void> {
    await this.fillIn(iban)
    await this.payButton.click()
  }

  /** Waits for the thanks. @returns the order's id */
  async thanks(): Promise<string> {
    await this.page.waitForURL(/\/order\/[^/]+\/confirmed$/)
    await this.page.locator(".progress-steps").waitFor()
    return new URL(this.page.url()).pathname.split("/")[2] ?? ""
  }

  /** Waits until the page says that the webhook has confirmed the payment. */
  async confirmed(): Promise<void> {
    await this.page.locator(".progress-steps li:nth-child(3)[data-state=reached]").waitFor()
  }

  /** At the bank's page, which is the sandbox's. */
  async atBank(): Promise<void> {
    await this.page.waitForURL(/\/verification\//)
  }

  async decide(decision: "Sign the mandate" | "Refuse"): Promise<void> {
    await this.button(decision).click()
  }

  async end(): Promise<void> {
    await this.context.close()
  }
}
