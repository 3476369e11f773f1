import { z } from "zod"
import { anyText, APPROVED, AWAITING, closeAll, DECLINED, HARD_DECLINE, KEY, startBox, startReceiver } from "./support"
import type { Answer, Box } from "./support"
import { answersOf, TestClock } from "./switch-support"

const MALFORMED = "DE88370400440532013000"
const refusedFor = (field: string) => ({ status: 400, body: { detail: { [field]: anyText }, status_code: 400 } })
const inUse = { status: 409, body: { detail: "tenant_reference_id already in use for this tenant", status_code: 409 } }
const stateOf = async (box: Box, token: string) => {
  const { status, attempts_remaining } = (await box.get(token)).body
  return [status, attempts_remaining]
}
const payNew = async (box: Box, overrides: Record<string, unknown> = {}, terms: Record<string, unknown> = {}) =>
  box.pay(await box.open(terms), overrides)

describe("what a pay takes", () => {
  const spelled = async (box: Box): Promise<number[]> => {
    const spellings = [APPROVED, "DE89 3704 0044 0532 0130 00", APPROVED.toLowerCase()]
    const answers = await Promise.all(spellings.map((iban) => payNew(box, { iban })))
    return answers.map(({ status }) => status)
  }
  answersOf("iban-spelling", {
    any: ["an IBAN may have spaces and lower case", async (box) => {
      expect(await spelled(box)).toEqual([200, 200, 200])
    }],
    strict: ["an IBAN may have neither spaces nor lower case", async (box) => {
      expect(await spelled(box)).toEqual([200, 400, 400])
    }],
  })

  const longestHolder = async (box: Box): Promise<number[]> => {
    const lengths = [35, 36, 70, 71, 255, 256]
    const answers = await Promise.all(lengths.map((length) => payNew(box, { iban_holder_name: "x".repeat(length) })))
    return lengths.filter((_, index) => answers[index]?.status === 200)
  }
  answersOf("holder-length", {
    70: ["a holder's name may have 70 characters", async (box) => {
      expect(await longestHolder(box)).toEqual([35, 36, 70])
    }],
    255: ["a holder's name may have 255 characters", async (box) => {
      expect(await longestHolder(box)).toEqual([35, 36, 70, 71, 255])
    }],
    35: ["a holder's name may have 35 characters", async (box) => {
      expect(await longestHolder(box)).toEqual([35])
    }],
  })

  answersOf("malformed-iban", {
    400: ["a malformed IBAN is answered with 400 and is no attempt", async (box) => {
      const token = await box.open()
      expect(await box.pay(token, { iban: MALFORMED })).toMatchObject(refusedFor("iban"))
      expect(await stateOf(box, token)).toEqual(["PENDING", 3])
    }],
    declined: ["a malformed IBAN is declined, and a missing one still answered with 400", async (box) => {
      const token = await box.open()
      expect(await box.pay(token, { iban: MALFORMED })).toMatchObject({
        status: 200,
        body: { status: "declined", retry_allowed: true, error_details: { code: "invalid_iban" } },
      })
      expect(await stateOf(box, token)).toEqual(["PENDING", 2])
      expect(await box.pay(token, { iban: "" })).toMatchObject(refusedFor("iban"))
    }],
  })

  const foreign = (box: Box) => payNew(box, { iban: "GB82WEST12345698765432" })
  answersOf("iban-country", {
    any: ["the IBAN may be of another country than the lead", async (box) => {
      expect(await foreign(box)).toMatchObject({ status: 200 })
    }],
    same: ["the IBAN has to be of the lead's country", async (box) => {
      expect(await foreign(box)).toMatchObject(refusedFor("iban"))
      expect(await payNew(box)).toMatchObject({ status: 200 })
    }],
  })
})

