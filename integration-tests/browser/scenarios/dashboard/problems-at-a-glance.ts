import { z } from "zod"
import { PROBLEM_TEXTS } from "../../../../src/modules/catalystpay/problem-texts"
import type { Desk } from "../../support/dashboard/desk"
import type { MerchantVisit } from "../../support/dashboard/merchant-visit"
import { APPROVED } from "../../support/ibans"

const PROBLEMS = "/admin/catalystpay/problems?limit=1"

const counted = z.object({ count: z.number() })

/** In the menu and in the bell, wherever in the dashboard somebody is. */
export function problemsAtAGlance(desk: () => Desk): void {
  const openProblems = async () => (await desk().admin.get(PROBLEMS, counted)).count
  const menuEntry = (visit: MerchantVisit) => visit.page.getByRole("link", { name: visit.texts.lists.menu.debits }).first()
  const badge = (visit: MerchantVisit) => menuEntry(visit).locator(".sr-only")

  it("counts the open problems in the menu, as long as there are any", async () => {
    const { cases, maker } = desk()
    const visit = await desk().visit()
    const words = (count: number) => visit.texts.settings.open_problems_other.replace("{{count}}", String(count))
    const before = await openProblems()
    await visit.open("/settings/catalystpay")
    await visit.open("/orders")
    await badge(visit).getByText(words(before)).waitFor()

    await maker.payAgain(cases.declined, APPROVED)
    await maker.until(cases.declined, "approved")
    expect(await openProblems()).toBe(before - 1)
    await visit.page.reload()
    await badge(visit).getByText(words(before - 1)).waitFor()

    await visit.page.route(`**${PROBLEMS}`, (route) => route.fulfill({ json: { problems: [], count: 0, limit: 1, offset: 0 } }))
    const answered = visit.page.waitForResponse(`**${PROBLEMS}`)
    await visit.page.reload()
    await answered
    await menuEntry(visit).waitFor()
    expect(await badge(visit).count()).toBe(0)
  })

  it("names a problem and the way out in the dashboard's feed", async () => {
    const visit = await desk().visit()
    const { sentence, way_out } = PROBLEM_TEXTS.canceled_order_keeps_money
    await visit.open("/orders")
    await menuEntry(visit).waitFor()
    await visit.page.keyboard.press("Control+n")
    const feed = visit.page.getByRole("dialog")
    const said = sentence.replace("{{amount}}", "20.71").replace("{{currency}}", "EUR")
    await feed.getByText(said).first().waitFor()
    await feed.getByText(way_out).first().waitFor()
    await feed.getByText("SEPA direct debit (default)").first().waitFor()
  })
}
