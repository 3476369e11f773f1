import { axeFindings, overflow } from "../support/accessibility"
import { UNLISTED } from "../support/ibans"
import type { Suite } from "../support/suite"
import { tour } from "../support/tour"

export function appearance(suite: () => Suite): void {
  it("gives axe-core nothing to find on any page, and none needs scrolling sideways at 320 px", async () => {
    const found: string[] = []
    await tour(suite(), { viewport: { width: 320, height: 640 }, withAxe: true }, async (name, { page }) => {
      const wider = await overflow(page)
      found.push(...(await axeFindings(page)).map((line) => `${name}: ${line}`), ...(wider > 0 ? [`${name}: ${wider} px too wide`] : []))
    })
    expect(found).toEqual([])
  })

  it("gives axe-core nothing to find in the dark, on a wide screen", async () => {
    const found: string[] = []
    const options = { viewport: { width: 1280, height: 900 }, colorScheme: "dark", withAxe: true } as const
    await tour(suite(), options, async (name, { page }) => {
      found.push(...(await axeFindings(page)).map((line) => `${name}: ${line}`))
    })
    expect(found).toEqual([])
  })

  it("keeps edges, states and focus visible in forced colours", async () => {
    const visit = await suite().visitAtPayment({ forcedColors: "active" })
    const styleOf = (selector: string) =>
      visit.page.locator(selector).evaluate((element) => {
        const { borderTopStyle, borderTopWidth, borderTopColor, backgroundColor, outlineStyle } = getComputedStyle(element)
        return { borderTopStyle, borderTopWidth, borderTopColor, backgroundColor, outlineStyle }
      })
    for (const part of [".cpay-iban", ".cpay-mandate-text", ".cpay-primary"]) {
      const { borderTopStyle, borderTopColor, backgroundColor } = await styleOf(part)
      expect([part, borderTopStyle]).toEqual([part, "solid"])
      expect(borderTopColor).not.toBe(backgroundColor)
    }
    await visit.payButton.click()
    await visit.page.getByText("Please enter your IBAN.").waitFor()
    const invalid = await styleOf(".cpay-iban")
    expect(invalid).toMatchObject({ borderTopWidth: "3px", outlineStyle: "solid" })
    expect(invalid.borderTopColor).not.toBe((await styleOf(".cpay-input:not(.cpay-iban)")).borderTopColor)
  })

  it("shows the IBAN in the field, and nowhere in the page's markup", async () => {
    const visit = await suite().visitAtPayment()
    await visit.fillIn(UNLISTED)
    await visit.page.getByText(/^Valid IBAN/).waitFor()
    const bare = async () => (await visit.page.content()).replace(/\s/g, "")
    expect(await visit.iban.inputValue()).toBe("DE02 1203 0000 0000 2020 51")
    expect(await bare()).not.toContain(UNLISTED)
    await visit.payButton.click()
    await visit.thanks()
    expect(await bare()).not.toContain(UNLISTED)
  })
}
