import { TEST_IBANS } from "../../sandbox"
import type { TestIbanBehaviour } from "../../sandbox"
import { describeOutcome } from "../../sandbox/pages"
import { APPROVED, closeAll, matching, startBox } from "./support"
import type { Box } from "./support"

function ibanThat(behaviour: TestIbanBehaviour): string {
  const found = TEST_IBANS.find((test) => test.behaviour === behaviour)
  return found?.iban ?? ""
}

const statusOf = async (box: Box, token: string) => (await box.get(token)).body.status

describe("test IBANs whose answers go wrong", () => {
  afterEach(closeAll)

  it("are told apart by what they do, and no IBAN stands twice", () => {
    const told = TEST_IBANS.filter(({ behaviour }) => behaviour !== null).map(describeOutcome)
    expect(told).toEqual([
      "approved after 3 seconds",
      "approved, the connection is reset instead of an answer",
      "approved, the answer is a 500",
      "approved, no answer ever comes",
      "approved after one 429",
    ])
    expect(new Set(TEST_IBANS.map(({ iban }) => iban)).size).toBe(TEST_IBANS.length)
  })

  it("keep the session in progress for seconds before they are approved", async () => {
    const box = await startBox()
    const token = await box.open()
    let answered = false
    const paying = box.pay(token, { iban: ibanThat("slow") }).finally(() => (answered = true))
    while ((await statusOf(box, token)) === "PENDING") {
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect([await statusOf(box, token), answered]).toEqual(["PAYMENT_IN_PROGRESS", false])
    expect((await paying).body.status).toBe("completed")
  })

  it("reset the connection after acceptance", async () => {
    const box = await startBox()
    const token = await box.open()
    const failure: unknown = await box.pay(token, { iban: ibanThat("lost-answer") }).catch((error: unknown) => error)
    expect(failure).toMatchObject({ cause: { code: matching(/ECONNRESET|UND_ERR_SOCKET/) } })
    expect(await statusOf(box, token)).toBe("COMPLETED")
    expect(box.sandbox.calls.find(({ operation }) => operation === "pay")?.status).toBe(0)
  })

  it("answer 500 after acceptance", async () => {
    const box = await startBox()
    const token = await box.open()
    expect(await box.pay(token, { iban: ibanThat("server-error") })).toMatchObject({ status: 500 })
    expect(await statusOf(box, token)).toBe("COMPLETED")
  })

  it("do not answer until the caller gives up", async () => {
    const box = await startBox()
    const token = await box.open()
    const patience = new AbortController()
    const paying = fetch(`${box.url}/api/v1/payment-sessions/${token}/pay/`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ iban: ibanThat("hang"), iban_holder_name: "Max" }),
      signal: patience.signal,
    }).then(
      () => "answered",
      () => "given up",
    )
    while ((await statusOf(box, token)) !== "COMPLETED") {
      await new Promise((resolve) => setImmediate(resolve))
    }
    patience.abort()
    expect(await paying).toBe("given up")
    const pay = box.sandbox.calls.find(({ operation }) => operation === "pay")
    while (!box.log.some((line) => line.startsWith("pay"))) {
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(pay?.status).toBe(0)
  })

  it("keep no sandbox from closing while they hang", async () => {
    const box = await startBox()
    const token = await box.open()
    const paying = box.pay(token, { iban: ibanThat("hang") }).catch(() => "cut")
    while (box.sandbox.sessions()[0]?.status !== "COMPLETED") {
      await new Promise((resolve) => setImmediate(resolve))
    }
    await box.sandbox.close()
    expect(await paying).toBe("cut")
  })

  it("answer 429 once per session, without an attempt, and then approve", async () => {
    const box = await startBox()
    const iban = ibanThat("throttled")
    const [first, second] = [await box.open(), await box.open()]
    const { status, headers } = await box.pay(first, { iban, tenant_reference_id: "order-1" })
    expect([status, headers.get("retry-after")]).toEqual([429, "1"])
    expect((await box.get(first)).body).toMatchObject({ status: "PENDING", attempts_remaining: 3 })
    expect((await box.pay(first, { iban, tenant_reference_id: "order-1" })).body.status).toBe("completed")
    expect((await box.pay(second, { iban })).status).toBe(429)
    expect((await box.pay(second, { iban: APPROVED })).status).toBe(200)
  })

  it.each(["lost-answer", "server-error", "hang"] as const)(
    "[pay-after-500=rolled-back] %s leaves the session PENDING",
    async (behaviour) => {
      const box = await startBox({ switches: { "pay-after-500": "rolled-back" } })
      const token = await box.open()
      const processed = new Promise<void>((resolve) => {
        box.sandbox.faults.duringPay = async () => resolve()
      })
      const paying = box.pay(token, { iban: ibanThat(behaviour) }).catch(() => undefined)
      await processed
      expect((await box.get(token)).body).toMatchObject({ status: "PENDING", attempts_remaining: 3 })
      await box.sandbox.close()
      await paying
    },
  )
})
