import type { MiddlewareHandler } from "hono"
import type { Env } from "./api"

const LOOPBACK_ADDRESS = /^(::ffff:)?127\.|^::1$/
const LOOPBACK_NAME = /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/**
 * Lets pass what comes from this machine and not from a page of another origin that a browser on it has open: such a
 * page may post forms here, or give its own host name this machine's address.
 */
export const localOnly: MiddlewareHandler<Env> = async (c, next) => {
  const refuse = (detail: string) => c.json({ detail, status_code: 403 }, 403)
  if (!LOOPBACK_ADDRESS.test(c.env.incoming.socket.remoteAddress ?? "")) {
    return refuse("The control API answers the same machine only.")
  }
  const host = c.req.header("host") ?? ""
  if (!URL.canParse(`http://${host}`) || !LOOPBACK_NAME.test(new URL(`http://${host}`).hostname)) {
    return refuse("The control API is reached by a name of the same machine only, e.g. localhost.")
  }
  if (c.req.method !== "GET" && !isSameOrigin(c.req.header("sec-fetch-site"), c.req.header("origin"), host)) {
    return refuse("The control API takes nothing from another origin.")
  }
  await next()
}

/** Programs send neither header; browsers send at least one of them with whatever changes something. */
function isSameOrigin(site: string | undefined, origin: string | undefined, host: string): boolean {
  if (site !== undefined) {
    return site === "same-origin" || site === "none"
  }
  return origin === undefined || origin === `http://${host}`
}
