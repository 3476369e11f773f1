import { readFileSync } from "node:fs"
import { join } from "node:path"
import { apiRoutes } from "../../scripts/tests/routes"
import { ROOT } from "../../scripts/tests/sources"

const text = readFileSync(join(ROOT, "docs/admin-api.md"), "utf8")
const types = readFileSync(join(ROOT, "src/modules/catalystpay/admin-types.ts"), "utf8")
const sections = new Map(
  text
    .split(/^#{2,3} /m)
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf("\n")).replaceAll("`", ""), section]),
)
const routes = apiRoutes()
  .filter(({ path }) => path.startsWith("/admin/"))
  .map(({ method, path }) => `${method} ${path}`)

describe("docs/admin-api.md", () => {
  it("has a section for every admin route, and none for a route that is not there", () => {
    expect([...sections.keys()].filter((title) => title.includes("/admin/")).sort()).toEqual([...routes].sort())
  })

  it.each(routes)("says of %s what it answers", (route) => {
    expect(sections.get(route)).toMatch(/```(json|csv|http)\n|as in the list|`{ /)
  })

  it("shows JSON that is JSON", () => {
    const examples = [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(([, example = ""]) => example)
    expect(examples.length).toBeGreaterThan(5)
    for (const example of examples) {
      expect(() => JSON.parse(example) as unknown).not.toThrow()
    }
  })

  it("names only types that there are", () => {
    const named = [...text.matchAll(/AdminCatalystPay\w+/g)].map(([name]) => name)
    const declared = [...types.matchAll(/export (?:interface|type) (\w+)/g)].map(([, name]) => name)
    const handedOn = [...types.matchAll(/export type \{([^}]*)\}/g)].flatMap(([, list = ""]) => list.match(/AdminCatalystPay\w+(?=,)/g) ?? [])
    const known = new Set<string | undefined>([...declared, ...handedOn])
    expect(named.filter((name) => !known.has(name))).toEqual([])
  })
})
