/** The open store API, as any storefront calls it. */

export class StoreError extends Error {
  constructor(status, code, message) {
    super(message)
    this.status = status
    this.code = code
  }
}

export function createStore({ medusa_url, publishable_key }) {
  async function call(method, path, body) {
    let answer
    try {
      answer = await fetch(`${medusa_url}${path}`, {
        method,
        headers: { "content-type": "application/json", "x-publishable-api-key": publishable_key },
        body: body === undefined ? undefined : JSON.stringify(body),
      })
    } catch {
      throw new StoreError(0, "unreachable", "The shop can't be reached. Please check your connection and try again.")
    }
    const json = await answer.json().catch(() => null)
    if (!answer.ok) {
      throw new StoreError(answer.status, json?.code ?? null, json?.message ?? `The shop answered ${answer.status}.`)
    }
    return json
  }
  return {
    get: (path) => call("GET", path),
    post: (path, body = {}) => call("POST", path, body),
    delete: (path) => call("DELETE", path),
  }
}