describe("the rules of references", () => {
  const spaces = (box: Box) => payNew(box, { tenant_reference_id: "   " })
  answersOf("spaces-reference", {
    blank: ["a reference of spaces is blank", async (box) => {
      expect(await spaces(box)).toMatchObject(refusedFor("tenant_reference_id"))
    }],
    kept: ["a reference of spaces is kept as it is, an empty one is blank", async (box) => {
      expect(await spaces(box)).toMatchObject({ body: { transaction: { tenant_reference_id: "   " } } })
      expect(await payNew(box, { tenant_reference_id: "" })).toMatchObject(refusedFor("tenant_reference_id"))
      expect(await payNew(box, { tenant_reference_id: "x".repeat(256) })).toMatchObject(
        refusedFor("tenant_reference_id"),
      )
    }],
  })

  const otherCase = async (box: Box) => {
    await payNew(box, { tenant_reference_id: "Order-1" })
    return payNew(box, { tenant_reference_id: "order-1" })
  }
  answersOf("reference-case", {
    distinct: ["references that differ in case are two", async (box) => {
      expect(await otherCase(box)).toMatchObject({ status: 200 })
    }],
    same: ["references that differ in case are one", async (box) => {
      expect(await otherCase(box)).toMatchObject(inUse)
    }],
  })

  const again = async (box: Box, first: string) => {
    const token = await box.open()
    await box.pay(token, { iban: first, tenant_reference_id: "order-1" })
    return first === DECLINED
      ? box.pay(token, { tenant_reference_id: "order-1" })
      : payNew(box, { tenant_reference_id: "order-1" })
  }
  answersOf("declined-reference", {
    "used-up": ["the reference of a declined attempt is used up", async (box) => {
      expect(await again(box, DECLINED)).toMatchObject(inUse)
    }],
    free: ["the reference of a declined attempt is free again", async (box) => {
      expect(await again(box, DECLINED)).toMatchObject({ status: 200, body: { status: "completed" } })
    }],
  })

  it("[declined-reference=free] the reference of an approved attempt is used up", async () => {
    const box = await startBox({ switches: { "declined-reference": "free" } })
    expect(await again(box, APPROVED)).toMatchObject(inUse)
  })

  const refusals = async (box: Box) => {
    const token = await box.open()
    await payNew(box, { tenant_reference_id: "order-1" })
    const statuses = [
      (await box.pay(token, { iban: MALFORMED })).status,
      (await box.pay(token, { tenant_reference_id: "order-1" })).status,
    ]
    return [...statuses, ...(await stateOf(box, token))]
  }
  answersOf("refused-attempt", {
    free: ["a pay that is answered with 400 or 409 is no attempt", async (box) => {
      expect(await refusals(box)).toEqual([400, 409, "PENDING", 3])
    }],
    counted: ["a pay that is answered with 400 or 409 is an attempt, and the last one ends the session", async (box) => {
      expect(await refusals(box)).toEqual([400, 409, "PENDING", 1])
      const token = await box.open({ max_payment_attempts: 1 })
      await box.pay(token, { iban: MALFORMED })
      expect(await stateOf(box, token)).toEqual(["FAILED", 0])
      expect((await box.pay(token)).status).toBe(410)
    }],
  })
})

