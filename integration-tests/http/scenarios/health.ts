import { z } from "zod"
import catalystpayWatch from "../../../src/jobs/catalystpay-watch"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../../../src/modules/catalystpay"
import { HEALTH_WARNINGS } from "../../../src/modules/catalystpay/health/types"
import { keyId } from "../../../src/modules/catalystpay/vault"
import { WEBHOOK_EVENT_TYPES } from "../../../src/gateway"
import { allProcessed, approvedOrder, paidOrder } from "../support/collected"
import { API_KEY, NEXT_API_KEY, PROVIDER_ID } from "../support/environment"
import { APPROVED } from "../support/ibans"
import type { Shop } from "../support/shop-suite"

const ROUTE = "/admin/catalystpay/health"

const moment = z.iso.datetime().nullable()
const count = z.int().min(0)
/** Strict: nothing is answered that is not meant to be. */
const accountHealth = z.strictObject({
  account: z.string(),
  provider_ids: z.array(z.string()),
  collect: z.enum(["iban", "hosted"]),
  environment: z.enum(["live", "test", "unknown"]),
  campaign: z.string().nullable(),
  gateway: z.string().nullable(),
  api_url: z.url(),
  credentials: z.strictObject({ state: z.enum(["good", "rejected", "unknown"]), checked_at: moment }),
  webhooks: z.strictObject({
    url: z.string().nullable(),
    path: z.string(),
    last_seen_at: moment,
    silent: z.boolean(),
    refused_signatures: count,
    secrets: z.strictObject({ current: count, retiring: count }),
    events: z.array(z.strictObject({ event: z.enum(WEBHOOK_EVENT_TYPES), purpose: z.string() })),
    field_map: z.array(z.strictObject({ field: z.string(), key: z.string(), of: z.array(z.string()), is_own: z.boolean() })),
  }),
  queue: z.strictObject({ waiting: count, oldest_at: moment }),
  calls: z.strictObject({
    breaker: z.enum(["closed", "open", "half_open"]),
    consecutive_failures: count,
    next_probe_at: moment,
    per_second: count,
    waiting: z.strictObject({ pay: count, verify: count, get: count }),
  }),
  reconciliation: z.array(
    z.strictObject({ listing: z.string(), last_run_at: moment, status: z.string().nullable(), failure: z.string().nullable() }),
  ),
  warnings: z.array(z.enum(HEALTH_WARNINGS)),
})
const healthAnswer = z.strictObject({
  accounts: z.array(accountHealth),
  sealing_keys: z.strictObject({
    keys: z.array(z.strictObject({ place: count, state: z.enum(["current", "retiring"]), sealed: count })),
    sealed_with_missing_key: count,
    can_drop_retiring: z.boolean(),
  }),
  open_problems: count,
})
const checkAnswer = z.strictObject({
  account: accountHealth,
  check: z.strictObject({ result: z.enum(["accepted", "rejected", "unclear"]), detail: z.string().nullable() }),
})

