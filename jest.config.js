const suites = {
  unit: { testMatch: ["<rootDir>/unit-tests/**/*.spec.ts"] },
  modules: {
    testMatch: ["<rootDir>/integration-tests/modules/**/*.spec.ts"],
    globalSetup: "<rootDir>/integration-tests/setup/global-setup.ts",
    globalTeardown: "<rootDir>/integration-tests/setup/global-teardown.ts",
  },
  browser: { testMatch: ["<rootDir>/integration-tests/browser/**/*.spec.ts"] },
  cluster: { testMatch: ["<rootDir>/integration-tests/cluster/**/*.spec.ts"] },
  switches: {
    testMatch: ["<rootDir>/integration-tests/switches/**/*.spec.ts"],
    globalSetup: "<rootDir>/integration-tests/setup/global-setup.ts",
    globalTeardown: "<rootDir>/integration-tests/setup/global-teardown.ts",
  },
  http: {
    testMatch: ["<rootDir>/integration-tests/http/**/*.spec.ts"],
    globalSetup: "<rootDir>/integration-tests/setup/global-setup.ts",
    globalTeardown: "<rootDir>/integration-tests/setup/global-teardown.ts",
  },
}

const suite = suites[process.env.TEST_SUITE]
if (!suite) {
  throw new Error(`TEST_SUITE must be one of ${Object.keys(suites).join(", ")}; use "npm test".`)
}

/** @type {import("jest").Config} */
module.exports = {
  ...suite,
  testEnvironment: "node",
  rootDir: __dirname,
  testSequencer: "<rootDir>/scripts/longest-first.js",
  transform: {
    "^.+\\.tsx$": [
      "@swc/jest",
      {
        jsc: {
          parser: { syntax: "typescript", tsx: true },
          transform: { react: { runtime: "automatic" } },
          target: "es2022",
        },
      },
    ],
    "^.+\\.[jt]s$": [
      "@swc/jest",
      {
        jsc: {
          parser: { syntax: "typescript", decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: "es2022",
        },
      },
    ],
  },
  modulePathIgnorePatterns: ["<rootDir>/.medusa/"],
  testTimeout: process.env.TEST_SUITE === "unit" ? 20_000 : 120_000,
}
