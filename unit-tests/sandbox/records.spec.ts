import { APPROVED, AWAITING, closeAll, DECLINED, KEY, matching, startBox, startReceiver } from "./support"

describe("what the sandbox remembers", () => {
  afterEach(closeAll)

  it("is every API call in order, with its reference and what kind of credential it carried", async () => {
    const box = await startBox()
    const token = await box.open()
    await box.request("POST", "/iban-validate/", { iban: APPROVED }, { authorization: `Bearer ${token}` })
    await box.pay(token, { iban: "garbage", tenant_reference_id: "order-1" })
    await box.pay(token, { tenant_reference_id: "order-2" })
    await box.verify(token)
    await box.get(token)
    await box.cancel(token)
    const rows = box.sandbox.calls.map((call) => [call.operation, call.session_token, call.status, call.reference])
    expect(rows).toEqual([
      ["create", token, 201, null],
      ["iban-validate", null, 200, null],
      ["pay", token, 400, "order-1"],
      ["pay", token, 200, "order-2"],
      ["verify", token, 410, null],
      ["get", token, 200, null],
      ["cancel", token, 410, null],
    ])
    const credentials = box.sandbox.calls.map(({ request_headers }) => request_headers.authorization)
    const none = undefined
    expect(credentials).toEqual(["Bearer rk_…", "Bearer ps_…", none, none, none, none, "Bearer rk_…"])
    const { calls } = box.sandbox
    box.sandbox.clearCalls()
    expect(calls).toEqual([])
  })

  it("is no IBAN, and its log tells no key and no session token", async () => {
    const { url } = await startReceiver(200)
    const box = await startBox({ webhooks: { url, secret: "whsec_test" } })
    const token = await box.open()
    for (const iban of [APPROVED, "garbage"]) {
      await box.request("POST", "/iban-validate/", { iban }, KEY)
    }
    await box.pay(token, { iban: `${APPROVED.slice(0, -1)}1` })
    await box.pay(token, { iban: DECLINED, tenant_reference_id: "order-1" })
    await box.pay(token, { iban: AWAITING })
    await box.decide(token, "sign")
    await box.verify(token)
    await box.sandbox.settled()
    const { calls, deliveries } = box.sandbox
    const remembered = JSON.stringify({ calls, deliveries, sessions: box.sandbox.sessions(), log: box.log })
    for (const iban of [APPROVED, DECLINED, AWAITING]) {
      expect(remembered).not.toContain(iban)
      expect(remembered).not.toContain(iban.slice(4, -4))
    }
    expect(remembered).toContain("******************0001")
    expect(box.log.join("\n")).not.toContain(token)
    expect(box.log.join("\n")).not.toContain("rk_sandbox")
    expect(remembered).not.toContain("rk_sandbox")
  })

  it("hands out copies of sessions", async () => {
    const box = await startBox()
    await box.open()
    const [copy] = box.sandbox.sessions()
    if (copy) {
      copy.status = "FAILED"
      copy.lead.email = "changed"
    }
    expect(box.sandbox.sessions()).toMatchObject([{ status: "PENDING", lead: { email: matching(/@/) } }])
  })
})
