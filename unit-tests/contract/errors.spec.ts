import { anyText, APPROVED, AWAITING, closeStages, DECLINED, failureOf, HARD_DECLINE, KEY, lead } from "./support"
import { newReference, NOBODY, startEcho, startStage, TERMS, whileInProgress, type Stage } from "./support"

const UNKNOWN = "ps_abc123def456ghi789jkl012mno345"
const DIRECT_SENTENCES = {
  gateway_id: "gateway_id is required when campaign_id is not provided.",
  amount: "amount is required when campaign_id is not provided.",
  currency: "currency is required when campaign_id is not provided.",
  billing_type: "billing_type is required when campaign_id is not provided.",
}

afterEach(closeStages)

describe("the bodies of errors", () => {
  it("[4.1-two-keys] [4.1-status-code] [4.1-no-code] have detail and status_code, and nothing else", async () => {
    const stage = await startStage()
    const finished = await stage.open()
    await stage.pay(finished)
    const answers = await Promise.all([
      stage.create({ amount: "nothing" }),
      stage.request("POST", "/payment-sessions/", {}),
      stage.get(UNKNOWN),
      stage.verify(await stage.open(), {}),
      stage.pay(finished),
    ])
    expect(answers.map(({ status }) => status)).toEqual([400, 401, 404, 409, 410])
    expect(answers.map(({ body }) => Object.keys(body).sort().join())).toEqual(Array(5).fill("detail,status_code"))
    expect(answers.map(({ body }) => body.status_code)).toEqual([400, 401, 404, 409, 410])
  })

  it("[4.1-fields] [4.2-400] name the fields of a 400, which the client hands on by name", async () => {
    const stage = await startStage()
    const error = await failureOf(stage.start({ lead: lead({ email: "nobody" }) }))
    expect(error).toMatchObject({ kind: "invalid_request", http_status: 400, fields: { "lead.email": anyText } })
  })

  it("[4.1-direct-sample] [5.1-direct-mode] have the documented sentences where direct mode lacks fields", async () => {
    const stage = await startStage()
    const { status, body } = await stage.create({ campaign_id: undefined })
    expect(status).toBe(400)
    expect(body).toEqual({ detail: DIRECT_SENTENCES, status_code: 400 })
  })

  it("[4.1-direct-sample] are read by the client as documented", async () => {
    const { client } = await startEcho({ status: 400, body: { detail: DIRECT_SENTENCES, status_code: 400 } })
    const error = await failureOf(client.createSession({ ...TERMS, lead: lead() }))
    expect(error).toMatchObject({ kind: "invalid_request", fields: DIRECT_SENTENCES })
  })
})

