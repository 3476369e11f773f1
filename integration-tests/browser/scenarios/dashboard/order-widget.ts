import { axeFindingsIn } from "../../support/accessibility"
import type { CaseName } from "../../support/dashboard/cases"
import type { Desk } from "../../support/dashboard/desk"
import { TALL } from "../../support/dashboard/merchant-visit"
import { HOLDER } from "../../support/dashboard/order-maker"
import { colorRole } from "../../support/dashboard/color-role"

/** What each state is called, which colour it has, and the amounts and words that its panel must show beside. */
const STATES = [
  ["approved", "Approved", "blue", ["€20.71", "DE •••• 2051"]],
  ["captured", "Captured", "green", ["€20.71", "DE •••• 3000", "Attempt 1", "Attempt 2", "Insufficient funds"]],
  ["settled", "Settled", "green", ["€20.71", "DE •••• 3000"]],
  ["refund_due", "Refund due", "orange", ["€5.00 must be refunded in CatalystPay's admin panel"]],
  ["refunded", "Refunded", "purple", ["€20.71", "Refund paid out"]],
  ["charged_back", "Charged back", "red", ["€20.71", "MD06"]],
  ["orphaned", "Orphaned", "red", ["€20.71", "The money was debited, and no order is paid by it."]],
  ["failed", "Failed", "red", ["Insufficient funds", "AM04"]],
  ["declined", "Declined", "red", ["DE •••• 6789", "Insufficient funds", "AM04"]],
  ["awaiting_verification", "Unsigned", "orange", ["DE •••• 0001", "The shopper still has to sign the mandate."]],
  ["queued", "Queued", "orange", ["DE •••• 3000", "Waits for its turn"]],
  ["submitting", "Submitting", "orange", ["DE •••• 0011", "Whether the bank accepts it is not known yet."]],
] as const satisfies readonly (readonly [CaseName, string, string, readonly string[]])[]

export function orderWidget(desk: () => Desk): void {
  it.each(STATES)("says of a debit that is %s: %s, in %s, with its amounts and its account masked", async (name, word, color, texts) => {
    const visit = await desk().look()
    const panel = await visit.openOrder(desk().cases[name])
    const badge = panel.getByText(word, { exact: true }).first()
    await badge.waitFor()
    expect(await colorRole(badge)).toBe(color)
    for (const text of texts) {
      await panel.getByText(text).first().waitFor()
    }
  })

  it("names bank, holder and mandate, and gives the ids to copy", async () => {
    const visit = await desk().look()
    const made = desk().cases.captured
    const panel = await visit.openOrder(made)
    const [debit] = await desk().maker.debits(made.id)
    const { fields } = visit.texts
    expect(await visit.fact(panel, fields.holder).innerText()).toBe(HOLDER)
    expect(await visit.fact(panel, fields.bank).innerText()).not.toBe("")
    expect(await visit.fact(panel, fields.creditor_identifier).innerText()).toBe("DE98ZZZ09999999999")
    expect(await visit.fact(panel, fields.mandate_reference).innerText()).toBe(debit?.mandate?.reference)
    expect(await visit.fact(panel, fields.transaction_id).innerText()).toBe(debit?.transaction_id)
    await panel.getByLabel(`${visit.texts.copy}: ${fields.transaction_id}`).click()
  })

  it("shows every debit of an order, the older ones folded up", async () => {
    const visit = await desk().look()
    await visit.openOrder(desk().cases.several)
    expect(await visit.panels.count()).toBe(2)
    const older = visit.panels.nth(1)
    expect(await older.getByRole("heading", { level: 3 }).count()).toBe(0)
    await older.getByRole("button", { name: visit.texts.show_details }).click()
    await older.getByRole("heading", { name: visit.texts.sections.timeline }).waitFor()
  })

  it("says of a debit from CatalystPay's page who keeps its mandate", async () => {
    const visit = await desk().look()
    const panel = await visit.openOrder(desk().cases.hosted)
    await panel.getByText(visit.texts.hosted.mandate).waitFor()
  })

  it("is not there on an order that is paid otherwise", async () => {
    const visit = await desk().visit()
    const answered = visit.page.waitForResponse(/\/admin\/catalystpay\/debits\?/)
    await visit.open(`/orders/${desk().cases.of_another_provider.id}`)
    await answered
    await visit.page.getByRole("heading", { name: "Payments" }).waitFor()
    expect(await visit.panels.count()).toBe(0)
  })

  it("speaks German, with money and dates as Germans write them", async () => {
    const visit = await desk().visit({ language: "de" })
    const panel = await visit.openOrder(desk().cases.refund_due)
    await panel.getByText(visit.texts.states.refund_due, { exact: true }).first().waitFor()
    await panel.getByText(/5,00\s€/).first().waitFor()
    const accepted = await visit.fact(panel, visit.texts.fields.accepted_at).innerText()
    expect(accepted).toMatch(/^\d\d\.\d\d\.\d{4}, \d\d:\d\d$/)
    expect(await panel.innerText()).not.toMatch(/Refund due|Bank account|Timeline/)
  })

  it.each(["light", "dark"] as const)("gives axe-core nothing to find, and keeps its colours apart, in the %s", async (theme) => {
    const visit = await desk().look({ theme, withAxe: true, viewport: TALL })
    const found: string[] = []
    for (const name of ["refund_due", "declined", "orphaned"] as const) {
      const panel = await visit.openOrder(desk().cases[name])
      found.push(...(await axeFindingsIn(panel)).map((line) => `${name}: ${line}`))
    }
    expect(await visit.page.evaluate(() => document.documentElement.classList.contains("dark"))).toBe(theme === "dark")
    expect(found).toEqual([])
  })

  it("asks again when it could not be loaded", async () => {
    const visit = await desk().visit()
    await visit.page.route(/\/admin\/catalystpay\/debits\?/, (route) => route.abort())
    await visit.open(`/orders/${desk().cases.approved.id}`)
    await visit.page.getByText(visit.texts.failed_to_load).waitFor()
    await visit.page.unroute(/\/admin\/catalystpay\/debits\?/)
    visit.expectComplaints(/net::ERR_FAILED/)
    await visit.page.getByRole("button", { name: visit.texts.try_again }).click()
    await visit.panels.first().getByText(visit.texts.states.approved, { exact: true }).first().waitFor()
  })
}
