import { readSearch } from "../../../src/modules/catalystpay/debit-list/search"

describe("what somebody types to find a debit", () => {
  it.each([
    ["#12", { names: [], last4: null, order: { display_id: 12 } }],
    ["12", { names: ["12"], last4: null, order: { display_id: 12 } }],
    ["3000", { names: ["3000"], last4: "3000", order: { display_id: 3000 } }],
    ["#3000", { names: [], last4: null, order: { display_id: 3000 } }],
    [" order_01ABC ", { names: ["order_01ABC", "ORDER_01ABC"], last4: null, order: { id: "order_01ABC" } }],
    ["ord-a61fbbb6", { names: ["ord-a61fbbb6", "ORD-A61FBBB6"], last4: null, order: null }],
    ["payses_1.2", { names: ["payses_1.2", "PAYSES_1.2", "payses_1"], last4: null, order: null }],
    ["9999999999", { names: ["9999999999"], last4: null, order: null }],
  ])("%j is read as what it may be", (typed, terms) => {
    expect(readSearch(typed)).toEqual(terms)
  })
})
