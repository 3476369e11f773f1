import { execFile } from "node:child_process"
import { join } from "node:path"
import { promisify } from "node:util"

it("adds less than 25 kB to a shop that has React", async () => {
  const script = join(__dirname, "..", "..", "scripts", "storefront-size.mjs")
  const { stdout } = await promisify(execFile)(process.execPath, [script])
  expect(stdout).toMatch(/^The SEPA form without React: \d+\.\d kB gzipped/)
})
