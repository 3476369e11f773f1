import { wayUnderWay } from "../../../demo/storefront/shop/payment-way"

const FORM = { provider_id: "pp_catalystpay_sepa", collect: "iban" } as const
const PAGE = { provider_id: "pp_catalystpay_sepa-hosted", collect: "hosted" } as const

describe("the way to pay", () => {
  it("is the first one that the shop has, until another one is taken", () => {
    expect(wayUnderWay([], [FORM, PAGE])).toBe(FORM)
    expect(wayUnderWay([], [PAGE, FORM])).toBe(PAGE)
    expect(wayUnderWay([{ provider_id: "pp_system_default" }], [FORM])).toBe(FORM)
  })

  it("stays the one that was taken", () => {
    expect(wayUnderWay([PAGE], [FORM, PAGE])).toBe(PAGE)
  })

  it("is none in a shop that has none", () => {
    expect(wayUnderWay([], [])).toBeUndefined()
  })
})
