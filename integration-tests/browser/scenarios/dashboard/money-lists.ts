import { eventually } from "../../../http/support/eventually"
import type { Desk } from "../../support/dashboard/desk"
import { ListPage } from "../../support/dashboard/list-page"

export function refundsList(desk: () => Desk): void {
  it("lets a refund be marked as paid out, and lists it among all afterwards", async () => {
    const { cases, maker } = desk()
    await maker.refund(cases.settled, 3)
    const visit = await desk().visit()
    const { page, texts } = visit
    const { mark_done, cancel } = texts.actions
    const list = await ListPage.open(visit, "refunds")
    const row = list.rowsOf(cases.settled)
    await row.getByText("€3.00").first().waitFor()
    await row.getByText(texts.refunds.due).waitFor()
    const question = page.getByRole("alertdialog", { name: mark_done.title })
    await row.getByRole("button", { name: mark_done.label }).click()
    await question.getByText("€3.00").waitFor()
    await question.getByRole("button", { name: cancel }).click()
    await row.getByRole("button", { name: mark_done.label }).click()
    await question.getByLabel(mark_done.note).fill("Transfer 4711")
    await question.getByRole("button", { name: mark_done.confirm }).click()
    await page.getByText(mark_done.done).waitFor()
    await row.waitFor({ state: "detached" })
    await page.getByRole("tab", { name: texts.lists.refunds.all }).click()
    await row.getByText(texts.refunds.confirmed).waitFor()
    expect(await row.getByRole("button", { name: mark_done.label }).count()).toBe(0)
    expect(list.query.get("open")).toBe("false")
  })
}

export function chargebacksList(desk: () => Desk): void {
  it("tells the reason of each in words, with what to do", async () => {
    const { cases } = desk()
    const visit = await desk().visit()
    const { meaning, advice } = visit.texts.reasons.MD06
    const list = await ListPage.open(visit, "chargebacks")
    const row = list.rowsOf(cases.charged_back)
    await row.getByText(`MD06: ${meaning}`).waitFor()
    await row.getByText(advice).waitFor()
    await row.getByText("€20.71").waitFor()
    await row.getByRole("link").first().press("Enter")
    await visit.page.getByRole("heading", { level: 2, name: visit.texts.sections.chargebacks }).waitFor()
  })

  it("shows the rate of each month as a chart, and the same in figures", async () => {
    const visit = await desk().visit()
    const { page, texts } = visit
    const { chargebacks } = texts.lists
    await ListPage.open(visit, "chargebacks")
    const chart = page.getByRole("main").getByRole("img", { name: /^Chargeback rate per month from/ })
    const heights = () => chart.locator("rect").evaluateAll((bars) => bars.map((bar) => Number(bar.getAttribute("height"))))
    const [tallest = 0] = (await eventually(heights, (found) => found.length === 12)).toSorted((one, other) => other - one)
    expect(tallest).toBeGreaterThan(0)
    expect((await heights()).filter((height) => height === tallest)).toHaveLength(1)
    const [, rate = "none", reported = "none", approved = "none"] =
      /: (.+%) \((\d+) of (\d+)\)$/.exec((await chart.locator("rect title").allTextContents()).at(-1) ?? "") ?? []
    await page.getByRole("button", { name: chargebacks.as_table }).click()
    const newest = page.getByRole("table").first().getByRole("row").nth(1)
    expect((await newest.getByRole("cell").allInnerTexts()).slice(1, 4)).toEqual([approved, reported, rate])
    await page.getByRole("button", { name: chargebacks.as_chart }).click()
    await chart.waitFor()
  })
}
