import { z } from "zod"
import { PROBLEM_TEXTS } from "../../../../src/modules/catalystpay/problems/problem-texts"
import type { Desk } from "../../support/dashboard/desk"
import type { MerchantVisit } from "../../support/dashboard/merchant-visit"
import { APPROVED } from "../../support/ibans"

const PROBLEMS = "/admin/catalystpay/problems?limit=1"

/** One of Medusa's own. */
const A_PAGE = "/products"
const A_MINUTE_MS = 60_000

const counted = z.object({ count: z.number() })

/** In the menu and in the bell, wherever in the dashboard somebody is. */
export function problemsAtAGlance(desk: () => Desk): void {
  const openProblems = async () => (await desk().admin.get(PROBLEMS, counted)).count
  const menuEntry = (visit: MerchantVisit) => visit.page.getByRole("link", { name: visit.texts.lists.menu.debits }).first()
  const badge = (visit: MerchantVisit) => menuEntry(visit).locator(".sr-only")

  it("counts the open problems in the menu, and is gone with the last of them", async () => {
    const { cases, maker } = desk()
    const visit = await desk().visit()
    const { page } = visit
    const words = (count: number) => visit.texts.settings.open_problems_other.replace("{{count}}", String(count))
    const before = await openProblems()
    await page.clock.install()
    await visit.open(A_PAGE)
    await badge(visit).getByText(words(before)).waitFor()

    await maker.payAgain(cases.declined, APPROVED)
    await maker.until(cases.declined, "approved")
    await page.clock.fastForward(A_MINUTE_MS)
    await badge(visit).getByText(words(before - 1)).waitFor()

    await page.route(`**${PROBLEMS}`, (route) => route.fulfill({ json: { problems: [], count: 0 } }))
    await page.clock.fastForward(A_MINUTE_MS)
    await badge(visit).waitFor({ state: "detached" })
    await menuEntry(visit).waitFor()
  })

  it("names a problem and the way out in the dashboard's feed", async () => {
    const visit = await desk().visit()
    const { sentence, way_out } = PROBLEM_TEXTS.canceled_order_keeps_money
    await visit.open(A_PAGE)
    await menuEntry(visit).waitFor()
    await visit.page.keyboard.press("Control+n")
    const feed = visit.page.getByRole("dialog")
    const said = sentence.replace("{{amount}}", "20.71").replace("{{currency}}", "EUR")
    await feed.getByText(said).first().waitFor()
    await feed.getByText(way_out).first().waitFor()
    await feed.getByText("SEPA direct debit (default)").first().waitFor()
  })
}
