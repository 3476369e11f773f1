import { createElement } from "react"
import { renderToString } from "react-dom/server"
import { de, en } from "../../storefront"
import { SepaDebitForm, type SepaDebitFormProps } from "../../storefront/react"
import { FakeStore } from "./fake-store"
import { CART, clientOf, session } from "./samples"

function render(change: Partial<SepaDebitFormProps> = {}): string {
  const { client } = clientOf(new FakeStore())
  const props: SepaDebitFormProps = { client, cart: CART, texts: en, onPlaced: () => undefined, ...change }
  return renderToString(createElement(SepaDebitForm, props))
}

const inputs = (html: string) => html.match(/<input[^>]*>/g) ?? []

describe("the form as a server renders it", () => {
  it("asks nobody for anything", () => {
    const store = new FakeStore()
    render({ client: clientOf(store).client })
    expect(store.calls()).toEqual([])
  })

  it("has labels, hints and errors tied to their fields", () => {
    const html = render()
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    const targets = [...html.matchAll(/ (?:for|aria-describedby)="([^"]+)"/g)].flatMap(([, list]) => (list ?? "").split(" "))
    expect(targets.length).toBeGreaterThan(3)
    expect(targets.filter((id) => !ids.has(id))).toEqual([])
    expect(html).toContain(en.labels.iban_hint)
  })

  it("names no field, so that nothing typed can get into an address", () => {
    const html = render({ holderName: "Erika Mustermann" })
    expect(inputs(html)).toHaveLength(2)
    expect(inputs(html).filter((input) => / name=/.test(input))).toEqual([])
    expect(html).toMatch(/<form[^>]* method="post"/)
  })

  it("cannot be sent before its script runs", () => {
    expect(render()).toMatch(/<button type="submit"[^>]* disabled=""/)
  })

  it("tells browsers not to complete, correct or check the IBAN", () => {
    const [iban] = inputs(render())
    expect(iban).toMatch(/autoComplete="off"/i)
    expect(iban).toMatch(/autoCapitalize="characters"/i)
    expect(iban).toMatch(/spellCheck="false"/i)
    expect(iban).toMatch(/inputMode="text"/i)
    expect(iban).not.toMatch(/ value=/)
  })

  it("prefills the account holder", () => {
    const [, holder] = inputs(render({ holderName: "Erika Mustermann" }))
    expect(holder).toMatch(/autoComplete="name"/i)
    expect(holder).toContain('value="Erika Mustermann"')
  })

  it("speaks the shopper's language", () => {
    const html = render({ texts: de })
    expect(html).toContain('lang="de"')
    expect(html).toContain(de.labels.holder_name)
    expect(html).not.toContain(en.labels.holder_name)
  })

  it("begins in the same way whatever the cart's payment is: the browser goes on from there", () => {
    const cart = { ...CART, payment_collection: { id: "paycol_1", payment_sessions: [session("awaiting_verification")] } }
    expect(render({ cart })).toContain('data-view="form"')
  })
})
