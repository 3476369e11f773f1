import type { LoaderOptions } from "@medusajs/framework/types"
import { parseOptions } from "../options"

/** Stops the boot with one sentence when the plugin's options are wrong. Migrations run without it. */
export const checkOptions = async ({ options }: LoaderOptions): Promise<void> => {
  parseOptions(options)
}
