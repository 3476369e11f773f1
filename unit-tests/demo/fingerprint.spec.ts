import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join, normalize } from "node:path"
import { dashboardFingerprint, databaseFingerprint, SHARED_WITH_DASHBOARD } from "../../demo/fingerprint"
import { ROOT } from "../../demo/paths"

/** The ledger's files of which a file takes more than types, and what those take, in turn. */
function takenFromLedger(file: string): string[] {
  const imports = readFileSync(join(ROOT, file), "utf8").matchAll(/^import (?!type )[^"]*from "(\.[^"]*)"/gm)
  const taken = [...imports]
    .map(([, specifier]) => normalize(join(dirname(file), `${specifier}.ts`)))
    .filter((path) => path.startsWith("src/modules/"))
  return taken.flatMap((path) => [path, ...takenFromLedger(path)])
}

describe("the fingerprint of a prepared database", () => {
  it("changes with a migration, the seed and the versions, and with nothing else", () => {
    const root = mkdtempSync(join(tmpdir(), "fingerprint-"))
    const write = (file: string, text: string) => {
      mkdirSync(join(root, file, ".."), { recursive: true })
      writeFileSync(join(root, file), text)
      return databaseFingerprint(root)
    }
    const before = write("src/modules/catalystpay/service.ts", "one")
    expect(write("src/modules/catalystpay/service.ts", "two")).toBe(before)
    const migrated = write("src/modules/catalystpay/migrations/Migration1.ts", "up")
    const seeded = write("demo/seed/catalog.ts", "mug")
    const updated = write("package-lock.json", "{}")
    expect(new Set([before, migrated, seeded, updated]).size).toBe(4)
  })
})

describe("the fingerprint of a built dashboard", () => {
  it("changes with the plugin's part of it, what it shares with the ledger and the versions, and with nothing else of the server", () => {
    const root = mkdtempSync(join(tmpdir(), "fingerprint-"))
    const write = (file: string, text: string) => {
      mkdirSync(join(root, file, ".."), { recursive: true })
      writeFileSync(join(root, file), text)
      return dashboardFingerprint(root)
    }
    const before = write("src/admin/widgets/order-debits.tsx", "one")
    expect(write("src/modules/catalystpay/service.ts", "two")).toBe(before)
    const changed = write("src/admin/widgets/order-debits.tsx", "two")
    const worded = write("src/modules/catalystpay/problems/problem-texts.ts", "one")
    const updated = write("package-lock.json", "{}")
    expect(new Set([before, changed, worded, updated]).size).toBe(4)
  })

  it("knows every file that the dashboard takes from the ledger", () => {
    const admin = readdirSync(join(ROOT, "src/admin"), { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file))
    const taken = admin.flatMap((file) => takenFromLedger(join("src/admin", file)))
    expect([...new Set(taken)].sort()).toEqual([...SHARED_WITH_DASHBOARD].sort())
  })
})
