import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { dashboardFingerprint, databaseFingerprint } from "../../demo/fingerprint"

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
    const worded = write("src/modules/catalystpay/problem-texts.ts", "one")
    const updated = write("package-lock.json", "{}")
    expect(new Set([before, changed, worded, updated]).size).toBe(4)
  })
})
