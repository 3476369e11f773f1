import { readdirSync, readFileSync } from "node:fs"
import { extname, join } from "node:path"
import { serve } from "@hono/node-server"
import { Hono } from "hono"
import type { DemoInfo } from "./demo-file"
import type { DemoTestIban } from "./gateway"
import { SAMPLE_SHOPPER } from "./sample-shopper"
import { COUNTRIES } from "./seed/catalog"

const FOLDER = join(__dirname, "storefront")

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
}

export type StorefrontOptions = {
  host: string
  port: number
  info: DemoInfo
  provider_id: string
  test_ibans: readonly DemoTestIban[]
}

/** Serves the checkout page and, as `/config.json`, what it has to know. Answers the function that ends it. */
export function startStorefront(options: StorefrontOptions): Promise<() => Promise<void>> {
  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    c.header("Cache-Control", "no-store")
    c.header("Content-Security-Policy", contentPolicy(options.info.medusa_url))
    c.header("Referrer-Policy", "no-referrer")
    c.header("X-Content-Type-Options", "nosniff")
  })
  for (const file of readdirSync(FOLDER)) {
    const type = TYPES[extname(file)] ?? "application/octet-stream"
    // Read at every request, so that the page can be edited while the demo runs.
    app.get(file === "index.html" ? "/" : `/${file}`, (c) =>
      c.body(readFileSync(join(FOLDER, file), "utf8"), 200, { "Content-Type": type }),
    )
  }
  app.get("/favicon.ico", (c) => c.body(null, 204))
  app.get("/config.json", (c) => c.json(pageConfig(options)))
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

/** Everything here is public; secrets of the demo stay out. */
export function pageConfig({ info, provider_id, test_ibans }: StorefrontOptions) {
  return {
    medusa_url: info.medusa_url,
    admin_url: info.admin_url,
    sandbox_url: info.sandbox_url,
    publishable_key: info.publishable_key,
    region_id: info.region_id,
    variant_id: info.variant_id,
    provider_id,
    countries: COUNTRIES,
    shopper: SAMPLE_SHOPPER,
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