describe("the envelope", () => {
  answersOf("absent-keys", {
    null: ["keys without a source are null", async (box) => {
      const { body } = await payNew(box)
      expect(body).toMatchObject({ error: null, error_details: null, verification_url: null, subscription: null })
      expect(body).toMatchObject({ transaction: { tenant_reference_id: null } })
    }],
    omitted: ["keys without a source are left out, at every depth", async (box) => {
      const { body } = await payNew(box)
      const validated = await box.request("POST", "/iban-validate/", { iban: "GB82WEST12345698765432" }, KEY)
      expect(JSON.stringify([body, validated.body])).not.toContain("null")
      expect(Object.keys(body)).not.toContain("error_details")
      expect(z.object({ transaction: z.record(z.string(), z.unknown()) }).parse(body).transaction).not.toHaveProperty(
        "tenant_reference_id",
      )
      expect(body).toMatchObject({ status: "completed", livemode: false, order: { status: "COMPLETED" } })
    }],
  })

  const sequence = async (box: Box) => {
    const types = [{}, { billing_type: "RECURRING" }]
    const bodies = await Promise.all(types.map(async (terms) => (await payNew(box, {}, terms)).body))
    return bodies.map((body) => z.object({ sepa: z.object({ sequence_type: z.unknown() }) }).parse(body).sepa.sequence_type)
  }
  answersOf("sequence-type", {
    FRST: ["a one-off debit is FRST", async (box) => {
      expect(await sequence(box)).toEqual(["FRST", "FRST"])
    }],
    OOFF: ["a one-off debit is OOFF, a recurring one FRST", async (box) => {
      expect(await sequence(box)).toEqual(["OOFF", "FRST"])
    }],
    null: ["a one-off debit has no sequence type, a recurring one is FRST", async (box) => {
      expect(await sequence(box)).toEqual([null, "FRST"])
    }],
  })

  answersOf("unseen-code", {
    listed: ["a decline has a code of the closed list", async (box) => {
      expect(await payNew(box, { iban: DECLINED })).toMatchObject({
        body: { error_details: { code: "insufficient_funds", gateway_code: "AM04" } },
      })
    }],
    unseen: ["a decline has a code that no page lists", async (box) => {
      expect(await payNew(box, { iban: DECLINED })).toMatchObject({
        body: { error_details: { code: "mandate_limit_exceeded", gateway_code: "AM04" } },
      })
    }],
  })

  const lastDecline = async (box: Box) => (await payNew(box, { iban: DECLINED }, { max_payment_attempts: 1 })).body
  answersOf("last-decline", {
    failed: ["a decline that leaves no attempt is `failed` without a retry", async (box) => {
      expect(await lastDecline(box)).toMatchObject({ status: "failed", retry_allowed: false })
    }],
    declined: ["a decline that leaves no attempt is `declined` without a retry", async (box) => {
      expect(await lastDecline(box)).toMatchObject({ status: "declined", retry_allowed: false })
      expect(box.sandbox.sessions()).toMatchObject([{ status: "FAILED" }])
    }],
  })

  answersOf("retryable-decline", {
    declined: ["a decline that leaves an attempt is `declined` with a retry", async (box) => {
      expect((await payNew(box, { iban: DECLINED })).body).toMatchObject({ status: "declined", retry_allowed: true })
    }],
    failed: ["a decline that leaves an attempt is `failed` with a retry", async (box) => {
      expect((await payNew(box, { iban: DECLINED })).body).toMatchObject({ status: "failed", retry_allowed: true })
      expect(box.sandbox.sessions()).toMatchObject([{ status: "PENDING" }])
    }],
  })

  const orders = async (box: Box) => {
    const token = await box.open()
    await box.pay(token, { iban: DECLINED })
    await box.pay(token)
    const [session] = box.sandbox.sessions()
    const distinct = (key: "order_id" | "order_number" | "id") =>
      new Set(session?.transactions.map((transaction) => transaction[key])).size
    return [distinct("order_id"), distinct("order_number"), distinct("id")]
  }
  answersOf("retry-order", {
    new: ["another attempt makes a new order", async (box) => {
      expect(await orders(box)).toEqual([2, 2, 2])
    }],
    reused: ["another attempt revives the failed order with a new transaction", async (box) => {
      expect(await orders(box)).toEqual([1, 1, 2])
    }],
  })

  answersOf("hard-decline", {
    "ends-session": ["a hard decline ends the session", async (box) => {
      const token = await box.open()
      expect((await box.pay(token, { iban: HARD_DECLINE })).body).toMatchObject({ retry_allowed: false })
      expect(await stateOf(box, token)).toEqual(["FAILED", 2])
    }],
    "stays-pending": ["a hard decline allows no retry and leaves the session PENDING", async (box) => {
      const token = await box.open({ max_payment_attempts: 2 })
      expect((await box.pay(token, { iban: HARD_DECLINE })).body).toMatchObject({ retry_allowed: false })
      expect(await stateOf(box, token)).toEqual(["PENDING", 1])
      await box.pay(token, { iban: HARD_DECLINE })
      expect(await stateOf(box, token)).toEqual(["FAILED", 0])
    }],
  })
})

