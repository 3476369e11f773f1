import { DEFAULT_CAMPAIGN_ID, TEST_IBANS } from "../../sandbox"
import { APPROVED, AWAITING, closeAll, KEY, startBox, startReceiver } from "./support"
import type { Box } from "./support"

async function control(box: Box, method: string, path: string, body?: unknown) {
  const response = await fetch(`${box.url}/control${path}`, {
    method,
    headers: body === undefined ? {} : { "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  const answer: unknown = await response.json()
  return { status: response.status, answer }
}

describe("the control API and the pages beside it", () => {
  afterEach(closeAll)

  it("shows calls, sessions and deliveries, and clears the calls", async () => {
    const { url } = await startReceiver(200)
    const box = await startBox({ webhooks: { url, secret: "s" } })
    await box.pay(await box.open())
    await box.sandbox.settled()
    expect((await control(box, "GET", "/calls")).answer).toEqual({ calls: box.sandbox.calls })
    expect((await control(box, "GET", "/sessions")).answer).toEqual({ sessions: box.sandbox.sessions() })
    expect((await control(box, "GET", "/deliveries")).answer).toEqual({ deliveries: box.sandbox.deliveries })
    await control(box, "DELETE", "/calls")
    expect(box.sandbox.calls).toEqual([])
  })

  it("sets target and return address, holds, releases and sends again", async () => {
    const { url, received } = await startReceiver(200)
    const box = await startBox()
    await control(box, "POST", "/webhooks", { url, secret: "s" })
    await control(box, "POST", "/return-url", { url: "https://shop.example/back" })
    await control(box, "POST", "/hold")
    const token = await box.open()
    await box.pay(token, { iban: AWAITING })
    expect((await box.decide(token, "sign")).headers.get("location")).toContain("https://shop.example/back")
    await box.verify(token)
    expect(received).toHaveLength(0)
    await control(box, "POST", "/release")
    expect(received).toHaveLength(3)
    expect((await control(box, "POST", "/resend", { times: 2 })).status).toBe(200)
    expect(received).toHaveLength(5)
    await control(box, "POST", "/webhooks", { url: null })
    await box.pay(await box.open())
    await box.sandbox.settled()
    expect(received).toHaveLength(5)
  })

  it("switches faults, and shows them", async () => {
    const box = await startBox()
    const { answer } = await control(box, "POST", "/faults", { validateIbanDown: true })
    expect(answer).toEqual((await control(box, "GET", "/faults")).answer)
    expect(answer).toMatchObject({ validateIbanDown: true, payDelayMs: 0 })
    expect((await box.request("POST", "/iban-validate/", { iban: APPROVED }, KEY)).status).toBe(503)
  })

  it("refuses what it does not know", async () => {
    const box = await startBox()
    expect((await control(box, "POST", "/faults", { payDelay: 1 })).status).toBe(400)
    expect((await control(box, "POST", "/webhooks", { url: "ftp://x", secret: "s" })).status).toBe(400)
    expect((await control(box, "POST", "/resend", {})).status).toBe(409)
  })

  it("answers health, and an index page with every test IBAN", async () => {
    const box = await startBox()
    expect((await fetch(`${box.url}/health`)).status).toBe(200)
    const page = await (await fetch(box.url)).text()
    expect(page).toContain(`${box.url}/api/v1`)
    expect(page).toContain(DEFAULT_CAMPAIGN_ID)
    for (const { iban } of TEST_IBANS) {
      expect(page.replaceAll(" ", "")).toContain(iban)
    }
  })

  it("refuses to listen twice, and frees its port when it closes", async () => {
    const box = await startBox()
    await expect(box.sandbox.listen()).rejects.toThrow("listens already")
    await box.sandbox.close()
    await expect(fetch(`${box.url}/health`)).rejects.toThrow()
  })

  it("refuses a return address and a webhook address that are no URLs", () => {
    return Promise.all([
      expect(startBox({ returnUrl: "checkout" })).rejects.toThrow("Invalid URL"),
      expect(startBox({ webhooks: { url: "hooks", secret: "s" } })).rejects.toThrow("Invalid URL"),
    ])
  })
})
