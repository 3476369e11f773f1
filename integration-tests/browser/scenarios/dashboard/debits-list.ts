import { readFile } from "node:fs/promises"
import { eventually } from "../../../http/support/eventually"
import type { Desk } from "../../support/dashboard/desk"
import { ListPage } from "../../support/dashboard/list-page"
import { HOLDER } from "../../support/dashboard/order-maker"

export function debitsList(desk: () => Desk): void {
  it("says of each debit its order, state, account, amount and that it is a test", async () => {
    const { cases } = desk()
    const visit = await desk().visit()
    const list = await ListPage.open(visit, "debits")
    const { states, badges, lists } = visit.texts
    await visit.page.getByRole("columnheader", { name: lists.fields.account }).waitFor()
    const line = async (made: { display_id: number }) => (await list.rowsOf(made).first().innerText()).split(/[\t\n]+/).slice(1)
    const badge = [badges.test_mode, badges.not_live]
    expect(await line(cases.approved)).toEqual([
      `#${cases.approved.display_id}`, states.approved, ...badge, HOLDER, "DE •••• 2051", "€20.71", "default",
    ])
    expect(await line(cases.orphaned)).toContain(lists.debits.problems_one.replace("{{count}}", "1"))
    expect(await line(cases.hosted)).toContain("hosted")
    expect(await list.rowsOf(cases.several).count()).toBe(2)
    expect(await visit.page.getByRole("main").innerText()).not.toMatch(/[A-Z]{2}\d{2}(\s?\w{4}){3}/)
  })

  it("finds a debit by its reference, its order's number and the last four digits", async () => {
    const { cases, maker } = desk()
    const [debit] = await maker.debits(cases.approved.id)
    const visit = await desk().visit()
    const list = await ListPage.open(visit, "debits")
    for (const words of [debit?.mandate?.reference, debit?.order_number, debit?.transaction_id, `#${cases.approved.display_id}`, "2051"]) {
      await list.search(words ?? "none")
      await list.untilCount(1)
      await list.rowsOf(cases.approved).waitFor()
    }
    await list.search("RF18 0000")
    await visit.page.getByText(visit.texts.lists.debits.filtered.heading).waitFor()
    expect(list.query.get("q")).toBe("RF18 0000")
  })

  it("is narrowed down by filters that outlive a reload and the way back", async () => {
    const { cases, maker } = desk()
    const visit = await desk().visit()
    const { page, texts } = visit
    const { fields, debits, days } = texts.lists
    const list = await ListPage.open(visit, "debits")
    const narrowed = async (query: string) => list.untilCount((await maker.list(query)).count)
    await list.filter(fields.state, texts.states.failed, texts.states.orphaned, texts.states.queued)
    await narrowed("state=failed&state=orphaned&state=queued")
    await list.filter(fields.environment, debits.test)
    await narrowed("state=failed&state=orphaned&state=queued&livemode=test")
    await list.filter(fields.trouble, debits.trouble)
    await narrowed("state=failed&state=orphaned&state=queued&livemode=test&trouble=true")
    await list.filter(fields.account, "default", "busy")
    await list.filter(fields.created, days.last_7)
    await list.search(`#${cases.orphaned.display_id}`)
    await list.untilCount(1)
    await page.reload()
    await list.untilCount(1)
    await page.getByRole("button", { name: `${texts.states.failed}, ${texts.states.orphaned}, ${texts.states.queued}` }).waitFor()
    await page.getByRole("button", { name: "default, busy" }).waitFor()
    await list.rowsOf(cases.orphaned).click()
    await page.getByRole("heading", { level: 2, name: texts.sections.timeline }).waitFor()
    await page.goBack()
    await list.untilCount(1)
    expect([...list.query.keys()].sort()).toEqual(
      ["account", "account", "from", "livemode", "q", "state", "state", "state", "trouble"],
    )
  })

  it("is sorted by amount and by date, both ways", async () => {
    const { cases, maker } = desk()
    const visit = await desk().visit()
    const { fields } = visit.texts.lists
    const list = await ListPage.open(visit, "debits?state=approved&state=failed")
    const sortBy = (field: string) => visit.page.getByRole("columnheader", { name: field, exact: true }).getByRole("button").click()
    const places = async () => [await list.rowsOf(cases.misreported).evaluate(placeOf), (await list.rows.count()) - 1]
    await sortBy(fields.amount)
    await eventually(places, ([place, last]) => place === last)
    await sortBy(fields.amount)
    await eventually(places, ([place]) => place === 0)
    expect(list.query.get("sort")).toBe("-amount")
    const { debits } = await maker.list("state=approved&state=failed&sort=created_at")
    const wanted = debits.map(({ id }) => `/app/catalystpay/debits/${id}`)
    await sortBy(fields.created)
    await eventually(() => list.hrefs(), (hrefs) => hrefs.join() === wanted.join())
    await sortBy(fields.created)
    await eventually(() => list.hrefs(), (hrefs) => hrefs.join() === wanted.toReversed().join())
  })

  it("is turned forth and back by cursors, and no debit is left out or shown twice", async () => {
    const visit = await desk().visit()
    const { page, texts } = visit
    // As if there were many more of them.
    await page.route(/\/admin\/catalystpay\/debits\?/, (route) =>
      route.continue({ url: route.request().url().replace("limit=20", "limit=7") }),
    )
    const list = await ListPage.open(visit, "debits")
    const ids = () => list.hrefs()
    const next = page.getByRole("button", { name: texts.lists.next })
    const previous = page.getByRole("button", { name: texts.lists.previous })
    expect(await previous.isDisabled()).toBe(true)
    const pages = [await ids()]
    while (await next.isEnabled()) {
      const before = (pages.at(-1) ?? []).join()
      await next.click()
      await eventually(ids, (now) => now.join() !== before)
      pages.push(await ids())
    }
    const { count } = await desk().maker.list("")
    expect(new Set(pages.flat()).size).toBe(count)
    expect(pages.flat()).toHaveLength(count)
    await previous.click()
    await eventually(ids, (now) => now.join() === (pages.at(-2) ?? []).join())
    await page.goBack()
    await eventually(ids, (now) => now.join() === (pages.at(-1) ?? []).join())
  })

  it("is gone through with the keyboard alone", async () => {
    const { cases } = desk()
    const visit = await desk().visit()
    const { page } = visit
    const list = await ListPage.open(visit, `debits?q=%23${cases.several.display_id}`)
    await list.untilCount(2)
    const second = list.rows.nth(1).getByRole("link").first()
    const href = await second.getAttribute("href")
    await page.getByRole("searchbox").focus()
    for (let presses = 0; presses < 12 && !(await second.evaluate((link) => link === document.activeElement)); presses++) {
      await page.keyboard.press("Tab")
    }
    await page.keyboard.press("Enter")
    await page.waitForURL((url) => url.pathname === href)
    await page.getByRole("heading", { level: 1 }).waitFor()
  })

  it("is exported as it is narrowed down and sorted, all pages of it", async () => {
    const { cases, maker } = desk()
    const visit = await desk().visit()
    const list = await ListPage.open(visit, "debits?state=captured&state=approved&state=failed&sort=-amount")
    const [download] = await Promise.all([
      visit.page.waitForEvent("download"),
      visit.page.getByRole("button", { name: visit.texts.lists.debits.export }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^sepa-debits-\d{4}-\d\d-\d\d\.csv$/)
    const file = await readFile(await download.path(), "utf8")
    visit.traces.note("the export", file)
    const [header = "", ...lines] = file.trimEnd().split("\r\n")
    const names = header.split(",")
    const cells = (name: string) => lines.map((line) => line.split(",")[names.indexOf(name)])
    const { count } = await maker.list("state=captured&state=approved&state=failed")
    await list.untilCount(count)
    expect(lines).toHaveLength(count)
    expect(cells("amount")[0]).toBe("35.58")
    expect(cells("order")[0]).toBe(String(cases.misreported.display_id))
    expect(new Set(cells("state"))).toEqual(new Set(["captured", "approved", "failed"]))
    expect(cells("iban").filter((iban) => !/^((DE )?•••• \d{4})?$/.test(iban ?? "-"))).toEqual([])
  })

  it("leads to a page with everything about one debit", async () => {
    const { cases, maker } = desk()
    const [debit] = await maker.debits(cases.charged_back.id)
    const visit = await desk().visit()
    const { page, texts } = visit
    await visit.open(`/catalystpay/debits/${debit?.id ?? ""}`)
    await page.getByRole("heading", { level: 1, name: debit?.id }).waitFor()
    const main = page.getByRole("main")
    for (const name of [texts.sections.chargebacks, texts.sections.timeline, texts.sections.mandate, texts.sections.transaction]) {
      await main.getByRole("heading", { level: 2, name, exact: true }).waitFor()
    }
    expect(await visit.fact(main, texts.fields.mandate_reference).innerText()).toBe(debit?.mandate?.reference)
    await main.getByRole("link", { name: `${texts.lists.fields.order} #${cases.charged_back.display_id}` }).click()
    await page.waitForURL((url) => url.pathname.endsWith(`/orders/${cases.charged_back.id}`))
    await visit.open("/catalystpay/debits/cpdeb_unknown")
    await page.getByText(texts.lists.debits.gone).waitFor()
    visit.expectComplaints(/404/)
  })
}

function placeOf(row: Element): number {
  return [...(row.parentElement?.children ?? [])].indexOf(row)
}
