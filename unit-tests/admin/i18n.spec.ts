import { readdirSync } from "node:fs"
import { join } from "node:path"
import i18n from "../../src/admin/i18n"
import { DEBIT_STATUSES, DEBIT_TRANSITIONS } from "../../src/modules/catalystpay/debit-state"

/** Every sentence with its path. */
function sentences(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") {
    return [[path, value]]
  }
  return Object.entries(value ?? {}).flatMap(([key, inner]) => sentences(inner, `${path}.${key}`))
}

const placeholders = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).sort()

describe("the dashboard's sentences", () => {
  it("stand in the plugin's own namespace", () => {
    expect(Object.keys(i18n.en)).toEqual(["catalystpay"])
    expect(Object.keys(i18n.de)).toEqual(["catalystpay"])
  })

  it("lie below one index, for the dashboard's build takes the default export of every file whose name ends so", () => {
    const files = readdirSync(join(__dirname, "..", "..", "src", "admin", "i18n"), { recursive: true, encoding: "utf8" })
    expect(files.filter((file) => /index\.[jt]sx?$/.test(file))).toEqual(["index.ts"])
  })

  it("take the same values in every language", () => {
    const german = new Map(sentences(i18n.de))
    for (const [path, text] of sentences(i18n.en)) {
      expect([path, placeholders(german.get(path) ?? "")]).toEqual([path, placeholders(text)])
    }
  })

  it("are none of them empty", () => {
    for (const [path, text] of [...sentences(i18n.en), ...sentences(i18n.de)]) {
      expect([path, text.trim()]).not.toEqual([path, ""])
    }
  })

  it("name every status, and every transition that the ledger records", () => {
    const { states, events } = i18n.en.catalystpay
    expect(Object.keys(states)).toEqual(expect.arrayContaining([...DEBIT_STATUSES]))
    expect(Object.keys(events)).toEqual(expect.arrayContaining(Object.keys(DEBIT_TRANSITIONS)))
  })
})
