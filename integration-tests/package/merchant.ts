import { z } from "zod"
import { ADMIN, type Shop } from "./shop"

const tokenAnswer = z.object({ token: z.string() })
const debitsAnswer = z.object({ debits: z.array(z.object({ state: z.string() })) })

/** @throws Error unless the admin API of the plugin knows just one debit of this order, and its money as captured */
export async function findDebit(shop: Shop, orderId: string): Promise<void> {
  const { token } = tokenAnswer.parse(await ask(`${shop.url}/auth/user/emailpass`, { body: ADMIN }))
  const url = `${shop.url}/admin/catalystpay/debits?order_id=${orderId}`
  const { debits } = debitsAnswer.parse(await ask(url, { token }))
  const states = debits.map(({ state }) => state)
  if (states.length !== 1 || states[0] !== "captured") {
    throw new Error(`The debits of the order should be one that is captured, and are: ${states.join(", ") || "none"}.`)
  }
}

async function ask(url: string, { body, token }: { body?: unknown; token?: string }): Promise<unknown> {
  const answer = await fetch(url, {
    method: body === undefined ? "GET" : "POST",
    headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(60_000),
  })
  const text = await answer.text()
  if (!answer.ok) {
    throw new Error(`${new URL(url).pathname} answered ${answer.status}: ${text}`)
  }
  return JSON.parse(text)
}
