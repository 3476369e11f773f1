import { HELP, parseCli } from "../../sandbox/cli-options"
import { switchTable } from "../../sandbox/cli-switches"
import { startTable } from "../../sandbox/cli-table"
import { SWITCH_NAMES, SWITCHES, switchesWith, TEST_IBANS } from "../../sandbox"
import { UsageError } from "../../sandbox/usage-error"

const LISTENING = { url: "http://127.0.0.1:4010", apiUrl: "http://127.0.0.1:4010/api/v1", port: 4010 }

describe("the command line", () => {
  it("has defaults for everything", () => {
    expect(parseCli([], {})).toEqual({
      port: 4010,
      host: "127.0.0.1",
      apiKey: "rk_sandbox",
      webhookUrl: null,
      webhookSecret: "whsec_sandbox",
      returnUrl: null,
      hostedReturnUrls: null,
      rateLimits: false,
      switches: switchesWith(),
      listSwitches: false,
      help: false,
    })
  })

  it("prefers options to the environment, and the environment to the defaults", () => {
    const env = { CATALYSTPAY_API_KEY: "rk_env", CATALYSTPAY_WEBHOOK_SECRET: "whsec_env" }
    expect(parseCli([], env)).toMatchObject({ apiKey: "rk_env", webhookSecret: "whsec_env" })
    expect(parseCli(["--api-key", "rk_cli", "--webhook-secret=s"], env)).toMatchObject({
      apiKey: "rk_cli",
      webhookSecret: "s",
    })
    expect(parseCli([], { CATALYSTPAY_API_KEY: "" }).apiKey).toBe("rk_sandbox")
  })

  it("reads the rest", () => {
    const args = ["--port", "0", "--webhook-url", "http://localhost:9000/hooks/catalystpay/default"]
    args.push("--return-url", "http://localhost:8000/", "--help")
    expect(parseCli(args, {})).toMatchObject({
      port: 0,
      webhookUrl: "http://localhost:9000/hooks/catalystpay/default",
      returnUrl: "http://localhost:8000/",
      help: true,
    })
  })

  it("reads switches, rate limits and the addresses of the hosted page", () => {
    const args = ["--switch", "get-terminal=410", "--switch=field-errors=list", "--switch", "field-errors=nested"]
    args.push("--rate-limits", "--list-switches", "--success-url", "http://shop/ok", "--failure-url", "http://shop/no")
    expect(parseCli(args, {})).toMatchObject({
      switches: { ...switchesWith(), "get-terminal": "410", "field-errors": "nested" },
      rateLimits: true,
      listSwitches: true,
      hostedReturnUrls: { success: "http://shop/ok", failure: "http://shop/no" },
    })
  })

  it("lists every switch with its default, its other answers and its question", () => {
    const lines = switchTable().trimEnd().split("\n")
    expect(lines).toHaveLength(SWITCH_NAMES.length + 1)
    for (const [index, name] of SWITCH_NAMES.entries()) {
      const { answers, question } = SWITCHES[name]
      const [standard, ...others] = answers
      const cells = (lines[index + 1] ?? "").trim().split(/ {2,}/)
      expect(cells).toEqual([name, standard, others.join(", "), question])
    }
  })

  it("tells after the start what was switched", () => {
    expect(startTable(LISTENING, parseCli([], {}))).toContain("nothing (--list-switches)")
    const options = parseCli(["--switch", "get-terminal=410", "--rate-limits"], {})
    expect(startTable(LISTENING, options)).toMatch(/Rate limits +as documented\n +Switched +get-terminal=410\n/)
  })

  it.each([
    [
      ["--switch", "get-terminl=410"],
      'There is no switch "get-terminl"; did you mean "get-terminal"? --list-switches lists them all.',
    ],
    [["--switch", "get-terminal=gone"], '--switch get-terminal= takes one of 200, 410, not "gone".'],
    [["--switch", "get-terminal"], '--switch get-terminal= takes one of 200, 410, not "".'],
    [["--success-url", "http://shop/ok"], "--success-url and --failure-url go together."],
    [["--failure-url", "shop"], '--failure-url takes an http or https address, not "shop".'],
    [["--bogus"], "Unknown option '--bogus'; --help lists the options."],
    [["--port", "http"], '--port takes a number from 0 to 65535, not "http".'],
    [["--port", "65536"], '--port takes a number from 0 to 65535, not "65536".'],
    [["--return-url", "checkout"], '--return-url takes an http or https address, not "checkout".'],
    [["--webhook-url", "file:///x"], '--webhook-url takes an http or https address, not "file:///x".'],
  ])("answers %j with one sentence", (args, sentence) => {
    expect(() => parseCli(args, {})).toThrow(new UsageError(sentence))
  })

  it("names every option in its help", () => {
    const urls = ["webhook-url", "return-url", "success-url", "failure-url", "rate-limits", "switch", "list-switches"]
    for (const option of ["port", "host", "api-key", "webhook-secret", ...urls]) {
      expect(HELP).toContain(`--${option}`)
    }
  })

  it("prints addresses and test IBANs, but no key or secret of the user's own", () => {
    const options = parseCli([], { CATALYSTPAY_API_KEY: "rk_mine", CATALYSTPAY_WEBHOOK_SECRET: "whsec_mine" })
    const table = startTable(LISTENING, options)
    expect(table).toContain(LISTENING.apiUrl)
    expect(table).toContain("http://127.0.0.1:4010/control")
    for (const { iban, official } of TEST_IBANS) {
      expect(table).toMatch(new RegExp(`${iban} .* ${official ? "official" : "sandbox only"}`))
    }
    expect(table).not.toContain("rk_mine")
    expect(table).not.toContain("whsec_mine")
  })
})
