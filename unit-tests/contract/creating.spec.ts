import { DEFAULT_CAMPAIGN_ID, DEFAULT_GATEWAY_ID } from "../../sandbox"
import { anyText, closeStages, DIRECT, failureOf, keysOf, lead, matching, NOBODY, startEcho } from "./support"
import { startStage, TERMS } from "./support"

const RECURRING = { billing_type: "RECURRING", billing_frequency: "MONTHLY" }

afterEach(closeStages)

describe("creating a session", () => {
  it("[5.1-campaign-mode] takes price, currency and gateway from the campaign", async () => {
    const stage = await startStage()
    const token = await stage.open({ campaign_id: DEFAULT_CAMPAIGN_ID })
    expect(stage.record(token)).toMatchObject({
      mode: "campaign",
      amount: "29.99",
      currency: "EUR",
      gateway_id: DEFAULT_GATEWAY_ID,
    })
  })

  it("[5.1-overrides] takes amount and gateway from the call when it names them", async () => {
    const stage = await startStage({ gatewayIds: [DEFAULT_GATEWAY_ID, NOBODY] })
    const token = await stage.open({ amount: "49.90", gateway_id: NOBODY })
    expect(stage.record(token)).toMatchObject({ mode: "campaign", amount: "49.90", gateway_id: NOBODY })
  })

  it("[5.1-direct-mode] goes without a campaign when its four fields are given", async () => {
    const stage = await startStage()
    const { session_token } = await stage.client.createSession({ ...DIRECT, lead: lead() })
    expect(stage.record(session_token)).toMatchObject({ mode: "direct", campaign_id: null, ...DIRECT })
  })

  it.each(["gateway_id", "amount", "currency", "billing_type"])("[5.1-direct-mode] misses %s", async (field) => {
    const stage = await startStage()
    const { body } = await stage.create({ ...DIRECT, campaign_id: undefined, [field]: undefined })
    expect(body).toEqual({
      detail: { [field]: `${field} is required when campaign_id is not provided.` },
      status_code: 400,
    })
  })

  it("[5.1-amount] keeps a decimal string, and refuses three decimals or nine digits before the point", async () => {
    const stage = await startStage()
    expect((await stage.get(await stage.start({ amount: "5" }))).body.amount).toBe("5.00")
    for (const amount of ["1.999", "100000000.00", "-1.00", "12,50"]) {
      expect(await stage.create({ amount })).toMatchObject({ status: 400, body: { detail: { amount: anyText } } })
    }
  })

  it.each([
    ["[5.1-lead] no lead", { lead: undefined }, { lead: anyText }],
    ["[5.1-currency] a currency that is none", { currency: "EURO" }, { currency: anyText }],
    ["[5.1-billing-type] another billing type", { billing_type: "recurring" }, { billing_type: anyText }],
    ["[5.1-frequencies] another frequency", { billing_frequency: "DAILY" }, { billing_frequency: anyText }],
    ["[5.1-trial-unit] another unit", { trial_interval_unit: "DAY" }, { trial_interval_unit: anyText }],
    ["[5.1-trial-period] a trial of no days", { trial_period: 0 }, { trial_period: anyText }],
    ["[5.1-trial-price] a trial price of three decimals", { trial_price: "1.999" }, { trial_price: anyText }],
    ["[5.1-gateway] a gateway that is not the tenant's", { gateway_id: NOBODY }, { gateway_id: anyText }],
    ["[5.1-max-attempts] 11 attempts", { max_payment_attempts: 11 }, { max_payment_attempts: anyText }],
    ["[5.1-max-attempts] no attempt", { max_payment_attempts: 0 }, { max_payment_attempts: anyText }],
    ["[5.1-webhook-profile] a profile that is no uuid", { webhook_profile_id: "x" }, { webhook_profile_id: anyText }],
    ["[5.1-hosted-page] a page that is no uuid", { hosted_page_id: "x" }, { hosted_page_id: anyText }],
    ["[5.1-customer-ip] an address that is none", { customer_ip: "localhost" }, { customer_ip: anyText }],
    ["[5.1-first-name] no first name", { lead: lead({ first_name: undefined }) }, { lead: { first_name: anyText } }],
    [
      "[5.1-first-name] a first name of 256 characters",
      { lead: lead({ first_name: "x".repeat(256) }) },
      { lead: { first_name: anyText } },
    ],
    ["[5.1-lead-fields] no last name", { lead: lead({ last_name: undefined }) }, { lead: { last_name: anyText } }],
    ["[5.1-lead-fields] no e-mail", { lead: lead({ email: undefined }) }, { lead: { email: anyText } }],
    ["[5.1-lead-fields] no country", { lead: lead({ country: undefined }) }, { lead: { country: anyText } }],
  ])("refuses %s", async (_, overrides, detail) => {
    const stage = await startStage()
    expect(await stage.create(overrides)).toMatchObject({ status: 400, body: { detail, status_code: 400 } })
    expect(stage.sandbox.sessions()).toEqual([])
  })

  it.each(["WEEKLY", "BIWEEKLY", "MONTHLY", "QUARTERLY", "SEMIANNUALLY", "YEARLY"])(
    "[5.1-frequencies] [5.1-billing-type] takes a %s billing of a RECURRING session",
    async (billing_frequency) => {
      const stage = await startStage()
      expect(stage.record(await stage.start({ ...RECURRING, billing_frequency }))).toMatchObject({ billing_frequency })
    },
  )

  it.each(["day", "week", "month"])(
    "[5.1-trial-unit] [5.1-trial-period] [5.1-trial-price] [5.1-billing-type] takes a trial of one %s",
    async (trial_interval_unit) => {
      const stage = await startStage()
      const trial = { billing_type: "TRIAL_RECURRING", trial_interval_unit, trial_period: 1, trial_price: "1.00" }
      expect(stage.record(await stage.start({ ...RECURRING, ...trial })).billing_type).toBe("TRIAL_RECURRING")
    },
  )

  it.each([
    ["[5.1-billing-type] ONE_OFF", { billing_type: "ONE_OFF" }],
    ["[5.1-max-attempts] 1 attempt", { max_payment_attempts: 1 }],
    ["[5.1-max-attempts] 10 attempts", { max_payment_attempts: 10 }],
    ["[5.1-webhook-profile] a profile", { ...DIRECT, campaign_id: undefined, webhook_profile_id: NOBODY }],
    ["[5.1-hosted-page] a hosted page", { hosted_page_id: NOBODY }],
    ["[5.1-customer-ip] an IPv4 address", { customer_ip: "203.0.113.7" }],
    ["[5.1-customer-ip] an IPv6 address", { customer_ip: "2001:db8::1" }],
    ["[5.1-first-name] a first name of 255 characters", { lead: lead({ first_name: "x".repeat(255) }) }],
    ["[5.1-address] a lead without an address", { lead: lead() }],
    ["[5.1-address] a lead with one", { lead: lead({ address: "A 1", city: "B", postal_code: "1", phone: "2" }) }],
  ])("takes %s", async (_, overrides) => {
    const stage = await startStage()
    expect((await stage.create(overrides)).status).toBe(201)
  })

  it("[5.1-customer-ip] hands the shopper's address on", async () => {
    const stage = await startStage()
    expect(stage.record(await stage.start({ customer_ip: "2001:db8::1" })).customer_ip).toBe("2001:db8::1")
    expect(await failureOf(stage.start({ customer_ip: "localhost" }))).toMatchObject({
      kind: "invalid_request",
      http_status: null,
    })
  })

  it("[5.1-default-attempts] allows 3 attempts in direct mode", async () => {
    const stage = await startStage()
    const { session_token } = await stage.client.createSession({ ...DIRECT, lead: lead() })
    expect((await stage.client.getSession(session_token)).attempts_remaining).toBe(3)
  })

  it("[5.1-table-complete] sends no field but those of the table, and refuses to send others", async () => {
    const table = [
      "campaign_id", "lead", "amount", "currency", "billing_type", "billing_frequency", "trial_interval_unit",
      "trial_period", "trial_price", "gateway_id", "max_payment_attempts", "webhook_profile_id", "hosted_page_id",
      "customer_ip",
    ]
    const { client, received } = await startEcho({ status: 201, body: { session_token: "ps_1", status: "PENDING" } })
    const options = { customer_ip: "2001:db8::1", max_payment_attempts: 3, hosted_page_id: NOBODY }
    const others = { metadata: {}, return_url: "http://shop.example", tenant_reference_id: "x", idempotency_key: "x" }
    await client.createSession({ ...TERMS, ...options, lead: lead() })
    await client.createSession({ ...DIRECT, ...options, webhook_profile_id: NOBODY, lead: lead() })
    const error = await failureOf(client.createSession({ ...TERMS, ...others, lead: lead() }))
    expect(keysOf(error.fields)).toEqual(keysOf(others))
    const sent = received.flatMap(({ body }) => keysOf(JSON.parse(body)))
    expect(sent).toEqual(expect.arrayContaining(["campaign_id", "gateway_id", "hosted_page_id", "webhook_profile_id"]))
    expect(sent.filter((field) => !table.includes(field))).toEqual([])
  })

  it("[5.1-no-reference] knows no reference at create", async () => {
    const stage = await startStage()
    const token = await stage.open({ tenant_reference_id: "order-42" })
    expect((await stage.pay(token)).body).toMatchObject({ transaction: { tenant_reference_id: null } })
  })

  it("[5.1-duplicate-policy] [5.1-lead-by-email] knows a lead by its e-mail, in whatever case", async () => {
    const stage = await startStage()
    const first = await stage.start({ lead: lead({ email: "erika@example.com" }) })
    await stage.submit(first)
    const second = await stage.start({ lead: lead({ email: "Erika@Example.com" }) })
    expect(stage.record(second).lead.id).toBe(stage.record(first).lead.id)
    const other = await stage.start({ lead: lead() })
    expect(stage.record(other).lead.id).not.toBe(stage.record(first).lead.id)
  })

  it("[5.1-answer] [14-create] answers 201 with token, PENDING and the hosted page's address", async () => {
    const stage = await startStage()
    expect(await stage.create()).toMatchObject({
      status: 201,
      body: { session_token: matching(/^ps_/), status: "PENDING", payment_url: matching(/^http/) },
    })
    const created = await stage.client.createSession({ ...TERMS, lead: lead() })
    expect(created).toMatchObject({ status: "PENDING", payment_url: `${stage.url}/s/${created.session_token}` })
  })
})
