import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { foreignEnvironment } from "./npm"
import type { Programs } from "./programs"
import { install, writeStorefront } from "./projects"
import type { Report } from "./report"

const WITHIN_MS = 180_000

/** What a browser must never be sent: parts of the server, and of what it is made of. */
const SERVER_CODE = [/["'`]node:[a-z]/, /@medusajs\/(framework|medusa|utils)/, /\bundici\b/, /ZodError/, /\/admin\/catalystpay/]

/** A storefront of React and Vite installs the tarball, as an online shop's own developers would. */
export async function checkStorefront(report: Report, programs: Programs, folder: string, tarball: string): Promise<void> {
  await report.need("a bare Vite app with React 19 installs the tarball", async () => {
    writeStorefront(folder, tarball)
    await install(programs, folder)
  })
  const run = (...command: string[]) =>
    programs.run([process.execPath, ...command], { cwd: folder, env: foreignEnvironment(), withinMs: WITHIN_MS })
  await report.check("nothing of Medusa but its SDK is in the storefront's node_modules", () => holdsTheSdkAlone(folder))
  await report.check("the form compiles in a strict project, with Medusa's own SDK", () =>
    run(join("node_modules", "typescript", "bin", "tsc"), "-p", "tsconfig.json"),
  )
  await report.check("vite builds the form, and no server code comes with it", async () => {
    await run(join("node_modules", "vite", "bin", "vite.js"), "build")
    holdsTheForm(join(folder, "dist", "assets"))
  })
  await report.check("a server renders the form", async () => {
    const html = await run("render.mjs")
    if (!html.includes("Kontoinhaber") || !html.includes("<form")) {
      throw new Error(`What was rendered is no form: ${html.slice(0, 200)}`)
    }
  })
  await report.check("servers of Next.js know the form for a client's", () => {
    const entry = join(folder, "node_modules", "medusa-payment-catalystpay", "dist", "storefront", "react.mjs")
    if (!readFileSync(entry, "utf8").startsWith(`"use client";`)) {
      throw new Error("The React entry does not begin with its directive.")
    }
  })
}

function holdsTheSdkAlone(folder: string): void {
  const scope = join(folder, "node_modules", "@medusajs")
  const found = readdirSync(scope).filter((name) => name !== "js-sdk")
  const nested = join(folder, "node_modules", "medusa-payment-catalystpay", "node_modules", "@medusajs")
  if (found.length > 0 || existsSync(nested)) {
    throw new Error(`The storefront got @medusajs/${found.join(", @medusajs/")} with the plugin.`)
  }
}

function holdsTheForm(folder: string): void {
  const files = readdirSync(folder)
  const read = (ending: string) =>
    files.filter((file) => file.endsWith(ending)).map((file) => readFileSync(join(folder, file), "utf8")).join("\n")
  const script = read(".js")
  if (!script.includes("cpay-iban") || !read(".css").includes(".cpay-input")) {
    throw new Error("The build lacks the form or its stylesheet.")
  }
  if (script.includes("Kontoinhaber")) {
    throw new Error("The build has a language that the shop does not use: the languages cannot be left out.")
  }
  const strays = SERVER_CODE.filter((pattern) => pattern.test(script)).map(String)
  if (strays.length > 0) {
    throw new Error(`The build has server code in it: ${strays.join(", ")}`)
  }
}
