import { createHmac } from "node:crypto"
import { gzipSync } from "node:zlib"
import { sign, type JsonValue } from "../../sandbox/canonical-json"
import { readWebhook, type IncomingWebhook } from "../../src/modules/catalystpay/webhooks/incoming-webhook"

const SECRET = "whsec_unit"
const hmac = (message: string | Buffer, secret = SECRET) => createHmac("sha256", secret).update(message).digest("hex")

function posted(body: string | Buffer, signature: string | undefined = hmac(body)): IncomingWebhook {
  return { account: "default", event_name: "order.created", body: Buffer.from(body), signature }
}

function inQuery(query: string, payload: JsonValue, secret = SECRET): IncomingWebhook {
  return { account: "default", event_name: "order.created", query, signature: sign(payload, secret) }
}

function refusal(webhook: IncomingWebhook, secrets = [SECRET]): unknown {
  try {
    return readWebhook(webhook, secrets)
  } catch (error) {
    return error
  }
}

describe("reading a webhook", () => {
  it("gives the same canonical payload however the JSON was written", () => {
    const pretty = readWebhook(posted('{ "b": "ü",\n "a": 1.0 }'), [SECRET])
    expect(pretty).toEqual({
      event_name: "order.created",
      payload: { a: 1, b: "ü" },
      canonical: String.raw`{"a":1.0,"b":"\u00fc"}`,
    })
    expect(readWebhook(posted(pretty.canonical), [SECRET]).canonical).toBe(pretty.canonical)
  })

  it("gives every query parameter as text, whatever types were signed", () => {
    const webhook = inQuery("attempt=2&livemode=True&note=&order_number=ORD-1", {
      attempt: 2,
      livemode: true,
      note: null,
      order_number: "ORD-1",
    })
    expect(readWebhook(webhook, [SECRET])).toEqual({
      event_name: "order.created",
      payload: { attempt: "2", livemode: "True", note: "", order_number: "ORD-1" },
      canonical: '{"attempt":"2","livemode":"True","note":"","order_number":"ORD-1"}',
    })
  })

  it("keeps of an event's name, which nobody signed, no account number and no more than 64 characters", () => {
    const webhook = { ...posted("{}"), event_name: `order ${"DE89 3704 0044 0532 0130 00 ".repeat(600)}` }
    const { event_name } = readWebhook(webhook, [SECRET])
    expect(event_name).toHaveLength(64)
    expect(event_name).toMatch(/^order DE\*\* \*\*\*\* 3000 DE\*\*/)
  })

  it.each([
    ["an old secret", ["new", SECRET]],
    ["a new secret", [SECRET, "old"]],
  ])("accepts %s beside another, and refuses it alone", (_which, secrets) => {
    expect(readWebhook(posted("{}"), secrets).payload).toEqual({})
    expect(readWebhook(inQuery("a=1", { a: "1" }), secrets).payload).toEqual({ a: "1" })
    const others = secrets.filter((secret) => secret !== SECRET)
    expect(refusal(posted("{}"), others)).toMatchObject({ code: "webhook_signature_invalid" })
    expect(refusal(inQuery("a=1", { a: "1" }), others)).toMatchObject({ code: "webhook_signature_invalid" })
  })

  it("tells who holds the secret that there is white space around it, and nobody else", () => {
    const hint = { status: 401, message: expect.stringContaining("without the white space around it") as unknown }
    expect(refusal(posted("{}"), [`${SECRET}\n`])).toMatchObject(hint)
    expect(refusal(inQuery("a=1", { a: "1" }), ["other", ` ${SECRET}`])).toMatchObject(hint)
    const stranger = posted("{}", hmac("{}", "guess"))
    expect(String(refusal(stranger, [`${SECRET}\n`]))).not.toContain("white space")
    expect(String(refusal(posted("{}"), ["other"]))).not.toContain("white space")
  })

  it("says what is wrong with a signature that is missing, and what may be with one over a query", () => {
    const unsigned = { ...posted("{}"), signature: undefined }
    expect(refusal(unsigned)).toMatchObject({ message: expect.stringContaining("header is missing") as unknown })
    expect(refusal(inQuery("a=7&b=7", { a: 7, b: "7" }))).toMatchObject({
      code: "webhook_signature_invalid",
      message: expect.stringContaining("set the delivery method to JSON_POST") as unknown,
    })
  })

  const hostile: [string, string | Buffer][] = [
    ["nested 64 levels too deep", `${'{"a":'.repeat(128)}1${"}".repeat(128)}`],
    ["nested 100,000 levels deep", "[".repeat(100_000)],
    ["nested 40,000 levels deep and closed", `${'{"a":'.repeat(40_000)}1${"}".repeat(40_000)}`],
    ["a million keys", `{${Array.from({ length: 1_000_000 }, (_, at) => `"${at}":0`).join(",")}}`],
    ["more than a mebibyte", JSON.stringify({ filler: "x".repeat(1024 * 1024) })],
    ["a number of 250,000 digits without an object", "9".repeat(250_000)],
    ["not UTF-8", Buffer.from('{"name":"Müller"}', "latin1")],
    ["behind a byte order mark", '\ufeff{"a":1}'],
    ["UTF-16", Buffer.from('{"a":1}', "utf16le")],
    ["compressed", gzipSync('{"a":1}')],
    ["a list", "[{}]"],
    ["an unfinished text", `{"a":"${"\\u0041".repeat(40_000)}`],
    ["a number that JSON does not know", '{"a":NaN}'],
  ]

  it.each(hostile)("refuses what is signed and %s", (_what, body) => {
    expect(refusal(posted(body))).toMatchObject({ code: "webhook_not_json", status: 400 })
  })

  it.each(hostile)("refuses what is not signed and %s, as it would any other", (_what, body) => {
    expect(refusal(posted(body, "0".repeat(64)))).toMatchObject({ code: "webhook_signature_invalid", status: 401 })
  })

  it("takes large but honest values", () => {
    const body = `{"n":${"9".repeat(100_000)},"t":"${"\\u00fc".repeat(20_000)}","l":[${"[],".repeat(5_000)}1]}`
    expect(readWebhook(posted(body), [SECRET]).payload).toMatchObject({ n: Infinity, t: "ü".repeat(20_000) })
  })

  it("lets the last of duplicate keys count, and __proto__ be a key", () => {
    const { payload } = readWebhook(posted('{"a":1,"__proto__":{"session_token":"ps_1"},"a":2}'), [SECRET])
    expect(Object.entries(payload)).toEqual([
      ["a", 2],
      ["__proto__", { session_token: "ps_1" }],
    ])
    expect("session_token" in payload).toBe(false)
  })

  it("refuses more than 100 query parameters and 16 Ki characters, signed or not", () => {
    const tooLarge = { code: "webhook_too_large", status: 413 }
    expect(refusal(inQuery("a=1&".repeat(101), { a: "1" }))).toMatchObject(tooLarge)
    expect(refusal(inQuery(`a=${"1".repeat(16 * 1024)}`, {}, "guess"))).toMatchObject(tooLarge)
  })
})
