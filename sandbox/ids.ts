import { randomBytes } from "node:crypto"

const TOKEN_ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789"

/** `ps_` and 30 lower-case alphanumerics, as in the guide's sample. */
export function newSessionToken(): string {
  const characters = Array.from(randomBytes(30), (byte) => TOKEN_ALPHABET.charAt(byte % TOKEN_ALPHABET.length))
  return `ps_${characters.join("")}`
}

/** `ORD-` and 8 upper-case hex digits. */
export function newOrderNumber(): string {
  return `ORD-${upperHex(4)}`
}

/** `TXN-YYYYMMDD-` and 8 upper-case hex digits. */
export function newMerchantTransactionId(at: Date): string {
  return `TXN-${at.toISOString().slice(0, 10).replaceAll("-", "")}-${upperHex(4)}`
}

/** Emerchantpay answers 32 hex digits. */
export function newGenesisReference(): string {
  return randomBytes(16).toString("hex")
}

/** Vendo answers digits. */
export function newVendoReference(): string {
  return String(randomBytes(5).readUIntBE(0, 5)).padStart(13, "1")
}

/** What the verification page hands back to the shop. */
export function newVerificationId(): string {
  return `vnd_verify_${randomBytes(8).toString("hex")}`
}

/** Enough of a session token to tell two apart in a log, and not enough to use it. */
export function shortToken(token: string): string {
  return `${token.slice(0, 7)}…`
}

function upperHex(bytes: number): string {
  return randomBytes(bytes).toString("hex").toUpperCase()
}
