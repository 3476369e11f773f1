import { isIP } from "node:net"
import { z } from "@medusajs/framework/zod"
import { PRODUCTION_API_URL, WEBHOOK_FIELDS } from "../../gateway"
import { apiAddress, apiHost, isAllowedApi } from "./accounts/api-address"
import { COLLECT_MODES } from "./debits/collect-mode"
import { CatalystPayError } from "./errors"
import { paymentLink } from "./checkout/payment-link"

const KEY_BYTES = 32

const secret = z.string().refine((value) => value.trim() !== "", "must not be empty")
const secretList = z
  .union([secret, z.array(secret).min(1)])
  .transform((value) => (Array.isArray(value) ? value : [value]))

const encryptionKey = z.string().transform((value, context) => {
  const key = decodeKey(value)
  if (!key) {
    context.addIssue({
      code: "custom",
      message: `must be ${KEY_BYTES} random bytes written as base64 or hex; make one with: openssl rand -base64 32`,
    })
    return z.NEVER
  }
  return key
})

/** 32 bytes from base64, base64url or hex; null for anything else. */
function decodeKey(value: string): Buffer | null {
  if (/^[0-9a-fA-F]{64}$/.test(value)) {
    return Buffer.from(value, "hex")
  }
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(value)) {
    return null
  }
  const key = Buffer.from(value, "base64")
  return key.length === KEY_BYTES ? key : null
}

const fieldMap = z.record(z.string(), z.string().trim().min(1).max(200)).superRefine((map, context) => {
  for (const key of Object.keys(map).filter((key) => !WEBHOOK_FIELDS.some((field) => field === key))) {
    const message = `is no field of a webhook event; those that can be mapped are ${WEBHOOK_FIELDS.join(", ")}`
    context.addIssue({ code: "custom", path: [key], message })
  }
})

/** The party that collects the money, as the mandate names it. */
const creditorSchema = z.strictObject({
  /** The creditor's legal name, shown in the mandate. */
  name: z.string().min(1).max(70),
  /** The SEPA creditor identifier, such as `DE98ZZZ09999999999`. */
  identifier: z.string().min(1).max(35),
  /** The creditor's postal address on one line. */
  address: z.string().min(1).optional(),
})

const accountFields = {
  /** The secret API key, `rk_…`. Never sent to the browser. */
  apiKey: z.string().min(1),
  /**
   * API base, with version: production by default, `https://api.staging.catalystpay.com/api/v1` for tests. CatalystPay's
   * hosts and this machine are accepted; others once `allowedApiHosts` names them.
   */
  apiUrl: apiAddress.default(PRODUCTION_API_URL),
  /** The webhook profile's signing secret; a list while it is being rotated (any of them is accepted). */
  webhookSecret: secretList,
  /**
   * Who takes the shopper's bank account and mandate. `iban` (default): your own checkout, as `<SepaDebitForm>` shows it;
   * the IBAN passes through this server, sealed. `hosted`: CatalystPay's payment page, to which the shopper is sent; the
   * store never sees an IBAN and refuses to take one. A debit keeps the way it was opened with when this changes.
   */
  collect: z.enum(COLLECT_MODES).default("iban"),
  /** Campaign mode: the campaign's id. Give this, or `gatewayId`, or both. */
  campaignId: z.string().min(1).optional(),
  /** The payment gateway's (MID's) id: alone in direct mode; beside `campaignId` it overrides the campaign's gateway. */
  gatewayId: z.string().min(1).optional(),
  /** Direct mode: only one-off debits are collected for carts. */
  billingType: z.literal("ONE_OFF").optional(),
  /** Direct mode: the webhook profile that CatalystPay shall use. */
  webhookProfileId: z.string().min(1).optional(),
  /** The hosted page that CatalystPay shall show: required for `collect: "hosted"` in direct mode; it overrides a campaign's. */
  hostedPageId: z.string().min(1).optional(),
  /** How many IBANs a shopper may try in one session, 1 to 10; CatalystPay's default (3, or the campaign's) when absent. */
  maxPaymentAttempts: z.int().min(1).max(10).optional(),
  /** ISO 4217 codes this account collects in. SEPA debits are in euro. */
  currencies: z
    .array(z.string().length(3))
    .min(1)
    .default(["eur"])
    .transform((codes) => codes.map((code) => code.toLowerCase())),
  creditor: creditorSchema,
  /** Where webhook payloads have other keys: field of the `WebhookEvent` -> your key, dots for nested ones. */
  fieldMap: fieldMap.optional(),
}

