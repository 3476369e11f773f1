import { parseCheckoutArgs, parseStartArgs, UsageError } from "../../demo/args"

describe("the arguments of npm run demo", () => {
  it("listens on this machine only and keeps the database, unless told otherwise", () => {
    expect(parseStartArgs([])).toEqual({ help: false, fresh: false, hosted: false, host: "127.0.0.1" })
    expect(parseStartArgs(["--fresh", "--hosted", "--host", "0.0.0.0"])).toEqual({ help: false, fresh: true, hosted: true, host: "0.0.0.0" })
  })

  it("refuses what it does not know", () => {
    expect(() => parseStartArgs(["--frehs"])).toThrow(UsageError)
    expect(() => parseStartArgs(["fresh"])).toThrow(UsageError)
  })
})

describe("the arguments of npm run demo:checkout", () => {
  it("buys once, for Erika Mustermann, unless told otherwise", () => {
    expect(parseCheckoutArgs(["--iban", " DE89370400440532013000 "])).toEqual({
      help: false,
      iban: "DE89370400440532013000",
      holder: "Erika Mustermann",
      times: 1,
      hosted: false,
    })
  })

  it("takes holder, number of orders, and the way to pay", () => {
    const args = parseCheckoutArgs(["--iban=DE89370400440532013000", "--holder", "Max Müller", "--times", "12", "--hosted"])
    expect(args).toMatchObject({ holder: "Max Müller", times: 12, hosted: true })
  })

  it("asks for an IBAN when there is none", () => {
    expect(() => parseCheckoutArgs([])).toThrow("--iban")
    expect(() => parseCheckoutArgs(["--iban", " "])).toThrow("--iban")
    expect(parseCheckoutArgs(["--help"]).help).toBe(true)
  })

  it.each(["0", "-1", "1.5", "many", "10000", ""])("refuses %p orders", (times) => {
    expect(() => parseCheckoutArgs(["--iban", "DE89370400440532013000", `--times=${times}`])).toThrow(UsageError)
  })

  it("does not repeat an IBAN that was typed in the wrong place", () => {
    const typed = () => parseCheckoutArgs(["DE89370400440532013000"])
    expect(typed).toThrow(UsageError)
    expect(typed).not.toThrow(/DE89/)
  })
})
