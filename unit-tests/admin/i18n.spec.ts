import { existsSync, readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import i18n from "../../src/admin/i18n"
import { DEBIT_STATUSES, DEBIT_TRANSITIONS } from "../../src/modules/catalystpay/debit-state"
import { PROBLEM_TEXTS } from "../../src/modules/catalystpay/problems/problem-texts"
import { REASON_TEXTS } from "../../src/modules/catalystpay/money/reason-codes"
import { WEBHOOK_OUTCOME_TEXTS } from "../../src/modules/catalystpay/webhooks/webhook-outcomes"
import { mayBeEnglish } from "./support/same-words"

const LANGUAGES = Object.entries(i18n)
const TRANSLATIONS = LANGUAGES.filter(([language]) => language !== "en")
const DASHBOARD = join(dirname(require.resolve("@medusajs/dashboard/package.json")), "src", "i18n")

/** Every sentence with its path. */
function sentences(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") {
    return [[path, value]]
  }
  return Object.entries(value ?? {}).flatMap(([key, inner]) => sentences(inner, `${path}.${key}`))
}

const ENGLISH = sentences(i18n.en)

const placeholders = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).sort()

describe("the dashboard's sentences", () => {
  it("are there in six languages, by the codes that the dashboard knows them by", () => {
    expect(Object.keys(i18n).sort()).toEqual(["de", "en", "es", "fr", "it", "nl"])
    const unknown = Object.keys(i18n).filter((language) => !existsSync(join(DASHBOARD, "translations", `${language}.json`)))
    expect(unknown).toEqual([])
  })

  it("lie below one index, for the dashboard's build takes the default export of every file whose name ends so", () => {
    const files = readdirSync(join(__dirname, "..", "..", "src", "admin", "i18n"), { recursive: true, encoding: "utf8" })
    expect(files.filter((file) => /index\.[jt]sx?$/.test(file))).toEqual(["index.ts"])
  })

  it("name every status, and every transition that the ledger records", () => {
    const { states, events } = i18n.en.catalystpay
    expect(Object.keys(states)).toEqual(expect.arrayContaining([...DEBIT_STATUSES]))
    expect(Object.keys(events)).toEqual(expect.arrayContaining(Object.keys(DEBIT_TRANSITIONS)))
  })
})

describe.each(LANGUAGES)("the dashboard's sentences in %s", (language, texts) => {
  it("stand in the plugin's own namespace", () => {
    expect(Object.keys(texts)).toEqual(["catalystpay"])
  })

  it("are none of them empty, nor begin or end with a space", () => {
    expect(sentences(texts).filter(([, text]) => text === "" || text !== text.trim())).toEqual([])
  })

  it("have the two forms for a number that the dashboard knows for the language", () => {
    const forms: unknown = JSON.parse(readFileSync(join(DASHBOARD, "plural-config.json"), "utf8"))
    expect(forms).toMatchObject({ [language]: ["one", "other"] })
    const keys = sentences(texts).map(([path]) => path)
    const counted = keys.flatMap((path) => /^(.*\w)_(?:one|other)$/.exec(path)?.[1] ?? []).filter((key) => keys.includes(`${key}_one`))
    expect(counted.length).toBeGreaterThan(0)
    expect(counted.filter((key) => !keys.includes(`${key}_other`))).toEqual([])
  })

  it("explain every reason of a return, every problem and every outcome of a webhook that the server tells of", () => {
    const { outcomes, problems, reasons } = texts.catalystpay
    expect(Object.keys(reasons).sort()).toEqual(Object.keys(REASON_TEXTS).sort())
    expect(Object.keys(problems).sort()).toEqual(Object.keys(PROBLEM_TEXTS).sort())
    expect(Object.keys(outcomes).sort()).toEqual(Object.keys(WEBHOOK_OUTCOME_TEXTS).sort())
  })
})

describe.each(TRANSLATIONS)("the dashboard's sentences in %s, held to English,", (language, texts) => {
  const translated = new Map(sentences(texts))

  it("are the same ones", () => {
    expect([...translated.keys()].sort()).toEqual(ENGLISH.map(([path]) => path).sort())
  })

  it("take the same values", () => {
    const other = ENGLISH.map(([path, text]) => [path, placeholders(text), placeholders(translated.get(path) ?? "")] as const)
    expect(other.filter(([, english, own]) => english.join() !== own.join())).toEqual([])
  })

  it("are none left in English, but for a few words that are the same", () => {
    const left = ENGLISH.filter(([path, text]) => translated.get(path) === text && !mayBeEnglish(language, text))
    expect(left).toEqual([])
  })
})
