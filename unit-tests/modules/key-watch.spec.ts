import { GatewayError, type Page, type TransactionRow } from "../../src/gateway"
import { KeyWatch } from "../../src/modules/catalystpay/accounts/key-watch"
import type { Gateway } from "../../src/modules/catalystpay/ledger-context"

const refusal = (kind: "unauthorized" | "unavailable") => new GatewayError({ kind, operation: "cancel", message: "refused" })
const CANCELLED = { session_token: "ps_1", status: "EXPIRED", raw_status: "EXPIRED" } as const

async function* onePage(): AsyncIterable<Page<TransactionRow>> {
  yield { rows: [], next: null }
}

describe("the watch over API keys", () => {
  let told: string[]
  let answers: (() => Promise<typeof CANCELLED>)[]
  let unwritable: boolean
  let watch: KeyWatch
  let gateway: Gateway
  const warn = jest.fn()
  const never = async () => Promise.reject(refusal("unauthorized"))

  beforeEach(() => {
    told = []
    answers = []
    unwritable = false
    warn.mockClear()
    const tell = async (what: string): Promise<void> => {
      if (unwritable) {
        throw new Error("the database is gone")
      }
      told.push(what)
    }
    watch = new KeyWatch(
      {
        open: async (found) => {
          await tell(`${found.code} opens for ${found.subject}`)
          return {
            id: "cpprb_1",
            key: "",
            code: found.code,
            account: null,
            debit_id: null,
            order_id: null,
            details: null,
            closed_at: null,
            dismissed_by: null,
            dismissal_note: null,
            announced_at: null,
            created_at: new Date(),
          }
        },
        close: async (code, subject) => tell(`${code} closes for ${subject}`),
      },
      { warn },
    )
    gateway = watch.watch("de", {
      createSession: never,
      validateIban: never,
      getSession: never,
      pay: never,
      verify: never,
      cancel: async () => (answers.shift() ?? (async () => CANCELLED))(),
      transactionPages: onePage,
      chargebackPages: () => {
        throw new Error("nobody asks for chargebacks here")
      },
    })
  })

  const reject = async () => Promise.reject<typeof CANCELLED>(refusal("unauthorized"))
  const cancel = () => gateway.cancel("ps_1").catch((error: unknown) => error)

  it("opens a problem when a key is refused, and closes it when it is accepted, once each", async () => {
    answers = [reject, reject, async () => CANCELLED, async () => CANCELLED, reject]
    for (let call = 0; call < 5; call += 1) {
      await cancel()
    }
    expect(told).toEqual([
      "gateway_credentials_rejected opens for de",
      "gateway_credentials_rejected closes for de",
      "gateway_credentials_rejected opens for de",
    ])
  })

  it("hands the refusal on as it is", async () => {
    answers = [reject]
    expect(await cancel()).toMatchObject({ kind: "unauthorized", message: "refused" })
  })

  it("closes what an earlier process has opened with the first accepted key, and knows when that was", async () => {
    expect(watch.lastAccepted("de")).toBeNull()
    expect(await cancel()).toEqual(CANCELLED)
    expect(told).toEqual(["gateway_credentials_rejected closes for de"])
    expect(watch.lastAccepted("de")).toBeInstanceOf(Date)
    expect(watch.lastAccepted("fr")).toBeNull()
    expect(watch.lastRejected("de")).toBeNull()
    answers = [reject]
    await cancel()
    expect(watch.lastRejected("de")).toBeInstanceOf(Date)
  })

  it("learns nothing from another failure, nor from calls that the session's token authorises", async () => {
    answers = [async () => Promise.reject<typeof CANCELLED>(refusal("unavailable"))]
    await cancel()
    await expect(gateway.getSession("ps_1")).rejects.toMatchObject({ kind: "unauthorized" })
    expect(told).toEqual([])
  })

  it("hears a listing's pages", async () => {
    const pages: unknown[] = []
    for await (const page of gateway.transactionPages({ start_date: "2026-11-01", end_date: "2026-11-25" })) {
      pages.push(page)
    }
    expect(pages).toEqual([{ rows: [], next: null }])
    expect(told).toEqual(["gateway_credentials_rejected closes for de"])
  })

  it("lets a call succeed whose news cannot be written, and tells them with the next", async () => {
    unwritable = true
    expect(await cancel()).toEqual(CANCELLED)
    expect(warn).toHaveBeenCalledTimes(1)
    unwritable = false
    await cancel()
    expect(told).toEqual(["gateway_credentials_rejected closes for de"])
  })
})
