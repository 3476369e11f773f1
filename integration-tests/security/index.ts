import type { ProvenTable } from "../../scripts/proven-doc/tables"
import type { ApiRoute } from "../../scripts/tests/routes"
import { OWASP } from "./owasp"
import { ROTATION } from "./rotation"
import { ACTORS, ASSETS, ASSUMPTIONS, BOUNDARIES, IBAN_FLOW, REMAINING } from "./threat-model"

/** Everything that docs/security.md says. @param routes every address that the plugin answers */
export function securityTables(routes: readonly ApiRoute[]): ProvenTable[] {
  return [ASSETS, ACTORS, BOUNDARIES, IBAN_FLOW, ASSUMPTIONS, inventoryOf(routes), ...OWASP, ROTATION, REMAINING]
}

function inventoryOf(routes: readonly ApiRoute[]): ProvenTable {
  return {
    title: "Every address that is answered",
    intro: "Beside them the plugin checks requests to Medusa's own routes for carts and payment sessions, and opens nothing.",
    columns: ["Address", "Who may ask"],
    rows: routes.map(({ method, path }) => ({ cells: [`\`${method} ${path}\``, whoMayAsk(path)], tests: [] })),
  }
}

function whoMayAsk(path: string): string {
  if (path.startsWith("/admin/")) {
    return "Users of the dashboard, as Medusa checks them"
  }
  if (path.startsWith("/hooks/")) {
    return "Who signs with the account's webhook secret"
  }
  return path.includes("/payment-sessions/:id/")
    ? "With the shop's publishable key: the registered customer whose session it is, or whoever has the id of a guest's"
    : "Everybody with the shop's publishable key, as often as `attemptLimits` says"
}
