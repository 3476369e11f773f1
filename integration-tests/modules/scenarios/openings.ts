import { purchase, readyDebit, type Bench } from "../support/bench"
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
    await bench.knex()("catalystpay_debit").where({ id: first.id }).update({ status: "failed" })
    const other = purchase()
    const opening = bench.service.open({ ...other, lead: { ...other.lead, email: first.email } })
    await expect(opening).rejects.toMatchObject({ code: "lead_conflict" })
    expect(bench.sandbox.calls.map(({ operation }) => operation)).toEqual(["create", "create", "create"])
  })

  it("keeps the leads of two accounts apart in the ledger", async () => {
    const first = await bench.service.open(purchase())
    const other = purchase({ account: "other" })
    await expect(
      bench.service.open({ ...other, lead: { ...other.lead, email: first.email } }),
    ).rejects.toMatchObject({ code: "lead_conflict" })
    expect(await bench.service.findBySession(first.payment_session_id)).toMatchObject({ status: "opened" })
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

  const callsOfCancel = () => bench.sandbox.calls.filter(({ operation }) => operation === "cancel").length
}
