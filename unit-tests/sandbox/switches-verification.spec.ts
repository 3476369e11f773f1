import { anyText, APPROVED, AWAITING, closeAll, KEY, startBox, startReceiver } from "./support"
import type { Box } from "./support"
import { answersOf } from "./switch-support"

const openAndPay = async (box: Box) => {
  const token = await box.open()
  const { body } = await box.pay(token, { iban: AWAITING })
  return { token, body }
}

describe("an envelope that asks for a verification", () => {
  answersOf("transaction-block", {
    always: ["it has a transaction", async (box) => {
      expect((await openAndPay(box)).body).toMatchObject({ transaction: { id: anyText } })
    }],
    "settled-only": ["it has no transaction, a settled one has", async (box) => {
      expect((await openAndPay(box)).body).toMatchObject({ status: "awaiting_verification", transaction: null })
      expect((await box.pay(await box.open())).body).toMatchObject({ transaction: { id: anyText } })
    }],
  })

  answersOf("awaiting-words", {
    pending: ["its transaction and order are pending", async (box) => {
      expect((await openAndPay(box)).body).toMatchObject({
        transaction: { status: "pending" },
        order: { status: "PENDING" },
      })
    }],
    null: ["its transaction and order have no status", async (box) => {
      expect((await openAndPay(box)).body).toMatchObject({ transaction: { status: null }, order: { status: null } })
    }],
    unseen: ["its transaction and order have statuses that no page lists, until it is decided", async (box) => {
      const { token, body } = await openAndPay(box)
      expect(body).toMatchObject({ transaction: { status: "mandate_pending" }, order: { status: "ON_HOLD" } })
      await box.decide(token, "sign")
      expect((await box.verify(token)).body).toMatchObject({
        transaction: { status: "approved" },
        order: { status: "COMPLETED" },
      })
    }],
  })

  const retryAllowed = async (box: Box) => (await openAndPay(box)).body.retry_allowed
  answersOf("awaiting-retry", {
    null: ["retry_allowed is null", async (box) => expect(await retryAllowed(box)).toBeNull()],
    false: ["retry_allowed is false", async (box) => expect(await retryAllowed(box)).toBe(false)],
    true: ["retry_allowed is true", async (box) => expect(await retryAllowed(box)).toBe(true)],
  })
})

describe("coming back from a verification", () => {
  const back = async (box: Box) => {
    const { token } = await openAndPay(box)
    const location = new URL((await box.decide(token, "sign")).headers.get("location") ?? "")
    expect((await box.verify(token)).body.status).toBe("completed")
    return [...location.searchParams.keys()]
  }
  const returning = () => ({ returnUrl: "https://shop.example/back" })
  answersOf("verification-return", {
    verification_id: ["the id comes back as verification_id", async (box) => {
      expect(await back(box)).toEqual(["verification_id"])
    }],
    "other-name": ["the id comes back under another name", async (box) => {
      expect(await back(box)).toEqual(["mandate_verification"])
    }],
    none: ["no id comes back", async (box) => {
      expect(await back(box)).toEqual([])
    }],
  }, returning)

  answersOf("unreturned-verification", {
    waits: ["a signed mandate waits for verify", async (box) => {
      const { token } = await openAndPay(box)
      await box.decide(token, "sign")
      expect((await box.get(token)).body.status).toBe("AWAITING_VERIFICATION")
    }],
    collected: ["a signed mandate is collected although nobody calls verify, a refused one is not", async (box) => {
      const { url, received } = await startReceiver(200)
      box.sandbox.setWebhooks({ url, secret: "s" })
      const { token: signed } = await openAndPay(box)
      const { token: refused } = await openAndPay(box)
      await box.decide(signed, "sign")
      await box.decide(refused, "refuse")
      expect((await box.get(signed)).body.status).toBe("COMPLETED")
      expect((await box.get(refused)).body.status).toBe("AWAITING_VERIFICATION")
      await box.sandbox.settled()
      expect(received).toHaveLength(3)
      expect((await box.verify(signed)).status).toBe(410)
      expect((await box.verify(refused)).body).toMatchObject({ error_details: { code: "mandate_rejected" } })
    }],
  })

  const early = async (box: Box) => {
    const { token } = await openAndPay(box)
    const { status, body } = await box.verify(token)
    return [status, body.status, (await box.get(token)).body.status]
  }
  answersOf("early-verify", {
    waits: ["a verify before the shopper has decided waits on", async (box) => {
      expect(await early(box)).toEqual([200, "awaiting_verification", "AWAITING_VERIFICATION"])
    }],
    declined: ["a verify before the shopper has decided declines the attempt", async (box) => {
      expect(await early(box)).toEqual([200, "declined", "PENDING"])
    }],
    conflict: ["a verify before the shopper has decided is answered with 409, one after it is not", async (box) => {
      expect(await early(box)).toEqual([409, undefined, "AWAITING_VERIFICATION"])
      const { token } = await openAndPay(box)
      await box.decide(token, "sign")
      expect((await box.verify(token)).body.status).toBe("completed")
    }],
  })
})

describe("validating an IBAN", () => {
  afterEach(closeAll)
  const validate = (box: Box, iban = "DE88370400440532013000") => box.request("POST", "/iban-validate/", { iban }, KEY)
  const invalid = { valid: false, bank_name: null, bic: null }

  answersOf("iban-message-key", {
    error: ["what is wrong stands under `error`", async (box) => {
      expect((await validate(box)).body).toEqual({ ...invalid, error: "Invalid IBAN" })
    }],
    message: ["what is wrong stands under `message`", async (box) => {
      expect((await validate(box)).body).toEqual({ ...invalid, message: "Invalid IBAN" })
    }],
    detail: ["what is wrong stands under `detail`", async (box) => {
      expect((await validate(box)).body).toEqual({ ...invalid, detail: "Invalid IBAN" })
    }],
    none: ["what is wrong is not said", async (box) => {
      expect((await validate(box)).body).toEqual(invalid)
    }],
  })

  answersOf("invalid-iban-answer", {
    200: ["an invalid IBAN is answered with 200", async (box) => {
      expect(await validate(box)).toMatchObject({ status: 200, body: { valid: false } })
    }],
    400: ["an invalid IBAN is answered with 400, a valid one with 200", async (box) => {
      expect(await validate(box)).toMatchObject({ status: 400, body: { detail: { iban: "Invalid IBAN" } } })
      expect(await validate(box, APPROVED)).toMatchObject({ status: 200, body: { valid: true } })
    }],
  })

  it("[absent-keys=omitted] an invalid IBAN has neither bank nor BIC", async () => {
    const box = await startBox({ switches: { "absent-keys": "omitted" } })
    expect((await validate(box)).body).toEqual({ valid: false, error: "Invalid IBAN" })
  })
})
