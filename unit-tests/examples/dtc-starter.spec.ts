import { readFileSync } from "node:fs"
import { join } from "node:path"
import ts from "typescript"

const ROOT = join(__dirname, "..", "..")
const STARTER = join(ROOT, "examples", "starter")

/** Of the starter and of Next.js, what the guide's files import; the rest is the kit itself, React and Medusa's types. */
const STARTER_DECLARATIONS = `
declare module "@lib/config" {
  import type Medusa from "@medusajs/js-sdk"
  export const sdk: Medusa
}
declare module "next/cache" {
  export function updateTag(tag: string): void
}
declare module "next/headers" {
  export function headers(): Promise<Headers>
}
declare module "next/navigation" {
  export function redirect(url: string): never
  export function useParams<T>(): T
  export function useSearchParams(): URLSearchParams
  export function useRouter(): { refresh(): void }
}
`
const COOKIES = `
export declare function getAuthHeaders(): Promise<{ authorization: string } | {}>
export declare function getCacheTag(tag: string): Promise<string>
export declare function removeCartId(): Promise<void>
`

/** The whole files that the guide shows, by their path in the storefront: blocks that begin with one in a comment. */
function filesOf(guide: string): Map<string, string> {
  const blocks = [...guide.matchAll(/```tsx?\n\/\/ (\S+)\n([\s\S]*?)```/g)]
  return new Map(blocks.map(([, path = "", code = ""]) => [join(STARTER, path), code]))
}

function complaintsAbout(files: ReadonlyMap<string, string>): string[] {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.ReactJSX,
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: [],
    paths: {
      "@lib/*": [join(STARTER, "src/lib/*")],
      "medusa-payment-catalystpay/storefront": [join(ROOT, "storefront/index.ts")],
      "medusa-payment-catalystpay/storefront/react": [join(ROOT, "storefront/react.ts")],
    },
  }
  const host = ts.createCompilerHost(options)
  const withFiles: ts.CompilerHost = {
    ...host,
    fileExists: (path) => files.has(path) || host.fileExists(path),
    readFile: (path) => files.get(path) ?? host.readFile(path),
    getSourceFile: (path, language, ...rest) => {
      const text = files.get(path)
      return text === undefined ? host.getSourceFile(path, language, ...rest) : ts.createSourceFile(path, text, language)
    },
    directoryExists: undefined,
  }
  const program = ts.createProgram([...files.keys()], options, withFiles)
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    return `${file?.fileName.slice(STARTER.length)}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`
  })
}

describe("the guide for Medusa's DTC starter", () => {
  const guide = filesOf(readFileSync(join(ROOT, "examples", "dtc-starter.md"), "utf8"))
  const around = new Map([
    [join(STARTER, "next-and-starter.d.ts"), STARTER_DECLARATIONS],
    [join(STARTER, "src/lib/data/cookies.d.ts"), COOKIES],
  ])

  it("shows files that compile against the kit, and would not if they used it wrongly", () => {
    expect(guide.size).toBe(4)
    const right = guide.get(join(STARTER, "src/modules/order/components/pay-order/index.tsx")) ?? ""
    const wrong = new Map([[join(STARTER, "wrong.tsx"), right.replace("texts={en}", "texts={null}")]])
    expect(complaintsAbout(new Map([...around, ...guide, ...wrong]))).toEqual([
      "/wrong.tsx: Type 'null' is not assignable to type 'SepaTexts'.",
    ])
  }, 120_000)
})
