import { randomBytes, randomInt } from "node:crypto"
import { resolve } from "node:path"
import fc from "fast-check"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { TEST_IBANS } from "../../sandbox"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../../src/modules/catalystpay"
import * as models from "../../src/modules/catalystpay/models"
import { searchedOutput } from "../http/support/output"
import { lives } from "./life/commands"
import { lifeOf, live } from "./life/live"
import { Seen } from "./life/seen"
import { Stage } from "./life/stage"
import { WRITTEN_LIVES } from "./life/written"
import type { DatabaseAccess } from "./support/bench"

/** Fixed, so that a run finds what the run before found. */
const SEEDS = Array.from({ length: 25 }, (_, index) => index + 1)
/** More by hand, to look for what is rare: `LIVES=500 npm run test:modules -- life`. */
const LIVES = Number(process.env.LIVES ?? 0)
/** For how long a life that failed is shortened before it is shown. */
const SHRINKING_MS = 60_000
const ENCRYPTION_KEY = randomBytes(32).toString("base64")
const folder = resolve(__dirname, "..", "..", "src", "modules", "catalystpay")
const output = searchedOutput({ ibans: TEST_IBANS.map(({ iban }) => iban), secrets: () => [ENCRYPTION_KEY] })
let database: { getKnex: () => Knex } | null = null
const stage = new Stage(() => {
  if (!database) {
    throw new Error("There is no database yet.")
  }
  return database.getKnex()
})

interface Runner {
  MikroOrmWrapper: { forkManager: () => DatabaseAccess }
}

beforeAll(async () => {
  await stage.open()
})

afterAll(async () => {
  await stage.close()
  output.stop()
})

moduleIntegrationTestRunner<CatalystPayModuleService>({
  moduleName: CATALYSTPAY_MODULE,
  resolve: folder,
  moduleModels: Object.values(models),
  pathToMigrations: resolve(folder, "migrations"),
  moduleOptions: {
    encryptionKey: ENCRYPTION_KEY,
    accounts: { default: stage.account },
    callsPerSecond: 1000,
  },
  // What the suite is handed reads from the ledger, and writes nowhere: faults and clock are set on the ledger itself.
  hooks: { afterModuleInit: async (_app: unknown, service: CatalystPayModuleService) => stage.use(service) },
  testSuite: ({ MikroOrmWrapper }: Runner) => {
    beforeEach(() => {
      database = { getKnex: () => MikroOrmWrapper.forkManager().getKnex() }
    })

    describe("the life of a debit", () => {
      it(
        "ends in agreement with the gateway at each of its ends, and wherever a process dies",
        async () => {
          const seen = new Seen()
          for (const written of WRITTEN_LIVES) {
            await live(stage, seen, lifeOf(written))
          }
          expect(seen.missing).toEqual([])
        },
        60_000,
      )

      it(
        "ends in agreement with the gateway at each of its ends also when no webhook ever comes",
        async () => {
          for (const written of WRITTEN_LIVES) {
            await live(stage, new Seen(), lifeOf(written, true))
          }
        },
        60_000,
      )

      it(
        "ends in agreement with the gateway, whatever shopper, gateway, webhooks, clock and crashes do in whatever order",
        async () => {
          const property = fc.asyncProperty(lives, (life) => live(stage, new Seen(), life))
          for (const seed of [...SEEDS, ...Array.from({ length: LIVES }, () => randomInt(2 ** 31))]) {
            await fc.assert(property, { seed, numRuns: 1, interruptAfterTimeLimit: SHRINKING_MS })
          }
        },
        60_000 + SHRINKING_MS + LIVES * 5_000,
      )
    })
  },
})
