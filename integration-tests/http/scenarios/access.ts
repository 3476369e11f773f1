import { createHmac } from "node:crypto"
import { apiRoutes } from "../../../scripts/tests/routes"
import { tokenAnswer } from "../support/answers"
import { ADMIN } from "../support/environment"
import { APPROVED } from "../support/ibans"
import type { Shop } from "../support/shop-suite"
import type { Shopper } from "../support/shopper"

const OF_SESSION = "/store/catalystpay/payment-sessions/:id/"
const NOT_FOUND = {
  status: 404,
  body: { type: "not_found", code: "session_not_found", message: "There is no such payment session." },
}

/** What each route would take: a request that is refused for its body says nothing of who may send it. */
const BODIES: Readonly<Record<string, Record<string, unknown>>> = {
  "POST bank-account": { iban: APPROVED, iban_holder_name: "Eve", mandate: { accepted: true, locale: "en" } },
  "POST verification": {},
  "POST authorization": {},
}

/** Every route of the plugin, as they stand in the file system: none can be forgotten. */
export function access(shop: Shop): void {
  const below = (prefix: string) => apiRoutes().filter(({ path }) => path.startsWith(prefix))
  const ofSession = below(OF_SESSION)

  const ask = (shopper: Shopper, { method, path }: (typeof ofSession)[number]) => {
    const action = path.slice(OF_SESSION.length)
    return shopper.ofSession(method, action, BODIES[`${method} ${action}`])
  }

  it("hides the session of a registered customer from everybody else, on every route, as if it did not exist", async () => {
    const owner = shop.newShopper()
    await owner.register()
    await owner.goToPayment()
    const before = await shop.database.debit(owner.sessionId)
    owner.logOut()
    const guest = shop.newShopper()
    await guest.goToPayment()
    const loggedInElsewhere = shop.newShopper()
    await loggedInElsewhere.register()
    const nobodys = shop.newShopper()
    const ofAnotherProvider = shop.newShopper()
    await ofAnotherProvider.fillCart()
    await ofAnotherProvider.openCollection()
    await ofAnotherProvider.openSession(undefined, "pp_system_default")
    nobodys.sessionId = "payses_unknown"
    guest.sessionId = loggedInElsewhere.sessionId = owner.sessionId
    shop.sandbox.clearCalls()

    for (const visitor of [owner, guest, loggedInElsewhere, nobodys, ofAnotherProvider]) {
      for (const route of ofSession) {
        expect({ route, ...(await ask(visitor, route)) }).toEqual({ route, ...NOT_FOUND })
      }
      const check = { iban: APPROVED, payment_session_id: visitor.sessionId }
      expect(await visitor.call("POST", "/store/catalystpay/iban", check)).toEqual(NOT_FOUND)
    }
    expect(shop.gatewayCalls()).toEqual([])
    expect(await shop.database.debit(owner.sessionId)).toEqual(before)
    await owner.logIn()
    expect((await owner.giveBankAccount(APPROVED)).status).toBe(200)
  })

  it("lets nobody at a route of the dashboard who is not logged in as its user", async () => {
    const customer = shop.newShopper()
    await customer.register()
    const { body } = await shop.http.call("POST", "/auth/customer/emailpass", { email: customer.email, password: "supersecret-integration" })
    const key = shop.seeded().publishable_key
    const { token } = tokenAnswer.parse((await shop.http.call("POST", "/auth/user/emailpass", ADMIN)).body)
    const [head = "", payload = ""] = token.split(".")
    const forged = createHmac("sha256", "another secret").update(`${head}.${payload}`).digest("base64url")
    const none = Buffer.from(JSON.stringify({ alg: "none", typ: "JWT" })).toString("base64url")
    const strangers: [string, Record<string, string>][] = [
      ["nobody", {}],
      ["a shopper", { "x-publishable-api-key": key }],
      ["a customer", { "x-publishable-api-key": key, authorization: `Bearer ${tokenAnswer.parse(body).token}` }],
      ["a forger of a user's token", { authorization: `Bearer ${head}.${payload}.${forged}` }],
      ["a forger without a signature", { authorization: `Bearer ${none}.${payload}.` }],
      ["a holder of the shop's public key", { authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}` }],
    ]
    const routes = below("/admin/")
    expect(routes.length).toBeGreaterThanOrEqual(7)
    for (const { method, path } of routes) {
      const url = path.replace(":id", "unknown")
      for (const [who, headers] of strangers) {
        const answer = await shop.http.call(method, url, method === "GET" ? undefined : {}, headers)
        expect({ method, url, who, ...answer }).toEqual({ method, url, who, status: 401, body: { message: "Unauthorized" } })
      }
      const { status } = await shop.http.call(method, url, method === "GET" ? undefined : {}, { authorization: `Bearer ${token}` })
      expect({ method, url, refused: status === 401 }).toEqual({ method, url, refused: false })
    }
  })

  it("answers no shopper on any route without the shop's publishable key", async () => {
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    for (const { method, path } of below("/store/")) {
      const url = path.replace(":id", shopper.sessionId)
      const answer = await shop.http.call(method, url, method === "POST" ? { iban: APPROVED } : undefined)
      expect({ method, url, ...answer }).toMatchObject({ method, url, status: 400, body: { type: "not_allowed" } })
    }
  })

  it("asks for a signature wherever it asks for no log-in and no key", async () => {
    const others = apiRoutes().filter(({ path }) => !/^\/(admin|store)\/catalystpay\//.test(path))
    expect(others.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "POST /hooks/catalystpay/:account",
      "GET /hooks/catalystpay/:account",
    ])
    for (const { method, path } of others) {
      const url = path.replace(":account", "default")
      const answer = await shop.http.call(method, url, method === "POST" ? { status: "COMPLETED" } : undefined)
      expect({ method, ...answer }).toMatchObject({ method, status: 401, body: { code: "webhook_signature_invalid" } })
    }
  })

  it("sends a browser nowhere, whatever address a request names", async () => {
    const evil = "https://evil.example/"
    const shopper = shop.newShopper()
    await shopper.goToPayment()
    for (const field of ["return_url", "redirect_uri", "success_url", "verification_url", "next"]) {
      for (const action of ["bank-account", "verification", "authorization"]) {
        const body = { ...BODIES[`POST ${action}`], [field]: evil }
        const answer = await shopper.ofSession("POST", action, body)
        expect({ field, action, ...answer }).toMatchObject({ field, action, status: 400, body: { code: "invalid_request" } })
      }
      const { status, body } = await shopper.ofSession("GET", `mandate?${field}=${encodeURIComponent(evil)}`)
      expect({ field, status, told: JSON.stringify(body).includes("evil") }).toEqual({ field, status: 200, told: false })
    }
    expect(shop.http.redirectsSeen).toEqual([])
  })
}
