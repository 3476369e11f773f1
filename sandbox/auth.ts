import { ApiError } from "./api-error"
import type { SessionStore } from "./session-store"

type AuthOptions = {
  apiKeys: string[]
  store: SessionStore
  /** Kinds of bearer token that the endpoint takes: API key, session token. */
  kinds: ("rk" | "ps")[]
  required: boolean
}

/** @throws ApiError 401 when a needed token is missing, or one is sent that the endpoint does not take */
export function authenticate(header: string | undefined, { apiKeys, store, kinds, required }: AuthOptions): void {
  if (!header) {
    if (required) {
      throw new ApiError(401, "Authentication credentials were not provided.")
    }
    return
  }
  const token = /^Bearer (\S+)$/.exec(header)?.[1] ?? ""
  const isKey = kinds.includes("rk") && apiKeys.includes(token)
  const isSession = kinds.includes("ps") && store.find(token) !== undefined
  if (!isKey && !isSession) {
    throw new ApiError(401, "Invalid API key.")
  }
}
