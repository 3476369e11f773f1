import ts from "typescript"

/** A `describe`, `it` or `test` whose name carries ids of facts. */
export type NamedTest = { ids: string[]; name: string }

const FUNCTIONS: ReadonlySet<string> = new Set(["describe", "it", "test"])
const ID = /\[(\d+(?:\.\d+)?-[a-z0-9-]+)\]/g

/**
 * The names in a test file that carry ids, without running it. The id may stand in the name itself or, for `.each`,
 * in a text of its table, which then takes the place of the name's `%s`. What a template fills in is shown as `…`; a
 * name that is computed in another way is not seen.
 */
export function scanTests(file: string, text: string): NamedTest[] {
  const found: NamedTest[] = []
  const keep = (name: string, own: string): void => {
    const ids = [...own.matchAll(ID)].flatMap(([, id]) => (id === undefined ? [] : [id]))
    if (ids.length > 0) {
      found.push({ ids, name: name.replace(ID, "").replace(/\s+/g, " ").trim() })
    }
  }
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && FUNCTIONS.has(functionName(node.expression))) {
      const name = literalText(node.arguments[0])
      keep(name, name)
      textsOf(tableOf(node.expression)).forEach((row) => keep(name.replace("%s", () => row), row))
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.ES2022))
  return found
}

/** The table of `it.each(table)`, which is called with the name. */
function tableOf(callee: ts.Expression): ts.Expression | undefined {
  return ts.isCallExpression(callee) ? callee.arguments[0] : undefined
}

function textsOf(table: ts.Node | undefined): string[] {
  if (table === undefined) {
    return []
  }
  const texts: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) {
      texts.push(node.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(table)
  return texts
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
