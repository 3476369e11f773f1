import { en } from "../../../storefront"
import { APPROVED, DECLINED, FAILED_FOR_GOOD } from "../support/ibans"
import type { Suite } from "../support/suite"

export function declines(suite: () => Suite): void {
  it("says why a debit was declined and how many tries are left, and takes another account", async () => {
    const visit = await suite().visitAtPayment()
    await visit.pay(DECLINED)
    const reason = `${en.declines.insufficient_funds} ${en.ways_on.another_account} ${en.attempts_left(2)}`
    await visit.page.getByText(reason).waitFor()
    expect(await visit.iban.evaluate((field) => field === document.activeElement)).toBe(true)
    expect(await visit.iban.getAttribute("aria-invalid")).toBe("true")
    // Another attempt needs another mandate.
    expect(await visit.accept.isChecked()).toBe(false)
    await visit.pay(APPROVED)
    const order = await visit.thanks()
    await visit.confirmed()
    expect(await suite().paymentStatus(order)).toBe("captured")
    expect(await suite().sandbox.payCalls()).toBe(2)
  })

  it("goes on with another session where this one takes no account any more", async () => {
    const visit = await suite().visitAtPayment()
    await visit.pay(FAILED_FOR_GOOD)
    await visit.page.getByText(`${en.declines.do_not_honor} ${en.ways_on.another_way}`).waitFor()
    await visit.pay(APPROVED)
    await visit.thanks()
    await visit.confirmed()
  })

  it("finds a typing error by itself, and asks nobody to debit", async () => {
    const visit = await suite().visitAtPayment()
    await visit.pay("DE89370400440532013001")
    await visit.page.getByText(en.iban_problems.checksum).waitFor()
    await visit.iban.fill("")
    await visit.payButton.click()
    await visit.page.getByText(en.iban_missing).waitFor()
    expect(await suite().sandbox.payCalls()).toBe(0)
  })

  it("types the IBAN that the demo offers, and knows its bank", async () => {
    const visit = await suite().visitAtPayment()
    await visit.page.getByText("IBANs to try").click()
    await visit.button("DE89 3704 0044 0532 0130 00").click()
    expect(await visit.iban.inputValue()).toBe("DE89 3704 0044 0532 0130 00")
    await visit.page.getByText(/^Valid IBAN: .+ · Germany$/).waitFor()
    expect(await visit.page.locator("details").getAttribute("open")).toBeNull()
  })
}
