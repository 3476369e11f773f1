import { DEFAULT_CAMPAIGN_ID, DEFAULT_GATEWAY_ID } from "../../sandbox"
import { anyText, APPROVED, AWAITING, closeAll, KEY, lead, matching, startBox } from "./support"

const DIRECT = {
  campaign_id: undefined,
  gateway_id: DEFAULT_GATEWAY_ID,
  amount: "12.50",
  currency: "EUR",
  billing_type: "ONE_OFF",
}

describe("creating, reading and cancelling sessions", () => {
  afterEach(closeAll)

  it("answers 201 with token, status and payment_url", async () => {
    const box = await startBox()
    const { status, body } = await box.create()
    const token = matching(/^ps_[a-z0-9]{30}$/)
    expect(status).toBe(201)
    expect(body).toEqual({ session_token: token, status: "PENDING", payment_url: matching(/\/s\/ps_/) })
  })

  it("refuses a key that was revoked, and knows under the next one what was opened under it", async () => {
    const box = await startBox()
    const token = await box.open()
    box.sandbox.setApiKeys(["rk_next"])
    const create = (key: string) =>
      box.request("POST", "/payment-sessions/", { campaign_id: DEFAULT_CAMPAIGN_ID, lead: lead() }, { authorization: `Bearer ${key}` })
    expect((await create("rk_sandbox")).status).toBe(401)
    expect((await create("rk_next")).status).toBe(201)
    const cancel = { authorization: "Bearer rk_next" }
    expect((await box.request("POST", `/payment-sessions/${token}/cancel/`, undefined, cancel)).status).toBe(200)
  })

  it("takes price and currency from the campaign's offer unless they are overridden", async () => {
    const box = await startBox()
    const offered = await box.open()
    const overridden = await box.open({ amount: 49.9, currency: "CHF", customer_ip: "2001:db8::1" })
    expect((await box.get(offered)).body).toMatchObject({ amount: "29.99", currency: "EUR" })
    expect((await box.get(overridden)).body).toMatchObject({ amount: "49.90", currency: "CHF" })
    expect(box.sandbox.sessions()[1]?.customer_ip).toBe("2001:db8::1")
  })

  it("opens a session in direct mode, whose GET has neither campaign nor offer", async () => {
    const box = await startBox()
    const token = await box.open(DIRECT)
    expect((await box.get(token)).body).toMatchObject({ amount: "12.50", campaign: null, offer: null })
    expect(box.sandbox.sessions()).toMatchObject([{ mode: "direct", gateway_id: DEFAULT_GATEWAY_ID }])
  })

  it("answers 400 with the four documented sentences when direct mode lacks its fields", async () => {
    const box = await startBox()
    const { status, body } = await box.create({ campaign_id: undefined })
    expect(status).toBe(400)
    expect(body).toEqual({
      detail: {
        gateway_id: "gateway_id is required when campaign_id is not provided.",
        amount: "amount is required when campaign_id is not provided.",
        currency: "currency is required when campaign_id is not provided.",
        billing_type: "billing_type is required when campaign_id is not provided.",
      },
      status_code: 400,
    })
  })

  it.each([
    ["an unknown campaign", { campaign_id: "00000000-0000-4000-8000-000000000000" }, "campaign_id"],
    ["a campaign that is no uuid", { campaign_id: "summer" }, "campaign_id"],
    ["an unknown gateway", { ...DIRECT, gateway_id: "00000000-0000-4000-8000-000000000000" }, "gateway_id"],
    ["three decimals", { amount: "1.999" }, "amount"],
    ["an amount of zero", { amount: "0.00" }, "amount"],
    ["a negative amount", { amount: "-1.00" }, "amount"],
    ["an amount beyond decimal(10,2)", { amount: "100000000.00" }, "amount"],
    ["an unknown billing type", { billing_type: "recurring" }, "billing_type"],
    ["11 attempts", { max_payment_attempts: 11 }, "max_payment_attempts"],
    ["no attempts", { max_payment_attempts: 0 }, "max_payment_attempts"],
    ["something that is no IP address", { customer_ip: "localhost" }, "customer_ip"],
    ["no lead", { lead: undefined }, "lead"],
  ])("answers 400 for %s and names the field", async (_, overrides, field) => {
    const box = await startBox()
    const { status, body } = await box.create(overrides)
    expect(status).toBe(400)
    expect(body).toEqual({ detail: { [field]: anyText }, status_code: 400 })
    expect(box.sandbox.sessions()).toEqual([])
  })

  it.each(["first_name", "last_name", "email", "country"])("answers 400 for a lead without %s", async (field) => {
    const box = await startBox()
    const { status, body } = await box.create({ lead: lead({ [field]: undefined }) })
    expect(status).toBe(400)
    expect(body).toEqual({ detail: { lead: { [field]: "This field is required." } }, status_code: 400 })
  })

  it.each([
    ["no key", {}],
    ["a wrong key", { authorization: "Bearer rk_other" }],
    ["another scheme", { authorization: "Token rk_sandbox" }],
  ])("answers 401 to a create with %s", async (_, headers) => {
    const box = await startBox()
    const { status, body } = await box.request("POST", "/payment-sessions/", { lead: lead() }, headers)
    expect(status).toBe(401)
    expect(body).toEqual({ detail: anyText, status_code: 401 })
  })

  it("answers 409 while the lead's e-mail has an active session, in whatever case it is written", async () => {
    const box = await startBox()
    const email = "erika@example.com"
    const token = await box.open({ lead: lead({ email }) })
    const again = () => box.create({ lead: lead({ email: "Erika@Example.com" }) })
    expect(await again()).toMatchObject({
      status: 409,
      body: { detail: "Lead already has an active payment session.", status_code: 409 },
    })
    await box.pay(token, { iban: AWAITING })
    expect((await again()).status).toBe(409)
    await box.decide(token, "sign")
    await box.verify(token)
    expect((await again()).status).toBe(201)
  })

  it("[active-statuses=none] a lead may have several sessions", async () => {
    const box = await startBox({ switches: { "active-statuses": "none" } })
    const same = lead()
    await box.create({ lead: same })
    expect((await box.create({ lead: same })).status).toBe(201)
    const [first, second] = box.sandbox.sessions()
    expect(second?.lead.id).toBe(first?.lead.id)
  })

  it("answers GET with the documented keys", async () => {
    const box = await startBox()
    const token = await box.open({ lead: lead({ email: "max@example.com" }) })
    const { status, body } = await box.get(token)
    expect(status).toBe(200)
    expect(Object.keys(body).sort()).toEqual([
      "amount", "attempts_remaining", "campaign", "currency", "lead", "mandate", "offer", "session_token", "status",
    ])
    expect(body).toMatchObject({
      attempts_remaining: 3,
      mandate: { acceptance_mode: "checkbox" },
      lead: { first_name: "Max", last_name: "Mustermann", email: "max@example.com" },
      offer: { price: "29.99", billing_type: "one_off" },
    })
  })

  it("[get-terminal] GET of a finished session is answered with its status, or with 410 when switched", async () => {
    const box = await startBox()
    const token = await box.open()
    await box.pay(token)
    expect(await box.get(token)).toMatchObject({ status: 200, body: { status: "COMPLETED" } })
    box.sandbox.switches["get-terminal"] = "410"
    expect(await box.get(token)).toMatchObject({ status: 410, body: { status_code: 410 } })
  })

  it("cancels a pending session, and nothing else", async () => {
    const box = await startBox()
    const token = await box.open()
    expect(await box.cancel(token)).toMatchObject({
      status: 200,
      body: { session_token: token, status: "EXPIRED" },
    })
    expect((await box.cancel(token)).status).toBe(410)
    expect((await box.pay(token)).status).toBe(410)
    const waiting = await box.open()
    await box.pay(waiting, { iban: AWAITING })
    expect((await box.cancel(waiting)).status).toBe(409)
    expect((await box.request("POST", `/payment-sessions/${waiting}/cancel/`)).status).toBe(401)
  })

  it("answers 404 for an unknown session, 405 for a wrong method and 404 without the closing slash", async () => {
    const box = await startBox()
    const token = await box.open()
    const missing = "ps_unknown"
    const answers = await Promise.all([
      box.get(missing),
      box.pay(missing),
      box.verify(missing),
      box.cancel(missing),
      box.request("GET", `/payment-sessions/${token}/pay/`),
      box.request("DELETE", `/payment-sessions/${token}/`),
      box.request("GET", `/payment-sessions/${token}`),
    ])
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 405, 405, 404])
    expect(answers.map(({ body }) => body.status_code)).toEqual([404, 404, 404, 404, 405, 405, 404])
  })

  it("refuses a wrong bearer where none is needed, and takes a right one", async () => {
    const box = await startBox()
    const token = await box.open()
    const path = `/payment-sessions/${token}/`
    expect((await box.request("GET", path, undefined, { authorization: "Bearer rk_other" })).status).toBe(401)
    expect((await box.request("GET", path, undefined, KEY)).status).toBe(200)
    expect((await box.request("GET", path, undefined, { authorization: `Bearer ${token}` })).status).toBe(200)
  })

  it("refuses bodies that are not JSON objects", async () => {
    const box = await startBox()
    const send = (body: string, type: string) =>
      fetch(`${box.url}/api/v1/iban-validate/`, { method: "POST", headers: { ...KEY, "content-type": type }, body })
    const answers = await Promise.all([
      send(`{"iban": "${APPROVED}"`, "application/json"),
      send(`["${APPROVED}"]`, "application/json"),
      send(`iban=${APPROVED}`, "application/x-www-form-urlencoded"),
    ])
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 415])
    const texts = await Promise.all(answers.map((answer) => answer.text()))
    expect(texts.join("\n")).not.toContain(APPROVED)
  })
})
