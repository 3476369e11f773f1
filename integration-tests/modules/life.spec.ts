import { randomBytes, randomInt } from "node:crypto"
import fc from "fast-check"
import { TEST_IBANS } from "../../sandbox"
import { searchedOutput } from "../http/support/output"
import { lives } from "./life/commands"
import { lifeOf, live } from "./life/live"
import { Seen } from "./life/seen"
import { Stage } from "./life/stage"
import { WRITTEN_LIVES } from "./life/written"
import { runLedger } from "./support/ledger-runner"

/** Fixed, so that a run finds what the run before found. */
const SEEDS = Array.from({ length: 25 }, (_, index) => index + 1)
/** More by hand, to look for what is rare: `LIVES=500 npm run test:modules -- life`. */
const LIVES = Number(process.env.LIVES ?? 0)
/** For how long a life that failed is shortened before it is shown. */
const SHRINKING_MS = 60_000
const ENCRYPTION_KEY = randomBytes(32).toString("base64")
const output = searchedOutput({ ibans: TEST_IBANS.map(({ iban }) => iban), secrets: () => [ENCRYPTION_KEY] })
const stage = new Stage()

beforeAll(async () => {
  await stage.open()
})

afterAll(async () => {
  await stage.close()
  output.stop()
})

runLedger(
  { encryptionKey: ENCRYPTION_KEY, accounts: { default: stage.account }, callsPerSecond: 1000 },
  ({ ledger, knex }) => {
    beforeEach(() => stage.use(ledger(), knex))

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
)
