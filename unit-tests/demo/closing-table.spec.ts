import { closingTable } from "../../demo/closing-table"

const info = {
  storefront_url: "http://localhost:8001",
  medusa_url: "http://localhost:9001",
  admin_url: "http://localhost:9001/app",
  sandbox_url: "http://127.0.0.1:4010",
  database_url: "postgres://postgres@localhost:1/medusa",
  publishable_key: "pk_1",
  region_id: "reg_1",
  variant_id: "variant_1",
  shipping_option_id: "so_1",
  admin_email: "admin@example.com",
  admin_password: "secret",
  webhook_secret: "whsec_hush",
  pid: 1,
}

const testIbans = [{ iban: "DE89370400440532013000", outcome: "approved", note: "The happy path." }]

describe("the table at the end of the start", () => {
  it("gives addresses, log-in and test IBANs", () => {
    const table = closingTable(info, testIbans, 37.6)
    for (const part of ["38 seconds", "http://localhost:8001", "/app", "admin@example.com", "DE89 3704 0044 05"]) {
      expect(table).toContain(part)
    }
    expect(table).not.toContain("whsec_hush")
  })

  it("leaves out what does not run", () => {
    const table = closingTable({ ...info, admin_url: null, sandbox_url: null }, testIbans, 1)
    expect(table).not.toMatch(/Dashboard|log in|Sandbox /)
  })

  it("says where another gateway has to send its webhooks", () => {
    expect(closingTable(info, testIbans, 1)).not.toContain("Webhooks to")
    expect(closingTable({ ...info, sandbox_url: null }, testIbans, 1)).toContain(
      "http://localhost:9001/hooks/catalystpay/default",
    )
  })
})
