import { TEST_IBANS } from "../../sandbox"
import { APPROVED, closeAll, KEY, startBox } from "./support"
import type { Box } from "./support"

const validate = (box: Box, iban: unknown, headers: Record<string, string> = KEY) =>
  box.request("POST", "/iban-validate/", { iban }, headers)

describe("validating an IBAN", () => {
  afterEach(closeAll)

  it("answers the guide's sample", async () => {
    const box = await startBox()
    expect(await validate(box, APPROVED)).toMatchObject({
      status: 200,
      body: { valid: true, bank_name: "Commerzbank", bic: "COBADEFFXXX" },
    })
  })

  it.each(TEST_IBANS.map(({ iban }) => iban))("finds the test IBAN %s valid", async (iban) => {
    const box = await startBox()
    expect((await validate(box, iban)).body).toMatchObject({ valid: true })
  })

  it("answers nulls for a bank that is not in the registry", async () => {
    const box = await startBox()
    expect((await validate(box, "GB82WEST12345698765432")).body).toEqual({ valid: true, bank_name: null, bic: null })
  })

  it.each([
    ["wrong check digits", "DE88370400440532013000"],
    ["a missing digit", "DE8937040044053201300"],
    ["letters where only digits may stand", "DEAB370400440532013000"],
    ["garbage", "hello"],
  ])("answers valid: false and an error for %s", async (_, iban) => {
    const box = await startBox()
    expect(await validate(box, iban)).toMatchObject({
      status: 200,
      body: { valid: false, bank_name: null, bic: null, error: "Invalid IBAN" },
    })
  })

  it("tolerates spaces and lower case", async () => {
    const box = await startBox()
    expect((await validate(box, "de89 3704 0044 0532 0130 00")).body).toMatchObject({ valid: true })
  })

  it("answers 400 without an IBAN", async () => {
    const box = await startBox()
    const answers = await Promise.all([validate(box, undefined), validate(box, ""), validate(box, 7)])
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400])
    expect(answers[0]?.body).toEqual({ detail: { iban: "This field is required." }, status_code: 400 })
  })

  it("takes an API key or the token of a session, and nothing else", async () => {
    const box = await startBox()
    const token = await box.open()
    expect((await validate(box, APPROVED, { authorization: `Bearer ${token}` })).status).toBe(200)
    expect((await validate(box, APPROVED, { authorization: "Bearer ps_unknown" })).status).toBe(401)
    expect((await validate(box, APPROVED, {})).status).toBe(401)
  })

  it("answers 503 while it is switched off", async () => {
    const box = await startBox()
    box.sandbox.faults.validateIbanDown = true
    expect(await validate(box, APPROVED)).toMatchObject({ status: 503, body: { status_code: 503 } })
  })
})
