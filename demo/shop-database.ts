import { copyDatabase, dropDatabase, ensureDatabase, preparedShop, rememberPrepared } from "./database"
import { databaseFingerprint } from "./fingerprint"
import { migrate, seed, type OnService } from "./medusa"
import { DATABASE_FOLDER } from "./paths"
import { startPostgres, type PostgresServer } from "./postgres"
import type { SeededShop } from "./seed/index"
import type { Shutdown } from "./shutdown"

/**
 * What a demo begins with: `kept`, all orders of the runs before; `emptied`, nothing; `copied`, a copy of a shop in which
 * nobody has bought yet, which is gone when the demo ends.
 */
export type DatabaseChoice = "kept" | "emptied" | "copied"

export type ShopDatabase = { url: string; shop: SeededShop }

type Options = { database: DatabaseChoice; progress: (line: string) => void; shutdown: Shutdown }

/** Migrated and filled, and bought in by nobody: what copies are made of. */
const UNTOUCHED = "catalystpay_untouched"

/** Starts PostgreSQL; none is started where DATABASE_URL names one. */
export async function openServer({ database, progress, shutdown }: Options): Promise<PostgresServer> {
  const fresh = database === "emptied"
  if (fresh && process.env.DATABASE_URL) {
    throw new Error("--fresh empties the demo's own database only. Unset DATABASE_URL, or empty yours yourself.")
  }
  const server = await startPostgres({ dataDir: DATABASE_FOLDER, fresh })
  await shutdown.add(() => server.stop())
  progress(process.env.DATABASE_URL ? "PostgreSQL as DATABASE_URL says" : `PostgreSQL on port ${server.port}`)
  return server
}

/**
 * The database of the shop, migrated and filled.
 *
 * @param env of Medusa's commands, but for the database
 */
export async function openShopDatabase(
  options: Options,
  server: PostgresServer,
  env: NodeJS.ProcessEnv,
  onService: OnService,
): Promise<ShopDatabase> {
  if (options.database !== "copied") {
    // Of a database that others may use as well no comment of ours is to be trusted, nor left.
    return prepare(server.url(), { ...options, trusted: !process.env.DATABASE_URL }, env, onService)
  }
  const untouched = await prepare(server.url(UNTOUCHED), { ...options, trusted: true }, env, onService)
  const url = server.url(`catalystpay_copy_${process.pid}`)
  await dropDatabase(url)
  await copyDatabase(untouched.url, url)
  await options.shutdown.add(() => dropDatabase(url))
  return { ...untouched, url }
}

async function prepare(
  url: string,
  { progress, trusted }: Options & { trusted: boolean },
  env: NodeJS.ProcessEnv,
  onService: OnService,
): Promise<ShopDatabase> {
  await ensureDatabase(url)
  const fingerprint = databaseFingerprint()
  const known = trusted ? await preparedShop(url, fingerprint) : null
  if (known) {
    progress("Database already prepared")
    return { url, shop: known }
  }
  const medusa = { ...env, DATABASE_URL: url }
  progress("Migrating the database ...")
  await migrate(medusa, onService)
  progress("Filling the shop ...")
  const shop = await seed(medusa, onService)
  if (trusted) {
    await rememberPrepared(url, fingerprint, shop)
  }
  progress("Shop filled")
  return { url, shop }
}