describe("the status codes of errors", () => {
  it("[4.2-404] [4.3-get-errors] [4.3-unknown-token] 404: no such session, whatever is asked of it", async () => {
    const { client } = await startStage()
    const pay = client.pay(UNKNOWN, { iban: APPROVED, iban_holder_name: "Max", tenant_reference_id: newReference() })
    const calls = [client.getSession(UNKNOWN), pay, client.verify(UNKNOWN, {}), client.cancel(UNKNOWN)]
    const errors = await Promise.all(calls.map(failureOf))
    expect(errors.map(({ kind, http_status }) => [kind, http_status])).toEqual(Array(4).fill(["not_found", 404]))
  })

  it("[4.2-409-state] [4.3-verify-state] 409: verify of a session that awaits none", async () => {
    const stage = await startStage()
    const error = await failureOf(stage.client.verify(await stage.start(), {}))
    expect(error).toMatchObject({ kind: "conflict", http_status: 409 })
  })

  it("[4.2-409-lead] [4.3-create-409] 409: the lead is busy, in words that begin as documented", async () => {
    const stage = await startStage()
    const max = lead()
    await stage.start({ lead: max })
    const error = await failureOf(stage.start({ lead: max }))
    expect(error).toMatchObject({ kind: "conflict", operation: "create_session" })
    expect(error.detail).toMatch(/^Lead already has an active p/)
  })

  it("[4.3-pay-reference] 409: the reference is in use, in the guide's words", async () => {
    const stage = await startStage()
    const tenant_reference_id = newReference()
    await stage.submit(await stage.start(), { tenant_reference_id })
    const error = await failureOf(stage.submit(await stage.start(), { tenant_reference_id }))
    expect(error).toMatchObject({ kind: "conflict", detail: "tenant_reference_id already in use for this tenant" })
  })

  it.each([
    ["COMPLETED", (stage: Stage, token: string) => stage.submit(token, { iban: APPROVED })],
    ["FAILED", (stage: Stage, token: string) => stage.submit(token, { iban: HARD_DECLINE })],
    ["EXPIRED", (stage: Stage, token: string) => stage.client.cancel(token)],
  ])("[4.2-410] [4.3-pay-terminal] [5.4-terminal] 410: pay of a session that is %s", async (status, finish) => {
    const stage = await startStage()
    const token = await stage.start()
    await finish(stage, token)
    expect(stage.record(token).status).toBe(status)
    expect(await failureOf(stage.submit(token))).toMatchObject({ kind: "gone", http_status: 410 })
    expect(stage.record(token).status).toBe(status)
  })

  it("[4.3-pay-busy] 409: pay of a session in progress, or one that awaits verification", async () => {
    const stage = await startStage()
    const [busy, waiting] = [await stage.start(), await stage.start()]
    const error = await whileInProgress(stage, busy, () => failureOf(stage.submit(busy)))
    expect(error).toMatchObject({ kind: "conflict" })
    await stage.submit(waiting, { iban: AWAITING })
    expect(await failureOf(stage.submit(waiting))).toMatchObject({ kind: "conflict" })
    expect(stage.record(waiting).attempts).toBe(1)
  })

  it("[4.2-500] [4.3-outcome-unknown] 500 on pay: the client calls the outcome unknown", async () => {
    const stage = await startStage()
    const token = await stage.start()
    stage.sandbox.faults.payAnswers500AfterAcceptance = true
    const error = await failureOf(stage.submit(token))
    expect(error).toMatchObject({ kind: "outcome_unknown", http_status: 500, accepted: "unknown" })
    expect(stage.sandbox.calls.filter(({ operation }) => operation === "pay")).toHaveLength(1)
  })

  it("[4.3-outcome-unknown] no answer on pay: the outcome is unknown, and pay is not repeated", async () => {
    const stage = await startStage()
    const token = await stage.start()
    stage.sandbox.faults.payDropsAnswerAfterAcceptance = true
    expect(await failureOf(stage.submit(token))).toMatchObject({ kind: "outcome_unknown", http_status: null })
    expect(stage.sandbox.calls.filter(({ operation }) => operation === "pay")).toHaveLength(1)
    expect((await stage.client.getSession(token)).status).toBe("COMPLETED")
  })

  it("[4.2-405] [4.2-415] answers a wrong method with 405 and a body that is not JSON with 415", async () => {
    const stage = await startStage()
    const token = await stage.open()
    expect((await stage.request("DELETE", `/payment-sessions/${token}/`)).status).toBe(405)
    const headers = { ...KEY, "content-type": "text/plain" }
    const answer = await fetch(`${stage.url}/api/v1/iban-validate/`, { method: "POST", headers, body: APPROVED })
    expect(answer.status).toBe(415)
  })

  it.each([405, 415, 422])("[4.2-405] [4.2-415] takes a %d for an answer that changed nothing", async (status) => {
    const { client } = await startEcho({ status, body: { detail: "No.", status_code: status } })
    const call = client.pay(UNKNOWN, { iban: DECLINED, iban_holder_name: "Max", tenant_reference_id: "payses_1.1" })
    expect(await failureOf(call)).toMatchObject({ kind: "unexpected_response", accepted: "no" })
  })
})

describe("errors by endpoint", () => {
  it("[4.3-create-400] answers 400 for an unknown campaign or gateway", async () => {
    const stage = await startStage()
    const campaign = await failureOf(stage.start({ campaign_id: NOBODY }))
    expect(campaign).toMatchObject({ kind: "invalid_request", fields: { campaign_id: anyText } })
    expect(await stage.create({ gateway_id: NOBODY })).toMatchObject({
      status: 400,
      body: { detail: { gateway_id: anyText } },
    })
  })

  it("[4.3-iban-errors] [8-empty] validation: 400 without an IBAN, 401 without a credential", async () => {
    const stage = await startStage()
    const path = "/iban-validate/"
    expect((await stage.request("POST", path, {}, KEY)).status).toBe(400)
    expect((await stage.request("POST", path, { iban: "" }, KEY)).status).toBe(400)
    expect((await stage.request("POST", path, { iban: APPROVED })).status).toBe(401)
  })
})
