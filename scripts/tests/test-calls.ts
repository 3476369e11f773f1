import ts from "typescript"

/** A call of `describe`, `it` or `test`: its name as written, and the texts of the table of its `.each`. */
export type TestCall = { name: string; rows: string[] }

const FUNCTIONS: ReadonlySet<string> = new Set(["describe", "it", "test"])

/**
 * The tests of a file, without running it. What a template fills in is shown as `…`; a name that is computed in another
 * way is empty.
 */
export function testCalls(file: string, text: string): TestCall[] {
  const found: TestCall[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && FUNCTIONS.has(functionName(node.expression))) {
      found.push({ name: literalText(node.arguments[0]), rows: textsOf(tableOf(node.expression)) })
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

/** `it` of `it(…)`, `it.each(…)(…)`, `it.each\`…\`(…)` and `it.concurrent(…)`. */
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
