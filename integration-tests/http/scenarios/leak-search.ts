import { ibansIn } from "../support/iban-search"
import { APPROVED, DECLINED } from "../support/ibans"
import type { Shop } from "../support/shop-suite"

export function leakSearch(shop: Shop): void {
  const writings: [string, string][] = [
    ["as it is", APPROVED],
    ["in groups", APPROVED.replace(/(.{4})/g, "$1 ")],
    ["in lower case with dashes", APPROVED.toLowerCase().replace(/(.{4})/g, "$1-")],
    ["without its country and check digits", APPROVED.slice(4)],
    ["as base64", Buffer.from(JSON.stringify({ iban: APPROVED })).toString("base64")],
    ["as hex", Buffer.from(APPROVED).toString("hex")],
  ]

  it("finds an IBAN however it is written, and does not take four digits for one", () => {
    for (const [how, text] of writings) {
      const found = ibansIn(`before ${text} after`, [DECLINED, APPROVED])
      expect({ how, found }).toEqual({ how, found: [APPROVED] })
    }
    expect(ibansIn("DE** **** 3000", [APPROVED])).toEqual([])
  })

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

  it("leaves no IBAN in the workflows that Medusa keeps", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    await shopper.giveBankAccount(DECLINED)
    await shopper.complete()
    await shopper.giveBankAccount(APPROVED)
    await shopper.placeOrder()
    const kept = await shop.database.rows("select workflow_id, w::text as line from workflow_execution w")
    expect(kept.map(({ workflow_id }) => workflow_id)).toContain("complete-cart")
    expect(ibansIn(kept.map(({ line }) => String(line)).join("\n"), shop.ibans())).toEqual([])
  })
}
