import type { ListSpec } from "../../../src/admin/lib/lists/list-spec"
import {
  filtersOf,
  listQuery,
  narrowingQuery,
  pageOf,
  searchOf,
  sortOf,
  tabOf,
  withCursor,
  withFilters,
  withPage,
  withSearch,
  withSort,
  withTab,
} from "../../../src/admin/lib/lists/list-url"

const debits: ListSpec = {
  filters: [
    { kind: "many", id: "state", values: ["approved", "declined", "failed"] },
    { kind: "many", id: "account" },
    { kind: "one", id: "livemode", values: ["live", "test"] },
    { kind: "days", id: "created_at" },
  ],
  sorts: ["created_at", "amount"],
  hasSearch: true,
  pages: "cursor",
}

const refunds: ListSpec = {
  tab: { id: "open", values: ["true", "false"] },
  filters: [],
  sorts: [],
  hasSearch: false,
  pages: "offset",
}

const params = (text: string): URLSearchParams => new URLSearchParams(text)
const november = { $gte: new Date(2026, 10, 1).toISOString(), $lte: new Date(2026, 10, 30).toISOString() }

describe("the filters in a list's address", () => {
  it("come back as they were set", () => {
    const filters = { state: ["declined", "failed"], account: ["de"], livemode: "live", created_at: november }
    const address = withFilters(params(""), debits, filters)
    expect(address.toString()).toBe("state=declined&state=failed&account=de&livemode=live&from=2026-11-01&to=2026-11-30")
    expect(filtersOf(address, debits)).toEqual(filters)
  })

  it("stand there without a value while their picker is open, and ask for nothing", () => {
    const address = withFilters(params(""), debits, { state: [], livemode: null, created_at: null })
    expect(filtersOf(address, debits)).toEqual({ state: [], livemode: null, created_at: null })
    expect(listQuery(address, debits)).toEqual({ limit: 20 })
  })

  it("are gone when they are taken away, and leave alone what is not theirs", () => {
    expect(withFilters(params("state=failed&q=4711&sort=-amount&tab=1"), debits, {}).toString()).toBe("q=4711&sort=-amount&tab=1")
  })

  it("leave out values that nobody offers", () => {
    const address = params("state=failed&state=made_up&livemode=maybe&from=never&to=2026-11-30")
    expect(filtersOf(address, debits)).toEqual({
      state: ["failed"],
      livemode: null,
      created_at: { $lte: november.$lte },
    })
    expect(listQuery(address, debits)).toEqual({ state: ["failed"], to: "2026-11-30", limit: 20 })
  })

  it("are asked for as the admin API takes them", () => {
    const address = params("state=declined&state=failed&account=de&livemode=test&from=2026-11-01&q=%20RF18%20&sort=-amount&cursor=abc")
    expect(listQuery(address, debits)).toEqual({
      state: ["declined", "failed"],
      account: ["de"],
      livemode: "test",
      from: "2026-11-01",
      q: "RF18",
      sort: "-amount",
      cursor: "abc",
      limit: 20,
    })
  })

  it("are those of the export, too, which has no pages", () => {
    expect(narrowingQuery(params("state=failed&q=x&sort=amount&cursor=abc"), debits)).toEqual({
      state: ["failed"],
      q: "x",
      sort: "amount",
    })
  })
})

describe("search and sort in a list's address", () => {
  it("come back as they were set", () => {
    const address = withSort(withSearch(params(""), "#12"), { id: "amount", desc: true })
    expect(searchOf(address)).toBe("#12")
    expect(sortOf(address, debits)).toEqual({ id: "amount", desc: true })
    expect(sortOf(withSort(address, null), debits)).toBeNull()
    expect(withSearch(address, "").get("q")).toBeNull()
  })

  it("keep a space that is typed between two words, and ask for none at the end", () => {
    const address = withSearch(params(""), "RF18 ")
    expect(searchOf(address)).toBe("RF18 ")
    expect(listQuery(address, debits)).toEqual({ q: "RF18", limit: 20 })
  })

  it("know no column that the list cannot be sorted by", () => {
    expect(sortOf(params("sort=-iban"), debits)).toBeNull()
    expect(listQuery(params("sort=-iban"), debits)).toEqual({ limit: 20 })
  })

  it("are not asked of a list that has none", () => {
    expect(listQuery(params("q=x&sort=amount"), refunds)).toEqual({ open: "true", limit: 20, offset: 0 })
  })
})

describe("the tab in a list's address", () => {
  it("is the first until another is chosen, and for what is none", () => {
    expect(tabOf(params(""), refunds)).toBe("true")
    expect(tabOf(params("open=perhaps"), refunds)).toBe("true")
    expect(tabOf(params("open=false"), refunds)).toBe("false")
    expect(tabOf(params("open=false"), debits)).toBeNull()
  })

  it("begins at its own first page, and is always asked for", () => {
    const all = withTab(params("page=3"), refunds, "false")
    expect(all.toString()).toBe("open=false")
    expect(listQuery(all, refunds)).toEqual({ open: "false", limit: 20, offset: 0 })
    expect(withTab(all, refunds, "true").toString()).toBe("")
  })
})

describe("the page in a list's address", () => {
  it("is a cursor where the admin API gives cursors", () => {
    const second = withCursor(params("state=failed"), "abc")
    expect(listQuery(second, debits)).toEqual({ state: ["failed"], cursor: "abc", limit: 20 })
    expect(withCursor(second, null).toString()).toBe("state=failed")
  })

  it("is a number where it counts rows", () => {
    const third = withPage(params(""), 2)
    expect(third.toString()).toBe("page=3")
    expect(pageOf(third)).toBe(2)
    expect(listQuery(third, refunds)).toEqual({ open: "true", limit: 20, offset: 40 })
    expect(withPage(third, 0).toString()).toBe("")
  })

  it.each(["page=0", "page=-1", "page=x", "page=1.5", ""])("is the first for %p", (address) => {
    expect(pageOf(params(address))).toBe(0)
  })

  it("is the first again once search, filter or sort change", () => {
    const far = params("cursor=abc&page=4")
    expect(withSearch(far, "x").toString()).toBe("q=x")
    expect(withSort(far, { id: "amount", desc: false }).toString()).toBe("sort=amount")
    expect(withFilters(far, debits, { livemode: "live" }).toString()).toBe("livemode=live")
  })
})
