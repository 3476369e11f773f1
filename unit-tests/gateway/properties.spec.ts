import fc from "fast-check"
import type { z } from "zod"
import { readAnswer } from "../../src/gateway/answers"
import { readErrorBody } from "../../src/gateway/error-body"
import { GatewayError } from "../../src/gateway/errors"
import { refusal } from "../../src/gateway/failure"
import { toAmount, toLast4 } from "../../src/gateway/fields"
import { parseJson } from "../../src/gateway/json"
import type { GatewayOperation } from "../../src/gateway/operations"
import { CHARGEBACKS, SUBSCRIPTIONS, TRANSACTIONS } from "../../src/gateway/reconciliation-schemas"
import { redactor } from "../../src/gateway/redact-known"
import {
  cancelledSessionSchema,
  createdSessionSchema,
  ibanValidationSchema,
  paymentResultSchema,
  sessionViewSchema,
} from "../../src/gateway/schemas"
import { expectNoSecrets, IBAN, KEY, SILENCE, TOKEN } from "./calls"
import { CHARGEBACK, SUBSCRIPTION, TRANSACTION } from "./rows"
import { APPROVED, CREATED, DECLINED, VALID_IBAN } from "./samples"

/** Every answer's documented shape, and the reader for it. */
const SHAPES: [GatewayOperation, z.ZodType, unknown][] = [
  ["create_session", createdSessionSchema, JSON.parse(CREATED)],
  ["get_session", sessionViewSchema, { session_token: TOKEN, status: "PENDING", amount: "29.99", currency: "EUR", attempts_remaining: 3 }],
  ["validate_iban", ibanValidationSchema, JSON.parse(VALID_IBAN)],
  ["pay", paymentResultSchema, JSON.parse(APPROVED)],
  ["verify", paymentResultSchema, JSON.parse(DECLINED)],
  ["cancel", cancelledSessionSchema, { session_token: TOKEN, status: "EXPIRED" }],
  ["list_transactions", TRANSACTIONS.page, { next: null, previous: null, results: [TRANSACTION, TRANSACTION] }],
  ["list_chargebacks", CHARGEBACKS.page, { next: null, previous: null, results: [CHARGEBACK] }],
  ["list_subscriptions", SUBSCRIPTIONS.page, { next: null, previous: null, results: [SUBSCRIPTION] }],
]

/** A value after some documented one: as it is, in another case, of another type, null, or something never seen. */
function distorted(value: unknown): fc.Arbitrary<unknown> {
  const as_is =
    Array.isArray(value)
      ? fc.tuple(...value.map(distorted))
      : typeof value === "object" && value !== null
        ? distortedRecord(value)
        : fc.constant(value)
  const other_case = typeof value === "string" ? [fc.constantFrom(value.toUpperCase(), value.toLowerCase(), ` ${value} `)] : []
  return fc.oneof(
    { weight: 12, arbitrary: as_is },
    { weight: 2, arbitrary: fc.oneof(fc.constantFrom(null, "", "UNSEEN_WORD", 0, -1, 1e300, true, false), ...other_case) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  )
}

function distortedRecord(value: object): fc.Arbitrary<unknown> {
  const entries = Object.entries(value)
  const known = fc.record(Object.fromEntries(entries.map(([key, entry]) => [key, distorted(entry)])), { requiredKeys: [] })
  const extra = fc.dictionary(fc.string({ maxLength: 12 }), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 2 })
  return fc.tuple(extra, known).map(([added, kept]) => ({ ...added, ...kept }))
}

function read(operation: GatewayOperation, schema: z.ZodType, body: string): unknown {
  return readAnswer(operation, { status: 200, body, iban: undefined, about: undefined }, schema)
}

describe("an answer of any shape", () => {
  it.each(SHAPES)("of %s is read, or is an error of its kind, and nothing else is thrown", (operation, schema, sample) => {
    let readable = 0
    fc.assert(
      fc.property(distorted(sample), (said) => {
        try {
          const answer = read(operation, schema, JSON.stringify(said))
          readable += 1
          expect(typeof answer).toBe("object")
          expect(answer).not.toBeNull()
        } catch (error) {
          if (!(error instanceof GatewayError)) {
            throw error
          }
          const silence = operation in SILENCE ? SILENCE[operation as keyof typeof SILENCE] : "unavailable"
          expect(error).toMatchObject({ kind: silence, operation, http_status: 200, reason: null })
        }
      }),
      { numRuns: 300 },
    )
    expect(readable).toBeGreaterThan(0)
  })

  it.each(SHAPES)("of %s that is cut anywhere is an error of its kind", (operation, schema, sample) => {
    const whole = JSON.stringify(sample)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: whole.length - 1 }), (length) => {
        expect(() => read(operation, schema, whole.slice(0, length))).toThrow(GatewayError)
      }),
    )
  })
})

describe("words that are not in the documentation", () => {
  const unseen = fc.stringMatching(/^[A-Za-z_]{1,20}$/).map((word) => `x${word}`)

  it("become unknown and stay readable as they were written", () => {
    fc.assert(
      fc.property(unseen, (word) => {
        expect(paymentResultSchema.parse({ status: word, error_details: { code: word } })).toMatchObject({
          status: "unknown",
          raw_status: word,
          error_details: { code: "unknown", raw_code: word },
        })
        expect(sessionViewSchema.parse({ status: word })).toMatchObject({ status: "UNKNOWN", raw_status: word })
        const row = { status: word, type: word }
        expect(TRANSACTIONS.page.parse({ results: [row] }).results).toEqual([
          expect.objectContaining({ status: word.toLowerCase(), raw_status: word, type: "unknown", raw_type: word }),
        ])
        expect(SUBSCRIPTIONS.page.parse({ results: [row] }).results).toEqual([
          expect.objectContaining({ status: "UNKNOWN", raw_status: word }),
        ])
      }),
    )
  })

  it("are none of those that are, whatever their case", () => {
    const statuses = ["completed", "awaiting_verification", "declined", "failed"]
    const anyCase = fc.constantFrom(...statuses).chain((word) => fc.tuple(fc.constant(word), fc.mixedCase(fc.constant(word))))
    fc.assert(
      fc.property(anyCase, ([word, written]) => {
        expect(paymentResultSchema.parse({ status: written })).toMatchObject({ status: word, raw_status: written })
      }),
    )
  })
})