describe("after a 500 or a lost answer", () => {
  const clock = new TestClock()
  afterEach(closeAll)

  const lose = async (box: Box, overrides: Record<string, unknown> = {}): Promise<[string, Answer]> => {
    const token = await box.open()
    box.sandbox.faults.payAnswers500AfterAcceptance = true
    const answer = await box.pay(token, { tenant_reference_id: "order-1", ...overrides })
    box.sandbox.faults.payAnswers500AfterAcceptance = false
    return [token, answer]
  }
  answersOf("pay-after-500", {
    debited: ["the debit was made although pay answered 500", async (box) => {
      const [token, answer] = await lose(box)
      expect(answer.status).toBe(500)
      expect(await stateOf(box, token)).toEqual(["COMPLETED", 2])
    }],
    "in-progress": ["the session stays in progress until the time has come", async (box) => {
      const [token, answer] = await lose(box)
      expect(answer.status).toBe(500)
      expect(await stateOf(box, token)).toEqual(["PAYMENT_IN_PROGRESS", 2])
      expect((await box.pay(token)).status).toBe(409)
      expect(await payNew(box, { tenant_reference_id: "order-1" })).toMatchObject(inUse)
      clock.pass(59_999)
      expect(await stateOf(box, token)).toEqual(["PAYMENT_IN_PROGRESS", 2])
      clock.pass(1)
      expect(await stateOf(box, token)).toEqual(["COMPLETED", 2])
    }],
    "rolled-back": ["the session is PENDING again, its reference free and no attempt counted", async (box) => {
      const [token, answer] = await lose(box)
      expect(answer.status).toBe(500)
      expect(await stateOf(box, token)).toEqual(["PENDING", 3])
      expect(await box.pay(token, { tenant_reference_id: "order-1" })).toMatchObject({ status: 200 })
      expect(box.sandbox.sessions()).toMatchObject([{ attempts: 1 }])
    }],
  }, () => ({ clock: clock.read }))

  const inProgress = { "pay-after-500": "in-progress" } as const

  it.each([
    ["an approval", APPROVED, "COMPLETED"],
    ["a decline", DECLINED, "PENDING"],
    ["a mandate that has to be signed", AWAITING, "AWAITING_VERIFICATION"],
  ])("[pay-after-500=in-progress] %s is decided when the sandbox is told to finish", async (_, iban, status) => {
    const { url, received } = await startReceiver(200)
    const box = await startBox({ webhooks: { url, secret: "s" }, switches: inProgress })
    await lose(box, { iban })
    await box.sandbox.settled()
    expect(received).toEqual([])
    expect([box.sandbox.finish(), box.sandbox.finish()]).toEqual([1, 0])
    expect(box.sandbox.sessions()).toMatchObject([{ status }])
    await box.sandbox.settled()
    expect(received.length).toBe({ [APPROVED]: 3, [DECLINED]: 1, [AWAITING]: 0 }[iban])
  })

  it("[pay-after-500=in-progress] the control API finishes, too, and the time is an option", async () => {
    const box = await startBox({ finishAfterMs: 5_000, clock: clock.read, switches: inProgress })
    await lose(box)
    const answer = await fetch(`${box.url}/control/finish`, { method: "POST" })
    expect(await answer.json()).toEqual({ finished: 1 })
    const [token] = await lose(box, { tenant_reference_id: "order-2" })
    clock.pass(5_000)
    expect(await stateOf(box, token)).toEqual(["COMPLETED", 2])
  })
})