const accountSchema = z
  .strictObject(accountFields)
  .refine((account) => !!account.campaignId || !!account.gatewayId, {
    message: "give campaignId (campaign mode), or gatewayId (direct mode), or both (the campaign through that gateway)",
    path: ["campaignId"],
  })
  .refine(({ collect, campaignId, hostedPageId }) => collect !== "hosted" || !!campaignId || !!hostedPageId, {
    message: 'collect: "hosted" needs a page to send shoppers to: that of the campaign (campaignId), or one named here',
    path: ["hostedPageId"],
  })

const attemptLimit = z.union([z.int().min(1), z.literal(false)])

const policyFields = {
  /** Seals IBANs between entry and submission (AES-256-GCM); a list while it is rotated: the first seals, all open. */
  encryptionKey: secretList.pipe(z.array(encryptionKey)),
  /**
   * When Medusa books the money as captured: `on_webhook` when CatalystPay's signed webhook, or a row of its records
   * (see `reconciliation`), confirms the approved debit (default), `on_approval` together with the authorisation, `on_settlement` when the debit can no
   * longer be expected to bounce (see `settlement`).
   */
  capture: z.enum(["on_webhook", "on_approval", "on_settlement"]).default("on_webhook"),
  /** When a debit counts as settled: whichever of the two comes first. */
  settlement: z
    .strictObject({
      /** Statuses of a transaction that say so, in lower case; CatalystPay's documentation does not list them. */
      statuses: z.array(z.string().trim().min(1).toLowerCase()).default(["settled"]),
      /** How many TARGET business days after its approval a debit that was not returned counts as settled. */
      afterBusinessDays: z.int().min(1).max(60).default(5),
    })
    .prefault({}),
  /**
   * What Medusa books when a captured debit is charged back or returned. `record` (default): nothing, the ledger and the
   * dashboard show it; `book_refund`: a refund that moves no money, so that the order's balance is right.
   */
  chargebacks: z.enum(["record", "book_refund"]).default("record"),
  /**
   * CatalystPay has no refund API. `manual`: Medusa books the refund at once and the ledger shows it as due until you
   * have paid it out; `reject`: Medusa refuses with a sentence that says where to refund.
   */
  refunds: z.enum(["manual", "reject"]).default("manual"),
  /**
   * Where the shopper's IP address is read: `proxy` trusts the one proxy hop that Medusa trusts, `socket` the
   * connection itself (no proxy in front), or a header that your edge sets and overwrites.
   */
  clientIp: z
    .union([z.literal("proxy"), z.literal("socket"), z.strictObject({ header: z.string().min(1) })])
    .default("proxy"),
  /**
   * How many seconds a shopper who pressed pay waits for the debit's turn: CatalystPay takes one submission a second
   * from an address, whatever server or account it comes from (/reference/rate-limits). 0 to 60.
   */
  submitWithin: z.number().min(0).max(60).default(8),
  /**
   * What becomes of a debit whose turn does not come in time. `defer` (default): the order is placed, its payment is
   * awaited, and the debit is submitted in order within 24 hours. `refuse`: the shopper is asked to press pay again.
   */
  onQueueFull: z.enum(["defer", "refuse"]).default("defer"),
  /** The sum of GET, pay and verify calls a second and address, where CatalystPay has granted you more than one. */
  callsPerSecond: z.int().min(1).max(1000).default(1),
  /** Addresses of this machine to call CatalystPay from, when it has several: each has a limit of its own. */
  localAddresses: z.array(z.string().refine((address) => isIP(address) !== 0, "must be an IP address")).min(1).optional(),
  /**
   * A name for the address that CatalystPay sees this server's calls come from. Servers behind one address share the
   * limit, so they share the name; give servers with addresses of their own names of their own.
   */
  egress: z.string().min(1).max(100).default("default"),
  /**
   * Hosts, beside CatalystPay's own, that an account's `apiUrl` may name, such as a proxy of yours: `proxy.example.com`, or
   * `proxy.example.com:8443`. API keys and IBANs are sent there. None by default.
   */
  allowedApiHosts: z.array(apiHost).default([]),
  /** How often a shopper may try; what goes beyond is answered with 429 and `Retry-After`. `false` disables a limit. */
  attemptLimits: z
    .strictObject({
      /** Bank accounts given for one payment session in an hour. */
      perSession: attemptLimit.default(10),
      /** Bank accounts given from one client address in an hour. */
      perIp: attemptLimit.default(30),
      /** IBANs checked from one client address in a minute: nobody shall try out which accounts exist. */
      ibanChecksPerIp: attemptLimit.default(60),
    })
    .prefault({}),
  /** How often a webhook that cannot be processed is tried, over about nine hours by default, before it is given up. */
  webhookTries: z.int().min(1).max(100).default(12),
  /** How CatalystPay's own records are read beside its webhooks, every hour. */
  reconciliation: z
    .strictObject({
      /**
       * How many days before the last reading each reading begins anew, 1 to 400. A transaction keeps its
       * `date_processed` when its status changes, and a debtor's bank may return a debit until 5 TARGET business days after
       * its collection: with the days from submission to collection, weekends and holidays, two weeks (default: 14).
       */
      overlapDays: z.int().min(1).max(400).default(14),
      /** Rows of a page, 1 to 1000: one page is held in memory at a time. */
      pageSize: z.int().min(1).max(1000).default(200),
    })
    .prefault({}),
  /** How long what is of no more use is kept. */
  retention: z
    .strictObject({
      /** Hours after which the open payment session of an abandoned cart is cancelled at CatalystPay. */
      openSessionHours: z.number().min(1).max(24 * 90).default(48),
      /** Hours after which a sealed IBAN that was never submitted is destroyed; at most 24. */
      sealedIbanHours: z.number().min(0.1).max(24).default(24),
      /** Days for which processed webhooks are kept. */
      webhookDays: z.int().min(1).max(3650).default(90),
      /**
       * Months for which the evidence of a collected debit is kept when its person asks to be forgotten, from the last
       * thing that happened to its money. A debtor may dispute a mandate for 13 months.
       */
      evidenceMonths: z.int().min(0).max(120).default(13),
    })
    .prefault({}),
  /** Where your storefront lets a customer pay an order again, such as `https://shop.example/{country_code}/order/{order_id}/pay`. */
  paymentLink: paymentLink.optional(),
  /**
   * Sends each problem through Medusa's Notification module: to whom, over which channel, with which template of your
   * notification provider. Off by default.
   */
  notifications: z
    .union([
      z.literal(false),
      z.strictObject({
        to: z.string().min(1),
        channel: z.string().min(1).default("email"),
        template: z.string().min(1).default("catalystpay-problem"),
      }),
    ])
    .default(false),
}

