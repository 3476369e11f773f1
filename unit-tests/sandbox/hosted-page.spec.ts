import { TEST_IBANS } from "../../sandbox"
import { APPROVED, AWAITING, closeAll, DECLINED, HARD_DECLINE, lead, startBox } from "./support"
import type { Box } from "./support"
import { answersOf, TestClock } from "./switch-support"

const SUCCESS = "https://shop.example/thanks?lang=de"
const FAILURE = "https://shop.example/sorry"
const toShop = () => ({ hostedReturnUrls: { success: SUCCESS, failure: FAILURE } })

const look = (box: Box, path: string) => fetch(box.url + path, { redirect: "manual" })
const submit = (box: Box, token: string, fields: Record<string, string> = {}) =>
  fetch(`${box.url}/s/${token}`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ iban: APPROVED, holder: "Max Mustermann", mandate: "accepted", ...fields }),
  })
/** Submits the form and follows to where the page says the payment is. */
async function payOn(box: Box, token: string, iban: string): Promise<Response> {
  const answer = await submit(box, token, { iban })
  expect([answer.status, answer.headers.get("location")]).toEqual([303, `/s/${token}`])
  return look(box, `/s/${token}`)
}

describe("the hosted payment page", () => {
  afterEach(closeAll)

  it("is what payment_url leads to: amount, creditor, mandate, and a form that needs no script", async () => {
    const box = await startBox()
    const { body } = await box.create({ lead: lead({ first_name: "<b>Erika" }) })
    const answer = await fetch(String(body.payment_url))
    const page = await answer.text()
    expect(answer.status).toBe(200)
    expect(page).toContain("<title>Pay 29.99 EUR by direct debit</title>")
    expect(page).toContain("DE98ZZZ09999999999")
    expect(page).toMatch(/authorise \(A\) CatalystPay Sandbox Merchant\s+to\s+send instructions to your bank/)
    expect(page).toContain("8 weeks")
    for (const field of ["iban", "holder"]) {
      expect(page).toContain(`<label for="${field}">`)
      expect(page).toContain(`<input id="${field}" name="${field}" required`)
    }
    expect(page).toContain('value="&lt;b&gt;Erika Mustermann"')
    expect(page).not.toContain("<script")
    expect(answer.headers.get("content-security-policy")).toBe("default-src 'none'; style-src 'unsafe-inline'")
    expect(answer.headers.get("cache-control")).toBe("no-store")
  })

  it("pays without a reference, and sends the shopper to the success address", async () => {
    const box = await startBox(toShop())
    const token = await box.open()
    const answer = await payOn(box, token, "de89 3704 0044 0532 0130 00")
    expect([answer.status, answer.headers.get("location")]).toEqual([303, SUCCESS])
    expect(box.sandbox.sessions()).toMatchObject([
      { status: "COMPLETED", tenant_references: [], transactions: [{ holder_name: "Max Mustermann" }] },
    ])
    expect((await look(box, `/s/${token}`)).headers.get("location")).toBe(SUCCESS)
  })

  it("thanks when there is no address to go to", async () => {
    const box = await startBox()
    expect(await (await payOn(box, await box.open(), APPROVED)).text()).toContain("<h1>Thank you</h1>")
    const failed = await payOn(box, await box.open({ max_payment_attempts: 1 }), DECLINED)
    expect(await failed.text()).toContain("<h1>Payment failed</h1>")
  })

  it("shows a decline with the attempts that are left and a masked account, and takes another one", async () => {
    const box = await startBox(toShop())
    const token = await box.open()
    const first = await (await payOn(box, token, DECLINED)).text()
    expect(first).toMatch(/role="alert">\s*<p><strong>Insufficient funds<\/strong> \(account DE•• •••• 6789\)/)
    expect(first).toContain("2 attempts are left")
    expect(await (await payOn(box, token, DECLINED)).text()).toContain("1 attempt is left")
    expect((await payOn(box, token, APPROVED)).headers.get("location")).toBe(SUCCESS)
  })

  it("sends the shopper to the failure address after the last attempt, and after a hard decline", async () => {
    const box = await startBox(toShop())
    const last = await payOn(box, await box.open({ max_payment_attempts: 1 }), DECLINED)
    expect(last.headers.get("location")).toBe(FAILURE)
    expect((await payOn(box, await box.open(), HARD_DECLINE)).headers.get("location")).toBe(FAILURE)
    box.sandbox.switches["hard-decline"] = "stays-pending"
    expect((await payOn(box, await box.open(), HARD_DECLINE)).headers.get("location")).toBe(FAILURE)
  })

  it("has a mandate signed on the verification page, calls verify itself, and sends the shopper on", async () => {
    const box = await startBox({ ...toShop(), returnUrl: "https://shop.example/not-here" })
    const token = await box.open()
    expect((await payOn(box, token, AWAITING)).headers.get("location")).toBe(`/verification/${token}`)
    expect((await box.decide(token, "sign")).headers.get("location")).toBe(`/s/${token}`)
    expect((await fetch(`${box.url}/s/${token}`, { redirect: "manual" })).headers.get("location")).toBe(`/s/${token}`)
    expect((await look(box, `/s/${token}`)).headers.get("location")).toBe(SUCCESS)
  })

  it("shows a refused mandate as a decline", async () => {
    const box = await startBox(toShop())
    const token = await box.open()
    await payOn(box, token, AWAITING)
    await box.decide(token, "refuse")
    await look(box, `/s/${token}`)
    expect(await (await look(box, `/s/${token}`)).text()).toContain("The mandate was not signed")
  })

  it("leaves an attempt that the shop has made to the shop", async () => {
    const box = await startBox({ ...toShop(), returnUrl: "https://shop.example/back" })
    const token = await box.open()
    await box.pay(token, { iban: AWAITING })
    expect((await look(box, `/s/${token}`)).headers.get("location")).toBe(`/verification/${token}`)
    expect((await box.decide(token, "sign")).headers.get("location")).toContain("https://shop.example/back")
    expect((await look(box, `/s/${token}`)).status).toBe(200)
    expect(box.sandbox.sessions()).toMatchObject([{ status: "AWAITING_VERIFICATION" }])
  })

  it.each([
    [{ iban: "DE88370400440532013000" }, "iban", "This is not a valid IBAN"],
    [{ iban: "" }, "iban", "This is not a valid IBAN"],
    [{ holder: " " }, "holder", "Please enter the account holder&#39;s name"],
    [{ holder: "x".repeat(71) }, "holder", "70 characters at most"],
    [{ mandate: "" }, "mandate", "Please accept the mandate"],
  ])("says what is wrong beside the field for %j, and attempts nothing", async (fields, field, complaint) => {
    const box = await startBox()
    const token = await box.open()
    const answer = await submit(box, token, fields)
    const page = await answer.text()
    expect(answer.status).toBe(400)
    expect(page).toMatch(new RegExp(`<p class="error" id="${field}-error" role="alert">[^<]*${complaint}`))
    expect(page).toMatch(new RegExp(`aria-describedby="[^"]*${field}-error"\\s+aria-invalid="true"`))
    expect(page).toContain("<title>Please check: Pay 29.99 EUR")
    expect(box.sandbox.sessions()).toMatchObject([{ status: "PENDING", attempts: 0 }])
  })

  it("never shows an IBAN again, and keeps none", async () => {
    const box = await startBox()
    const token = await box.open({ max_payment_attempts: 10 })
    const pages: string[] = []
    for (const iban of [DECLINED, AWAITING]) {
      pages.push(await (await submit(box, token, { iban, mandate: "" })).text())
      await submit(box, token, { iban })
      pages.push(await (await fetch(`${box.url}/s/${token}`)).text())
    }
    const seen = JSON.stringify([pages, box.sandbox.sessions(), box.log, box.sandbox.calls]).replace(/\s/g, "")
    expect(pages.join()).toContain("•• •••• 0001")
    for (const { iban } of TEST_IBANS) {
      expect(seen).not.toContain(iban)
    }
  })

  it("tells where a session is that cannot be paid", async () => {
    const clock = new TestClock()
    const box = await startBox({ clock: clock.read })
    const cancelled = await box.open()
    await box.cancel(cancelled)
    expect((await look(box, `/s/${cancelled}`)).status).toBe(410)
    expect((await submit(box, cancelled)).headers.get("location")).toBe(`/s/${cancelled}`)
    expect((await look(box, "/s/ps_unknown")).status).toBe(404)
    expect((await submit(box, "ps_unknown")).status).toBe(404)
    box.sandbox.switches["pay-after-500"] = "in-progress"
    box.sandbox.faults.payAnswers500AfterAcceptance = true
    const lost = await box.open()
    await box.pay(lost)
    expect(await (await look(box, `/s/${lost}`)).text()).toContain("is being processed")
  })

  it("takes one of two forms that are sent at once", async () => {
    const box = await startBox()
    box.sandbox.faults.payDelayMs = 200
    const token = await box.open()
    await Promise.all([submit(box, token), submit(box, token)])
    expect(box.sandbox.sessions()).toMatchObject([{ status: "COMPLETED", attempts: 1 }])
  })

  it("asks for a signature where the mandate is accepted with one, and says how often it debits", async () => {
    const box = await startBox({ switches: { "acceptance-mode": "signature" } })
    const token = await box.open({ billing_type: "RECURRING", billing_frequency: "MONTHLY" })
    const page = await (await look(box, `/s/${token}`)).text()
    expect(page).toContain("I sign this mandate with my name above")
    expect(page).toContain("recurring, monthly")
  })

  it("takes new addresses while it runs, and shows them in a GET", async () => {
    const box = await startBox()
    const body = JSON.stringify({ urls: { success: SUCCESS, failure: FAILURE } })
    const headers = { "content-type": "application/json" }
    await fetch(`${box.url}/control/hosted-return-urls`, { method: "POST", headers, body })
    const token = await box.open()
    expect((await box.get(token)).body).toMatchObject({
      campaign: { success_redirect_url: SUCCESS, failure_redirect_url: FAILURE },
    })
    box.sandbox.setHostedReturnUrls(null)
    expect((await payOn(box, token, APPROVED)).status).toBe(200)
    await expect(startBox({ hostedReturnUrls: { success: "thanks", failure: FAILURE } })).rejects.toThrow("Invalid URL")
  })

  const added = async (box: Box) => {
    const token = await box.open()
    const target = new URL((await payOn(box, token, APPROVED)).headers.get("location") ?? "")
    const [session] = box.sandbox.sessions()
    return { token, parameters: Object.fromEntries(target.searchParams), order: session?.transactions[0]?.order_number }
  }
  answersOf("hosted-return", {
    none: ["nothing is added to the return address", async (box) => {
      expect((await added(box)).parameters).toEqual({ lang: "de" })
    }],
    "token-and-order": ["token and order are added to the return address", async (box) => {
      const { token, parameters, order } = await added(box)
      expect(parameters).toEqual({ lang: "de", session_token: token, order_number: order })
    }],
  }, toShop)
})
