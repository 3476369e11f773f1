import medusa from "@medusajs/eslint-plugin"
import tseslint from "typescript-eslint"

// The preset's first entry ignores tests; ours are linted like everything else.
const medusaRules = medusa.configs.recommended.filter((entry) => !isIgnoreOnly(entry))

function isIgnoreOnly(entry) {
  return Object.keys(entry).length === 1 && "ignores" in entry
}

/** Forbids imports by the folder they point into (see "The rooms" in the README's architecture section). */
function mayNotImport(files, rooms, reason) {
  return {
    files,
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: rooms.map((regex) => ({ regex, message: reason })) },
      ],
    },
  }
}

const room = (names) => `^\\.{1,2}/(.*/)?(${names})(/|$)`

export default tseslint.config(
  { ignores: ["node_modules/", ".medusa/", "dist/", "coverage/", "integration-tests/package/storefront-app/"] },
  ...medusaRules,
  ...tseslint.configs.recommendedTypeChecked.map((entry) => ({ ...entry, files: ["**/*.{ts,tsx}"] })),
  {
    files: ["**/*.{ts,tsx}"],
    languageOptions: {
      parserOptions: {
        project: [
          "./tsconfig.dev.json",
          "./src/admin/tsconfig.json",
          "./storefront/tsconfig.json",
          "./unit-tests/storefront/tsconfig.json",
          "./demo/storefront/tsconfig.json",
          "./integration-tests/browser/tsconfig.json",
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/require-await": "off",
      "no-restricted-syntax": [
        "error",
        { selector: "TSAsExpression > TSAsExpression", message: "No double cast to silence the compiler." },
      ],
    },
  },
  {
    files: ["src/**/*.{ts,tsx}", "storefront/**/*.{ts,tsx}"],
    rules: { "no-console": "error" },
  },
  {
    // Ids of workflows and steps are global in an app: ours carry our prefix, which the preset's rule does not know.
    files: ["src/workflows/**"],
    rules: { "@medusajs/step-id-kebab-case": "off" },
  },
  {
    // The gateway and the sandbox know no Medusa; they take zod itself.
    files: ["src/gateway/**", "sandbox/**"],
    rules: {
      "@medusajs/zod-import-source": "off",
      "@medusajs/use-medusa-error-not-generic-error": "off",
    },
  },
  {
    files: ["demo/**", "scripts/**", "unit-tests/**", "integration-tests/**", "*.config.js"],
    rules: { "@medusajs/use-medusa-error-not-generic-error": "off", "@medusajs/zod-import-source": "off" },
  },
  {
    // Medusa's runner has no public place to say how its database is made, and given back between tests.
    files: ["integration-tests/http/support/database-tools/index.ts"],
    rules: { "@medusajs/import-from-framework-not-internal": "off" },
  },
  mayNotImport(
    ["src/gateway/**"],
    ["^@medusajs/", room("modules|providers|workflows|api|jobs|subscribers|links|admin")],
    "The gateway knows CatalystPay and nothing of Medusa.",
  ),
  mayNotImport(
    ["src/modules/**"],
    [room("providers|workflows|api|jobs|subscribers|links|admin")],
    "The ledger knows no routes and no provider.",
  ),
  mayNotImport(
    ["src/providers/**"],
    [room("workflows|api|jobs|subscribers|admin")],
    "The provider only translates into the ledger's calls.",
  ),
  mayNotImport(
    ["src/workflows/**", "src/jobs/**", "src/subscribers/**"],
    [room("api|admin|providers")],
    "Workflows, jobs and subscribers reach the ledger only.",
  ),
  mayNotImport(
    ["src/api/**"],
    [room("admin|providers|jobs|subscribers")],
    "Routes reach the ledger and the workflows only.",
  ),
  mayNotImport(
    ["sandbox/**"],
    ["^@medusajs/", room("src")],
    "The sandbox shares no code with what it tests.",
  ),
  mayNotImport(
    ["storefront/**/*.{ts,tsx}"],
    ["^@medusajs/", "^node:", room("src|sandbox|demo")],
    "The storefront kit runs in browsers: no server code, and Medusa's SDK is handed in.",
  ),
  mayNotImport(
    ["storefront/{client,checkout,iban,texts}/**", "storefront/index.ts"],
    ["^@medusajs/", "^node:", room("src|sandbox|demo"), "^react", room("react")],
    "The headless client knows no React, no server code, and is handed Medusa's SDK.",
  ),
)
