import { Desk } from "../support/dashboard/desk"
import { ListPage } from "../support/dashboard/list-page"
import { take } from "./take"

/** Down to the panel of an order and its account, and no further: a README has to load it. */
const SIZE = { width: 1280, height: 1040 }

/** Half of a page says what it looks like. */
const PAGE = { width: 1440, height: 560 }

/** The pictures of the merchant's dashboard, in its two themes. */
export async function dashboardImages(): Promise<void> {
  const desk = await Desk.open()
  try {
    for (const theme of ["light", "dark"] as const) {
      const visit = await desk.visit({ theme, viewport: SIZE })
      await visit.openOrder(desk.cases.captured)
      await visit.page.waitForLoadState("networkidle")
      await take(visit.page, `order-widget-${theme}`)
      await visit.end()
    }
    const visit = await desk.visit({ viewport: PAGE })
    const { page, texts } = visit
    await ListPage.open(visit, "debits")
    await page.getByRole("columnheader", { name: texts.lists.fields.account }).waitFor()
    await take(page, "debits")
    await ListPage.open(visit, "chargebacks")
    await page.getByRole("img", { name: /^Chargeback rate/ }).waitFor()
    await take(page, "chargebacks")
    await visit.open("/settings/catalystpay")
    await page.getByRole("heading", { level: 1, name: texts.settings.title }).waitFor()
    await page.getByRole("button", { name: texts.settings.show_setup }).first().waitFor()
    await take(page, "settings")
    await visit.end()
  } finally {
    await desk.close()
  }
}
