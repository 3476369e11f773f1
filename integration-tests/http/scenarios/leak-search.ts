import { spawn } from "node:child_process"
import { once } from "node:events"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { API_KEY } from "../support/environment"
import { ibansIn } from "../support/iban-search"
import { leaksInLog } from "../support/leaks"
import { captureOutput, forwardOutput } from "../support/output"
import { APPROVED, DECLINED } from "../support/ibans"
import type { Shop } from "../support/shop-suite"

export function leakSearch(shop: Shop): void {
  it("reads every table, those of Medusa and of its workflows among them", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shopper.giveBankAccount(APPROVED, { iban_holder_name: "Erika Beispiel" })
    await shopper.call("POST", `/store/carts/${shopper.cartId}`, { metadata: { mark: "find-this-mark" } })
    const dump = await shop.database.dump()
    expect(dump).toContain("Erika Beispiel")
    expect(dump).toContain(shopper.email)
    expect(dump).toContain("find-this-mark")
    expect(dump).toContain("v1.")
  })

  it("would find an IBAN in a table, were there one", async () => {
    const shopper = shop.newShopper()
    await shopper.fillCart()
    const url = `/store/carts/${shopper.cartId}`
    const planted = "DE55430609679000000007"
    await shop.database.rows("update cart set metadata = ?::jsonb where id = ?", [
      JSON.stringify({ note: planted.toLowerCase() }),
      shopper.cartId,
    ])
    expect(ibansIn(await shop.database.dump(), shop.ibans())).toEqual([planted])
    await shop.database.rows("update cart set metadata = null where id = ?", [shopper.cartId])
    expect((await shopper.call("GET", url)).status).toBe(200)
  })

  /** What is planted here must not be found by the search of the whole file. */
  async function writtenWhile(work: () => unknown): Promise<string> {
    const output = captureOutput()
    output.start()
    try {
      await work()
    } finally {
      output.stop()
    }
    return output.text()
  }

  it("would find an IBAN, a key and a token in what Medusa logs and in what is printed past its log", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    const token = String((await shop.database.debit(shopper.sessionId)).session_token)
    const logger = shop.container().resolve(ContainerRegistrationKeys.LOGGER)
    const ways: ((text: string) => unknown)[] = [
      (text) => logger.error(text),
      (text) => logger.warn(text),
      (text) => console.log(text),
      (text) => process.stderr.write(text),
    ]
    for (const write of ways) {
      const text = await writtenWhile(() => write(`planted: ${APPROVED.toLowerCase()} ${API_KEY} ${token}`))
      expect(leaksInLog(text, [APPROVED])).toEqual([`the IBAN ${APPROVED}`, `the secret ${API_KEY}`, `the secret ${token}`])
    }
    expect(leaksInLog(shop.log(), shop.ibans(), [token])).toEqual([])
  })

  it("would find an IBAN in what another process prints", async () => {
    const text = await writtenWhile(async () => {
      const print = `console.error(process.argv[1].split("").join(" ")); console.log(process.argv[2])`
      const child = spawn(process.execPath, ["-e", print, APPROVED, API_KEY], { stdio: ["ignore", "pipe", "pipe"] })
      forwardOutput(child)
      await once(child, "close")
    })
    expect(leaksInLog(text, [APPROVED])).toEqual([`the IBAN ${APPROVED}`, `the secret ${API_KEY}`])
  })

  it("leaves no IBAN in the workflows that Medusa keeps", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shopper.giveBankAccount(DECLINED)
    await shopper.complete()
    await shopper.giveBankAccount(APPROVED)
    await shopper.placeOrder()
    // What Medusa answers is searched like everything else after the test.
    await shop.admin.lookAtTheOrders()
    const kept = await shop.database.rows("select workflow_id, w::text as line from workflow_execution w")
    expect(kept.map(({ workflow_id }) => workflow_id)).toContain("complete-cart")
    expect(ibansIn(kept.map(({ line }) => String(line)).join("\n"), shop.ibans())).toEqual([])
  })
}
