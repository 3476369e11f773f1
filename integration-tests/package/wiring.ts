import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { ProgramFailed } from "./programs"
import type { Shop } from "./shop"

const CONFIG_FILE = "medusa-config.ts"

/** Runs something while the shop's configuration has a mistake in it, then puts it right again. */
export async function withMistake<T>(folder: string, right: string, wrong: string, use: () => Promise<T>): Promise<T> {
  const file = join(folder, CONFIG_FILE)
  const config = readFileSync(file, "utf8")
  if (!config.includes(right)) {
    throw new Error(`${CONFIG_FILE} has no ${right} to be left out.`)
  }
  writeFileSync(file, config.replace(right, wrong))
  try {
    return await use()
  } finally {
    writeFileSync(file, config)
  }
}

/**
 * @param sentences what it has to say
 * @param env settings that are wrong; their values may not be said
 * @throws unless the server gives up by itself
 */
export async function refusesToBoot(shop: Shop, sentences: string[], env: Record<string, string> = {}): Promise<void> {
  const { code, output } = await shop.boot(env)
  if (code === 0) {
    throw new ProgramFailed("Medusa ended as if all were well.", output)
  }
  const unsaid = sentences.filter((sentence) => !output.includes(sentence))
  if (unsaid.length > 0) {
    throw new ProgramFailed(`Medusa gave up without saying: ${unsaid.join(" / ")}`, output)
  }
  for (const [name, value] of Object.entries(env)) {
    if (output.includes(value)) {
      throw new Error(`What Medusa wrote has the value of ${name} in it.`)
    }
  }
}
