import type { Readable } from "node:stream"
import { CatalystPayError } from "../../modules/catalystpay/errors"

/**
 * Reads a body exactly as it was sent.
 * @throws CatalystPayError `webhook_too_large` as soon as it is longer than `limit` bytes
 */
export async function readRawBody(stream: Readable, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk))
    size += bytes.length
    if (size > limit) {
      throw new CatalystPayError("webhook_too_large", { developer: `A webhook has at most ${limit} bytes.` })
    }
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}
