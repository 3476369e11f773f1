import type { Desk } from "../../support/dashboard/desk"
import { HOLDER } from "../../support/dashboard/order-maker"

const DECLINED_ACCOUNT = "DE •••• 6789"

export function mandateEvidence(desk: () => Desk): void {
  it("shows who agreed to what, and brings nothing but that onto paper", async () => {
    const visit = await desk().visit()
    const { page, texts } = visit
    const { actions, evidence, fields } = texts
    const made = desk().cases.captured
    const [debit] = await desk().maker.debits(made.id)
    await visit.act(await visit.openOrder(made), actions.print_mandate)
    await page.waitForURL(`**/catalystpay/mandates/${debit?.id}`)
    const shown = page.getByRole("article")
    const facts = {
      [fields.mandate_reference]: debit?.mandate?.reference,
      [fields.creditor_identifier]: "DE98ZZZ09999999999",
      [evidence.account_holder]: HOLDER,
      [fields.iban]: "DE •••• 3000",
      [evidence.amount]: "€20.71",
      [evidence.attempt]: "2",
    }
    await shown.waitFor()
    for (const [label, value] of Object.entries(facts)) {
      expect({ label, value: await visit.fact(shown, label).innerText() }).toEqual({ label, value })
    }
    const wording = await shown.locator("[lang=en]").innerText()
    expect(wording).toContain("Demo Shop GmbH")
    expect(wording).toContain("8 weeks")

    await page.evaluate(() => {
      window.print = () => document.body.setAttribute("data-printed", "")
    })
    await page.getByRole("button", { name: evidence.print }).click()
    await page.locator("body[data-printed]").waitFor()
    await page.emulateMedia({ media: "print" })
    expect(await page.locator("body > :visible").evaluateAll((parts: Element[]) => parts.map(({ className }) => className))).toEqual(["catalystpay-paper"])
    expect(await page.getByRole("article").innerText()).toContain(wording)
    expect(sheetsOf(await page.pdf())).toBe(1)
  })

  it("keeps the mandate of each attempt, and knows whose mandate is kept by others", async () => {
    const visit = await desk().visit()
    const { cases, maker } = desk()
    const [[retried], [hosted]] = [await maker.debits(cases.captured.id), await maker.debits(cases.hosted.id)]
    await visit.open(`/catalystpay/mandates/${retried?.id}?attempt=1`)
    const shown = visit.page.getByRole("article")
    expect(await visit.fact(shown, visit.texts.fields.iban).innerText()).toBe(DECLINED_ACCOUNT)

    visit.expectComplaints(/404/)
    await visit.open(`/catalystpay/mandates/${hosted?.id}`)
    await visit.page.getByText(visit.texts.evidence.none).waitFor()
  })
}

function sheetsOf(pdf: Buffer): number {
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0
}
