import type { Page } from "playwright-core"
import { z } from "zod"
import { FORM_PROVIDER, PAGE_PROVIDER } from "../../../../demo/accounts"
import { BUSY_PROVIDER, LOCKED_OUT_PROVIDER } from "../../support/dashboard/accounts"
import type { Desk } from "../../support/dashboard/desk"
import type { MerchantVisit } from "../../support/dashboard/merchant-visit"

const PROVIDERS = {
  default: FORM_PROVIDER,
  hosted: PAGE_PROVIDER,
  busy: BUSY_PROVIDER,
  locked_out: LOCKED_OUT_PROVIDER,
}

const health = z.object({ accounts: z.array(z.looseObject({ account: z.string(), warnings: z.array(z.string()) })) })

export function settings(desk: () => Desk): void {
  const accountOf = (visit: MerchantVisit, account: keyof typeof PROVIDERS) =>
    visit.page.getByRole("region", { name: visit.texts.settings.account.replace("{{account}}", account), exact: true })

  it("shows every account, and what to set up for it at CatalystPay", async () => {
    const visit = await desk().visit()
    const { collect, credentials, environments, events, fields, mapping, show_setup } = visit.texts.settings
    await visit.open("/settings/catalystpay")
    for (const account of ["default", "hosted", "busy", "locked_out"] as const) {
      const panel = accountOf(visit, account)
      await panel.getByText(account === "default" ? environments.test : environments.unknown, { exact: true }).waitFor()
      expect(await visit.fact(panel, fields.providers).innerText()).toBe(PROVIDERS[account])
      expect(await visit.fact(panel, fields.bank_accounts).innerText()).toBe(account === "hosted" ? collect.hosted : collect.iban)
    }
    const main = accountOf(visit, "default")
    expect(await visit.fact(main, fields.api_key).innerText()).toContain(credentials.good)
    expect(await visit.fact(main, fields.last_webhook).innerText()).not.toBe(visit.texts.settings.never)

    const address = `${desk().info.medusa_url}/hooks/catalystpay/default`
    expect(await visit.fact(main, fields.webhook_url).innerText()).toContain(address)
    await main.getByLabel(`${visit.texts.copy}: ${fields.webhook_url}`).click()
    expect(await visit.copied()).toBe(address)

    await main.getByRole("button", { name: show_setup }).click()
    await main.getByRole("row", { name: /payment_session\.completed/ }).getByText(visit.texts.settings.purposes.required).waitFor()
    await main.getByText(events.heading).waitFor()
    await main.getByText(mapping.heading).waitFor()
    const key = main.getByRole("row", { name: new RegExp(visit.texts.settings.webhook_fields.tenant_reference_id) })
    await key.getByLabel(/^Copy: /).click()
    expect(await visit.copied()).toBe("tenant_reference_id")
  })

  it("says that CatalystPay rejects a key, and what to do about it", async () => {
    const visit = await desk().visit()
    const { credentials, fields, test_connection, tested, warnings } = visit.texts.settings
    await visit.open("/settings/catalystpay")
    const test = (account: keyof typeof PROVIDERS) => accountOf(visit, account).getByRole("button", { name: test_connection }).click()

    await test("locked_out")
    await visit.page.getByText(tested.rejected, { exact: true }).waitFor()
    const panel = accountOf(visit, "locked_out")
    await panel.getByText(warnings.gateway_credentials_rejected.sentence).waitFor()
    await panel.getByText(warnings.gateway_credentials_rejected.way_out).waitFor()
    expect(await visit.fact(panel, fields.api_key).innerText()).toContain(credentials.rejected)

    await test("default")
    await visit.page.getByText(tested.accepted, { exact: true }).waitFor()
    expect(await accountOf(visit, "default").getByText(warnings.gateway_credentials_rejected.sentence).count()).toBe(0)
  })

  it("warns of webhooks that do not come", async () => {
    const visit = await desk().visit()
    const { webhooks_silent } = visit.texts.settings.warnings
    await answerSilent(visit.page, "hosted")
    await visit.open("/settings/catalystpay")
    const panel = accountOf(visit, "hosted")
    await panel.getByText(webhooks_silent.sentence).waitFor()
    await panel.getByText(webhooks_silent.way_out).waitFor()
    expect(await accountOf(visit, "default").getByText(webhooks_silent.sentence).count()).toBe(0)
  })
}

/** What the server says once debits have waited for half an hour, of which its own tests have the clock. */
async function answerSilent(page: Page, silent: string): Promise<void> {
  await page.route(/\/admin\/catalystpay\/health$/, async (route) => {
    const response = await route.fetch()
    const { accounts, ...rest } = health.loose().parse(await response.json())
    const warned = accounts.map((one) => (one.account === silent ? { ...one, warnings: ["webhooks_silent"] } : one))
    await route.fulfill({ response, json: { ...rest, accounts: warned } })
  })
}
