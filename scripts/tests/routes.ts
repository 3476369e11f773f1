import { readFileSync } from "node:fs"
import { join } from "node:path"
import { ROOT, sourcesBelow } from "./sources"

/** One method of one address that the plugin answers. */
export interface ApiRoute {
  method: string
  /** As Express writes it: `/admin/catalystpay/debits/:id`. */
  path: string
  /** From the repository's root. */
  file: string
}

const API = "src/api"
const HANDLER = /^export (?:const|(?:async )?function) (GET|POST|PUT|PATCH|DELETE|OPTIONS|HEAD)\b/gm

/** Every route that there is: Medusa makes one of each method that a file `route.ts` below `src/api` exports. */
export function apiRoutes(): ApiRoute[] {
  return sourcesBelow(API)
    .filter((file) => file.endsWith("/route.ts"))
    .flatMap((file) => {
      const path = file.slice(API.length, -"/route.ts".length).replace(/\[(\w+)\]/g, ":$1")
      const methods = [...readFileSync(join(ROOT, file), "utf8").matchAll(HANDLER)]
      return methods.map(([, method = ""]) => ({ method, path, file }))
    })
}
