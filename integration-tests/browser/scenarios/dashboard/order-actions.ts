import type { Desk } from "../../support/dashboard/desk"

/** What they do to a debit stays done: they come after those that look at each state. */
export function orderActions(desk: () => Desk): void {
  /** Nothing is told of what happens meanwhile. */
  async function unheard(deeds: () => Promise<void>): Promise<void> {
    await desk().sandbox.fallSilent()
    try {
      await deeds()
    } finally {
      await desk().sandbox.speakAgain()
    }
  }

  it("settles a debit whose webhook was lost, as soon as somebody has it checked", async () => {
    const { cases, maker, sandbox } = desk()
    const visit = await desk().visit()
    const { actions, amounts, states } = visit.texts
    const panel = await visit.openOrder(cases.several)
    const [debit] = await maker.debits(cases.several.id)
    await unheard(async () => {
      await sandbox.settle(debit?.transaction_id ?? "")
      await visit.act(panel, actions.check.label)
      await visit.page.getByText(actions.check.changed.replace("{{state}}", states.settled)).waitFor()
      await panel.getByText(states.settled, { exact: true }).first().waitFor()
    })
    expect(await visit.fact(panel, amounts.captured).innerText()).toBe("€20.71")

    await visit.act(panel, actions.check.label)
    await visit.page.getByText(actions.check.unchanged).waitFor()
  })

  it("learns what became of a debit whose outcome was not known", async () => {
    const { cases, sandbox } = desk()
    const visit = await desk().visit()
    const { actions, events, states } = visit.texts
    const panel = await visit.openOrder(cases.submitting)
    await panel.getByText(states.submitting, { exact: true }).first().waitFor()
    await unheard(async () => {
      await sandbox.finish()
      await visit.act(panel, actions.check.label)
      await panel.getByText(states.approved, { exact: true }).first().waitFor()
    })
    await panel.getByText(events.approved ?? "", { exact: true }).waitFor()
  })

  it("marks a refund as paid out on the merchant's word, once that is confirmed", async () => {
    const visit = await desk().visit()
    const { actions, notices, refunds, sources } = visit.texts
    const panel = await visit.openOrder(desk().cases.refund_due)
    const notice = panel.getByText(notices.refund_due.replace("{{amount}}", "€5.00"))
    const prompt = visit.page.getByRole("alertdialog", { name: actions.mark_done.title })
    const open = () => panel.getByRole("button", { name: actions.mark_done.label }).click()

    await open()
    await prompt.getByText(actions.mark_done.description.replace("{{amount}}", "€5.00")).waitFor()
    await prompt.getByRole("button", { name: actions.cancel }).click()
    await prompt.waitFor({ state: "detached" })
    expect(await notice.isVisible()).toBe(true)

    await open()
    await prompt.getByLabel(actions.mark_done.note).fill("SEPA transfer 4711")
    await prompt.getByRole("button", { name: actions.mark_done.confirm }).click()
    await visit.page.getByText(actions.mark_done.done, { exact: true }).waitFor()
    await panel.getByText(refunds.confirmed, { exact: true }).waitFor()
    await panel.getByText(refunds.note.replace("{{note}}", "SEPA transfer 4711")).waitFor()
    await panel.getByText(sources.merchant ?? "").first().waitFor()
    expect(await notice.count()).toBe(0)
    expect(await panel.getByRole("button", { name: actions.mark_done.label }).count()).toBe(0)
  })

  it("copies the link by which the customer pays again, and shows it where the browser forbids to copy", async () => {
    const visit = await desk().visit()
    const { payment_link } = visit.texts.actions
    const made = desk().cases.failed
    const link = `https://shop.example/de/order/${made.id}/pay`
    const panel = await visit.openOrder(made)

    await visit.act(panel, payment_link.label)
    await visit.page.getByText(payment_link.copied).waitFor()
    expect(await visit.copied()).toBe(link)

    await visit.page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException("Not allowed", "NotAllowedError"))
    })
    await visit.act(panel, payment_link.label)
    await visit.page.getByText(link, { exact: true }).waitFor()
  })

  it("copies the names by which others find the debit, and offers no link where nothing is to be paid", async () => {
    const visit = await desk().visit()
    const { actions, copy, fields } = visit.texts
    const made = desk().cases.captured
    const panel = await visit.openOrder(made)
    const [debit] = await desk().maker.debits(made.id)
    const ids = {
      [fields.transaction_id]: debit?.transaction_id,
      [fields.order_number]: debit?.order_number,
      [fields.mandate_reference]: debit?.mandate?.reference,
    }
    for (const [label, id] of Object.entries(ids)) {
      await panel.getByLabel(`${copy}: ${label}`, { exact: true }).click()
      expect(await visit.copied()).toBe(id)
    }
    await visit.openMenu(panel)
    const menu = await visit.page.getByRole("menuitem").allInnerTexts()
    expect(menu).toEqual([actions.check.label, actions.print_mandate, actions.show_debit])
  })
}
