import { isOutOfReach, webhookAddress } from "../../src/admin/lib/webhook-address"

const PATH = "/hooks/catalystpay/default"
const SHOP = { backend_url: "/", origin: "https://shop.example" }

describe("the address that CatalystPay is to call", () => {
  it("is the one that the server knows", () => {
    expect(webhookAddress({ url: `https://api.shop.example${PATH}`, path: PATH }, SHOP)).toBe(`https://api.shop.example${PATH}`)
  })

  it("is else where the dashboard finds the server", () => {
    const unknown = { url: null, path: PATH }
    expect(webhookAddress(unknown, SHOP)).toBe(`https://shop.example${PATH}`)
    expect(webhookAddress(unknown, { ...SHOP, backend_url: undefined })).toBe(`https://shop.example${PATH}`)
    expect(webhookAddress(unknown, { ...SHOP, backend_url: "https://api.shop.example" })).toBe(`https://api.shop.example${PATH}`)
  })

  it("is of no use where only this machine knows it, or without encryption", () => {
    expect(isOutOfReach("http://localhost:9000/hooks")).toBe(true)
    expect(isOutOfReach("https://127.0.0.1/hooks")).toBe(true)
    expect(isOutOfReach("http://shop.example/hooks")).toBe(true)
    expect(isOutOfReach("https://shop.example/hooks")).toBe(false)
  })
})
