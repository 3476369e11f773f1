import type { Locator } from "playwright-core"
import type { MerchantVisit } from "./merchant-visit"

/** One of the plugin's pages in the dashboard that has a list. */
export class ListPage {
  private constructor(readonly visit: MerchantVisit) {}

  /** @param path such as "debits?state=failed" */
  static async open(visit: MerchantVisit, path: string): Promise<ListPage> {
    await visit.open(`/catalystpay/${path}`)
    return ListPage.here(visit)
  }

  /** The list of the page that the dashboard shows by now. */
  static async here(visit: MerchantVisit): Promise<ListPage> {
    const list = new ListPage(visit)
    await list.rows.first().waitFor()
    return list
  }

  /** Of a table, or the items of what is none. */
  get rows(): Locator {
    return this.visit.page.locator("main tbody tr, main ul > li")
  }

  /** Those of an order. */
  rowsOf({ display_id }: { display_id: number }): Locator {
    const link = this.visit.page.getByRole("link", { name: `#${display_id}`, exact: true })
    return this.rows.filter({ has: link })
  }

  /** Where each row leads to. */
  async hrefs(): Promise<string[]> {
    const links = this.rows.locator("td:first-child a")
    return links.evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""))
  }

  /** Waits until a list that turns its pages by cursors says that it holds so many. */
  async untilCount(count: number): Promise<void> {
    const { count_one, count_other } = this.visit.texts.lists
    const sentence = (count === 1 ? count_one : count_other).replace("{{count}}", String(count))
    await this.visit.page.getByText(sentence, { exact: true }).waitFor()
  }

  async search(words: string): Promise<void> {
    await this.visit.page.getByRole("searchbox", { name: this.visit.texts.lists.search }).fill(words)
  }

  /** Adds a filter with its values, as a merchant does by the menu. */
  async filter(label: string, ...values: string[]): Promise<void> {
    const { page } = this.visit
    await page.locator("main button[aria-haspopup=menu]").first().click()
    await page.getByRole("menuitem", { name: label, exact: true }).click()
    const picker = page.getByRole("dialog")
    const chosen = page.locator("main .bg-ui-bg-field").filter({ hasText: label })
    for (const [index, value] of values.entries()) {
      await picker.getByText(value, { exact: true }).click()
      // The picker is taken down and put up again while the choice goes through the address.
      await chosen.getByText(values.slice(0, index + 1).join(", "), { exact: true }).waitFor()
      await picker.waitFor()
    }
    await page.keyboard.press("Escape")
    await picker.waitFor({ state: "detached" })
  }

  /** What the address says beside its path. */
  get query(): URLSearchParams {
    return new URL(this.visit.page.url()).searchParams
  }
}
