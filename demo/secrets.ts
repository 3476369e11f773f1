import { randomBytes } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { z } from "zod"
import { MEDUSA_FOLDER, SECRETS_FILE } from "./paths"

const secretsSchema = z.object({
  encryption_key: z.string(),
  webhook_secret: z.string(),
  jwt_secret: z.string(),
  cookie_secret: z.string(),
})

/** Made at the first start and kept, so that what one run sealed the next can open. */
export type Secrets = z.infer<typeof secretsSchema>

export function demoSecrets(): Secrets {
  if (existsSync(SECRETS_FILE)) {
    return secretsSchema.parse(JSON.parse(readFileSync(SECRETS_FILE, "utf8")))
  }
  const secrets: Secrets = {
    encryption_key: randomBytes(32).toString("base64"),
    webhook_secret: `whsec_${randomBytes(24).toString("hex")}`,
    jwt_secret: randomBytes(32).toString("hex"),
    cookie_secret: randomBytes(32).toString("hex"),
  }
  mkdirSync(MEDUSA_FOLDER, { recursive: true })
  writeFileSync(SECRETS_FILE, JSON.stringify(secrets), { mode: 0o600 })
  return secrets
}
