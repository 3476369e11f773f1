import { KEY, lead, startBox, APPROVED, closeAll, anyText } from "./support"
import type { Box } from "./support"
import { answersOf, raw, TestClock } from "./switch-support"

const BAD_KEY = { authorization: "Bearer rk_other" }
const getWith = async (box: Box, token: string, headers: Record<string, string> = {}) =>
  (await raw(box, "GET", `/payment-sessions/${token}/`, headers)).status

describe("paths, credentials and callers", () => {
  answersOf("missing-slash", {
    "not-found": ["a path without its closing slash is answered with 404", async (box) => {
      expect((await raw(box, "GET", `/payment-sessions/${await box.open()}`)).status).toBe(404)
    }],
    redirect: ["a path without its closing slash is answered with 301 to the one with it", async (box) => {
      const token = await box.open()
      const answer = await raw(box, "GET", `/payment-sessions/${token}?a=1`)
      expect(answer.status).toBe(301)
      expect(answer.headers.get("location")).toBe(`/api/v1/payment-sessions/${token}/?a=1`)
      expect((await raw(box, "GET", "/nothing/")).status).toBe(404)
    }],
  })

  answersOf("unauthorized-answer", {
    challenge: ["a 401 has WWW-Authenticate and Django REST framework's words", async (box) => {
      const { headers, body } = await box.request("POST", "/payment-sessions/", { lead: lead() })
      expect(headers.get("www-authenticate")).toBe("Bearer")
      expect(body).toEqual({ detail: "Authentication credentials were not provided.", status_code: 401 })
    }],
    bare: ["a 401 has no WWW-Authenticate and other words", async (box) => {
      const { status, headers, body } = await box.request("POST", "/payment-sessions/", { lead: lead() })
      expect(status).toBe(401)
      expect(headers.has("www-authenticate")).toBe(false)
      expect(body).toEqual({ detail: "Unauthorized", status_code: 401 })
    }],
  })

  answersOf("needless-bearer", {
    refused: ["a wrong bearer is refused where none is needed", async (box) => {
      expect(await getWith(box, await box.open(), BAD_KEY)).toBe(401)
    }],
    ignored: ["a wrong bearer is ignored where none is needed, and only there", async (box) => {
      const token = await box.open()
      expect(await getWith(box, token, BAD_KEY)).toBe(200)
      expect((await raw(box, "POST", `/payment-sessions/${token}/cancel/`, BAD_KEY)).status).toBe(401)
    }],
  })

  answersOf("caller-allow-list", {
    off: ["calls from everywhere are taken", async (box) => {
      expect((await box.create()).status).toBe(201)
    }],
    on: ["calls from an address that is not registered are refused with 403", async (box) => {
      expect(await box.create()).toMatchObject({ status: 403, body: { detail: anyText, status_code: 403 } })
      const registered = await startBox({
        callerAddresses: ["127.0.0.1"],
        switches: { "caller-allow-list": "on" },
      })
      expect((await registered.create()).status).toBe(201)
    }],
  })
})

