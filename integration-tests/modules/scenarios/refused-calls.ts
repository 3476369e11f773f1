import type { DebitRecord } from "../../../src/modules/catalystpay/debits/debit-record"
import { APPROVED, DECLINED } from "../../http/support/ibans"
import { bankAccount, purchase, readyDebit, type Bench } from "../support/bench"
import type { ScriptedAnswer } from "../support/scripted-gateway"

const IN_USE: ScriptedAnswer = {
  status: 409,
  body: { detail: "tenant_reference_id already in use for this tenant", status_code: 409 },
}

/** Answers of CatalystPay that the sandbox does not give by itself. */
export function refusedCalls(bench: Bench): void {
  const { gateway } = bench
  const session = (status: string): ScriptedAnswer => ({ status: 200, body: { status, amount: "29.99", currency: "EUR" } })
  const result = (status: string, retry_allowed: boolean | null): ScriptedAnswer => ({
    status: 200,
    body: {
      object: "payment_session.result",
      status,
      retry_allowed,
      amount: "29.99",
      currency: "EUR",
      error_details: status === "completed" ? null : { code: "do_not_honor", message: "Declined" },
    },
  })
  const refused = (detail: Record<string, unknown>): ScriptedAnswer => ({ status: 400, body: { detail, status_code: 400 } })
  const ready = (): Promise<DebitRecord> => readyDebit(bench, APPROVED, { account: "scripted" })
  const find = (debit: DebitRecord) => bench.service.findBySession(debit.payment_session_id)

  it.each([
    ["declined", true, "declined"],
    ["declined", false, "failed"],
    ["failed", true, "declined"],
    ["failed", false, "failed"],
    ["failed", null, "failed"],
  ])("reads %s with retry_allowed %s as %s, and takes another IBAN accordingly", async (status, retry, reached) => {
    gateway.script("pay", result(status, retry), result("completed", null))
    const debit = await bench.service.advance(await ready())
    expect(debit).toMatchObject({ status: reached, retry_allowed: retry === true, sealed_iban: null })
    const next = bench.service.attachBankAccount(debit, bankAccount(DECLINED))
    if (reached === "failed") {
      await expect(next).rejects.toMatchObject({ code: "session_not_payable" })
    } else {
      expect(await bench.service.advance(await next)).toMatchObject({ status: "approved", attempt: 2 })
    }
  })

  it("ends an attempt whose reference was refused while the session is PENDING: the next one gets another", async () => {
    gateway.script("pay", IN_USE, result("completed", null))
    gateway.script("get", session("PENDING"))
    const debit = await bench.service.advance(await ready())
    expect(debit).toMatchObject({ status: "declined", error_code: "unknown", retry_allowed: true, sealed_iban: null })
    expect(await bench.service.advance(debit)).toMatchObject({ status: "declined" })
    const next = await bench.service.attachBankAccount(debit, bankAccount(APPROVED))
    expect(await bench.service.advance(next)).toMatchObject({ status: "approved" })
    const references = gateway.calls.flatMap(({ operation, body }) => (operation === "pay" ? [body] : []))
    expect(references).toMatchObject([
      { tenant_reference_id: `${debit.payment_session_id}.1` },
      { tenant_reference_id: `${debit.payment_session_id}.2` },
    ])
  })

  it("approves an attempt whose reference was refused because it had arrived after all", async () => {
    gateway.script("pay", IN_USE)
    gateway.script("get", session("COMPLETED"))
    expect(await bench.service.advance(await ready())).toMatchObject({ status: "approved" })
    expect(gateway.operations()).toEqual(["create", "iban-validate", "pay", "get"])
  })

  it.each(["PAYMENT_IN_PROGRESS", "SOMETHING_NEW"])(
    "leaves an attempt unknown whose reference was refused while the session is %s",
    async (status) => {
      gateway.script("pay", IN_USE)
      gateway.script("get", session(status))
      expect(await bench.service.advance(await ready())).toMatchObject({ status: "submitting" })
    },
  )

  it.each([
    ["iban_holder_name", "invalid_holder_name"],
    ["iban", "invalid_iban"],
    ["something_new", "unknown"],
  ])("tells the shopper of a 400 that names %s as %s, and lets them correct it", async (field, code) => {
    gateway.script("pay", refused({ [field]: ["Not valid."] }), result("completed", null))
    const debit = await bench.service.advance(await ready())
    expect(debit).toMatchObject({ status: "declined", error_code: code, retry_allowed: true })
    const corrected = await bench.service.attachBankAccount(debit, bankAccount(APPROVED))
    expect(await bench.service.advance(corrected)).toMatchObject({ status: "approved", attempt: 2 })
  })

  it("sends a lead once more without the optional field that was refused, and says so without the value", async () => {
    const phone = "030 987654321"
    gateway.script(
      "create",
      refused({ lead: { phone: ["Enter a valid E.164 phone number."] } }),
      { status: 201, body: { session_token: "ps_without_phone", status: "PENDING" } },
    )
    const input = purchase({ account: "scripted" })
    const debit = await bench.service.open({ ...input, lead: { ...input.lead, phone, city: "Berlin" } })
    expect(debit.session_token).toBe("ps_without_phone")
    const leads = gateway.calls.map(({ body }) => body)
    expect(leads).toMatchObject([{ lead: { phone, city: "Berlin" } }, { lead: { city: "Berlin" } }])
    expect(JSON.stringify(leads[1])).not.toContain(phone)
    expect(bench.log()).toContain("did not take lead.phone")
    expect(bench.log()).not.toContain(phone)
  })

  it("does not send a lead again when a required field was refused", async () => {
    gateway.script("create", refused({ lead: { email: ["Enter a valid email address."], phone: ["Too long."] } }))
    const input = purchase({ account: "scripted" })
    const opening = bench.service.open({ ...input, lead: { ...input.lead, phone: "030 1" } })
    await expect(opening).rejects.toMatchObject({ code: "gateway_rejected" })
    expect(gateway.operations()).toEqual(["create"])
  })

  describe("giving up a verification", () => {
    async function awaiting(): Promise<DebitRecord> {
      gateway.script("pay", { status: 200, body: { status: "awaiting_verification", verification_url: "https://bank.example/" } })
      const debit = await bench.service.advance(await ready())
      expect(debit.status).toBe("awaiting_verification")
      gateway.calls.length = 0
      return debit
    }
    const conflict: ScriptedAnswer = { status: 409, body: { detail: "Session is not in the expected state.", status_code: 409 } }
    const gone: ScriptedAnswer = { status: 410, body: { detail: "Session has expired.", status_code: 410 } }

    it("cancels the debit when the gateway cancels its session", async () => {
      const debit = await bench.service.giveUp(await awaiting())
      expect(debit).toMatchObject({ status: "cancelled", verification_url: null })
      expect(gateway.operations()).toEqual(["cancel"])
    })

    it.each([
      ["declined", true, "declined"],
      ["failed", false, "failed"],
      ["completed", null, "approved"],
    ])("takes the gateway's answer %s (%s) when it does not cancel", async (status, retry, reached) => {
      const debit = await awaiting()
      gateway.script("cancel", conflict)
      gateway.script("verify", result(status, retry))
      expect(await bench.service.giveUp(debit)).toMatchObject({ status: reached })
      expect(gateway.operations()).toEqual(["cancel", "verify"])
    })

    it("says that only the bank's page can end it when the gateway goes on waiting", async () => {
      const debit = await awaiting()
      gateway.script("cancel", conflict)
      gateway.script("verify", { status: 200, body: { status: "awaiting_verification" } })
      await expect(bench.service.giveUp(debit)).rejects.toMatchObject({ code: "verification_open", status: 409 })
      expect(await find(debit)).toMatchObject({ status: "awaiting_verification" })
      expect(gateway.operations()).toEqual(["cancel", "verify"])
    })

    it.each([
      ["COMPLETED", "approved"],
      ["FAILED", "failed"],
      ["EXPIRED", "failed"],
      ["PENDING", "declined"],
    ])("takes the session's word %s when it has ended already", async (status, reached) => {
      const debit = await awaiting()
      gateway.script("cancel", gone)
      gateway.script("get", session(status))
      expect(await bench.service.giveUp(debit)).toMatchObject({ status: reached })
    })

    it("calls an outcome unknown that the session does not tell", async () => {
      const debit = await awaiting()
      gateway.script("cancel", gone)
      gateway.script("get", gone)
      await expect(bench.service.giveUp(debit)).rejects.toMatchObject({ code: "payment_in_progress" })
      expect(await find(debit)).toMatchObject({ status: "awaiting_verification" })
    })

    it("changes nothing when the gateway does not answer", async () => {
      const debit = await awaiting()
      gateway.script("cancel", { status: 500, body: { detail: "Oops", status_code: 500 } })
      await expect(bench.service.giveUp(debit)).rejects.toMatchObject({ code: "gateway_unavailable" })
      expect(await find(debit)).toMatchObject({ status: "awaiting_verification" })
    })

    it("asks the gateway once when it is pressed twice", async () => {
      const debit = await awaiting()
      const given = await Promise.all([bench.service.giveUp(debit), bench.service.giveUp(debit)])
      expect(given.map(({ status }) => status)).toEqual(["cancelled", "cancelled"])
      expect(gateway.operations()).toEqual(["cancel"])
    })

    it("leaves a debit alone that waits for no verification", async () => {
      const open = await bench.service.open(purchase({ account: "scripted" }))
      expect(await bench.service.giveUp(open)).toMatchObject({ status: "opened" })
      expect(gateway.operations()).toEqual(["create"])
    })
  })
}
