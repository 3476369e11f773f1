import { readFileSync } from "node:fs"
import { join } from "node:path"
import { ROOT, sourcesBelow } from "../../scripts/tests/sources"
import { ibansIn } from "../../integration-tests/http/support/iban-search"
import { leaksInLog, secretsIn } from "../../integration-tests/http/support/leaks"

const IBAN = "DE89370400440532013000"
const OTHER = "DE91100000000123456789"

describe("the search for leaks", () => {
  it.each<[string, string]>([
    ["as it is", IBAN],
    ["in groups", IBAN.replace(/(.{4})/g, "$1 ")],
    ["in lower case with dashes", IBAN.toLowerCase().replace(/(.{4})/g, "$1-")],
    ["without its country and check digits", IBAN.slice(4)],
    ["as base64", Buffer.from(JSON.stringify({ iban: IBAN })).toString("base64")],
    ["as hex", Buffer.from(IBAN).toString("hex")],
  ])("finds an IBAN that is written %s", (_how, text) => {
    expect(ibansIn(`before ${text} after`, [OTHER, IBAN])).toEqual([IBAN])
  })

  it("does not take the last four digits for an IBAN", () => {
    expect(ibansIn("DE** **** 3000", [IBAN])).toEqual([])
  })

  it.each([
    ["an API key", "rk_live_4f9a8b7c6d"],
    ["a signing secret", "whsec_4f9a8b7c6d"],
    ["a session token", "ps_abc123def456ghi789jkl012mno345"],
    ["a token of Medusa's", "eyJhbGciOiJIUzI1NiJ9.eyJhY3Rvcl9pZCI6InVzZXIifQ.c2lnbmF0dXJl"],
  ])("knows %s by its looks", (_what, secret) => {
    expect(secretsIn(`GET /payment-sessions/${secret}/ "${secret}"`, [])).toEqual([secret])
    expect(leaksInLog(`Bearer ${secret}`, [])).toEqual([`the secret ${secret}`])
  })

  it("finds a secret that has no looks, where it is told of it", () => {
    expect(secretsIn("the key is 0f1e2d3c", ["0f1e2d3c", "another"])).toEqual(["0f1e2d3c"])
  })

  it("takes words and ids for no secrets", () => {
    expect(secretsIn("park_place caps_lock ps_short work_item payses_01K0000000000000000000000 cpdeb_01K rk_ eyJ.eyJ.", [])).toEqual([])
  })

  it("is made of the output of every file of tests that starts a server or a ledger", () => {
    const files = ["http", "modules", "switches"].flatMap((suite) => sourcesBelow(`integration-tests/${suite}`))
    const specs = files.filter((file) => file.endsWith(".spec.ts"))
    expect(specs.length).toBeGreaterThan(10)
    const unsearched = specs.filter((file) => !/\b(describeShop|describeLedger|searchedOutput)\(/.test(readFileSync(join(ROOT, file), "utf8")))
    expect(unsearched).toEqual([])
  })
})
