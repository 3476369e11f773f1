import { DEFAULT_GATEWAY_ID } from "../../sandbox"
import { anyText, APPROVED, AWAITING, closeAll, DECLINED, KEY, lead, matching, startBox } from "./support"
import type { Answer, Box } from "./support"
import { answersOf, raw, TestClock } from "./switch-support"

const DIRECT = {
  campaign_id: undefined,
  gateway_id: DEFAULT_GATEWAY_ID,
  amount: "12.50",
  currency: "EUR",
  billing_type: "ONE_OFF",
}
const refusedFor = (field: string) => ({ status: 400, body: { detail: { [field]: anyText }, status_code: 400 } })
const created = { status: 201 }
const createdWith = (overrides: Record<string, unknown>) => async (box: Box) => {
  expect(await box.create(overrides)).toMatchObject(created)
}
const refusedWith = (overrides: Record<string, unknown>, field: string) => async (box: Box) => {
  expect(await box.create(overrides)).toMatchObject(refusedFor(field))
}

describe("creating a session", () => {
  answersOf("zero-amount", {
    refused: ["an amount of zero is refused", refusedWith({ amount: "0.00" }, "amount")],
    accepted: ["an amount of zero is accepted", createdWith({ amount: "0.00" })],
  })

  answersOf("other-currencies", {
    accepted: ["another currency than EUR is accepted", createdWith({ currency: "CHF" })],
    refused: ["another currency than EUR is refused, and EUR is not", async (box) => {
      expect(await box.create({ currency: "CHF" })).toMatchObject(refusedFor("currency"))
      expect(await box.create({ currency: "EUR" })).toMatchObject(created)
    }],
  })

  answersOf("billing-frequency", {
    optional: ["a recurring session needs no billing_frequency", createdWith({ billing_type: "RECURRING" })],
    required: ["a recurring session needs a billing_frequency, a one-off session does not", async (box) => {
      expect(await box.create({ billing_type: "RECURRING" })).toMatchObject(refusedFor("billing_frequency"))
      expect(await box.create({ billing_type: "TRIAL_RECURRING" })).toMatchObject(refusedFor("billing_frequency"))
      expect(await box.create({ billing_type: "RECURRING", billing_frequency: "WEEKLY" })).toMatchObject(created)
      expect(await box.create({ billing_type: "ONE_OFF" })).toMatchObject(created)
      expect(await box.create()).toMatchObject(created)
    }],
  })

  const trial = { billing_type: "TRIAL_RECURRING", trial_interval_unit: "day", trial_period: 7 }
  answersOf("trial-price-zero", {
    allowed: ["a trial may cost nothing", createdWith({ ...trial, trial_price: "0.00" })],
    refused: ["a trial may not cost nothing", async (box) => {
      expect(await box.create({ ...trial, trial_price: "0.00" })).toMatchObject(refusedFor("trial_price"))
      expect(await box.create({ ...trial, trial_price: "1.00" })).toMatchObject(created)
    }],
  })

  answersOf("unknown-fields", {
    ignored: ["a field that is not listed is ignored", createdWith({ success_url: "https://shop.example" })],
    refused: ["a field that is not listed is refused by name, also in the lead and in a pay", async (box) => {
      const token = await box.open()
      expect(await box.create({ success_url: "https://shop.example" })).toMatchObject(refusedFor("success_url"))
      expect(await box.create({ lead: lead({ title: "Dr." }) })).toMatchObject({
        status: 400,
        body: { detail: { lead: { title: anyText } } },
      })
      expect(await box.pay(token, { mandate_accepted: true })).toMatchObject(refusedFor("mandate_accepted"))
      expect(await box.pay(token)).toMatchObject({ status: 200 })
    }],
  })

  answersOf("lead-phone", {
    any: ["a phone number may be written in any way", async (box) => {
      expect(await box.create({ lead: lead({ phone: "030 / 123 456" }) })).toMatchObject(created)
    }],
    e164: ["a phone number has to be written as E.164, and may be left out", async (box) => {
      expect(await box.create({ lead: lead({ phone: "030 / 123 456" }) })).toMatchObject({
        status: 400,
        body: { detail: { lead: { phone: anyText } } },
      })
      expect(await box.create({ lead: lead({ phone: "+4930123456" }) })).toMatchObject(created)
      expect(await box.create({ lead: lead({ phone: null }) })).toMatchObject(created)
    }],
  })

  const twice = async (box: Box): Promise<Answer> => {
    const same = lead()
    await box.pay(await box.open({ lead: same }))
    return box.create({ lead: same })
  }
  const leadIds = (box: Box) => new Set(box.sandbox.sessions().map((session) => session.lead.id)).size
  answersOf("duplicate-lead", {
    reused: ["a second lead with the same e-mail is the first one", async (box) => {
      expect(await twice(box)).toMatchObject(created)
      expect(leadIds(box)).toBe(1)
    }],
    new: ["a second lead with the same e-mail is another one", async (box) => {
      expect(await twice(box)).toMatchObject(created)
      expect(leadIds(box)).toBe(2)
    }],
    refused: ["a second lead with the same e-mail is refused", async (box) => {
      expect(await twice(box)).toMatchObject({ status: 400, body: { detail: { lead: { email: anyText } } } })
    }],
  })

  const BUSY = { status: 409, body: { detail: "Lead already has an active payment session.", status_code: 409 } }
  answersOf("lead-key", {
    email: ["a lead is busy by e-mail, when a session is created", async (box) => {
      const same = lead()
      const token = await box.open({ lead: same })
      await box.pay(token, { iban: AWAITING })
      expect(await box.create({ lead: same })).toMatchObject(BUSY)
      expect(await box.pay(await box.open(), { iban: AWAITING })).toMatchObject({ status: 200 })
    }],
    iban: ["a lead is busy by IBAN, when a session is paid", async (box) => {
      const same = lead()
      await box.pay(await box.open({ lead: same }), { iban: AWAITING })
      const second = await box.open({ lead: same })
      expect(await box.pay(second, { iban: AWAITING })).toMatchObject(BUSY)
      expect(await box.pay(second, { iban: APPROVED })).toMatchObject({ status: 200 })
      expect(await box.pay(await box.open(), { iban: APPROVED })).toMatchObject({ status: 200 })
    }],
  })

  const statusesThatBlock = async (box: Box) => {
    const [pending, awaiting] = [lead(), lead()]
    await box.open({ lead: pending })
    await box.pay(await box.open({ lead: awaiting }), { iban: AWAITING })
    const answers = [await box.create({ lead: pending }), await box.create({ lead: awaiting })]
    return answers.map(({ status }) => status)
  }
  answersOf("active-statuses", {
    "not-terminal": ["every session that is not terminal keeps its lead busy", async (box) => {
      expect(await statusesThatBlock(box)).toEqual([409, 409])
    }],
    "pending-only": ["only a session that was not submitted keeps its lead busy", async (box) => {
      expect(await statusesThatBlock(box)).toEqual([409, 201])
    }],
    none: ["a lead may have as many sessions as it likes", async (box) => {
      expect(await statusesThatBlock(box)).toEqual([201, 201])
    }],
  })

  answersOf("create-answer", {
    "three-keys": ["a create answers three keys", async (box) => {
      expect(Object.keys((await box.create()).body)).toEqual(["session_token", "status", "payment_url"])
    }],
    "whole-session": ["a create answers the whole session and its payment_url", async (box) => {
      const { body } = await box.create()
      const { payment_url, ...session } = body
      expect(payment_url).toEqual(anyText)
      expect(session).toEqual((await box.get(String(body.session_token))).body)
    }],
  })

  const withPage = { ...DIRECT, hosted_page_id: "00000000-0000-4000-8000-000000000001" }
  answersOf("payment-url", {
    always: ["a session without a hosted page has a payment_url all the same", async (box) => {
      const { body } = await box.create(DIRECT)
      expect((await fetch(String(body.payment_url))).status).toBe(200)
    }],
    null: ["a session without a hosted page has a payment_url of null", async (box) => {
      expect((await box.create(DIRECT)).body).toMatchObject({ payment_url: null })
      expect((await box.create(withPage)).body).toMatchObject({ payment_url: anyText })
      expect((await box.create()).body).toMatchObject({ payment_url: anyText })
    }],
    absent: ["a session without a hosted page has no payment_url, and no page", async (box) => {
      const { body } = await box.create(DIRECT)
      expect(Object.keys(body)).toEqual(["session_token", "status"])
      expect((await fetch(`${box.url}/s/${String(body.session_token)}`)).status).toBe(404)
    }],
  })
})

