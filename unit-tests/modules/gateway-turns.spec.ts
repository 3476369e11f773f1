import { addressesAt } from "../../src/modules/catalystpay/limits/gateway-turns"

describe("the addresses that calls are counted by", () => {
  it("are one for all servers that name none", () => {
    expect(addressesAt("api.catalystpay.com", { egress: "default", callsPerSecond: 1 })).toEqual([
      { name: "api.catalystpay.com|default", local_address: null },
    ])
  })

  it("are each of the server's own where it has several", () => {
    const localAddresses = ["192.0.2.1", "2001:db8::1"]
    expect(addressesAt("api.catalystpay.com", { egress: "frankfurt", callsPerSecond: 1, localAddresses })).toEqual([
      { name: "api.catalystpay.com|frankfurt|192.0.2.1", local_address: "192.0.2.1" },
      { name: "api.catalystpay.com|frankfurt|2001:db8::1", local_address: "2001:db8::1" },
    ])
  })
})
