import { anyFreePort } from "../../demo/ports"
import { pageConfig, startStorefront, type StorefrontOptions } from "../../demo/storefront-server"

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

const options = (port: number): StorefrontOptions => ({
  host: "127.0.0.1",
  port,
  info,
  provider_id: "pp_catalystpay_sepa",
  test_ibans: [],
})

describe("the checkout page's server", () => {
  it("tells the page what it needs and keeps the demo's secrets", () => {
    const config = JSON.stringify(pageConfig(options(1)))
    expect(config).toContain("pk_1")
    expect(config).not.toMatch(/hush|postgres:/)
  })

  it("serves the page with a policy that lets it load nothing from elsewhere", async () => {
    const port = await anyFreePort()
    const close = await startStorefront(options(port))
    const answer = await fetch(`http://127.0.0.1:${port}/`)
    const page = await answer.text()
    expect(answer.headers.get("content-type")).toContain("text/html")
    expect(answer.headers.get("content-security-policy")).toContain("connect-src 'self' http://localhost:9000;")
    expect(page).not.toMatch(/(src|href)="https?:/)
    for (const file of [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1])) {
      expect((await fetch(`http://127.0.0.1:${port}${file}`)).status).toBe(200)
    }
    expect((await fetch(`http://127.0.0.1:${port}/../package.json`)).status).toBe(404)
    await close()
  })
})
