import { ApiError } from "./api-error"
import type { SessionStore } from "./session-store"

type AuthOptions = {
  apiKeys: string[]
  store: SessionStore
  /** Kinds of bearer token that the endpoint takes: API key, session token. */
  kinds: readonly ("rk" | "ps")[]
  required: boolean
}

/**
 * @returns the API key that was sent, null for a session token and for none
 * @throws ApiError 401 when a needed token is missing, or one is sent that the endpoint does not take
 */
export function authenticate(
  header: string | undefined,
  { apiKeys, store, kinds, required }: AuthOptions,
): string | null {
  if (!header) {
    if (required) {
      throw new ApiError(401, "Authentication credentials were not provided.")
    }
    return null
  }
  const token = /^Bearer (\S+)$/.exec(header)?.[1] ?? ""
  const isKey = kinds.includes("rk") && apiKeys.includes(token)
  const isSession = kinds.includes("ps") && store.find(token) !== undefined
  if (!isKey && !isSession) {
    throw new ApiError(401, "Invalid API key.")
  }
  return isKey ? token : null
}
