import { randomUUID } from "node:crypto"
import { createServer, type IncomingMessage } from "node:http"
import { closeAtOnce, listenLocally } from "../../support/local-server"

export type ScriptedOperation = "create" | "get" | "pay" | "verify" | "cancel" | "iban-validate" | "transactions" | "chargebacks"

export interface ScriptedAnswer {
  status: number
  body: unknown
}

/**
 * A gateway that answers what a test tells it, for answers that the sandbox never gives. What nobody scripted is
 * answered as if all were well, or with 500 where that has no meaning.
 */
export class ScriptedGateway {
  readonly calls: { operation: ScriptedOperation; body: unknown; query: URLSearchParams }[] = []
  private readonly answers = new Map<ScriptedOperation, ScriptedAnswer[]>()
  private readonly server = createServer((request, response) => {
    void this.answer(request).then(({ status, body }) => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body))
    })
  })

  /** @returns the API's address */
  async listen(): Promise<string> {
    return `http://127.0.0.1:${await listenLocally(this.server)}/api/v1`
  }

  async close(): Promise<void> {
    await closeAtOnce(this.server)
  }

  /** The next answers of an operation; the last of them stays. */
  script(operation: ScriptedOperation, ...answers: ScriptedAnswer[]): void {
    this.answers.set(operation, answers)
  }

  reset(): void {
    this.calls.length = 0
    this.answers.clear()
  }

  operations(): ScriptedOperation[] {
    return this.calls.map(({ operation }) => operation)
  }

  private async answer(request: IncomingMessage): Promise<ScriptedAnswer> {
    const operation = operationOf(request)
    let text = ""
    for await (const chunk of request.setEncoding("utf8")) {
      text += String(chunk)
    }
    const body: unknown = text === "" ? null : JSON.parse(text)
    const query = new URL(request.url ?? "", "http://localhost").searchParams
    this.calls.push({ operation, body, query })
    const scripted = this.answers.get(operation) ?? []
    return (scripted.length > 1 ? scripted.shift() : scripted[0]) ?? allIsWell(operation)
  }
}

function operationOf({ url = "", method }: IncomingMessage): ScriptedOperation {
  const listing = /\/reconciliation\/(transactions|chargebacks)\//.exec(url)?.[1]
  if (listing === "transactions" || listing === "chargebacks") {
    return listing
  }
  const action = /\/(pay|verify|cancel|iban-validate)\/$/.exec(url)?.[1]
  switch (action) {
    case "pay":
    case "verify":
    case "cancel":
    case "iban-validate":
      return action
    default:
      return method === "GET" ? "get" : "create"
  }
}

function allIsWell(operation: ScriptedOperation): ScriptedAnswer {
  switch (operation) {
    case "create":
      return { status: 201, body: { session_token: `ps_${randomUUID()}`, status: "PENDING", payment_url: null } }
    case "iban-validate":
      return { status: 200, body: { valid: true, bank_name: "Commerzbank", bic: "COBADEFFXXX" } }
    case "cancel":
      return { status: 200, body: {} }
    case "transactions":
    case "chargebacks":
      return { status: 200, body: { next: null, previous: null, results: [] } }
    case "get":
    case "pay":
    case "verify":
      return { status: 500, body: { detail: "Nobody scripted this.", status_code: 500 } }
  }
}