const severalAccounts = z
  .strictObject({
    ...policyFields,
    accounts: z.record(z.string().regex(/^[a-z0-9_-]+$/), accountSchema).refine((accounts) => Object.keys(accounts).length > 0, {
      message: "name at least one account",
    }),
  })
  .superRefine(({ accounts, allowedApiHosts }, context) => {
    for (const [name, { apiUrl }] of Object.entries(accounts).filter(([, { apiUrl }]) => !isAllowedApi(apiUrl, allowedApiHosts))) {
      const host = new URL(apiUrl).host
      const message = `leads to ${host}, which is not CatalystPay's; if API keys and IBANs shall go there, write allowedApiHosts: ["${host}"]`
      context.addIssue({ code: "custom", path: ["accounts", name, "apiUrl"], message })
    }
  })

/** What a merchant writes under the plugin's `options` in medusa-config. */
export type CatalystPayOptions = z.input<typeof severalAccounts> | (z.input<typeof accountSchema> & PolicyOptions)

type PolicyOptions = Omit<z.input<typeof severalAccounts>, "accounts">

/** One CatalystPay account, checked and with defaults. */
export type AccountSettings = z.output<typeof accountSchema>

/** The checked options: accounts by name, keys decoded, policies with their defaults. */
export type Settings = z.output<typeof severalAccounts>

/** The name an account has when the options describe just one. */
export const DEFAULT_ACCOUNT = "default"

/**
 * Checks the plugin's options and brings both ways of writing them into one shape.
 * @throws CatalystPayError `invalid_options` with one sentence that names each wrong option.
 */
export function parseOptions(options: unknown): Settings {
  const written = withoutMedusasOwn(options)
  const several = "accounts" in written
  const normalised = several ? written : nestSingleAccount(written)
  const result = severalAccounts.safeParse(normalised)
  if (!result.success) {
    const wrong = result.error.issues.map((issue) => `${nameOf(issue.path, several)}: ${issue.message}`)
    throw new CatalystPayError("invalid_options", {
      developer: `The options of the plugin medusa-payment-catalystpay in medusa-config are wrong. ${wrong.join("; ")}`,
    })
  }
  return result.data
}

/** Medusa adds the database's settings to the options of every module (modules-sdk, medusa-app). */
function withoutMedusasOwn(options: unknown): Record<string, unknown> {
  const { database: _database, ...written } = { ...(isRecord(options) ? options : {}) }
  return Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined))
}

function nestSingleAccount(options: Record<string, unknown>): unknown {
  const policies: Record<string, unknown> = {}
  const account: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(options)) {
    const target = key in policyFields ? policies : account
    target[key] = value
  }
  return { ...policies, accounts: { [DEFAULT_ACCOUNT]: account } }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null
}

function nameOf(path: PropertyKey[], several: boolean): string {
  const shown = several ? path : path[0] === "accounts" ? path.slice(2) : path
  // A secret may be written alone or as a list: its place in the list would only confuse.
  return shown.filter((part) => typeof part !== "number").map(String).join(".") || "options"
}
