import { PROBLEM_TEXTS } from "../../../../src/modules/catalystpay/problems/problem-texts"
import type { Desk } from "../../support/dashboard/desk"
import { ListPage } from "../../support/dashboard/list-page"

export function problemsList(desk: () => Desk): void {
  it("says of each what is wrong and the way out, and leads to its order", async () => {
    const { cases } = desk()
    const visit = await desk().visit()
    const { page, texts } = visit
    const { problems } = texts.lists
    const list = await ListPage.open(visit, "problems")
    const { sentence, way_out } = PROBLEM_TEXTS.order_without_debit
    const unpaid = list.rows.filter({ hasText: sentence })
    await unpaid.first().getByText(way_out).waitFor()
    expect(await unpaid.first().getByRole("button", { name: problems.dismiss }).count()).toBe(0)
    const cancelled = list.rows.filter({ hasText: "The order was cancelled, and its debit of 20.71 EUR was collected." })
    await cancelled.getByText(PROBLEM_TEXTS.canceled_order_keeps_money.way_out).waitFor()
    const order = problems.show_order.replace("{{number}}", String(cases.orphaned.display_id))
    await cancelled.getByRole("link", { name: order }).click()
    await page.waitForURL((url) => url.pathname.endsWith(`/orders/${cases.orphaned.id}`))
  })

  it("puts aside what does not close by itself, after asking", async () => {
    await desk().maker.report("payment_session.completed", { status: "COMPLETED", email: "nobody@example.com", note: "dismissed" })
    const visit = await desk().visit()
    const { page, texts } = visit
    const { problems } = texts.lists
    const sentence = PROBLEM_TEXTS.event_unmatched.sentence.replace("{{event}}", "payment_session.completed")
    const list = await ListPage.open(visit, "problems")
    const stray = list.rows.filter({ hasText: sentence })
    const open = await stray.count()
    const question = page.getByRole("alertdialog", { name: problems.dismiss_title })
    await stray.first().getByRole("button", { name: problems.dismiss }).click()
    await question.getByRole("button", { name: texts.actions.cancel }).click()
    await question.waitFor({ state: "detached" })
    await stray.first().getByRole("button", { name: problems.dismiss }).click()
    await question.getByRole("button", { name: problems.dismiss }).click()
    await page.getByText(problems.dismissed).waitFor()
    await stray.nth(open - 1).waitFor({ state: "detached" })
    await page.getByRole("tab", { name: problems.closed }).click()
    await stray.first().getByText(/Closed/).waitFor()
    expect(list.query.get("closed")).toBe("true")
  })
}
