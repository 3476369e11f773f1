import { z } from "zod"

const errorSchema = z.object({ code: z.string().optional(), message: z.string().optional() })

/** A refusal of the store, with the sentence it gave. */
export class StoreError extends Error {
  constructor(
    readonly status: number,
    readonly code: string | null,
    message: string,
  ) {
    super(message)
  }
}

/** Medusa's store API over HTTP, as any storefront uses it. */
export class StoreClient {
  constructor(
    private readonly baseUrl_: string,
    private readonly publishableKey_: string,
  ) {}

  get<T>(path: string, schema: z.ZodType<T>): Promise<T> {
    return this.call_("GET", path, undefined, schema)
  }

  post<T>(path: string, body: unknown, schema: z.ZodType<T>): Promise<T> {
    return this.call_("POST", path, body, schema)
  }

  private async call_<T>(method: string, path: string, body: unknown, schema: z.ZodType<T>): Promise<T> {
    const answer = await fetch(`${this.baseUrl_}${path}`, {
      method,
      headers: { "content-type": "application/json", "x-publishable-api-key": this.publishableKey_ },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(60_000),
    })
    const text = await answer.text()
    const json: unknown = parseJson(text)
    if (!answer.ok) {
      const said = errorSchema.safeParse(json)
      const message = said.data?.message ?? `The store answered ${answer.status}.`
      throw new StoreError(answer.status, said.data?.code ?? null, message)
    }
    const parsed = schema.safeParse(json)
    if (!parsed.success) {
      const paths = parsed.error.issues.map((issue) => issue.path.join("."))
      throw new Error(`${method} ${path} answered something unexpected at: ${paths.join(", ")}.`)
    }
    return parsed.data
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
