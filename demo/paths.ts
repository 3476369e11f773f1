import { join, resolve } from "node:path"

/** The repository. */
export const ROOT = resolve(__dirname, "..")

/** Everything that a run leaves behind; Medusa's watcher and Git look away from it. */
export const MEDUSA_FOLDER = join(ROOT, ".medusa")

export const DEMO_FILE = join(MEDUSA_FOLDER, "demo.json")
export const LOG_FILE = join(MEDUSA_FOLDER, "demo.log")
export const PROCESSES_FILE = join(MEDUSA_FOLDER, "demo-processes.json")
export const SECRETS_FILE = join(MEDUSA_FOLDER, "demo-secrets.json")
export const DATABASE_FOLDER = join(MEDUSA_FOLDER, "postgres-demo")

/** The demo's shop as browsers get it, in a folder named after its sources. */
export const STOREFRONTS_FOLDER = join(MEDUSA_FOLDER, "storefronts")

/** Medusa's dashboard as browsers get it in production, in a folder named after its sources. */
export const DASHBOARDS_FOLDER = join(MEDUSA_FOLDER, "dashboards")
/** Where `medusa build --admin-only` writes, and nothing else. */
export const BUILT_ADMIN_FOLDER = join(MEDUSA_FOLDER, "admin")
/** Where `medusa start` looks for the dashboard in production. */
export const SERVED_ADMIN_FOLDER = join(ROOT, "public", "admin")
