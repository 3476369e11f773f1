import { axeFindingsIn } from "../../support/accessibility"
import type { Desk } from "../../support/dashboard/desk"
import { TALL } from "../../support/dashboard/merchant-visit"

export function accessibility(desk: () => Desk): void {
  it.each(["light", "dark"] as const)("gives axe-core nothing to find on the other pages, in the %s", async (theme) => {
    const visit = await desk().look({ theme, withAxe: true, viewport: TALL })
    const { page, texts } = visit
    const { cases, maker } = desk()
    const [debit] = await maker.debits(cases.captured.id)
    const found: string[] = []

    visit.expectComplaints(/flag-icons/)
    await visit.show(`/customers/${await maker.customerOf(cases.captured)}`)
    await visit.panels.first().getByRole("heading", { name: texts.customer.mandates }).waitFor()
    found.push(...(await axeFindingsIn(visit.panels.first())))

    await visit.show(`/catalystpay/mandates/${debit?.id}`)
    await page.getByRole("article").waitFor()
    found.push(...(await axeFindingsIn(page.locator("main"))))
    found.push(...(await axeFindingsIn(page.getByRole("link", { name: texts.lists.menu.debits }).first())))

    await visit.show("/settings/catalystpay")
    await page.getByRole("region", { name: texts.settings.sections.sealing_keys }).waitFor()
    found.push(...(await axeFindingsIn(page.locator("main"))))
    expect(found).toEqual([])
  })
}
