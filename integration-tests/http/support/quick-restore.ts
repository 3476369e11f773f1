import { Client } from "@medusajs/framework/pg"

const COPY = /^(CREATE DATABASE .+ WITH TEMPLATE [^;]+);?$/

/**
 * Before every test Medusa's runner copies the database from a template, block by block through the write-ahead log. File
 * by file it takes a quarter of the time, where nothing is forced to disk: 0.12 to 0.17 s instead of 0.56 to 0.67 for 20 MB.
 */
export function copyDatabasesByFile(): void {
  const query: unknown = Object.getOwnPropertyDescriptor(Client.prototype, "query")?.value
  if (typeof query !== "function") {
    throw new Error("The client of PostgreSQL has no query of its own any more: see copyDatabasesByFile.")
  }
  Object.defineProperty(Client.prototype, "query", {
    configurable: true,
    writable: true,
    value(this: unknown, text: unknown, ...rest: unknown[]): unknown {
      return Reflect.apply(query, this, [typeof text === "string" ? text.replace(COPY, "$1 STRATEGY FILE_COPY") : text, ...rest])
    },
  })
}
