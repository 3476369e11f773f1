import { mkdirSync, rmSync, symlinkSync } from "node:fs"
import { dirname } from "node:path"
import { builtOnce } from "./built-once"
import { dashboardFingerprint } from "./fingerprint"
import { buildAdmin, type OnService } from "./medusa"
import { BUILT_ADMIN_FOLDER, DASHBOARDS_FOLDER, SERVED_ADMIN_FOLDER } from "./paths"

/**
 * Puts Medusa's dashboard, with this plugin's part in it, where `medusa start` looks for it in production. Building it
 * takes most of a minute. It is not `medusa build`'s: that and `medusa plugin:build` share a folder and wipe it.
 */
export async function serveBuiltDashboard(env: NodeJS.ProcessEnv, onService: OnService): Promise<void> {
  const folder = await builtOnce(DASHBOARDS_FOLDER, dashboardFingerprint(), async () => {
    await buildAdmin(env, onService)
    return BUILT_ADMIN_FOLDER
  })
  mkdirSync(dirname(SERVED_ADMIN_FOLDER), { recursive: true })
  rmSync(SERVED_ADMIN_FOLDER, { recursive: true, force: true })
  // Of all links this kind alone needs no privilege on Windows.
  symlinkSync(folder, SERVED_ADMIN_FOLDER, "junction")
}
