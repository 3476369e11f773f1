import { readFileSync, readdirSync } from "node:fs"
import { extname, join } from "node:path"
import { serve } from "@hono/node-server"
import { Hono, type Context } from "hono"
import type { DemoInfo } from "./demo-file"
import type { DemoTestIban } from "./gateway"
import { SAMPLE_SHOPPER } from "./sample-shopper"
import { COUNTRIES } from "./seed/catalog"
import { SAMPLE_CUSTOMER } from "./seed/customer"
import type { PaymentWay, ShopConfig } from "./storefront/shop/config"

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
}

export type StorefrontOptions = {
  host: string
  port: number
  /** The shop as it was built: `index.html` and its `assets`. */
  folder: string
  info: DemoInfo
  payment_ways: readonly PaymentWay[]
  test_ibans: readonly DemoTestIban[]
}

/** Serves the shop and, as `/config.json`, what it has to know. Answers the function that ends it. */
export function startStorefront(options: StorefrontOptions): Promise<() => Promise<void>> {
  const app = createApp(options)
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port: options.port, hostname: options.host }, () => {
      resolve(
        () =>
          new Promise((closed) => {
            server.close(() => closed())
            // A browser keeps its connection open, and the end should not wait for it.
            if ("closeAllConnections" in server) {
              server.closeAllConnections()
            }
          }),
      )
    })
    server.on("error", reject)
  })
}

function createApp(options: StorefrontOptions): Hono {
  const { folder, info } = options
  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    c.header("Content-Security-Policy", contentPolicy(info.medusa_url))
    c.header("Referrer-Policy", "no-referrer")
    c.header("X-Content-Type-Options", "nosniff")
  })
  for (const file of readdirSync(join(folder, "assets"))) {
    const type = TYPES[extname(file)] ?? "application/octet-stream"
    const content = readFileSync(join(folder, "assets", file), "utf8")
    // Its name says what it holds.
    const headers = { "Content-Type": type, "Cache-Control": "public, max-age=31536000, immutable" }
    app.get(`/assets/${file}`, (c) => c.body(content, 200, headers))
  }
  const page = readFileSync(join(folder, "index.html"), "utf8")
  app.get("/config.json", (c) => c.json(shopConfig(options), 200, { "Cache-Control": "no-store" }))
  app.get("*", (c) => (isPage(c) ? c.html(page, 200, { "Cache-Control": "no-store" }) : c.notFound()))
  return app
}

/** Which pages there are is the shop's own knowledge; a path with a dot would be a file. */
function isPage(c: Context): boolean {
  return !c.req.path.includes(".")
}

/** Everything here is public; secrets of the demo stay out. */
export function shopConfig({ info, payment_ways, test_ibans }: StorefrontOptions): ShopConfig {
  return {
    medusa_url: info.medusa_url,
    admin_url: info.admin_url,
    sandbox_url: info.sandbox_url,
    publishable_key: info.publishable_key,
    region_id: info.region_id,
    payment_ways,
    countries: COUNTRIES,
    shopper: SAMPLE_SHOPPER,
    customer: { email: SAMPLE_CUSTOMER.email, password: SAMPLE_CUSTOMER.password },
    test_ibans,
  }
}

/** The page loads nothing from elsewhere and talks to the shop alone. */
function contentPolicy(medusaUrl: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${medusaUrl}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ")
}
