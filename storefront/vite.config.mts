import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { defineConfig, type Plugin } from "vite"

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Server components of Next.js know a module of the client by its first line, which bundlers drop from sources. */
const CLIENT_ENTRY = "react"

/** The stylesheet is optional, so no script imports it: it goes beside them as it is. */
const stylesheet: Plugin = {
  name: "storefront-stylesheet",
  generateBundle() {
    this.emitFile({ type: "asset", fileName: "style.css", source: readFileSync(here("style.css"), "utf8") })
  },
}

export default defineConfig({
  root: here("."),
  logLevel: "warn",
  plugins: [stylesheet],
  build: {
    target: "es2022",
    outDir: here("../dist/storefront"),
    emptyOutDir: true,
    // A shop's own build does that; what is readable here can be read there.
    minify: false,
    sourcemap: false,
    lib: {
      entry: { index: here("index.ts"), react: here("react.ts") },
      formats: ["es"],
      fileName: (_format, name) => `${name}.mjs`,
    },
    rollupOptions: {
      external: ["react", "react/jsx-runtime", "ibantools"],
      output: {
        chunkFileNames: "shared.mjs",
        banner: (chunk) => (chunk.isEntry && chunk.name === CLIENT_ENTRY ? `"use client";` : ""),
      },
    },
  },
})
