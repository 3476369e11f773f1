import { overflow } from "../../support/accessibility"
import type { Desk } from "../../support/dashboard/desk"
import { findingsIn } from "../../support/dashboard/findings"
import { ListPage } from "../../support/dashboard/list-page"
import type { MerchantVisit } from "../../support/dashboard/merchant-visit"

const PHONE = { width: 390, height: 844 }

/** With everything that a page can show at once. */
const PAGES = [
  ["debits?state=orphaned&state=failed&trouble=true&q=3000", "debits"],
  ["chargebacks", "chargebacks"],
  ["refunds?open=false", "refunds"],
  ["problems", "problems"],
  ["webhooks?account=default", "webhooks"],
] as const

const LOOKS = [
  ["in the light", { theme: "light" }],
  ["in the dark", { theme: "dark" }],
  ["on a phone", { viewport: PHONE }],
] as const

/** English words that these pages would show if a sentence were not translated. */
const ENGLISH = /SEPA debits|Refunds due|Problems|Not live|Mark as paid|Replay|Dismiss|Debits|results|Received|Amount/

export function listsLook(desk: () => Desk): void {
  it.each(LOOKS)("give axe-core nothing to find, and are no wider than the window, %s", async (_, look) => {
    const visit = await desk().visit({ ...look, withAxe: true })
    const { page, texts } = visit
    const main = page.getByRole("main")
    const found: string[] = []
    const note = async (name: string, part = main): Promise<void> => {
      const wider = await overflow(page)
      found.push(...(await findingsIn(part)).map((line) => `${name}: ${line}`))
      found.push(...(wider > 0 ? [`${name} is ${wider} px wider than the window.`] : []))
    }
    for await (const path of through(visit)) {
      await note(path)
    }
    await main.getByRole("row").nth(1).getByRole("button").first().click()
    await page.getByRole("dialog").getByLabel(texts.lists.webhooks.payload).waitFor()
    await note("a webhook", page.getByRole("dialog"))
    const [debit] = await desk().maker.debits(desk().cases.charged_back.id)
    await visit.turnTo(`/catalystpay/debits/${debit?.id ?? ""}`)
    await main.getByRole("heading", { name: texts.sections.timeline }).waitFor()
    await note("a debit")
    expect(found).toEqual([])
  })

  it("speak German, with money, dates and rates as Germans write them", async () => {
    const visit = await desk().visit({ language: "de" })
    const main = visit.page.getByRole("main")
    const texts: string[] = []
    for await (const path of through(visit)) {
      texts.push(`${path}: ${await main.innerText()}`)
    }
    const [debits = "", chargebacks = "", refunds = "", problems = "", webhooks = ""] = texts
    expect(debits).toMatch(/SEPA-Lastschriften[^]*\d\d\.\d\d\.\d{4}, \d\d:\d\d[^]*20,71\s€/)
    expect(chargebacks).toMatch(/Rückbuchungsquote[^]*\d\s%[^]*MD06: Der Zahler/)
    expect(refunds).toMatch(/Offene Erstattungen[^]*5,00\s€/)
    expect(problems).toMatch(/Lastschrift über 20,71 EUR wurde eingezogen/)
    expect(webhooks).toMatch(/Verarbeitet/)
    expect(texts.filter((text) => ENGLISH.test(text))).toEqual([])
  })
}

/** Shows one page after the other. */
async function* through(visit: MerchantVisit): AsyncGenerator<string> {
  await visit.open("/catalystpay")
  for (const [path, name] of PAGES) {
    await visit.turnTo(`/catalystpay/${path}`)
    await visit.page.getByRole("heading", { level: 1, name: visit.texts.lists.menu[name] }).waitFor()
    await ListPage.here(visit)
    yield path
  }
}
