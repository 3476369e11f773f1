import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { anyFreePort } from "../../demo/ports"
import { shopConfig, startStorefront, type StorefrontOptions } from "../../demo/storefront-server"

const info = {
  storefront_url: "http://localhost:8000",
  medusa_url: "http://localhost:9000",
  admin_url: null,
  sandbox_url: "http://127.0.0.1:4010",
  database_url: "postgres://postgres@localhost:1/medusa",
  publishable_key: "pk_1",
  region_id: "reg_1",
  variant_id: "variant_1",
  shipping_option_id: "so_1",
  admin_email: "admin@example.com",
  admin_password: "hush-password",
  webhook_secret: "whsec_hush",
  pid: 1,
}

function builtShop(): string {
  const folder = mkdtempSync(join(tmpdir(), "storefront-"))
  mkdirSync(join(folder, "assets"))
  writeFileSync(join(folder, "index.html"), "<title>Demo Shop</title>")
  writeFileSync(join(folder, "assets", "index-1.js"), "start()")
  return folder
}

const options = (port: number): StorefrontOptions => ({
  host: "127.0.0.1",
  port,
  folder: builtShop(),
  info,
  payment_ways: [{ provider_id: "pp_catalystpay_sepa", collect: "iban" }],
  test_ibans: [],
})

describe("the shop's server", () => {
  let address: string
  let close: () => Promise<void>

  beforeAll(async () => {
    const port = await anyFreePort()
    address = `http://127.0.0.1:${port}`
    close = await startStorefront(options(port))
  })
  afterAll(() => close())

  it("tells the shop what it needs and keeps the demo's secrets", async () => {
    const config = await (await fetch(`${address}/config.json`)).text()
    expect(JSON.parse(config)).toEqual(shopConfig(options(1)))
    expect(config).toContain("pk_1")
    expect(config).not.toMatch(/hush|postgres:/)
  })

  it.each(["/", "/cart", "/checkout/return?verification_id=vnd_1", "/order/order_1/pay"])(
    "answers %s with the page, so that a reload finds it",
    async (path) => {
      const answer = await fetch(`${address}${path}`)
      expect(answer.status).toBe(200)
      expect(answer.headers.get("content-type")).toContain("text/html")
      expect(await answer.text()).toBe("<title>Demo Shop</title>")
    },
  )

  it("lets the page load nothing from elsewhere and talk to the shop alone", async () => {
    const { headers } = await fetch(`${address}/`)
    expect(headers.get("content-security-policy")).toContain("connect-src 'self' http://localhost:9000;")
    expect(headers.get("content-security-policy")).toContain("script-src 'self';")
    expect(headers.get("referrer-policy")).toBe("no-referrer")
  })

  it("serves what was built and no other file", async () => {
    const script = await fetch(`${address}/assets/index-1.js`)
    expect(script.headers.get("content-type")).toContain("text/javascript")
    expect(await script.text()).toBe("start()")
    for (const path of ["/assets/index-2.js", "/..%2fpackage.json", "/package.json", "/assets/../index.html.bak"]) {
      expect((await fetch(`${address}${path}`)).status).toBe(404)
    }
  })
})
