import type { BrowserContext, Page } from "playwright-core"

/**
 * Everything that a visit leaves behind or says where others can read it: addresses, storage, console. It is watched in
 * every test, and searched at each one's end.
 */
export class Traces {
  private readonly seen_: { where: string; text: string }[] = []
  private readonly failures_: string[] = []
  private readonly complaints_: string[] = []

  watch(page: Page): void {
    page.on("request", (request) => this.note("the address of a request", request.url()))
    page.on("framenavigated", (frame) => this.note("the page's address", frame.url()))
    page.on("console", (message) => {
      this.note("the console", message.text())
      if (message.type() === "error") {
        this.complaints_.push(`${message.text()} (${message.location().url})`)
      }
    })
    page.on("pageerror", (error) => {
      this.note("an error", `${error.message}\n${error.stack ?? ""}`)
      this.failures_.push(error.message)
    })
  }

  /** What the page's script did not catch. */
  get failures(): readonly string[] {
    return this.failures_
  }

  /** What the console calls an error, such as a resource that could not be loaded. */
  get complaints(): readonly string[] {
    return this.complaints_
  }

  /** Takes in what else others can read. */
  note(where: string, text: string): void {
    this.seen_.push({ where, text })
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
