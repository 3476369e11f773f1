import { gzipSync } from "node:zlib"
import { sign } from "../../../sandbox/canonical-json"
import { WEBHOOK_SECRET } from "../support/environment"
import { postBlindly } from "../support/blind-post"
import { APPROVED } from "../support/ibans"
import type { Shop } from "../support/shop-suite"
import { postWithoutEnd } from "../support/unfinished-post"
import { OWN_HOOK, type Payload } from "../support/webhook-sender"

const LIMIT = 256 * 1024
const FORGED = "0".repeat(64)
const GENUINE: Payload = { session_token: "nobody's", status: "COMPLETED" }

/** As many repetitions as the largest webhook has room for. */
function filled(open: string, piece: (at: number) => string, close: string): string {
  const pieces: string[] = []
  let length = open.length + close.length
  for (let next = piece(0); length + next.length <= LIMIT; next = piece(pieces.length)) {
    pieces.push(next)
    length += next.length
  }
  return `${open}${pieces.join("")}${close}`
}

export function hostileBodies(shop: Shop): void {
  async function expectNothingWritten(): Promise<void> {
    expect(await shop.database.count("catalystpay_webhook_delivery")).toBe(0)
  }

  const beyondReason: [string, string | Buffer][] = [
    ["tens of thousands of keys", filled("{", (at) => `"${at.toString(36)}":0,`, '"z":0}')],
    ["one key again and again", filled("{", () => '"a":0,', '"a":0}')],
    ["lists without end", filled('{"a":[', () => "[],", "0]}")],
    ["as deep as it is long", filled("", () => '{"a":', "")],
    ["an unfinished text of escapes", filled('{"a":"', () => "\\u0041", "")],
    ["a mark before its JSON", '\ufeff{"a":1}'],
    ["compressed JSON", gzipSync(JSON.stringify(GENUINE))],
  ]

  it("is refused with 401 when it is beyond reason, and with 400 when that is signed", async () => {
    for (const [what, body] of beyondReason) {
      const unsigned = await shop.webhooks.sendBytes(body, { signature: FORGED })
      expect({ what, ...unsigned }).toMatchObject({ what, status: 401, body: { code: "webhook_signature_invalid" } })
      const signed = await shop.webhooks.sendBytes(body)
      expect({ what, ...signed }).toMatchObject({ what, status: 400, body: { code: "webhook_not_json" } })
    }
    await expectNothingWritten()
  })

  it("is refused when it is large and unsigned, and kept when it is signed", async () => {
    const large = [
      filled("{", (at) => `"${"k".repeat(100)}${9_999 - at}":0,`, '"z":0}'),
      filled('{"a":', () => "9", "}"),
      filled('{"a":"', () => "\\\\", '"}'),
    ]
    for (const body of large) {
      expect(await shop.webhooks.sendBytes(body, { signature: FORGED })).toMatchObject({ status: 401 })
    }
    await expectNothingWritten()
    for (const body of large) {
      expect(await shop.webhooks.sendBytes(body)).toMatchObject({ status: 200 })
    }
  })

  it("is refused with 413 when it has a million keys, none of which is kept", async () => {
    const body = Buffer.from(`{${Array.from({ length: 1_000_000 }, (_, at) => `"${at}":0`).join(",")}}`)
    const answers = await Promise.all(Array.from({ length: 5 }, () => shop.webhooks.sendBytes(body)))
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(413))
    await expectNothingWritten()
  })

  it("is refused with 413, and the answer arrives, when it is larger than what is read to its end", async () => {
    expect(await postBlindly(shop.http.baseUrl() + OWN_HOOK, 60)).toBe("HTTP/1.1 413 Payload Too Large")
    await expectNothingWritten()
  })

  it("is not decompressed: a small body that would grow stays small", async () => {
    const bomb = gzipSync(JSON.stringify({ filler: "x".repeat(50_000_000) }))
    const headers = { "content-type": "application/json", "content-encoding": "gzip" }
    expect(await shop.http.send("POST", OWN_HOOK, bomb, headers)).toMatchObject({ status: 401 })
    await expectNothingWritten()
  })

  it("has no way into objects through __proto__", async () => {
    const body = '{"__proto__":{"session_token":"ps_1","amount":"1.00"},"constructor":{"prototype":{"status":"COMPLETED"}}}'
    expect(await shop.webhooks.sendBytes(body)).toMatchObject({ status: 200 })
    expect("session_token" in {}).toBe(false)
    const [row] = await shop.database.deliveries()
    expect(JSON.stringify(row?.payload)).toContain('"__proto__":{"amount":"1.00","session_token":"ps_1"}')
  })

  it("is refused when its query string has more parameters than any webhook", async () => {
    const query = Array.from({ length: 101 }, (_, at) => `p${at}=`).join("&")
    expect(await shop.webhooks.sendQuery(query, {})).toMatchObject({ status: 413, body: { code: "webhook_too_large" } })
    await expectNothingWritten()
  })

  it("holds nobody up when it does not end: others are served, and it is given up with 408", async () => {
    const url = shop.http.baseUrl() + OWN_HOOK
    const waiting = Promise.all(Array.from({ length: 60 }, (_, at) => postWithoutEnd(url, at % 2 === 0 ? 50 : 60_000)))
    expect(await shop.webhooks.send(GENUINE)).toMatchObject({ status: 200 })
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    expect((await shopper.giveBankAccount(APPROVED)).status).toBe(200)
    for (const answer of await waiting) {
      expect(answer).toMatch(/^HTTP\/1\.1 408 /)
      expect(answer).toContain("webhook_too_slow")
    }
    expect(await shop.database.count("catalystpay_webhook_delivery")).toBe(1)
  })

  it("holds nobody up when many come at once", async () => {
    const bodies = beyondReason.flatMap(([, body]) => Array.from({ length: 20 }, () => body))
    const storm = Promise.all(bodies.map((body) => shop.webhooks.sendBytes(body, { signature: FORGED })))
    expect(await shop.webhooks.send(GENUINE, { signature: sign(GENUINE, WEBHOOK_SECRET) })).toMatchObject({ status: 200 })
    expect((await storm).map(({ status }) => status)).toEqual(bodies.map(() => 401))
    expect(await shop.database.count("catalystpay_webhook_delivery")).toBe(1)
  })
}