describe("rate limits", () => {
  const clock = new TestClock()
  const limited = () => ({ rateLimits: true, clock: clock.read })
  const forwarded = (address: string) => ({ "x-forwarded-for": `${address}, 10.0.0.1` })
  afterEach(closeAll)

  it("are off unless asked for, and can be switched while the sandbox runs", async () => {
    const box = await startBox({ clock: clock.read })
    const token = await box.open()
    expect([await getWith(box, token), await getWith(box, token)]).toEqual([200, 200])
    box.sandbox.setRateLimits(true)
    expect([await getWith(box, token), await getWith(box, token)]).toEqual([200, 429])
    const headers = { "content-type": "application/json" }
    await fetch(`${box.url}/control/rate-limits`, { method: "POST", headers, body: JSON.stringify({ on: false }) })
    expect(await getWith(box, token)).toBe(200)
  })

  it.each(["get", "pay", "verify"] as const)("let one %s a second pass for each caller", async (operation) => {
    const box = await startBox(limited())
    const [first, second] = [await box.open(), await box.open()]
    await box[operation](first)
    expect((await box[operation](second)).status).toBe(429)
    clock.pass(999)
    expect((await box[operation](second)).status).toBe(429)
    clock.pass(1)
    expect((await box[operation](second)).status).not.toBe(429)
  })

  it("let 50 creates, cancels and validations a second pass for each API key, and only then ask for patience", async () => {
    const box = await startBox({ ...limited(), apiKeys: ["rk_sandbox", "rk_second"] })
    const validate = (authorization: string) =>
      box.request("POST", "/iban-validate/", { iban: APPROVED }, { authorization })
    const statuses: number[] = []
    for (let call = 0; call < 51; call++) {
      statuses.push((await validate("Bearer rk_sandbox")).status)
    }
    expect(statuses).toEqual([...Array.from({ length: 50 }, () => 200), 429])
    expect((await validate("Bearer rk_second")).status).toBe(200)
    const token = await box.open()
    expect((await validate(`Bearer ${token}`)).status).toBe(200)
  })

  it("slide: each call makes room a second after itself, and refused calls count for nothing", async () => {
    const box = await startBox(limited())
    const validate = async () => (await box.request("POST", "/iban-validate/", { iban: APPROVED }, KEY)).status
    for (let call = 0; call < 50; call++) {
      await validate()
      clock.pass(10)
    }
    clock.pass(499)
    expect(await validate()).toBe(429)
    clock.pass(1)
    expect([await validate(), await validate()]).toEqual([200, 429])
    clock.pass(10)
    expect(await validate()).toBe(200)
  })

  it("do not count what was refused with 401", async () => {
    const box = await startBox(limited())
    const token = await box.open()
    expect(await getWith(box, token, BAD_KEY)).toBe(401)
    expect(await getWith(box, token)).toBe(200)
  })

  answersOf("throttle-key", {
    connection: ["the limit counts the connection's address, whatever X-Forwarded-For says", async (box) => {
      const token = await box.open()
      expect(await getWith(box, token, forwarded("192.0.2.1"))).toBe(200)
      expect(await getWith(box, token, forwarded("192.0.2.2"))).toBe(429)
    }],
    "forwarded-for": ["the limit counts the first address of X-Forwarded-For", async (box) => {
      const token = await box.open()
      expect(await getWith(box, token, forwarded("192.0.2.1"))).toBe(200)
      expect(await getWith(box, token, forwarded("192.0.2.2"))).toBe(200)
      expect(await getWith(box, token, forwarded("192.0.2.1"))).toBe(429)
    }],
    "customer-ip": ["the limit counts the session's customer_ip", async (box) => {
      const [first, second] = [
        await box.open({ customer_ip: "192.0.2.1" }),
        await box.open({ customer_ip: "192.0.2.2" }),
      ]
      expect(await getWith(box, first)).toBe(200)
      expect(await getWith(box, second)).toBe(200)
      expect(await getWith(box, first)).toBe(429)
    }],
  }, limited)

  answersOf("throttle-scopes", {
    each: ["a get leaves room for a pay in the same second", async (box) => {
      const token = await box.open()
      await box.get(token)
      expect((await box.pay(token)).status).toBe(200)
    }],
    common: ["a get leaves no room for a pay in the same second", async (box) => {
      const token = await box.open()
      await box.get(token)
      expect((await box.pay(token)).status).toBe(429)
    }],
  }, limited)

  const refused = async (box: Box) => {
    const token = await box.open()
    await box.get(token)
    const { status, headers, body } = await box.get(token)
    return { status, retryAfter: headers.get("retry-after"), body }
  }
  answersOf("retry-after", {
    1: ["a 429 asks to wait for the second that is left", async (box) => {
      expect(await refused(box)).toEqual({
        status: 429,
        retryAfter: "1",
        body: { detail: "Request was throttled. Expected available in 1 second.", status_code: 429 },
      })
    }],
    60: ["a 429 asks to wait for 60 seconds, as on the page", async (box) => {
      expect(await refused(box)).toEqual({
        status: 429,
        retryAfter: "60",
        body: { detail: "Request was throttled. Expected available in 60 seconds.", status_code: 429 },
      })
    }],
    absent: ["a 429 does not say how long to wait", async (box) => {
      expect(await refused(box)).toEqual({
        status: 429,
        retryAfter: null,
        body: { detail: "Request was throttled.", status_code: 429 },
      })
    }],
  }, limited)
})

describe("errors", () => {
  const mistaken = (box: Box) => box.create({ amount: "1.999", lead: lead({ email: "nobody" }) })
  const PLACES = "Ensure that there are no more than 2 decimal places."
  const EMAIL = "Enter a valid email address."

  answersOf("field-errors", {
    text: ["a field's error is a text, nested for the lead", async (box) => {
      expect((await mistaken(box)).body).toEqual({
        detail: { amount: PLACES, lead: { email: EMAIL } },
        status_code: 400,
      })
    }],
    list: ["a field's error is a list of texts, and the lead's fields have dotted names", async (box) => {
      expect((await mistaken(box)).body).toEqual({
        detail: { amount: [PLACES], "lead.email": [EMAIL] },
        status_code: 400,
      })
    }],
    nested: ["a field's error is a list of texts, below its object for the lead", async (box) => {
      expect((await mistaken(box)).body).toEqual({
        detail: { amount: [PLACES], lead: { email: [EMAIL] } },
        status_code: 400,
      })
    }],
  })

  it("of direct mode are the documented texts whatever the switch says", async () => {
    const box = await startBox({ switches: { "field-errors": "nested" } })
    expect((await box.create({ campaign_id: undefined })).body).toMatchObject({
      detail: { amount: "amount is required when campaign_id is not provided." },
    })
    expect((await box.create({ campaign_id: "00000000-0000-4000-8000-000000000000" })).body).toMatchObject({
      detail: { campaign_id: ["Invalid campaign_id."] },
    })
  })

  const brokenPay = async (box: Box) => {
    box.sandbox.faults.payAnswers500AfterAcceptance = true
    const token = await box.open()
    const answer = await fetch(`${box.url}/api/v1/payment-sessions/${token}/pay/`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ iban: APPROVED, iban_holder_name: "Max" }),
    })
    return { status: answer.status, type: answer.headers.get("content-type"), text: await answer.text() }
  }
  answersOf("trouble-answer", {
    "json-500": ["a failing server answers 500 with a JSON body", async (box) => {
      const { status, type, text } = await brokenPay(box)
      expect([status, type]).toEqual([500, "application/json"])
      expect(JSON.parse(text)).toEqual({ detail: anyText, status_code: 500 })
    }],
    "html-502": ["a failing server is answered for by a proxy: 502 with an HTML page", async (box) => {
      const { status, type, text } = await brokenPay(box)
      expect([status, type]).toEqual([502, "text/html; charset=UTF-8"])
      expect(text).toContain("502 Bad Gateway")
    }],
    "empty-503": ["a failing server is answered for with an empty 503", async (box) => {
      const { status, text } = await brokenPay(box)
      expect([status, text]).toEqual([503, ""])
    }],
  })
})
