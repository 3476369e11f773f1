import { Desk } from "../support/dashboard/desk"
import { take } from "./take"

/** Down to the panel of an order and its account, and no further: a README has to load it. */
const SIZE = { width: 1280, height: 1040 }

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
  } finally {
    await desk.close()
  }
}
