import type { BrowserContext, Page } from "playwright-core"

/**
 * Everything that a visit leaves behind or says where others can read it: addresses, storage, console. It is watched in
 * every test, and searched at each one's end.
 */
export class Traces {
  private readonly seen_: { where: string; text: string }[] = []
  private readonly failures_: string[] = []

  watch(page: Page): void {
    page.on("request", (request) => this.note_("the address of a request", request.url()))
    page.on("framenavigated", (frame) => this.note_("the page's address", frame.url()))
    page.on("console", (message) => this.note_("the console", message.text()))
    page.on("pageerror", (error) => {
      this.note_("an error", `${error.message}\n${error.stack ?? ""}`)
      this.failures_.push(error.message)
    })
  }

  /** What the page's script did not catch. */
  get failures(): readonly string[] {
    return this.failures_
  }

  /** The places where one of the IBANs can be read, in whatever spacing and encoding. */
  async placesOf(ibans: readonly string[], context: BrowserContext): Promise<string[]> {
    const { cookies, origins } = await context.storageState()
    const storage = [
      { where: "a cookie", text: JSON.stringify(cookies) },
      { where: "localStorage", text: JSON.stringify(origins) },
      ...(await Promise.all(context.pages().map(sessionStorageOf))),
    ]
    const wanted = ibans.map(bare)
    const places = [...this.seen_, ...storage].filter(({ text }) => wanted.some((iban) => bare(text).includes(iban)))
    return [...new Set(places.map(({ where }) => where))]
  }

  private note_(where: string, text: string): void {
    this.seen_.push({ where, text })
  }
}

async function sessionStorageOf(page: Page): Promise<{ where: string; text: string }> {
  return { where: "sessionStorage", text: await page.evaluate(() => JSON.stringify(sessionStorage)) }
}

function bare(text: string): string {
  return decoded(text).replace(/[\s+\-_.]/g, "").toUpperCase()
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text.replace(/%20/g, "")
  }
}
