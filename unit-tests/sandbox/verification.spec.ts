import { AWAITING, closeAll, matching, startBox } from "./support"
import type { Box } from "./support"

const BACK = "https://shop.example/checkout/back?cart=1"

async function openAndPay(box: Box, overrides: Record<string, unknown> = {}): Promise<string> {
  const token = await box.open(overrides)
  await box.pay(token, { iban: AWAITING })
  return token
}

describe("verifying a mandate", () => {
  afterEach(closeAll)

  it("answers pay with the address of the page", async () => {
    const box = await startBox()
    const token = await box.open()
    expect((await box.pay(token, { iban: AWAITING })).body).toMatchObject({
      status: "awaiting_verification",
      verification_url: `${box.url}/verification/${token}`,
      processed_at: null,
      error: null,
      error_details: null,
      retry_allowed: null,
      transaction: { status: "pending", gateway_reference: matching(/^\d+$/) },
      order: { status: "PENDING" },
      adapter: { name: "Vendo Services" },
    })
    expect((await box.get(token)).body.status).toBe("AWAITING_VERIFICATION")
  })

  it("shows creditor, amount and masked IBAN, and escapes what the shopper wrote", async () => {
    const box = await startBox()
    const token = await box.open()
    await box.pay(token, { iban: AWAITING, iban_holder_name: "<b>Max</b>" })
    const page = await (await fetch(`${box.url}/verification/${token}`)).text()
    expect(page).toContain("29.99 EUR")
    expect(page).toContain("CatalystPay Sandbox Merchant")
    expect(page).toContain("DE•• •••• 0001")
    expect(page).toContain("&lt;b&gt;Max&lt;/b&gt;")
    expect(page).not.toContain(AWAITING)
    expect(page).not.toContain("<script")
  })

  it("sends a shopper who signs back to the shop; verify then answers completed, and 410 the next time", async () => {
    const box = await startBox({ returnUrl: BACK })
    const token = await openAndPay(box)
    const redirect = await box.decide(token, "sign")
    expect(redirect.status).toBe(303)
    expect(redirect.headers.get("location")).toMatch(
      /^https:\/\/shop\.example\/checkout\/back\?cart=1&verification_id=vnd_verify_[0-9a-f]+$/,
    )
    expect((await box.verify(token, { verification_id: "anything" })).body).toMatchObject({
      status: "completed",
      verification_url: null,
      transaction: { status: "approved" },
      order: { status: "COMPLETED" },
    })
    expect((await box.verify(token)).status).toBe(410)
  })

  it("declines when the shopper refuses, and lets another attempt follow", async () => {
    const box = await startBox({ returnUrl: BACK })
    const token = await openAndPay(box)
    expect((await box.decide(token, "refuse")).status).toBe(303)
    expect((await box.verify(token, {})).body).toMatchObject({
      status: "declined",
      retry_allowed: true,
      error_details: { code: "mandate_rejected", gateway_code: "MD01" },
      transaction: { status: "declined" },
      order: { status: "FAILED" },
    })
    expect((await box.verify(token)).status).toBe(409)
    expect((await box.pay(token)).body.status).toBe("completed")
  })

  it("fails for good when the last attempt is refused", async () => {
    const box = await startBox()
    const token = await openAndPay(box, { max_payment_attempts: 1 })
    await box.decide(token, "refuse")
    expect((await box.verify(token)).body).toMatchObject({ status: "failed", retry_allowed: false })
    expect((await box.get(token)).body.status).toBe("FAILED")
  })

  it("goes on waiting when verify comes before the shopper has chosen", async () => {
    const box = await startBox()
    const token = await openAndPay(box)
    const early = await box.verify(token)
    expect(early).toMatchObject({ status: 200, body: { status: "awaiting_verification" } })
    expect(early.body.verification_url).toBe(`${box.url}/verification/${token}`)
  })

  it("answers 409 to a verify of a session that was not paid", async () => {
    const box = await startBox()
    expect((await box.verify(await box.open())).status).toBe(409)
  })

  it("lets the first choice stand", async () => {
    const box = await startBox({ returnUrl: BACK })
    const token = await openAndPay(box)
    const first = await box.decide(token, "sign")
    const second = await box.decide(token, "refuse")
    expect(second.headers.get("location")).toBe(first.headers.get("location"))
    expect((await box.verify(token)).body.status).toBe("completed")
  })

  it("returns to an address asked for only when it has the origin of the configured one", async () => {
    const box = await startBox({ returnUrl: BACK })
    const token = await openAndPay(box)
    const to = async (return_url: string) => {
      const location = (await box.decide(token, "sign", { return_url })).headers.get("location") ?? ""
      return location.replace(/vnd_verify_.*/, "")
    }
    expect(await to("https://shop.example/de/back")).toBe("https://shop.example/de/back?verification_id=")
    const configured = `${BACK}&verification_id=`
    expect(await to("https://evil.example/back")).toBe(configured)
    expect(await to("https://shop.example@evil.example/")).toBe(configured)
    expect(await to("//evil.example")).toBe(configured)
    expect(await to("javascript:alert(1)")).toBe(configured)
  })

  it("carries the address asked for from the page into its form", async () => {
    const box = await startBox({ returnUrl: BACK })
    const token = await openAndPay(box)
    const page = await fetch(`${box.url}/verification/${token}?return_url=https%3A%2F%2Fshop.example%2Fde`)
    expect(await page.text()).toContain('name="return_url" value="https://shop.example/de"')
  })

  it("says that the page can be closed when there is no way back", async () => {
    const box = await startBox()
    const token = await openAndPay(box)
    const answer = await box.decide(token, "sign")
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain("You can close this page")
  })

  it("has nothing to sign for unknown and finished sessions, and no third button", async () => {
    const box = await startBox()
    const token = await openAndPay(box)
    expect((await fetch(`${box.url}/verification/ps_unknown`)).status).toBe(404)
    const body = new URLSearchParams({ decision: "maybe" })
    expect((await fetch(`${box.url}/verification/${token}`, { method: "POST", body })).status).toBe(400)
    await box.decide(token, "sign")
    await box.verify(token)
    expect((await fetch(`${box.url}/verification/${token}`)).status).toBe(404)
    expect((await box.decide(token, "sign")).status).toBe(404)
  })
})
