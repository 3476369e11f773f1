import type { Desk } from "../../support/dashboard/desk"
import { ListPage } from "../../support/dashboard/list-page"

const EVENT = "transaction.status_changed"

export function webhooksList(desk: () => Desk): void {
  it("says what came of each, and shows what was given up with its payload masked", async () => {
    const visit = await desk().visit()
    const { page, texts } = visit
    const { lists } = texts
    const list = await ListPage.open(visit, "webhooks")
    await list.rows.filter({ hasText: lists.webhooks.statuses.processed }).first().waitFor()
    await list.filter(lists.fields.status, lists.webhooks.statuses.failed)
    const row = list.rows.filter({ hasText: EVENT })
    await row.getByText("The reconciliation API does not confirm it yet.").waitFor()
    expect(list.query.get("status")).toBe("failed")
    await row.getByRole("button", { name: lists.webhooks.show_payload.replace("{{event}}", EVENT) }).press("Enter")
    const drawer = page.getByRole("dialog", { name: EVENT })
    const payload = drawer.getByLabel(lists.webhooks.payload)
    expect(JSON.parse(await payload.innerText())).toMatchObject({ iban: "DE** **** 3000", transaction_status: "declined" })
    expect(await visit.fact(drawer, lists.fields.tries).innerText()).toBe("2")
    await page.keyboard.press("Escape")
    await drawer.waitFor({ state: "detached" })
  })

  it("is replayed once the bank has done what it tells of, and its debit has failed", async () => {
    const { cases, maker, sandbox } = desk()
    const [debit] = await maker.debits(cases.misreported.id)
    await sandbox.fallSilent()
    try {
      await sandbox.bounce(debit?.transaction_id ?? "")
    } finally {
      await sandbox.speakAgain()
    }
    const visit = await desk().visit()
    const { page, texts } = visit
    const { webhooks } = texts.lists
    const list = await ListPage.open(visit, "webhooks?status=failed")
    await list.rows.filter({ hasText: EVENT }).getByRole("button", { name: webhooks.replay }).click()
    await page.getByText("Confirmed by the reconciliation API.").waitFor()
    await page.getByText(webhooks.filtered.heading).waitFor()
    await maker.until(cases.misreported, "failed")
  })

  it("is ignored again on a replay when it names no debit, and says why", async () => {
    await desk().maker.report("payment_session.completed", { status: "COMPLETED", email: "nobody@example.com", note: "replayed" })
    const visit = await desk().visit()
    const { webhooks } = visit.texts.lists
    const list = await ListPage.open(visit, "webhooks?status=ignored")
    await list.rows.first().getByRole("button", { name: webhooks.replay }).click()
    const toast = visit.page.getByRole("listitem").filter({ hasText: webhooks.statuses.ignored })
    await toast.getByText("This webhook names no debit").waitFor()
  })
}
