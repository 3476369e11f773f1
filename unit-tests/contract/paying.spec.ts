import { AWAITING, closeStages, DECLINED, failureOf, HARD_DECLINE, matching, newReference } from "./support"
import { anyText, APPROVED, startReceiver, startStage } from "./support"

const PAYMENT = { iban: APPROVED, iban_holder_name: "Max Mustermann" }

afterEach(closeStages)

describe("paying", () => {
  it("[6.1-request] takes IBAN, holder and reference, the IBAN from the client without its spaces", async () => {
    const stage = await startStage()
    const token = await stage.start()
    const tenant_reference_id = newReference()
    const result = await stage.submit(token, { iban: "de89 3704 0044 0532 0130 00", tenant_reference_id })
    expect(result).toMatchObject({
      status: "completed",
      transaction: { tenant_reference_id },
      payment_method: { iban_last4: "3000", holder_name: "Max Mustermann" },
    })
  })

  it.each(["iban", "iban_holder_name"])("[6.1-required] refuses a pay without %s", async (field) => {
    const stage = await startStage()
    const token = await stage.start()
    const answer = await stage.pay(token, { [field]: undefined })
    expect(answer).toMatchObject({ status: 400, body: { detail: { [field]: anyText } } })
    expect(stage.record(token)).toMatchObject({ status: "PENDING", attempts: 0 })
  })

  it("[6.1-reference-unique] [6.1-reference-pending] refuses a used reference, takes another", async () => {
    const stage = await startStage()
    const tenant_reference_id = newReference()
    await stage.submit(await stage.start(), { tenant_reference_id })
    const token = await stage.start()
    const error = await failureOf(stage.submit(token, { tenant_reference_id }))
    expect(error).toMatchObject({ kind: "conflict", http_status: 409 })
    expect((await stage.client.getSession(token)).status).toBe("PENDING")
    expect((await stage.submit(token)).status).toBe("completed")
  })

  it("[6.1-reference-length] [6.1-reference-too-long] takes 255 characters and refuses 256", async () => {
    const stage = await startStage()
    const token = await stage.start()
    const tooLong = "x".repeat(256)
    expect((await stage.pay(token, { ...PAYMENT, tenant_reference_id: tooLong })).status).toBe(400)
    const error = await failureOf(stage.submit(token, { tenant_reference_id: tooLong }))
    expect(error).toMatchObject({ kind: "invalid_request", http_status: null })
    const result = await stage.submit(token, { tenant_reference_id: "x".repeat(255) })
    expect(result.transaction?.tenant_reference_id).toBe("x".repeat(255))
  })

  it("[6.1-reference-blank] refuses a blank reference with 400; the client does not even send it", async () => {
    const stage = await startStage()
    const token = await stage.start()
    expect((await stage.pay(token, { ...PAYMENT, tenant_reference_id: "" })).status).toBe(400)
    expect(await failureOf(stage.submit(token, { tenant_reference_id: "" }))).toMatchObject({ http_status: null })
    expect(stage.record(token)).toMatchObject({ status: "PENDING", attempts: 0 })
  })

  it.each([undefined, null])("[6.1-reference-none] takes %p for no reference, as often as it comes", async (none) => {
    const stage = await startStage()
    for (const token of [await stage.open(), await stage.open()]) {
      const { status, body } = await stage.pay(token, { tenant_reference_id: none })
      expect(status).toBe(200)
      expect(body).toMatchObject({ transaction: { tenant_reference_id: null } })
    }
  })

  it("[6.1-reference-echo] echoes the reference in the answers of pay and verify", async () => {
    const stage = await startStage()
    const token = await stage.start()
    const tenant_reference_id = newReference()
    const paid = await stage.submit(token, { iban: AWAITING, tenant_reference_id })
    await stage.decide(token, "sign")
    const verified = await stage.client.verify(token, {})
    expect([paid, verified].map(({ transaction }) => transaction?.tenant_reference_id)).toEqual([
      tenant_reference_id,
      tenant_reference_id,
    ])
  })

  it("[6.1-reference-webhooks] hands the reference on in four webhook events", async () => {
    const { url, received } = await startReceiver(200)
    const stage = await startStage({ webhooks: { url, secret: "whsec_test" } })
    const tenant_reference_id = newReference()
    const { transaction } = await stage.submit(await stage.start(), { tenant_reference_id })
    stage.sandbox.settle(transaction?.id ?? "")
    stage.sandbox.chargeBack(transaction?.id ?? "", { reason_code: "MD06" })
    await stage.sandbox.settled()
    const withReference = received.filter(({ body }) => body.includes(`"tenant_reference_id":"${tenant_reference_id}"`))
    expect(withReference.map(({ headers }) => headers["x-catalystpay-event"]).sort()).toEqual([
      "chargeback.created",
      "payment_session.completed",
      "transaction.created",
      "transaction.status_changed",
    ])
  })

  it("[6.1-reference-kept] shows the reference in its own field of an answer only", async () => {
    const stage = await startStage()
    const { transaction, ...rest } = await stage.submit(await stage.start(), { tenant_reference_id: "payses_kept.1" })
    const { tenant_reference_id, ...others } = transaction ?? { tenant_reference_id: null }
    expect(tenant_reference_id).toBe("payses_kept.1")
    expect(JSON.stringify([rest, others])).not.toContain("payses_kept")
  })
})

