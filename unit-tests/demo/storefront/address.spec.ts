import { ADDRESS_FIELDS, addressProblems, type Address } from "../../../demo/storefront/shop/address"
import { SAMPLE_SHOPPER } from "../../../demo/sample-shopper"

const GOOD: Address = { ...SAMPLE_SHOPPER }

describe("the address of the demo's shop", () => {
  it("has nothing wrong in its sample", () => {
    expect(addressProblems(GOOD)).toEqual([])
  })

  it.each(ADDRESS_FIELDS)("does not do without %s", (field) => {
    expect(addressProblems({ ...GOOD, [field]: "  " })).toEqual([{ field, kind: "missing" }])
  })

  it.each(["erika", "erika@", "@example.com", "erika@example", "erika @example.com"])("takes %s for no e-mail address", (email) => {
    expect(addressProblems({ ...GOOD, email })).toEqual([{ field: "email", kind: "wrong" }])
  })
})
