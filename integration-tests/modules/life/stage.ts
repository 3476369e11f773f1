import { createServer, type Server } from "node:http"
import { buffer } from "node:stream/consumers"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { createSandbox, DEFAULT_CAMPAIGN_ID, type Sandbox } from "../../../sandbox"
import type { Switches } from "../../../sandbox/switches"
import type { CatalystPayModuleService } from "../../../src/modules/catalystpay"
import { NO_FAULTS } from "../../../src/modules/catalystpay/faults"
import { GatewayLine } from "../../http/support/gateway-line"
import { listenLocally } from "../../support/local-server"
import { WEBHOOK_SECRET } from "../support/bench"
import { TestClock } from "../support/own-context"
import { emptyLedger } from "../support/tables"

const API_KEY = "rk_test_life"
/** A valid IBAN that no life uses. */
const ANY_IBAN = "DE02120300000000202051"

/** The parts that one life is lived with. */
export interface Parts {
  service: CatalystPayModuleService
  knex: () => Knex
  sandbox: Sandbox
  line: GatewayLine
  clock: TestClock
}

/**
 * The ledger on PostgreSQL, and for each life a gateway and a clock of its own, with a wire to it that can be cut. Ledger
 * and gateway go by the same clock.
 */
export class Stage {
  readonly account = {
    apiKey: API_KEY,
    apiUrl: "http://127.0.0.1:1/api/v1",
    webhookSecret: WEBHOOK_SECRET,
    campaignId: DEFAULT_CAMPAIGN_ID,
    creditor: { name: "Demo Shop GmbH", identifier: "DE98ZZZ09999999999" },
  }
  private readonly line = new GatewayLine()
  private readonly receiver: Server
  private receiverPort = 0
  private ledger: Pick<Parts, "service" | "knex"> | null = null
  private sandbox: Sandbox | null = null

  constructor() {
    this.receiver = createServer((req, res) => {
      void buffer(req)
        .then((body) => this.receive(req.headers, body))
        .then(
          () => res.writeHead(200).end(),
          () => res.writeHead(500).end(),
        )
    })
  }

  async open(): Promise<void> {
    this.account.apiUrl = `${await this.line.open(0)}/api/v1`
    this.receiverPort = await listenLocally(this.receiver)
  }

  async close(): Promise<void> {
    await this.line.cut()
    await this.sandbox?.close()
    this.receiver.close()
  }

  /** The ledger is made anew for each test. */
  use(service: CatalystPayModuleService, knex: () => Knex): void {
    this.ledger = { service, knex }
  }

  /** A new life: nothing is left of the ones before. */
  async begin(switches: Partial<Switches>): Promise<Parts> {
    const { ledger, line } = this
    if (!ledger) {
      throw new Error("There is no ledger yet.")
    }
    const { service, knex } = ledger
    const clock = new TestClock()
    service.clock = clock
    service.faults = NO_FAULTS
    await this.sandbox?.close()
    const sandbox = createSandbox({ apiKeys: [API_KEY], clock: clock.now, switches, webhookRetryDelaysMs: [0], webhooks: this.target() })
    this.sandbox = sandbox
    const { port } = await sandbox.listen()
    await line.cut()
    await line.open(port)
    await emptyLedger(knex())
    const parts = { service, knex, sandbox, line, clock }
    await reachGateway(parts)
    sandbox.clearCalls()
    sandbox.holdWebhooks()
    return parts
  }

  private target(): { url: string; secret: string } {
    return { url: `http://127.0.0.1:${this.receiverPort}`, secret: WEBHOOK_SECRET }
  }

  /** The store's webhook route, as small as can be. */
  private async receive(headers: NodeJS.Dict<string | string[]>, body: Buffer): Promise<void> {
    await this.ledger?.service.webhooks.receive({
      account: "default",
      event_name: String(headers["x-catalystpay-event"]),
      signature: String(headers["x-catalystpay-signature"]),
      body,
    })
  }
}

/**
 * After five failures in a row the client makes no call for ten seconds of the wall's clock. One that succeeds ends the
 * row, so that no life waits for that.
 */
export async function reachGateway({ service, sandbox }: Parts): Promise<void> {
  const reached = () => sandbox.calls.filter(({ operation }) => operation === "iban-validate").length
  const before = reached()
  while (reached() === before) {
    await service.validateIban("default", null, ANY_IBAN).catch(() => undefined)
  }
}
