const NAME = "verification_id"

/**
 * The id that the bank's page gave the shopper on the way back.
 * @param search `window.location.search`, or the search parameters of a server's request
 */
export function readVerificationId(search: string | URLSearchParams): string | null {
  const id = new URLSearchParams(search).get(NAME)
  return id === null || id === "" ? null : id
}

/** The address without it: an id that stays there is sent again by every reload. For `history.replaceState`. */
export function withoutVerificationId(address: string): string {
  const url = new URL(address)
  url.searchParams.delete(NAME)
  return url.href
}
