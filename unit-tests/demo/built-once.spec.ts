import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { builtOnce } from "../../demo/built-once"

describe("what is built once for each state of its sources", () => {
  const shelf = join(mkdtempSync(join(tmpdir(), "built-")), "shelf")
  let builds = 0
  const build = (text: string) => () => {
    builds += 1
    const folder = mkdtempSync(join(tmpdir(), "unfinished-"))
    writeFileSync(join(folder, "index.html"), text)
    return Promise.resolve(folder)
  }

  it("is built when it is asked for first, and found from then on", async () => {
    const folder = await builtOnce(shelf, "one", build("first"))
    expect(await builtOnce(shelf, "one", build("never"))).toBe(folder)
    expect([builds, readFileSync(join(folder, "index.html"), "utf8")]).toEqual([1, "first"])
  })

  it("takes the place of what was built from older sources", async () => {
    await builtOnce(shelf, "two", build("second"))
    expect(readdirSync(shelf)).toEqual(["two"])
  })

  it("leaves the older one where it is when the build fails", async () => {
    await expect(builtOnce(shelf, "three", () => Promise.reject(new Error("no")))).rejects.toThrow("no")
    expect(readdirSync(shelf)).toEqual(["two"])
  })
})
