import { resolve } from "node:path"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { ContainerRegistrationKeys, isSharedConnectionSymbol, ModulesSdkUtils, Modules, toMikroOrmEntities } from "@medusajs/framework/utils"
import { initModules, MockEventBusService, TestDatabaseUtils } from "@medusajs/test-utils"
import { z } from "zod"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../../../src/modules/catalystpay"
import * as models from "../../../src/modules/catalystpay/models"
import { emptyLedger } from "./tables"

const folder = resolve(__dirname, "..", "..", "..", "src", "modules", "catalystpay")
const schema = "public"
const medusaApp = z.object({
  modules: z.object({ [CATALYSTPAY_MODULE]: z.custom<CatalystPayModuleService>((module) => typeof module === "object") }),
})

export interface RunningLedger {
  /** The ledger of the test that runs. */
  ledger: () => CatalystPayModuleService
  knex: () => Knex
  /** For another ledger on the same database. */
  manager: () => SqlEntityManager
}

/**
 * The module on PostgreSQL as Medusa loads it, and nothing else of Medusa: made anew for every test, on empty tables.
 * As `moduleIntegrationTestRunner` of Medusa's test-utils does it, which also migrates for every test anew: that took
 * half of their time.
 *
 * @param options read when a test begins, so that addresses may be filled in before
 */
export function runLedger(options: Record<string, unknown>, tests: (running: RunningLedger) => void): void {
  const clientUrl = TestDatabaseUtils.getDatabaseURL(`catalystpay-ledger-${process.env.JEST_WORKER_ID ?? "1"}`)
  const database = TestDatabaseUtils.getMikroOrmWrapper({
    mikroOrmEntities: toMikroOrmEntities(Object.values(models)),
    pathToMigrations: resolve(folder, "migrations"),
    clientUrl,
    schema,
  })
  const connection = ModulesSdkUtils.createPgConnection({ clientUrl, schema })
  const manager = () => database.forkManager()
  const knex = () => manager().getKnex()
  let found: CatalystPayModuleService | null = null
  let end: () => Promise<void> = async () => undefined

  function ledger(): CatalystPayModuleService {
    if (!found) {
      throw new Error("There is no ledger outside a test.")
    }
    return found
  }

  beforeAll(() => database.setupDatabase())

  beforeEach(async () => {
    const modules = {
      [CATALYSTPAY_MODULE]: { resolve: folder, options: { database: { clientUrl, schema }, [isSharedConnectionSymbol]: true, ...options } },
    }
    const started = await initModules({
      injectedDependencies: {
        [ContainerRegistrationKeys.PG_CONNECTION]: connection,
        [ContainerRegistrationKeys.LOGGER]: console,
        [ContainerRegistrationKeys.CONFIG_MODULE]: { modules },
        [Modules.EVENT_BUS]: new MockEventBusService(),
      },
      modulesConfig: modules,
      databaseConfig: { clientUrl, schema },
      preventConnectionDestroyWarning: true,
    })
    found = medusaApp.parse(started.medusaApp).modules[CATALYSTPAY_MODULE]
    end = started.shutdown
  })

  afterEach(async () => {
    found = null
    await end()
    await emptyLedger(knex())
  })

  afterAll(async () => {
    await database.clearDatabase()
    await connection.destroy()
  })

  tests({ ledger, knex, manager })
}
