import { createServer } from "node:http"
import type { DeliveryRecord, Sandbox } from "../../../sandbox"
import { closeAtOnce, listenLocally } from "../../support/local-server"
import { WEBHOOK_SECRET } from "./environment"
import type { Shopper } from "./shopper"

/**
 * Lets a shopper pay while the gateway's webhooks go to somebody else, who hands them out: the tests then deliver them
 * when, how often and in which order they like.
 */
export async function webhooksOf(
  sandbox: Sandbox,
  shopper: Shopper,
  pay: () => Promise<unknown>,
): Promise<DeliveryRecord[]> {
  const before = sandbox.deliveries.length
  const server = createServer((_request, response) => response.end())
  const port = await listenLocally(server)
  try {
    sandbox.setWebhooks({ url: `http://127.0.0.1:${port}/`, secret: WEBHOOK_SECRET })
    await pay()
    await sandbox.settled()
  } finally {
    await closeAtOnce(server)
  }
  const own = sandbox.sessions().filter(({ lead }) => lead.email === shopper.email)
  const marks = own.flatMap(({ session_token, transactions }) => [
    session_token,
    ...transactions.map(({ order_number }) => order_number),
  ])
  return sandbox.deliveries.slice(before).filter(({ body }) => marks.some((mark) => body.includes(mark)))
}
