import { APPROVED, AWAITING, closeStages, eachAnswer, HARD_DECLINE, lead } from "./support"
import { startStage, TERMS, type Stage } from "./support"

const RETURNS = { success: "http://shop.example/thanks", failure: "http://shop.example/sorry" }

afterEach(closeStages)

/** Fills the hosted page in and presses pay; follows it until it leaves the gateway. */
async function payOnPage(stage: Stage, page: string, iban: string): Promise<string> {
  const fields = new URLSearchParams({ iban, holder: "Max Mustermann", mandate: "accepted" })
  let answer = await fetch(page, { method: "POST", body: fields, redirect: "manual" })
  for (;;) {
    const location = new URL(answer.headers.get("location") ?? "", stage.url)
    if (!location.href.startsWith(`${stage.url}/s/`)) {
      return location.href
    }
    answer = await fetch(location, { redirect: "manual" })
  }
}

async function opened(stage: Stage): Promise<{ session_token: string; page: string }> {
  const { session_token, payment_url } = await stage.client.createSession({ ...TERMS, lead: lead() })
  return { session_token, page: payment_url ?? "" }
}

describe("the hosted payment page", () => {
  it("[10-flow] [10-reference] takes the account, pays without a reference, sends the shopper back", async () => {
    const stage = await startStage({ hostedReturnUrls: RETURNS })
    const { session_token, page } = await opened(stage)
    expect((await fetch(page)).status).toBe(200)
    expect(await payOnPage(stage, page, APPROVED)).toBe(RETURNS.success)
    expect((await stage.client.getSession(session_token)).status).toBe("COMPLETED")
    expect(stage.record(session_token).transactions).toMatchObject([{ tenant_reference_id: null, status: "approved" }])
  })

  it("[10-verification] shows the page of the mandate first where the gateway asks for it", async () => {
    const stage = await startStage({ hostedReturnUrls: RETURNS })
    const { session_token, page } = await opened(stage)
    expect(await payOnPage(stage, page, AWAITING)).toBe(`${stage.url}/verification/${session_token}`)
    const signed = await stage.decide(session_token, "sign")
    expect(new URL(signed.headers.get("location") ?? "", stage.url).href).toBe(page)
    const back = await fetch(page, { redirect: "manual" })
    expect(new URL(back.headers.get("location") ?? "", stage.url).href).toBe(page)
    expect((await fetch(page, { redirect: "manual" })).headers.get("location")).toBe(RETURNS.success)
    expect((await stage.client.getSession(session_token)).status).toBe("COMPLETED")
  })

  it("[10-redirects] [5.2-redirects] sends the shopper to the campaign's addresses, which GET names", async () => {
    const stage = await startStage({ hostedReturnUrls: RETURNS })
    const { session_token, page } = await opened(stage)
    expect((await stage.get(session_token)).body.campaign).toMatchObject({
      success_redirect_url: RETURNS.success,
      failure_redirect_url: RETURNS.failure,
    })
    expect(await payOnPage(stage, page, HARD_DECLINE)).toBe(RETURNS.failure)
    expect((await stage.client.getSession(session_token)).status).toBe("FAILED")
  })

  it.each(eachAnswer("hosted-return", { none: [], "token-and-order": ["session_token", "order_number"] }))(
    "[10-hosted-return] adds parameters to the address, on which nothing depends: %s",
    async (_, switches, parameters) => {
      const stage = await startStage({ hostedReturnUrls: RETURNS, switches })
      const { session_token, page } = await opened(stage)
      const back = new URL(await payOnPage(stage, page, APPROVED))
      expect([...back.searchParams.keys()]).toEqual(parameters)
      expect((await stage.client.getSession(session_token)).status).toBe("COMPLETED")
    },
  )
})