export function health(shop: Shop): void {
  const ledger = () => shop.container().resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
  const read = async () => healthAnswer.parse(await shop.admin.get(ROUTE))
  const account = async () => accountHealth.parse((await read()).accounts[0])
  const check = async (name = "default") => checkAnswer.parse(await shop.admin.post(`${ROUTE}/${name}/check`))

  it("names account, provider, environment, what to set up at CatalystPay, and no secret", async () => {
    await paidOrder(shop)
    await allProcessed(shop)
    const { accounts, open_problems, sealing_keys } = await read()
    expect(accounts).toHaveLength(1)
    expect(accounts[0]).toMatchObject({
      account: "default",
      provider_ids: [PROVIDER_ID],
      collect: "iban",
      environment: "test",
      credentials: { state: "good" },
      webhooks: {
        path: "/hooks/catalystpay/default",
        last_seen_at: expect.any(String) as unknown,
        silent: false,
        refused_signatures: 0,
        secrets: { current: 1, retiring: 1 },
      },
      queue: { waiting: 0, oldest_at: null },
      calls: { breaker: "closed", per_second: 1000 },
      reconciliation: [
        { listing: "transactions", status: null },
        { listing: "chargebacks", status: null },
      ],
      warnings: [],
    })
    expect(accounts[0]?.webhooks.events).toContainEqual({ event: "payment_session.completed", purpose: "required" })
    expect({ open_problems, sealing_keys }).toMatchObject({ open_problems: 0, sealing_keys: { sealed_with_missing_key: 0 } })
    const text = JSON.stringify(await shop.admin.get(ROUTE))
    const [key = "", oldKey = ""] = (process.env.CATALYSTPAY_ENCRYPTION_KEY ?? "").split(" ")
    for (const secret of [API_KEY, key, oldKey, ...ledger().settings.encryptionKey.map(keyId)]) {
      expect(text).not.toContain(secret.slice(0, 12))
    }
  })

  it("is asked for at CatalystPay without anything being opened, paid or cancelled there", async () => {
    shop.sandbox.clearCalls()
    expect(await check()).toMatchObject({ account: { account: "default", credentials: { state: "good" } }, check: { result: "accepted" } })
    expect(shop.gatewayCalls()).toEqual(["reconciliation"])
  })

  it("says so when CatalystPay rejects the API key, and that it is good again", async () => {
    await check()
    shop.sandbox.setApiKeys([NEXT_API_KEY])
    const rejected = await check()
    expect(rejected).toMatchObject({
      check: { result: "rejected", detail: expect.stringContaining("API key") as unknown },
      account: { credentials: { state: "rejected" }, warnings: ["gateway_credentials_rejected"] },
    })
    expect(await read()).toMatchObject({ open_problems: 1, accounts: [{ warnings: ["gateway_credentials_rejected"] }] })

    shop.sandbox.setApiKeys([API_KEY])
    expect(await check()).toMatchObject({ check: { result: "accepted" }, account: { credentials: { state: "good" }, warnings: [] } })
    expect((await read()).open_problems).toBe(0)
  })

  it("does not call a key wrong when CatalystPay cannot be reached", async () => {
    await check()
    await shop.line.cut()
    expect(await check()).toMatchObject({ check: { result: "unclear" }, account: { credentials: { state: "good" } } })
  })

  it("warns of silent webhooks as soon as a debit has waited for half an hour, until one comes", async () => {
    const { paid, webhooks } = await approvedOrder(shop)
    expect((await account()).webhooks.silent).toBe(false)
    await shop.database.rows("update catalystpay_debit set approved_at = now() - interval '31 minutes' returning id")
    expect(await account()).toMatchObject({ webhooks: { silent: true, last_seen_at: null }, warnings: ["webhooks_silent"] })
    await catalystpayWatch(shop.container())
    expect((await read()).open_problems).toBe(1)

    for (const { body, event } of webhooks) {
      await shop.webhooks.sendBytes(body, { event })
    }
    await paid.until(({ state }) => state === "captured")
    expect(await account()).toMatchObject({ webhooks: { silent: false, last_seen_at: expect.any(String) as unknown }, warnings: [] })
  })

  it("counts webhooks with a wrong signature, and warns from the fifth on", async () => {
    const forge = () => shop.webhooks.send({ session_token: "ps_forged", status: "COMPLETED" }, { signature: "0".repeat(64) })
    await forge()
    expect(await account()).toMatchObject({ webhooks: { refused_signatures: 1 }, warnings: [] })
    for (let times = 2; times <= 7; times += 1) {
      await forge()
    }
    expect(await account()).toMatchObject({ webhooks: { refused_signatures: 5 }, warnings: ["webhook_signature_failing"] })
  })

  it("tells of sealing keys that are replaced when the old one can go, and when one went too early", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shopper.giveBankAccount(APPROVED)
    const current = { place: 1, state: "current" }
    const retiring = { place: 2, state: "retiring" }
    expect((await read()).sealing_keys).toEqual({
      keys: [{ ...current, sealed: 1 }, { ...retiring, sealed: 0 }],
      sealed_with_missing_key: 0,
      can_drop_retiring: true,
    })

    const sealUnder = (id: string) =>
      shop.database.rows("update catalystpay_debit set sealed_iban = regexp_replace(sealed_iban, '[.][^.]+', ?) returning id", [`.${id}`])
    const [, old] = ledger().settings.encryptionKey
    await sealUnder(old ? keyId(old) : "")
    expect((await read()).sealing_keys).toMatchObject({
      keys: [{ ...current, sealed: 0 }, { ...retiring, sealed: 1 }],
      can_drop_retiring: false,
    })

    await sealUnder("0123456789ab")
    expect((await read()).sealing_keys).toMatchObject({ sealed_with_missing_key: 1, can_drop_retiring: true })
  })

  it("shows how many debits wait for their turn, and since when", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shopper.giveBankAccount(APPROVED)
    await shop.database.rows("update catalystpay_debit set status = 'queued', queued_at = '2026-11-25T10:00:00Z' returning id")
    expect((await account()).queue).toEqual({ waiting: 1, oldest_at: "2026-11-25T10:00:00.000Z" })
    await shop.database.rows("update catalystpay_debit set status = 'ready', queued_at = null returning id")
  })

  it("is for merchants who are logged in, of accounts that exist, and takes nothing else", async () => {
    expect(await shop.http.call("GET", ROUTE)).toMatchObject({ status: 401 })
    expect(await shop.http.call("POST", `${ROUTE}/default/check`)).toMatchObject({ status: 401 })
    const unknown = await shop.admin.answer("POST", `${ROUTE}/nowhere/check`)
    expect(unknown).toMatchObject({ status: 404, body: { code: "account_unknown" } })
    expect(await shop.admin.answer("GET", `${ROUTE}?account=default`)).toMatchObject({ status: 400, body: { code: "invalid_request" } })
    const body = await shop.admin.answer("POST", `${ROUTE}/default/check`, { apiKey: "rk_other" })
    expect(body).toMatchObject({ status: 400, body: { code: "invalid_request" } })
    expect(shop.gatewayCalls()).toEqual([])
  })
}
