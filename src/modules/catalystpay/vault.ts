import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from "node:crypto"
import { CatalystPayError } from "./errors"

const VERSION = "v1"
const CIPHER = "aes-256-gcm"
const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * Seals an IBAN for the time between entry and submission. The seal is bound to the debit's id, so that a sealed value
 * copied to another row does not open there.
 * @param keys 32-byte keys; the first one seals.
 */
export function sealIban(iban: string, debitId: string, keys: readonly Buffer[]): string {
  const key = keys[0]
  if (!key) {
    throw new CatalystPayError("invalid_options", { developer: "No encryptionKey is configured to seal an IBAN with." })
  }
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(debitId, "utf8"))
  const sealed = Buffer.concat([cipher.update(iban, "utf8"), cipher.final()])
  return [VERSION, keyId(key), encode(nonce), encode(sealed), encode(cipher.getAuthTag())].join(".")
}

/**
 * Opens a sealed IBAN with whichever key sealed it.
 * @throws CatalystPayError `seal_unreadable` when it was tampered with, belongs to another debit, or its key is gone.
 */
export function openIban(sealed: string, debitId: string, keys: readonly Buffer[]): string {
  const [version, id, nonce, body, tag, ...rest] = sealed.split(".")
  const key = keys.find((candidate) => keyId(candidate) === id)
  if (version !== VERSION || !nonce || !body || !tag || rest.length > 0) {
    throw unreadable("it is not a seal of this version")
  }
  if (!key) {
    throw unreadable("the key that sealed it is not among the configured encryption keys")
  }
  const tagBytes = Buffer.from(tag, "base64url")
  if (tagBytes.length !== TAG_BYTES) {
    throw unreadable("its authentication tag is cut")
  }
  try {
    const decipher = createDecipheriv(CIPHER, key, Buffer.from(nonce, "base64url"), { authTagLength: TAG_BYTES })
    decipher.setAAD(Buffer.from(debitId, "utf8"))
    decipher.setAuthTag(tagBytes)
    return Buffer.concat([decipher.update(Buffer.from(body, "base64url")), decipher.final()]).toString("utf8")
  } catch {
    throw unreadable("it was changed, or it belongs to another debit")
  }
}

/**
 * A keyed fingerprint: tells whether two entries in one session are the same IBAN, and tells nothing without the key.
 * It is destroyed together with the seal.
 */
export function ibanFingerprint(iban: string, debitId: string, keys: readonly Buffer[]): string {
  const key = keys[0]
  if (!key) {
    throw new CatalystPayError("invalid_options", { developer: "No encryptionKey is configured." })
  }
  return createHmac("sha256", key).update(`iban-fingerprint\n${debitId}\n${iban}`).digest("base64url")
}

/** A public name for a key, so that several can be told apart while one is rotated out. */
export function keyId(key: Buffer): string {
  return createHash("sha256").update("catalystpay-key-id\n").update(key).digest("hex").slice(0, 12)
}

function encode(bytes: Buffer): string {
  return bytes.toString("base64url")
}

function unreadable(why: string): CatalystPayError {
  return new CatalystPayError("seal_unreadable", {
    developer: `The sealed IBAN cannot be opened: ${why}.`,
    shopper: "Please enter your bank account again.",
    merchant: "Check that the encryption key that was in use when the shopper paid is still listed in encryptionKey.",
  })
}
