import type { SdkRequest, StorefrontSdk } from "../../storefront"

export interface SeenRequest extends SdkRequest {
  path: string
}

/** What the store does with one request: answers a body, or throws as the SDK does. */
export type Reply = unknown

/** As Medusa's SDK throws it: a status and the store's sentence, no code. */
export class FetchError extends Error {
  constructor(
    message: string,
    readonly status: number | undefined,
  ) {
    super(message)
  }
}

/** As a browser's `fetch` fails when nobody answers. */
export const networkFailure = () => new TypeError("Failed to fetch")

/** A refusal as the plugin answers it to those who ask for errors in the answer. */
export function refusal(code: string | undefined, status: number, retry_after: number | null = null): Reply {
  return { error: { type: "x", ...(code ? { code } : {}), message: `The store says ${code ?? "no"}.`, status, retry_after } }
}

/**
 * Stands in for `sdk.client.fetch`: each route has its replies, in order; the last one is repeated. What is not scripted
 * is an error of the test.
 */
export class FakeStore implements StorefrontSdk {
  readonly seen: SeenRequest[] = []
  private readonly replies = new Map<string, Reply[]>()

  on(route: string, ...replies: Reply[]): this {
    this.replies.set(route, replies)
    return this
  }

  readonly client = {
    fetch: async <T>(path: string, init: SdkRequest = {}): Promise<T> => {
      this.seen.push({ ...init, path })
      await Promise.resolve()
      const route = `${init.method ?? "GET"} ${path}`
      const replies = this.replies.get(route)
      if (!replies || replies.length === 0) {
        throw new Error(`The test does not say what ${route} answers.`)
      }
      const reply = replies.length > 1 ? replies.shift() : replies[0]
      if (reply instanceof Error) {
        throw reply
      }
      return reply as T
    },
  }

  calls(): string[] {
    return this.seen.map(({ method, path }) => `${method ?? "GET"} ${path}`)
  }
}