describe("reading a session", () => {
  const read = async (box: Box, overrides: Record<string, unknown> = {}) =>
    (await box.get(await box.open(overrides))).body

  answersOf("direct-campaign", {
    null: ["campaign and offer of a direct session are null", async (box) => {
      expect(await read(box, DIRECT)).toMatchObject({ campaign: null, offer: null })
    }],
    absent: ["campaign and offer of a direct session are left out", async (box) => {
      expect(Object.keys(await read(box, DIRECT)).sort()).toEqual([
        "amount", "attempts_remaining", "currency", "lead", "mandate", "session_token", "status",
      ])
    }],
    synthesised: ["campaign and offer of a direct session are made up of what it costs", async (box) => {
      expect(await read(box, DIRECT)).toMatchObject({
        campaign: { name: "Direct payment" },
        offer: { price: "12.50", currency: "EUR" },
      })
    }],
  })

  answersOf("acceptance-mode", {
    checkbox: ["the mandate is accepted with a checkbox", async (box) => {
      expect(await read(box)).toMatchObject({ mandate: { acceptance_mode: "checkbox" } })
    }],
    signature: ["the mandate is accepted with a signature", async (box) => {
      expect(await read(box)).toMatchObject({ mandate: { acceptance_mode: "signature" } })
    }],
  })

  answersOf("offer-billing-type", {
    lower: ["the offer's billing_type is written in lower case", async (box) => {
      expect(await read(box)).toMatchObject({ offer: { billing_type: "one_off" } })
    }],
    upper: ["the offer's billing_type is written in upper case", async (box) => {
      expect(await read(box)).toMatchObject({ offer: { billing_type: "ONE_OFF" } })
    }],
  })

  const finished = async (box: Box) => {
    const [paid, failed, cancelled] = [await box.open(), await box.open({ max_payment_attempts: 1 }), await box.open()]
    await box.pay(paid)
    await box.pay(failed, { iban: DECLINED })
    await box.cancel(cancelled)
    const answers = await Promise.all([paid, failed, cancelled].map((token) => box.get(token)))
    return answers.map(({ status, body }) => [status, body.status])
  }
  answersOf("get-terminal", {
    200: ["GET of a finished session is answered with its status", async (box) => {
      expect(await finished(box)).toEqual([[200, "COMPLETED"], [200, "FAILED"], [200, "EXPIRED"]])
    }],
    410: ["GET of a finished session is answered with 410, of another with 200", async (box) => {
      expect(await finished(box)).toEqual([[410, undefined], [410, undefined], [410, undefined]])
      expect((await box.get(await box.open())).status).toBe(200)
    }],
  })
})

