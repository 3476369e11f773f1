import type { Shopper } from "./shopper"

/** What a shopper's browser does on CatalystPay's page: the store sees nothing of it. */
export class HostedPage {
  constructor(readonly url: string) {}

  /** The page to which the shopper's payment session leads. */
  static async of(shopper: Shopper): Promise<HostedPage> {
    const { data } = await shopper.session()
    return new HostedPage(String(data.payment_url))
  }

  /** Gives the account, accepts the mandate, and follows the page until it leads somewhere else, or shows something. */
  async pay(iban: string): Promise<string> {
    const body = new URLSearchParams({ iban, holder: "Max Mustermann", mandate: "accepted" })
    return this.follow(await fetch(this.url, { method: "POST", body, redirect: "manual" }))
  }

  /** Signs the mandate, or refuses to, on the page to which `pay` has led. */
  async decide(decision: "sign" | "refuse"): Promise<string> {
    const page = this.url.replace("/s/", "/verification/")
    return this.follow(await fetch(page, { method: "POST", body: new URLSearchParams({ decision }), redirect: "manual" }))
  }

  private async follow(answer: Response): Promise<string> {
    const location = answer.headers.get("location")
    await answer.arrayBuffer()
    if (location === null) {
      return this.url
    }
    const next = new URL(location, this.url)
    return next.pathname.startsWith("/s/") ? this.follow(await fetch(next, { redirect: "manual" })) : next.href
  }
}
