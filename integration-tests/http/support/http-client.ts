import { Agent, fetch } from "undici"

/**
 * No connection is used twice. Client and server share a process: where a test keeps it busy, the server's time for an idle
 * connection is over at the very moment at which the client takes that connection for its next call.
 */
const dispatcher = new Agent({ pipelining: 0 })

export interface Answer {
  status: number
  body: unknown
}

/** Talks to Medusa over HTTP as any client would, and keeps every answer, to be searched for what must not be there. */
export class HttpClient {
  /** Where answers would have sent a browser; none is followed. */
  readonly redirectsSeen: string[] = []

  /** @param baseUrl known once Medusa listens */
  constructor(
    readonly baseUrl: () => string,
    readonly answersSeen: string[] = [],
  ) {}

  /** The same for another server; its answers are kept with these. */
  ofServer(url: string): HttpClient {
    return new HttpClient(() => url, this.answersSeen)
  }

  /** `data` is sent as JSON. */
  async call(method: string, path: string, data?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const body = data === undefined ? null : JSON.stringify(data)
    return this.send(
      method,
      path,
      body,
      { ...(body === null ? {} : { "content-type": "application/json" }), ...headers },
    )
  }

  /** The body goes out byte by byte as it is given. */
  async send(
    method: string,
    path: string,
    body: string | Buffer | null,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(this.baseUrl() + path, { method, body, headers, redirect: "manual", dispatcher })
    const text = await response.text()
    this.answersSeen.push(text)
    const location = response.headers.get("location")
    if (location !== null) {
      this.redirectsSeen.push(location)
    }
    return { status: response.status, body: parse(text) }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