describe("ending a session", () => {
  answersOf("cancel-answer", {
    status: ["a cancellation answers token and status", async (box) => {
      const token = await box.open()
      expect((await box.cancel(token)).body).toEqual({ session_token: token, status: "EXPIRED" })
    }],
    empty: ["a cancellation answers 200 and nothing", async (box) => {
      const token = await box.open()
      const answer = await raw(box, "POST", `/payment-sessions/${token}/cancel/`, KEY)
      expect([answer.status, await answer.text()]).toEqual([200, ""])
      expect((await box.get(token)).body.status).toBe("EXPIRED")
    }],
    "whole-session": ["a cancellation answers the whole session", async (box) => {
      const token = await box.open()
      expect((await box.cancel(token)).body).toEqual((await box.get(token)).body)
    }],
  })

  const cancelAwaiting = async (box: Box) => {
    const token = await box.open()
    await box.pay(token, { iban: AWAITING })
    return [(await box.cancel(token)).status, (await box.get(token)).body.status]
  }
  answersOf("cancel-awaiting", {
    conflict: ["a session that awaits its verification cannot be cancelled", async (box) => {
      expect(await cancelAwaiting(box)).toEqual([409, "AWAITING_VERIFICATION"])
    }],
    expires: ["a session that awaits its verification can be cancelled, and nothing else but a pending one", async (box) => {
      expect(await cancelAwaiting(box)).toEqual([200, "EXPIRED"])
      const paid = await box.open()
      await box.pay(paid)
      expect((await box.cancel(paid)).status).toBe(410)
    }],
  })

  const clock = new TestClock()
  const afterHalfAnHour = async (box: Box) => {
    const token = await box.open()
    clock.pass(30 * 60_000 - 1)
    const before = (await box.get(token)).body.status
    clock.pass(1)
    return [before, (await box.get(token)).body.status, (await box.pay(token)).status]
  }
  answersOf("session-expiry", {
    never: ["a pending session stays pending", async (box) => {
      expect(await afterHalfAnHour(box)).toEqual(["PENDING", "PENDING", 200])
    }],
    "30-minutes": ["a pending session is gone after half an hour, one that awaits is not", async (box) => {
      const waiting = await box.open()
      await box.pay(waiting, { iban: AWAITING })
      expect(await afterHalfAnHour(box)).toEqual(["PENDING", "EXPIRED", 410])
      expect(box.sandbox.sessions().map(({ status }) => status)).toEqual(["AWAITING_VERIFICATION", "EXPIRED"])
    }],
  }, () => ({ clock: clock.read }))
})

describe("campaign overrides of a recurring session", () => {
  afterEach(closeAll)

  it("turn a one-off offer into a subscription with another price", async () => {
    const box = await startBox({ clock: () => new Date("2026-04-11T07:00:00Z") })
    const terms = { amount: "9.90", billing_type: "RECURRING", billing_frequency: "MONTHLY" }
    const token = await box.open(terms)
    expect((await box.get(token)).body).toMatchObject({ amount: "9.90", offer: { price: "29.99" } })
    expect((await box.pay(token)).body).toMatchObject({
      amount: "9.90",
      subscription: { status: "ACTIVE", billing_frequency: "MONTHLY", next_billing_date: matching(/^2026-05-11$/) },
      sepa: { sequence_type: "FRST" },
    })
  })
})
