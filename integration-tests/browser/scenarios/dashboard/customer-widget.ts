import type { Desk } from "../../support/dashboard/desk"

/** Of an address's country; Medusa's page loads them from the internet, which a machine that tests may not have. */
const FLAGS = /flag-icons/

export function customerWidget(desk: () => Desk): void {
  it("names a guest's mandates and debits, and leads to their evidence and their order", async () => {
    const visit = await desk().visit()
    visit.expectComplaints(FLAGS)
    const { maker, cases } = desk()
    const { customer, printable_evidence } = visit.texts
    const made = cases.captured
    const [debit] = await maker.debits(made.id)
    const reference = debit?.mandate?.reference ?? ""
    await visit.open(`/customers/${await maker.customerOf(made)}`)
    const panel = visit.panels.first()
    await panel.getByRole("heading", { name: customer.mandates }).waitFor()
    await panel.getByText(reference, { exact: true }).waitFor()
    await panel.getByText(/^DE •••• 3000 · /).waitFor()
    const order = panel.getByRole("link", { name: customer.order.replace("{{number}}", String(made.display_id)) })
    expect(await order.getAttribute("href")).toBe(`/app/orders/${made.id}`)
    await panel.getByRole("link", { name: `${printable_evidence}: ${reference}`, exact: true }).click()
    await visit.page.getByRole("article").getByText(reference, { exact: true }).waitFor()
  })

  it("is not there for a customer who never paid by direct debit", async () => {
    const visit = await desk().visit()
    visit.expectComplaints(FLAGS)
    const { maker, cases } = desk()
    const made = cases.of_another_provider
    const answered = visit.page.waitForResponse(/\/admin\/catalystpay\/debits\?/)
    await visit.open(`/customers/${await maker.customerOf(made)}`)
    await answered
    await visit.page.getByRole("heading", { name: made.email }).waitFor()
    expect(await visit.panels.count()).toBe(0)
  })
}
