import type { BaseAddress } from "./base-url"

/**
 * Where a page's `next` leads, as a path below the base address; null when it leads anywhere else. The API key goes
 * with every request, so an answer that was tampered with must not be able to say where to; nor may it climb out of the
 * API by dots or encoded slashes that some server behind it would resolve.
 */
export function pathOfNext(base: BaseAddress, next: string): string | null {
  const here = `${base.origin}${base.prefix}/`
  const url = URL.canParse(next, here) ? new URL(next, here) : null
  if (url === null || url.origin !== base.origin || url.username !== "" || url.password !== "") {
    return null
  }
  const path = url.pathname.startsWith(`${base.prefix}/`) ? url.pathname.slice(base.prefix.length) : ""
  return /^\/[\w./-]*$/.test(path) ? `${path}${url.search}` : null
}

/**
 * Notices that a chain of pages runs in a circle, whatever its length, while it remembers a single one (Brent): the page
 * remembered is replaced after 1, 2, 4, 8… steps, so some time it is one of the circle, and the circle comes back to it.
 */
export class CircleWatch {
  #remembered: string
  #steps = 0
  #replace_after = 1

  constructor(first: string) {
    this.#remembered = first
  }

  /** @returns whether this page was read before. */
  closes(path: string): boolean {
    if (path === this.#remembered) {
      return true
    }
    this.#steps += 1
    if (this.#steps === this.#replace_after) {
      this.#remembered = path
      this.#steps = 0
      this.#replace_after *= 2
    }
    return false
  }
}
