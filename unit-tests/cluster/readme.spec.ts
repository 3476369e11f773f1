import { readFileSync } from "node:fs"
import { join } from "node:path"
import { redisModules } from "../../demo/redis-modules"

const ROOT = join(__dirname, "..", "..")

describe("the production form", () => {
  it("is shown in the README as npm run test:cluster runs it, word for word", () => {
    const source = readFileSync(join(ROOT, "demo", "redis-modules.ts"), "utf8").replaceAll("\r\n", "\n")
    const [, shown = ""] = /\/\/ readme:begin\n([^]*)\n\/\/ readme:end/.exec(source) ?? []
    expect(shown).toContain("export function redisModules")
    const readme = readFileSync(join(ROOT, "README.md"), "utf8").replaceAll("\r\n", "\n")
    expect(readme).toContain(`\`\`\`ts\n// redis-modules.ts\n${shown}\n\`\`\``)
  })

  it("keeps all that processes share in the one Redis", () => {
    const address = "redis://redis.example:6379"
    const modules = redisModules(address)
    expect(modules.map(({ resolve }) => resolve)).toEqual([
      "@medusajs/medusa/event-bus-redis",
      "@medusajs/medusa/workflow-engine-redis",
      "@medusajs/medusa/locking",
      "@medusajs/medusa/caching",
    ])
    expect(modules.filter((module) => !JSON.stringify(module).includes(address))).toEqual([])
  })
})
