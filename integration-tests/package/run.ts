import { randomBytes } from "node:crypto"
import { mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { onInterrupt } from "../../demo/interrupt"
import { Shutdown } from "../../demo/shutdown"
import { startDatabase } from "../setup/own-database"
import { buy } from "./buy"
import { findDebit } from "./merchant"
import { load, loadsNoMedusa, packageExports, typesResolve } from "./package-exports"
import { Programs } from "./programs"
import { install, installedPackage, writePlainProject, writeShop } from "./projects"
import { Abandoned, Report } from "./report"
import { Shop } from "./shop"
import { checkStorefront } from "./storefront"
import { pack, PackedFiles, widgetIds } from "./tarball"
import { refusesToBoot, withMistake } from "./wiring"

/*
 * npm run test:package [-- --keep] [--medusa 2.17.2]: packs the plugin, installs the tarball as strangers would, and
 * takes an order in a fresh Medusa shop. With --keep the projects and the programs' logs stay for a look; --medusa
 * names another version of Medusa than the one this repository is built with.
 */

async function main(report: Report, folder: string, shutdown: Shutdown, medusa: string | undefined): Promise<void> {
  const programs = new Programs(join(folder, "logs"), shutdown)
  const tarball = await report.need("npm pack builds and packs the plugin", () => pack(programs, folder))
  await checkPlainProject(report, programs, join(folder, "plain"), tarball)
  await checkStorefront(report, programs, join(folder, "storefront"), tarball)
  const shop = join(folder, "shop")
  await report.need("a fresh Medusa shop installs the tarball", async () => {
    writeShop(shop, tarball, medusa)
    await install(programs, shop)
  })
  await checkShop(report, programs, shop, shutdown)
}

async function checkPlainProject(report: Report, programs: Programs, folder: string, tarball: string): Promise<void> {
  await report.need("the tarball installs into an empty project", async () => {
    writePlainProject(folder, tarball)
    await install(programs, folder)
  })
  const packed = new PackedFiles(installedPackage(folder))
  await report.check("the tarball holds its manifest, README and licence", () => packed.holdsWhatItPromises())
  await report.check("the tarball holds the ledger's migrations", () => packed.holdsMigrations())
  await report.check("every script has its type declarations", () => packed.holdsDeclarations())
  await report.check("the dashboard's bundle holds every widget", () => packed.holdsWidgets(widgetIds()))
  await report.check("the sandbox is a program", () => packed.holdsSandbox())
  await report.check("the tarball holds no configuration, demo, tests or secrets", () => packed.holdsNothingElse())
  await report.check("no script carries an inline source map", () => packed.holdsNoInlineSourceMaps())
  await report.check("no file names a folder of this machine", () => packed.holdsNoForeignPaths())
  await report.check("installing the plugin does not pull Medusa in", () => loadsNoMedusa(programs, folder))
  for (const entry of packageExports(packed.folder).withoutMedusa) {
    await report.check(`without Medusa, require("${entry}") works`, () => load(programs, folder, entry))
  }
}

async function checkShop(
  report: Report,
  programs: Programs,
  folder: string,
  shutdown: Shutdown,
): Promise<void> {
  const { all, typed } = packageExports(installedPackage(folder))
  for (const entry of all) {
    await report.check(`in the shop, require("${entry}") works`, () => load(programs, folder, entry))
  }
  await report.check("types resolve with moduleResolution Node16", () =>
    typesResolve(programs, folder, typed, { module: "Node16", moduleResolution: "Node16" }),
  )
  await report.check("types resolve with moduleResolution bundler", () =>
    typesResolve(programs, folder, typed, { module: "ESNext", moduleResolution: "bundler" }),
  )
  const databaseUrl = await report.need("PostgreSQL starts", () => startDatabase(shutdown, "package"))
  const shop = await Shop.prepare(programs, folder, databaseUrl)
  await report.need("medusa db:migrate makes the tables", () => shop.migrate())
  const seeded = await report.need("the shop is filled with something to buy", () => shop.seed())
  await checkWiring(report, shop, folder)
  await report.need("catalystpay-sandbox starts from node_modules/.bin", () => shop.startSandbox())
  await report.need("medusa start boots with the plugin", () => shop.start())
  const orderId = await report.need("a shopper pays an order by direct debit, and the webhook captures it", () =>
    buy(shop, seeded, databaseUrl),
  )
  await report.check("the merchant finds that order's debit", () => findDebit(shop, orderId))
}

async function checkWiring(report: Report, shop: Shop, folder: string): Promise<void> {
  await report.check("without dependencies the boot fails and says what to add", () =>
    withMistake(folder, `dependencies: ["query", "catalystpay"],`, "", () =>
      refusesToBoot(shop, ["lacks access to query and catalystpay", `dependencies: ["query", "catalystpay"]`]),
    ),
  )
  await report.check("with an account that does not exist the boot fails and names it", () =>
    withMistake(folder, `account: "default"`, `account: "acme"`, () =>
      refusesToBoot(shop, [`names the account "acme"`]),
    ),
  )
  const shortKey = randomBytes(16).toString("base64")
  await report.check("with a short encryptionKey the boot fails and says how to make one, without showing it", () =>
    refusesToBoot(shop, ["encryptionKey", "must be 32 random bytes"], { CATALYSTPAY_ENCRYPTION_KEY: shortKey }),
  )
  await report.check("put right again, medusa db:migrate still works", () => shop.migrate())
}

async function run(): Promise<void> {
  const { keep, medusa } = parseArgs({ options: { keep: { type: "boolean" }, medusa: { type: "string" } } }).values
  const report = new Report((text) => void process.stdout.write(text))
  const shutdown = new Shutdown()
  const folder = mkdtempSync(join(tmpdir(), "catalystpay-package-"))
  mkdirSync(join(folder, "logs"))
  onInterrupt(shutdown, "Stopping ...")
  const start = performance.now()
  try {
    await main(report, folder, shutdown, medusa)
  } catch (error) {
    if (!(error instanceof Abandoned)) {
      report.failed += 1
      process.stdout.write(`FAILED  ${error instanceof Error ? error.message : String(error)}\n`)
    }
  } finally {
    await shutdown.run()
    if (keep) {
      process.stdout.write(`\nKept: ${folder}\n`)
    } else {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    }
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(0)
  process.stdout.write(`\nThe packed plugin was checked in ${seconds} s.\n`)
  process.stdout.write(`${report.passed} passed, ${report.failed} failed\n`)
  process.exitCode = report.failed > 0 ? 1 : 0
}

void run()
