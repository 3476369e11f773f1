import { isIP } from "node:net"
import type { MedusaRequest } from "@medusajs/framework/http"
import type { Settings } from "../../modules/catalystpay/options"
import type { RequestContext } from "../../modules/catalystpay/request-context"

const USER_AGENT_LENGTH = 512

/**
 * Where the shopper's request came from. Medusa trusts exactly one proxy hop, so without a proxy `X-Forwarded-For` can
 * be forged: hence the option `clientIp`.
 */
export function requestContext(req: MedusaRequest, clientIp: Settings["clientIp"]): RequestContext {
  return {
    ip_address: normaliseIp(rawIp(req, clientIp)),
    user_agent: req.get("user-agent")?.slice(0, USER_AGENT_LENGTH) ?? null,
  }
}

function rawIp(req: MedusaRequest, clientIp: Settings["clientIp"]): string | undefined {
  if (clientIp === "proxy") {
    return req.ip
  }
  return clientIp === "socket" ? req.socket.remoteAddress : req.get(clientIp.header)
}

/** An IPv4 address that came in through an IPv6 socket is written as IPv4; what is no address is none. */
export function normaliseIp(ip: string | undefined): string | null {
  const address = ip?.trim().replace(/^::ffff:(?=\d+\.)/i, "")
  return address && isIP(address) !== 0 ? address : null
}
