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
 * Reads a body exactly as it was sent. What is over the limit is thrown away, and when there is too much of that, or it
 * takes too long, the connection is closed.
 * @throws CatalystPayError `webhook_too_large` as soon as more bytes came than allowed, `webhook_too_slow` when the
 *   body has not ended in time, `webhook_not_json` when the connection ended before the body
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
    const refuse = (error: CatalystPayError) => stop(() => reject(error))
    const take = (chunk: unknown) => {
      const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk))
      size += bytes.length
      if (size > limits.bytes) {
        refuse(new CatalystPayError("webhook_too_large", { developer: `A webhook has at most ${limits.bytes} bytes.` }))
        drain(stream, limits)
        return
      }
      chunks.push(bytes)
    }
    const end = () => stop(() => resolve(Buffer.concat(chunks)))
    const breakOff = () =>
      refuse(new CatalystPayError("webhook_not_json", { developer: "The connection ended before the webhook's body." }))
    const timer = setTimeout(() => {
      const developer = `The webhook's body did not arrive within ${limits.milliseconds / 1000} s.`
      refuse(new CatalystPayError("webhook_too_slow", { developer }))
    }, limits.milliseconds)
    stream.on("data", take).on("end", end).on("close", breakOff).on("error", breakOff)
  })
}

/** A connection that is closed while bytes lie unread in it is reset, and the answer that said why is lost with them. */
function drain(stream: Readable, { drainedBytes, milliseconds }: BodyLimits): void {
  let left = drainedBytes
  const timer = setTimeout(() => stream.destroy(), milliseconds).unref()
  stream
    .on("data", (chunk: unknown) => {
      left -= Buffer.byteLength(Buffer.isBuffer(chunk) ? chunk : String(chunk))
      if (left < 0) {
        stream.destroy()
      }
    })
    .once("close", () => clearTimeout(timer))
    .resume()
}
