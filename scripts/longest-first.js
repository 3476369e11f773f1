const { existsSync, readFileSync } = require("node:fs")
const { dirname, join } = require("node:path")
const { default: Sequencer } = require("@jest/test-sequencer")

/** What a spec takes its tests from: its own scenarios, and no support. */
const SCENARIOS = /from "(\.\/scenarios\/[^"]+)"/g

/** A spec that takes longer than its length lets expect says how many times as long. */
const WEIGHT = /@weight (\d+)/

/**
 * Jest starts the largest files first, and our largest ones are a list of scenarios a few lines long: begun last, one
 * of them kept everybody waiting for minutes. Here a file is as long as all it runs, times its weight. On a machine that has run the tests
 * before, too, so that they come in one order everywhere.
 */
class LongestFirst extends Sequencer {
  sort(tests) {
    const lengths = new Map(tests.map(({ path }) => [path, lengthOf(path)]))
    return [...tests].sort((one, other) => lengths.get(other.path) - lengths.get(one.path))
  }
}

function lengthOf(path) {
  const text = readFileSync(path, "utf8")
  const weight = Number(WEIGHT.exec(text)?.[1] ?? 1)
  const scenarios = [...text.matchAll(SCENARIOS)].map(([, name]) => join(dirname(path), `${name}.ts`))
  return weight * scenarios.filter(existsSync).reduce((sum, file) => sum + readFileSync(file).length, text.length)
}

module.exports = LongestFirst
