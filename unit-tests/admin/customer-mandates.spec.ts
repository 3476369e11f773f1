import { customerMandates } from "../../src/admin/lib/customer-mandates"
import { mandateRecord } from "../support/records"
import { adminDebit } from "./support/debits"

const debit = (id: string, reference: string | null, iban_last4 = "3000") =>
  adminDebit({ id, iban_last4 }, { mandates: [mandateRecord({ debit_id: id, reference })] })

describe("customerMandates", () => {
  it("lists each mandate once, with the debit that used it last", () => {
    const debits = [debit("cpdeb_3", "MNDT-A"), debit("cpdeb_2", "MNDT-B", "4000"), debit("cpdeb_1", "MNDT-A")]
    const mandates = customerMandates(debits)
    expect(mandates.map(({ reference, debit_id }) => [reference, debit_id])).toEqual([
      ["MNDT-A", "cpdeb_3"],
      ["MNDT-B", "cpdeb_2"],
    ])
    expect(mandates[1]?.bank_account?.masked_iban).toBe("DE •••• 4000")
  })

  it("leaves out what was accepted and never submitted, for it has no reference", () => {
    expect(customerMandates([debit("cpdeb_1", null), adminDebit({ status: "opened" })])).toEqual([])
  })
})
