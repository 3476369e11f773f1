import { fileURLToPath } from "node:url"
import react from "@vitejs/plugin-react"
import { defineConfig } from "vite"

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const PACKAGE = "medusa-payment-catalystpay"

/** The shop imports the kit as any shop would, and gets it from its sources: the demo always shows the kit as it is. */
export default defineConfig({
  root: here("."),
  logLevel: "warn",
  plugins: [react()],
  resolve: {
    alias: [
      { find: `${PACKAGE}/storefront/style.css`, replacement: here("../../storefront/style.css") },
      { find: `${PACKAGE}/storefront/react`, replacement: here("../../storefront/react.ts") },
      { find: `${PACKAGE}/storefront`, replacement: here("../../storefront/index.ts") },
    ],
  },
  build: { target: "es2022", emptyOutDir: true, modulePreload: { polyfill: false }, reportCompressedSize: false },
})
