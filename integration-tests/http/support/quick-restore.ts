import { Client } from "@medusajs/framework/pg"

const COPY = /^(CREATE DATABASE .+ WITH TEMPLATE [^;]+);?$/

/**
 * Before every test Medusa's runner copies the database from a template, block by block through the write-ahead log. File
 * by file it takes a quarter of the time (measured on 20 MB: 0.1 s instead of 0.6), where nothing is forced to disk.
 */
export function copyDatabasesByFile(): void {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- the proxy hands its client on
  Client.prototype.query = new Proxy(Client.prototype.query, {
    apply: (query, client: unknown, [text, ...rest]: unknown[]): unknown =>
      Reflect.apply(query, client, [typeof text === "string" ? text.replace(COPY, "$1 STRATEGY FILE_COPY") : text, ...rest]),
  })
}
