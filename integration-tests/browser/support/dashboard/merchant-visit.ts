import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from "playwright-core"
import { de } from "../../../../src/admin/i18n/de"
import { en } from "../../../../src/admin/i18n/en"
import { AXE } from "../accessibility"
import { Traces } from "../traces"

/** The plugin's sentences in a language of the dashboard. */
export const TEXTS = { en, de } as const

const DESKTOP = { width: 1440, height: 900 }
/** High enough for all of a panel, and for two of the settings' accounts: what is scrolled out of sight, axe-core does not judge. */
export const TALL = { width: 1440, height: 3000 }

export type StorageState = Awaited<ReturnType<BrowserContext["storageState"]>>

export interface MerchantVisitOptions extends Pick<BrowserContextOptions, "viewport"> {
  language?: keyof typeof TEXTS
  theme?: "light" | "dark"
  withAxe?: boolean
}

/** @param loggedIn what the browser of somebody who has logged in keeps */
export async function openContext(
  browser: Browser,
  adminUrl: string,
  loggedIn: StorageState,
  { language = "en", theme = "light", withAxe = false, viewport = DESKTOP }: MerchantVisitOptions,
): Promise<BrowserContext> {
  // The language that the log-in was read in stands there too, and comes before what a browser asks for.
  const cookies = loggedIn.cookies.filter(({ name }) => name !== "lng")
  const localStorage = [
    { name: "lng", value: language },
    { name: "medusa_admin_theme", value: theme },
  ]
  const context = await browser.newContext({
    locale: language,
    timezoneId: "Europe/Berlin",
    reducedMotion: "reduce",
    viewport,
    permissions: ["clipboard-read", "clipboard-write"],
    storageState: { cookies, origins: [{ origin: new URL(adminUrl).origin, localStorage }] },
  })
  if (withAxe) {
    await context.addInitScript({ path: AXE })
  }
  return context
}

/** A page of somebody who is logged in to the dashboard. */
export class MerchantVisit {
  readonly traces = new Traces()
  private readonly expected_: RegExp[] = []

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly texts: typeof en,
    private readonly adminUrl_: string,
  ) {}

  static async begin(context: BrowserContext, adminUrl: string, { language = "en" }: MerchantVisitOptions): Promise<MerchantVisit> {
    const page = await context.newPage()
    const visit = new MerchantVisit(context, page, TEXTS[language], adminUrl)
    visit.traces.watch(page)
    return visit
  }

  /** @param path below the dashboard's own, such as "/orders" */
  async open(path: string): Promise<void> {
    await this.page.goto(`${this.adminUrl_}${path}`)
  }

  /** Like `open`, by a step of the dashboard itself: it is not loaded again. */
  async turnTo(path: string): Promise<void> {
    await this.page.evaluate((url) => {
      history.pushState(null, "", url)
      dispatchEvent(new PopStateEvent("popstate"))
    }, `${this.adminUrl_}${path}`)
  }

  /** Turns to a page when the dashboard is loaded already, and opens it otherwise: loading it takes seconds. */
  async show(path: string): Promise<void> {
    await (this.page.url().startsWith(this.adminUrl_) ? this.turnTo(path) : this.open(path))
  }

  /** The page of an order, with the panel of its newest debit. @returns the panel */
  async openOrder({ id, display_id }: { id: string; display_id: number }): Promise<Locator> {
    await this.show(`/orders/${id}`)
    await this.page.getByRole("heading", { name: `#${display_id}`, exact: true }).first().waitFor()
    await this.panels.first().getByRole("heading", { level: 3 }).first().waitFor()
    return this.panels.first()
  }

  /** One for each debit of the order, the newest first. */
  get panels(): Locator {
    const heading = this.page.getByRole("heading", { level: 2, name: this.texts.title, exact: true })
    return this.page.locator(".divide-y").filter({ has: heading })
  }

  /** Picks a line of the menu of what can be done about a debit. */
  async act(panel: Locator, label: string): Promise<void> {
    await this.openMenu(panel)
    await this.page.getByRole("menuitem", { name: label, exact: true }).click()
  }

  async openMenu(panel: Locator): Promise<void> {
    const name = this.texts.actions.open.replace("{{amount}}", "€20.71")
    await panel.getByRole("button", { name, exact: true }).click()
  }

  /** What the browser would paste now. */
  async copied(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText())
  }

  /** A fact of the panel: what stands beside its label. */
  fact(panel: Locator, label: string): Locator {
    return panel.getByText(label, { exact: true }).first().locator("xpath=following-sibling::*[1]")
  }

  /** The browser complains of what a test does on purpose. */
  expectComplaints(such: RegExp): void {
    this.expected_.push(such)
  }

  /** What went wrong on the page, but for what was expected. */
  get failures(): string[] {
    const { failures, complaints } = this.traces
    return [...failures, ...complaints.filter((line) => !this.expected_.some((such) => such.test(line)))]
  }

  async end(): Promise<void> {
    await this.page.close()
  }
}
