#!/usr/bin/env node
/**
 * Measures what the form adds to a shop that has React: form, client, one language and ibantools, minified and gzipped.
 * Prints it, and fails when it is more than the limit.
 */
import { fileURLToPath } from "node:url"
import { gzipSync } from "node:zlib"
import { build } from "vite"

const LIMIT_BYTES = 25 * 1024
const SHOP = "virtual:shop"
const here = (path) => fileURLToPath(new URL(`../storefront/${path}`, import.meta.url))

const shop = {
  name: "shop",
  resolveId: (id) => (id === SHOP ? id : null),
  load: (id) =>
    id === SHOP
      ? `export { createSepaClient, en } from ${JSON.stringify(here("index.ts"))}
         export { SepaDebitForm } from ${JSON.stringify(here("react.ts"))}`
      : null,
}

const result = await build({
  configFile: false,
  logLevel: "error",
  plugins: [shop],
  build: {
    write: false,
    target: "es2022",
    minify: "esbuild",
    modulePreload: false,
    rollupOptions: {
      input: SHOP,
      external: ["react", "react/jsx-runtime"],
      preserveEntrySignatures: "strict",
      output: { format: "es" },
    },
  },
  esbuild: { jsx: "automatic" },
})
const code = result.output.map((chunk) => (chunk.type === "chunk" ? chunk.code : "")).join("")
const bytes = gzipSync(code, { level: 9 }).length
const kilobytes = (size) => `${(size / 1024).toFixed(1)} kB`
console.log(`The SEPA form without React: ${kilobytes(bytes)} gzipped (${kilobytes(code.length)} minified), limit ${kilobytes(LIMIT_BYTES)}.`)
process.exitCode = bytes > LIMIT_BYTES ? 1 : 0