describe("verifying", () => {
  it.each([
    ["with an id", { verification_id: "vnd_verify_abc123" }],
    ["with an empty object", {}],
    ["with an empty body", undefined],
  ])("[6.2-id-optional] [6.2-completed] completes the payment %s", async (_, body) => {
    const stage = await startStage()
    const token = await stage.start()
    await stage.submit(token, { iban: AWAITING })
    await stage.decide(token, "sign")
    expect(await stage.verify(token, body)).toMatchObject({ status: 200, body: { status: "completed" } })
    expect(stage.record(token).status).toBe("COMPLETED")
  })

  it("[6.2-same-envelope] answers the envelope of pay", async () => {
    const stage = await startStage()
    const token = await stage.start()
    const paid = await stage.submit(token, { iban: AWAITING })
    await stage.decide(token, "sign")
    const verified = await stage.client.verify(token, { verification_id: "vnd_verify_abc123" })
    expect(Object.keys(verified)).toEqual(Object.keys(paid))
    expect(verified).toMatchObject({
      transaction: { id: paid.transaction?.id },
      order_number: paid.order_number,
      amount: paid.amount,
    })
  })
})

describe("attempts", () => {
  it("[6.4-limit] [6.4-remaining] are as many as the session allows, and PENDING lies between them", async () => {
    const stage = await startStage()
    const token = await stage.start({ max_payment_attempts: 2 })
    expect(await stage.submit(token, { iban: DECLINED })).toMatchObject({ retry_allowed: true })
    expect(await stage.client.getSession(token)).toMatchObject({ status: "PENDING", attempts_remaining: 1 })
    expect(await stage.submit(token, { iban: DECLINED })).toMatchObject({ retry_allowed: false })
    expect(await failureOf(stage.submit(token))).toMatchObject({ kind: "gone" })
    expect(stage.record(token)).toMatchObject({ status: "FAILED", attempts: 2 })
  })

  it("[6.4-other-iban] may be repeated with another IBAN", async () => {
    const stage = await startStage()
    const token = await stage.start()
    await stage.submit(token, { iban: DECLINED })
    expect((await stage.client.validateIban(APPROVED)).valid).toBe(true)
    expect((await stage.submit(token, { iban: APPROVED })).status).toBe("completed")
  })

  it("[6.4-hard] are over after a hard decline", async () => {
    const stage = await startStage()
    expect((await stage.submit(await stage.start(), { iban: HARD_DECLINE })).retry_allowed).toBe(false)
    expect((await stage.submit(await stage.start(), { iban: DECLINED })).retry_allowed).toBe(true)
  })

  it("[6.4-one-winner] [6.4-loser] have one winner when they come at once; the others hear 409", async () => {
    // The winner's own answer is lost, so that it is in progress until all the others were answered.
    const stage = await startStage({ switches: { "pay-after-500": "in-progress" } })
    const token = await stage.start()
    stage.sandbox.faults.payAnswers500AfterAcceptance = true
    const statuses = await Promise.all([1, 2, 3, 4].map(async () => (await stage.pay(token)).status))
    expect(statuses.sort()).toEqual([409, 409, 409, 500])
    expect(stage.sandbox.finish()).toBe(1)
    expect(stage.record(token)).toMatchObject({ status: "COMPLETED", attempts: 1 })
  })

  it("[6.4-idempotency-key] carry no idempotency key: the reference alone guards them", async () => {
    const stage = await startStage()
    await stage.submit(await stage.start())
    const headers = stage.sandbox.calls.flatMap(({ request_headers }) => Object.keys(request_headers))
    expect(headers.filter((name) => name.includes("idempotency"))).toEqual([])
    expect(stage.sandbox.calls.at(-1)?.reference).toEqual(matching(/^payses_/))
  })
})

describe("gateways and verification", () => {
  it("[6.5-emp] Emerchantpay answers at once", async () => {
    const stage = await startStage()
    for (const iban of [APPROVED, DECLINED]) {
      const { adapter, verification_url } = await stage.submit(await stage.start(), { iban })
      expect([adapter?.name, verification_url]).toEqual(["Emerchantpay Genesis", null])
    }
  })

  it("[6.5-vendo] [6.5-flow] [6.5-id-sample] Vendo asks the shopper to sign, who comes back with an id", async () => {
    const stage = await startStage({ returnUrl: "http://shop.example/back" })
    const token = await stage.start()
    const paid = await stage.submit(token, { iban: AWAITING })
    expect(paid).toMatchObject({ status: "awaiting_verification", adapter: { name: "Vendo Services" } })
    expect((await fetch(paid.verification_url ?? "")).status).toBe(200)
    const back = new URL((await stage.decide(token, "sign")).headers.get("location") ?? "")
    const verification_id = back.searchParams.get("verification_id") ?? ""
    expect(`${back.origin}${back.pathname}`).toBe("http://shop.example/back")
    expect(verification_id).toMatch(/^vnd_verify_\w+$/)
    expect((await stage.client.verify(token, { verification_id })).status).toBe("completed")
  })
})
