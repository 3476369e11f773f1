import { z } from "zod"

const token = z.object({ token: z.string() })

/** The admin API over HTTP: what a merchant's own programs would call. */
export class AdminApi {
  private constructor(
    private readonly baseUrl_: string,
    private readonly token_: string,
  ) {}

  static async logIn(baseUrl: string, email: string, password: string): Promise<AdminApi> {
    const answer = await fetch(`${baseUrl}/auth/user/emailpass`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email, password }),
    })
    return new AdminApi(baseUrl, token.parse(await answer.json()).token)
  }

  get<T>(path: string, schema: z.ZodType<T>): Promise<T> {
    return this.call_("GET", path, undefined, schema)
  }

  async post(path: string, body: unknown = {}): Promise<void> {
    await this.call_("POST", path, body, z.unknown())
  }

  private async call_<T>(method: string, path: string, body: unknown, schema: z.ZodType<T>): Promise<T> {
    const answer = await fetch(`${this.baseUrl_}${path}`, {
      method,
      headers: { "content-type": "application/json", authorization: `Bearer ${this.token_}` },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(60_000),
    })
    const text = await answer.text()
    if (!answer.ok) {
      throw new Error(`${method} ${path} was answered with ${answer.status}: ${text}`)
    }
    return schema.parse(JSON.parse(text))
  }
}