it("allows a retry where retry_allowed is true, and for nothing that only looks like it", () => {
  const truthy = fc.constantFrom<unknown>("true", "TRUE", 1, "1", "yes", [true], { value: true })
  fc.assert(
    fc.property(fc.oneof(fc.boolean(), truthy, fc.jsonValue()), (retry_allowed) => {
      const allowed = paymentResultSchema.parse({ status: "declined", retry_allowed }).retry_allowed === true
      expect(allowed).toBe(retry_allowed === true)
    }),
  )
})

describe("money", () => {
  const whole = fc.oneof(fc.bigInt({ min: 0n, max: 10n ** 22n }), fc.constantFrom(0n, 1n)).map(String)
  const digits = fc.oneof(fc.stringMatching(/^[0-9]{1,25}$/), fc.stringMatching(/^0{0,9}[0-9]{1,3}$/))
  const decimal = fc.tuple(fc.constantFrom("", "-"), whole, fc.option(digits)).map(([sign, units, fraction]) => {
    return `${sign}${units}${fraction === null ? "" : `.${fraction}`}`
  })

  /** What a decimal is worth, as a whole number of the smallest unit that was written; zeros at the end don't matter. */
  function worth(written: string): string {
    const [, sign, units, fraction] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(written) ?? []
    return `${sign}${BigInt(units ?? "")}.${(fraction ?? "").replace(/0+$/, "")}`
  }

  it("keeps its worth to the last digit, as a string and as a JSON number, with two digits or more", () => {
    fc.assert(
      fc.property(decimal, fc.boolean(), (written, as_number) => {
        const body = `{"status":"completed","amount":${as_number ? written : JSON.stringify(written)}}`
        const amount = paymentResultSchema.parse(parseJson(body)).amount ?? ""
        // JavaScript writes -0 as 0, which is the same money.
        expect(worth(amount).replace("-0.", "0.")).toBe(worth(written).replace("-0.", "0."))
        expect(amount).toMatch(/\.\d{2,}$/)
        expect(amount).not.toMatch(/\.\d{2,}0$/)
      }),
      { numRuns: 1_000 },
    )
  })

  it("is never invented from what is no amount", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.jsonValue(), fc.double()), (said) => {
        const amount = toAmount(said)
        expect(amount === null || /^-?\d+\.\d{2,}$/.test(amount)).toBe(true)
      }),
    )
  })
})

it("keeps at most four characters of an account number, none that a mask hides", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[A-Z]{2}[0-9*]{10,30}$/)), (said) => {
      const last4 = toLast4(said)
      expect(last4 === null || /^[0-9A-Z]{4}$/.test(last4)).toBe(true)
    }),
  )
})

describe("an error", () => {
  const spacings = [IBAN, "DE89 3704 0044 0532 0130 00", "de89-3704-0044-0532-0130-00", "DE89\u00a03704\u00a00044 0532013000"]
  const planted = fc
    .tuple(fc.string({ maxLength: 15 }), fc.constantFrom(KEY, TOKEN, `Bearer ${KEY}`, ...spacings), fc.string({ maxLength: 15 }))
    .map(([before, secret, after]) => `${before} ${secret} ${after}`)
  const tree = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      planted,
      fc.array(tie("node"), { maxLength: 3 }),
      fc.dictionary(fc.oneof(planted, fc.constantFrom("detail", "iban", "lead", "error")), tie("node"), { maxKeys: 3 }),
    ),
  })).node
  const redact = redactor({ api_key: KEY, session_token: TOKEN, iban: IBAN })

  it("shows nothing of what a body of any shape plants in it", () => {
    const statuses = fc.constantFrom(400, 401, 403, 404, 409, 410, 418, 422, 429, 500, 502)
    const bodies = fc.oneof(
      tree.map((node) => JSON.stringify({ detail: node })),
      tree.map((node) => JSON.stringify(node)),
      tree.map((node) => `<html>${JSON.stringify(node)}`),
      tree.map((node) => JSON.stringify({ detail: node }).slice(0, -3)),
    )
    fc.assert(
      fc.property(bodies, statuses, (body, status) => {
        const answer = { type: "answered" as const, status, retry_after: null, body }
        expectNoSecrets(refusal("pay", answer, null, redact))
      }),
      { numRuns: 300 },
    )
  })

  it("of a success that is of no use shows nothing of it either", () => {
    fc.assert(
      fc.property(fc.constantFrom(...SHAPES), tree, ([operation, schema], node) => {
        // Nothing that could be an answer: of each some required part is of another type.
        const body = JSON.stringify({ status: [node], session_token: [node], valid: node, results: node, next: node })
        let failure: unknown
        try {
          read(operation, schema, body)
        } catch (error) {
          failure = error
        }
        if (failure instanceof GatewayError) {
          expectNoSecrets(failure)
        } else {
          expect(operation).toBe("cancel")
        }
      }),
    )
  })

  it("reads the words of any body without failing", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (body) => {
        const { detail, fields } = readErrorBody(body, redact)
        expect((detail ?? "x").length).toBeLessThanOrEqual(501)
        expect(Object.keys(fields ?? {}).length).toBeLessThanOrEqual(50)
      }),
    )
  })
})
