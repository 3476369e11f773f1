import ts from "typescript"

/** A `describe`, `it` or `test` whose name carries ids of facts. */
export type NamedTest = { ids: string[]; name: string }

const FUNCTIONS: ReadonlySet<string> = new Set(["describe", "it", "test"])
const ID = /\[(\d+(?:\.\d+)?-[a-z0-9-]+)\]/g

/**
 * The names in a test file that carry ids, without running it. What a template fills in is shown as `…`; a name that
 * is computed in another way is not seen.
 */
export function scanTests(file: string, text: string): NamedTest[] {
  const found: NamedTest[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && FUNCTIONS.has(functionName(node.expression))) {
      const name = literalText(node.arguments[0])
      const ids = [...name.matchAll(ID)].flatMap(([, id]) => (id === undefined ? [] : [id]))
      if (ids.length > 0) {
        found.push({ ids, name: name.replace(ID, "").replace(/\s+/g, " ").trim() })
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.ES2022))
  return found
}

/** `it` of `it(…)`, `it.each(…)(…)`, `it.each\`…\`(…)` and `it.only(…)`. */
function functionName(callee: ts.Expression): string {
  if (ts.isIdentifier(callee)) {
    return callee.text
  }
  if (ts.isPropertyAccessExpression(callee) || ts.isCallExpression(callee)) {
    return functionName(callee.expression)
  }
  return ts.isTaggedTemplateExpression(callee) ? functionName(callee.tag) : ""
}

function literalText(node: ts.Expression | undefined): string {
  if (node === undefined) {
    return ""
  }
  if (ts.isStringLiteralLike(node)) {
    return node.text
  }
  if (ts.isTemplateExpression(node)) {
    return node.templateSpans.reduce((text, span) => `${text}…${span.literal.text}`, node.head.text)
  }
  const joined = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken
  return joined ? literalText(node.left) + literalText(node.right) : ""
}
