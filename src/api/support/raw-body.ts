import type { Readable } from "node:stream"
import { CatalystPayError } from "../../modules/catalystpay/errors"

export interface BodyLimits {
  bytes: number
  /** Of a body that has more than `bytes`: so many of the bytes that follow are read and thrown away. */
  drainedBytes: number
  /** For the whole body, however steadily it trickles. */
  milliseconds: number
}

/**
 * Reads a body exactly as it was sent. What comes after the limit is thrown away, and the refusal waits for its end: a
 * connection that is closed while bytes lie unread in it is reset, and the answer that said why is lost with them.
 * @throws CatalystPayError `webhook_too_large` when it had more bytes than allowed, as soon as there are more than may be
 *   thrown away; `webhook_too_slow` when the body has not ended in time, `webhook_not_json` when the connection ended
 *   before the body
 */
export function readRawBody(stream: Readable, limits: BodyLimits): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    const stop = (settle: () => void) => {
      clearTimeout(timer)
      stream.off("data", take).off("end", end).off("close", breakOff).off("error", breakOff).pause()
      // A connection that breaks later has nobody to tell.
      stream.on("error", () => undefined)
      settle()
    }
    const refuse = (otherwise: CatalystPayError) => stop(() => reject(size > limits.bytes ? tooLarge(limits) : otherwise))
    const take = (chunk: unknown) => {
      const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk))
      size += bytes.length
      if (size <= limits.bytes) {
        chunks.push(bytes)
      } else if (size > limits.bytes + limits.drainedBytes) {
        refuse(tooLarge(limits))
      }
    }
    const end = () => {
      if (size > limits.bytes) {
        refuse(tooLarge(limits))
      } else {
        stop(() => resolve(Buffer.concat(chunks)))
      }
    }
    const breakOff = () =>
      refuse(new CatalystPayError("webhook_not_json", { developer: "The connection ended before the webhook's body." }))
    const timer = setTimeout(() => {
      const developer = `The webhook's body did not arrive within ${limits.milliseconds / 1000} s.`
      refuse(new CatalystPayError("webhook_too_slow", { developer }))
    }, limits.milliseconds)
    stream.on("data", take).on("end", end).on("close", breakOff).on("error", breakOff)
  })
}

function tooLarge({ bytes }: BodyLimits): CatalystPayError {
  return new CatalystPayError("webhook_too_large", { developer: `A webhook has at most ${bytes} bytes.` })
}
