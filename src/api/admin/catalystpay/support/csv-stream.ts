import { once } from "node:events"
import type { ServerResponse } from "node:http"

/**
 * Sends lines as they come, no faster than the client takes them, and asks for no more once it has gone away.
 * @param pages asked for one after the other: what is in memory is one of them
 */
export async function streamCsv(res: ServerResponse, filename: string, header: string, pages: AsyncIterable<string[]>): Promise<void> {
  const gone = new AbortController()
  res.once("close", () => gone.abort())
  res.statusCode = 200
  res.setHeader("content-type", "text/csv; charset=utf-8")
  res.setHeader("content-disposition", `attachment; filename="${filename}"`)
  res.setHeader("cache-control", "no-store")
  await send(res, header, gone.signal)
  for await (const lines of pages) {
    await send(res, lines.join(""), gone.signal)
    if (gone.signal.aborted) {
      return
    }
  }
  res.end()
}

async function send(res: ServerResponse, text: string, gone: AbortSignal): Promise<void> {
  if (gone.aborted || res.write(text)) {
    return
  }
  try {
    await once(res, "drain", { signal: gone })
  } catch (error) {
    // Nobody waits for the rest any more.
    if (!gone.aborted) {
      throw error
    }
  }
}
