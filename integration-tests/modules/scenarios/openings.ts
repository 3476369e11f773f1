import { bankAccount, callsOf, purchase, readyDebit, type Bench } from "../support/bench"
import { APPROVED, AWAITING } from "../../http/support/ibans"

export function openings(bench: Bench): void {
  it("creates one session at the gateway and writes the debit down", async () => {
    const input = purchase()
    const debit = await bench.service.open(input)
    expect(debit).toMatchObject({
      status: "opened",
      attempt: 0,
      account: "default",
      amount: "29.99",
      captured_amount: "0",
      currency_code: "eur",
      email: input.lead.email,
      payment_session_id: input.payment_session_id,
      sealed_iban: null,
    })
    expect(bench.sandbox.calls.map(({ operation }) => operation)).toEqual(["create"])
    const session = bench.sandbox.sessions().find(({ session_token }) => session_token === debit.session_token)
    expect(session).toMatchObject({ amount: "29.99", currency: "EUR", customer_ip: "203.0.113.7" })
    expect(await bench.service.findBySession(input.payment_session_id)).toEqual(debit)
  })

  it("gives the same debit to the same payment session again", async () => {
    const input = purchase()
    const [one, other] = await Promise.all([bench.service.open(input), bench.service.open(input)])
    expect(other?.id).toBe(one?.id)
    expect(bench.sandbox.calls).toHaveLength(1)
  })

  it("points the open debit to the cart's next payment session", async () => {
    const input = purchase()
    const first = await bench.service.open(input)
    const second = await bench.service.open({ ...input, payment_session_id: "payses_next" })
    expect(second).toMatchObject({
      id: first.id,
      session_token: first.session_token,
      payment_session_id: "payses_next",
    })
    expect(await bench.service.findBySession(input.payment_session_id)).toBeNull()
    expect(bench.sandbox.calls).toHaveLength(1)
  })

  it("adopts a session although its amount is written with other digits", async () => {
    const input = purchase({ amount: "30.00" })
    const first = await bench.service.open(input)
    const second = await bench.service.open({ ...input, payment_session_id: "payses_next", amount: "30" })
    expect(second.id).toBe(first.id)
  })

  it("cancels the cart's session for one of another amount", async () => {
    const input = purchase()
    const first = await bench.service.open(input)
    const second = await bench.service.open({ ...input, payment_session_id: "payses_next", amount: "30.00" })
    expect(second.id).not.toBe(first.id)
    expect(bench.sandbox.calls.map(({ operation }) => operation)).toEqual(["create", "cancel", "create"])
    expect(await bench.service.findBySession(input.payment_session_id)).toMatchObject({ status: "cancelled" })
  })

  it("supersedes the session of another cart, with the IBAN that was sealed in it", async () => {
    const first = await readyDebit(bench, APPROVED)
    const other = purchase()
    await bench.service.open({ ...other, lead: { ...other.lead, email: first.email } })
    expect(await bench.service.findBySession(first.payment_session_id)).toMatchObject({
      status: "superseded",
      sealed_iban: null,
      sealed_at: null,
      iban_check: null,
    })
  })

  it("opens nothing on a payment collection that an approved debit pays for, until that came back", async () => {
    const input = purchase()
    const opened = await bench.service.open(input)
    const approved = await bench.service.advance(await bench.service.attachBankAccount(opened, bankAccount(APPROVED)))
    const again = { ...input, payment_session_id: "payses_again" }
    await expect(bench.service.open(again)).rejects.toMatchObject({ code: "payment_in_progress" })
    expect(callsOf(bench, "create")).toBe(1)
    expect(callsOfCancel()).toBe(0)

    bench.sandbox.bounce(approved.transaction_id ?? "", "AM04")
    const returned = await bench.service.webhooks.apply({
      account: "default",
      event_name: "transaction.status_changed",
      payload: { transaction_id: approved.transaction_id, transaction_status: "declined" },
    })
    expect(returned).toMatchObject({ moved: true })
    expect(await bench.service.open(again)).toMatchObject({ status: "opened", payment_session_id: "payses_again" })
  })

  it("does not touch a debit in flight for another cart of the lead", async () => {
    const first = await readyDebit(bench, AWAITING)
    await bench.service.advance(first)
    const other = purchase()
    const opening = bench.service.open({ ...other, lead: { ...other.lead, email: first.email } })
    await expect(opening).rejects.toMatchObject({ code: "payment_in_progress_elsewhere" })
    expect(callsOfCancel()).toBe(0)
  })

  it("says whom to ask when the gateway knows an active session that the ledger does not", async () => {
    const first = await bench.service.open(purchase())
    await bench.knex()("catalystpay_debit").where({ id: first.id }).update({ deleted_at: new Date() })
    const other = purchase()
    const opening = bench.service.open({ ...other, lead: { ...other.lead, email: first.email } })
    await expect(opening).rejects.toMatchObject({ code: "lead_conflict" })
    expect(operations()).toEqual(["create", "create", "create"])
  })

  it("closes the session that a failed debit left open, and opens a new one", async () => {
    const failed = await bench.service.open(purchase())
    await bench.knex()("catalystpay_debit").where({ id: failed.id }).update({ status: "failed" })
    const next = purchase()
    const debit = await bench.service.open({ ...next, lead: { ...next.lead, email: failed.email } })
    expect(debit).toMatchObject({ status: "opened", payment_session_id: next.payment_session_id })
    expect(operations()).toEqual(["create", "create", "cancel", "create"])
    expect(await bench.service.findBySession(failed.payment_session_id)).toMatchObject({ status: "failed" })
  })

  describe("with several accounts", () => {
    const sessionOf = (token: string) => bench.sandbox.sessions().find(({ session_token }) => session_token === token)

    it("sends campaign and gateway where an account names both", async () => {
      const debit = await bench.service.open(purchase({ account: "other" }))
      const plain = await bench.service.open(purchase())
      expect(sessionOf(debit.session_token)).toMatchObject({ mode: "campaign" })
      expect(sessionOf(debit.session_token)?.gateway_id).not.toBe(sessionOf(plain.session_token)?.gateway_id)
    })

    it("supersedes the lead's session of another account with the same key: they are one tenant", async () => {
      const first = await bench.service.open(purchase())
      const other = purchase({ account: "other" })
      const second = await bench.service.open({ ...other, lead: { ...other.lead, email: first.email } })
      expect(second).toMatchObject({ account: "other", status: "opened" })
      expect(await bench.service.findBySession(first.payment_session_id)).toMatchObject({ status: "superseded" })
      expect(operations()).toEqual(["create", "cancel", "create"])
    })

    it("opens the sessions of one lead one after the other across the accounts of a tenant", async () => {
      const { lead } = purchase()
      const opened = await Promise.all(
        ["default", "other", "default"].map((account) => bench.service.open({ ...purchase({ account }), lead })),
      )
      expect(operations()).toEqual(["create", "cancel", "create", "cancel", "create"])
      const statuses = await Promise.all(opened.map((debit) => bench.service.findBySession(debit.payment_session_id)))
      expect(statuses.map((debit) => debit?.status).sort()).toEqual(["opened", "superseded", "superseded"])
    })

    it("leaves the lead's session of an account with another key alone", async () => {
      const first = await bench.service.open(purchase())
      const other = purchase({ account: "stranger" })
      await bench.service.open({ ...other, lead: { ...other.lead, email: first.email } })
      expect(await bench.service.findBySession(first.payment_session_id)).toMatchObject({ status: "opened" })
      expect(operations()).toEqual(["create"])
      expect(bench.strangers.calls.map(({ operation }) => operation)).toEqual(["create"])
    })

    it.each(["other", "stranger"])("cancels the cart's own session when the shopper turns to %s", async (account) => {
      const input = purchase()
      const first = await bench.service.open(input)
      const second = await bench.service.open({ ...input, account, payment_session_id: "payses_next" })
      expect(second).toMatchObject({ account, status: "opened" })
      expect(second.session_token).not.toBe(first.session_token)
      expect(await bench.service.findBySession(input.payment_session_id)).toMatchObject({ status: "cancelled" })
      expect(sessionOf(first.session_token)?.status).toBe("EXPIRED")
    })

    it("opens none with another account while the cart's debit is in flight", async () => {
      const input = purchase()
      await bench.service.advance(await readyDebit(bench, AWAITING, input))
      const opening = bench.service.open({ ...input, account: "stranger", payment_session_id: "payses_next" })
      await expect(opening).rejects.toMatchObject({ code: "payment_in_progress" })
    })
  })

  it("cancels what the cart opened under another e-mail", async () => {
    const input = purchase()
    const first = await bench.service.open(input)
    const lead = { ...input.lead, email: `new-${input.lead.email}` }
    await bench.service.open({ ...input, lead, payment_session_id: "payses_next" })
    expect(await bench.service.findBySession(first.payment_session_id)).toMatchObject({ status: "cancelled" })
  })

  it("cancels what was not submitted, and leaves alone what was", async () => {
    const open = await bench.service.open(purchase())
    await bench.service.cancelUnsubmitted(open)
    expect(await bench.service.findBySession(open.payment_session_id)).toMatchObject({ status: "cancelled" })
    const approved = await bench.service.advance(await readyDebit(bench, APPROVED))
    await bench.service.cancelUnsubmitted(approved)
    expect(await bench.service.findBySession(approved.payment_session_id)).toMatchObject({ status: "approved" })
    expect(callsOfCancel()).toBe(1)
  })

  const operations = () => bench.sandbox.calls.map(({ operation }) => operation)
  const callsOfCancel = () => bench.sandbox.calls.filter(({ operation }) => operation === "cancel").length
}
