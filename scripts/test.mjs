#!/usr/bin/env node
/**
 * Runs jest's suites one after the other and closes with their sum, `N passed, N failed`, alone on the last line.
 *
 *   node scripts/test.mjs unit,modules,http [arguments for jest]
 *
 * Exit status 0 only when every suite ran at least one test and nothing failed. Node alone is enough: no shell syntax,
 * so it runs on every platform.
 */
import { spawn } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const ROOT = fileURLToPath(new URL("..", import.meta.url))
const JEST = createRequire(import.meta.url).resolve("jest/bin/jest")

/**
 * Jest by itself leaves one core idle, which of two is half of the machine. What several files write to the console it keeps
 * to itself unless it is verbose, and the module tests search it.
 * Every http file boots a Medusa of its own, up to 1 GB each, so not one for each core of a big machine; three on two
 * cores, as each waits a third of its time for its database.
 */
const SUITES = {
  unit: ["--maxWorkers=100%"],
  modules: ["--maxWorkers=3", "--verbose"],
  http: ["--maxWorkers=3"],
  switches: ["--maxWorkers=2"],
  browser: ["--runInBand", "--verbose"],
  cluster: ["--runInBand"],
}

const LINGERS_AT_MOST_MS = 20_000

const { suites, jestArgs } = parseArguments(process.argv.slice(2))
const folder = mkdtempSync(join(tmpdir(), "catalystpay-tests-"))
const sum = { passed: 0, failed: 0 }
try {
  for (const suite of suites) {
    console.log(`\n== ${suite} tests`)
    const { passed, failed, complaint } = await runSuite(suite, join(folder, `${suite}.json`))
    sum.passed += passed
    sum.failed += failed
    console.log(`== ${suite} tests: ${complaint ?? `${passed} of ${passed + failed} passed`}`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = sum.failed > 0 ? 1 : 0
console.log(`\n${sum.passed} passed, ${sum.failed} failed`)

function parseArguments([names = "", ...jestArgs]) {
  const suites = names.split(",")
  if (!suites.every((suite) => Object.hasOwn(SUITES, suite))) {
    console.error(`Which tests? Give one or more of ${Object.keys(SUITES).join(",")} as the first argument.`)
    process.exit(2)
  }
  return { suites, jestArgs }
}

async function runSuite(suite, resultFile) {
  const { succeeded, ending } = await run(suite, resultFile)
  const result = readResult(resultFile)
  if (!result) {
    return { passed: 0, failed: 1, complaint: `FAILED: jest ${ending} and left no result` }
  }
  // A file that could not even be loaded counts no test of its own.
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites
  const passed = result.numPassedTests
  if (passed + failed === 0) {
    return { passed, failed: 1, complaint: "FAILED: no test was found" }
  }
  // For example when globalTeardown threw.
  if (failed === 0 && !succeeded) {
    return { passed, failed: 1, complaint: `FAILED: ${passed} passed, yet jest ${ending}` }
  }
  return { passed, failed }
}

/** Runs jest and tells how it ended. */
async function run(suite, resultFile) {
  // Medusa's test runners import modules at run time, which jest allows with the first of these only.
  const flags = ["--max-semi-space-size=64", "--experimental-vm-modules", "--disable-warning=ExperimentalWarning"]
  const args = [...SUITES[suite], "--json", `--outputFile=${resultFile}`, ...jestArgs]
  const jest = spawn(process.execPath, [...flags, JEST, ...args], {
    cwd: ROOT,
    env: { ...process.env, TEST_SUITE: suite },
    stdio: "inherit",
    windowsHide: true,
  })
  const ended = new Promise((resolve, reject) => {
    jest.once("error", reject)
    jest.once("exit", (code, signal) => resolve(code ?? signal))
  })
  // The terminal's Ctrl-C reaches jest by itself; this process stays to count what has run.
  const stay = () => undefined
  const pass = (signal) => jest.kill(signal)
  process.on("SIGINT", stay).on("SIGTERM", pass)
  let lingers = false
  const watch = setInterval(() => {
    // The result is written last of all. What a test left open would keep jest waiting for ever after.
    if (existsSync(resultFile) && Date.now() - statSync(resultFile).mtimeMs > LINGERS_AT_MOST_MS) {
      lingers = true
      jest.kill("SIGKILL")
    }
  }, 1_000)
  const status = await ended
  clearInterval(watch)
  process.off("SIGINT", stay).off("SIGTERM", pass)
  const ending = lingers ? "had to be killed: a test left something open" : `ended with ${status}`
  return { succeeded: status === 0, ending }
}

function readResult(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"))
  } catch {
    return null
  }
}
