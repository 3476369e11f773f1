import type { ProvenTable } from "../../scripts/proven-doc/tables"

const none: readonly string[] = []

export const ASSETS: ProvenTable = {
  title: "What is to be protected",
  columns: ["Asset", "What its loss would mean", "Where it is"],
  rows: [
    {
      cells: ["IBANs", "Personal data, and all that a fraudulent debit needs", "Passing through; sealed in the ledger until the outcome is known: 24 hours at most with the shopper, 24 in the queue, 24 while nobody knows"],
      tests: none,
    },
    {
      cells: ["The money's truth: what was debited, captured, refunded, charged back", "Goods delivered unpaid, a shopper debited twice, money refunded that never came", "The ledger; Medusa's orders follow it"],
      tests: none,
    },
    {
      cells: ["API key `rk_…`", "Opens and cancels payments and reads the tenant's transactions, in the merchant's name", "The plugin's options"],
      tests: none,
    },
    { cells: ["Webhook secret", "Webhooks can be forged: the ledger then asks CatalystPay needlessly, and no money moves by their word", "The plugin's options"], tests: none },
    { cells: ["Sealing key", "With a copy of the database: the IBANs that wait at that moment", "The plugin's options"], tests: none },
    {
      cells: ["Session token `ps_…`", "Whoever has it can pay that one session at CatalystPay, with a bank account of their own", "The ledger, and the data of the shopper's own payment session"],
      tests: none,
    },
    { cells: ["Evidence of mandates, and personal data of shoppers", "Disputes lost; a breach to report", "The ledger"], tests: none },
  ],
}

export const ACTORS: ProvenTable = {
  title: "Who may attack",
  columns: ["Actor", "What they have", "What they want"],
  rows: [
    { cells: ["A stranger on the internet", "The store's addresses and its publishable key, which every browser has", "Try out stolen IBANs, bring the shop down, learn who shops there"], tests: none },
    { cells: ["A shopper", "Their own cart, payment session and token", "Goods without paying, another's order or session"], tests: none },
    { cells: ["A forger of webhooks", "The webhook address; at worst the webhook secret", "An order marked as paid, or orders undone"], tests: none },
    { cells: ["Somebody between the store and CatalystPay, or an answer that was tampered with", "Control over one answer", "The API key, the shopper's browser, a false outcome"], tests: none },
    { cells: ["A reader of the store's logs, backups or database", "A copy of them", "IBANs, keys, tokens"], tests: none },
    { cells: ["A mistake of the merchant's", "The configuration", "Nothing; it opens what others then use"], tests: none },
  ],
}

export const BOUNDARIES: ProvenTable = {
  title: "Trust boundaries",
  columns: ["Boundary", "What crosses it", "What is believed, and why"],
  rows: [
    {
      cells: [
        "Browser → store routes",
        "IBAN, holder's name, acceptance of the mandate, ids",
        "Nothing but that these were sent. Bodies are checked strictly; no decision about money reads what a browser could have written",
      ],
      tests: none,
    },
    { cells: ["Browser → dashboard routes", "Filters, the id of a delivery to replay", "A log-in that Medusa has checked as one of its users"], tests: none },
    { cells: ["CatalystPay → webhook routes", "Signed payloads", "The signature tells who sent it; what it says is checked with the API before money moves"], tests: none },
    { cells: ["Store → CatalystPay", "API key, IBAN, amounts", "Answers over TLS from the configured host; their shape is checked, and their amounts are compared with the ledger's"], tests: none },
    { cells: ["Ledger → PostgreSQL, Redis", "Rows, counters, leases", "Both are the store's own; an IBAN reaches them sealed only"], tests: none },
    { cells: ["Proxy → store", "The shopper's address", "As `clientIp` says; by default the one hop that Medusa trusts"], tests: none },
  ],
}

export const IBAN_FLOW: ProvenTable = {
  title: "The way of an IBAN",
  columns: ["Station", "In which form", "What holds there"],
  rows: [
    {
      cells: ["The shopper types it", "In clear, over TLS", "It is sent to two routes of ours, in a body, never in an address or in a session's data"],
      tests: ["is refused when it holds an IBAN anywhere, and nothing is stored"],
    },
    {
      cells: ["`collect: \"hosted\"`: the shopper types it on CatalystPay's page", "It never reaches the store", "Our routes refuse it, and neither seal nor send anything"],
      tests: ["takes no bank account, shows no mandate, and verifies nothing by itself"],
    },
    {
      cells: ["Our route checks it", "In clear, in memory", "What is wrong is told by field, without its value"],
      tests: ["is refused field by field, without repeating a value", "tells which check an IBAN failed, and asks nobody"],
    },
    {
      cells: ["The ledger keeps it until the shopper presses pay", "AES-256-GCM with a random nonce, bound to the debit's id; beside it country and last four digits", "It opens in no other row; after 24 hours it is destroyed"],
      tests: [
        "shows nothing of the IBAN and never seals the same way twice",
        "does not open for another debit",
        "notices every changed character",
        "destroys the IBAN of a shopper who never pressed pay, and asks for the bank account again",
      ],
    },
    {
      cells: ["It is submitted", "In clear, over TLS to the configured host", "Sent once; no redirect is followed, no error repeats it"],
      tests: ["never sends a debit twice after a lost connection", "follows no redirect, to wherever it leads", "shows no key, token or IBAN, wherever and however the gateway repeats them"],
    },
    {
      cells: ["The outcome is known", "Gone: seal and fingerprint are destroyed, the last four digits stay", "Whatever the outcome"],
      tests: ["keeps no IBAN, not even sealed, once the outcome is known", "seals the IBAN, and destroys the seal when the outcome is known"],
    },
    {
      cells: ["It comes back in a webhook or a report", "Masked before it is stored; of a row the last four digits are read", "Also where a payload hides it under another key"],
      tests: ["is kept with its IBANs masked", "keeps no IBAN of a webhook in clear", "of transactions are read whole, of the IBAN the last four, and no name"],
    },
    {
      cells: ["Tables, workflows, logs, answers", "Nowhere in clear", "Every suite is searched for it, and the search is tried with planted ones"],
      tests: [
        "leaves no IBAN in the workflows that Medusa keeps",
        "would find an IBAN in a table, were there one",
        "would find an IBAN, a key and a token in what Medusa logs and in what is printed past its log",
        "is made of the output of every file of tests that starts a server or a ledger",
      ],
    },
  ],
}

export const ASSUMPTIONS: ProvenTable = {
  title: "What is assumed of the store",
  intro: "Where one of these does not hold, what is said below does not either.",
  columns: ["Assumption", "Why"],
  rows: [
    { cells: ["Shoppers reach it over TLS only", "IBANs travel in bodies"], tests: none },
    { cells: ["`JWT_SECRET` and `COOKIE_SECRET` are random, and no user of the dashboard shares a password", "Medusa's log-ins guard the dashboard's routes"], tests: none },
    { cells: ["Options come from the environment or a vault, not from the repository", "They hold keys and secrets; the sealing key belongs elsewhere than the database's backups"], tests: none },
    { cells: ["PostgreSQL and Redis are reachable by the store's servers alone", "Session tokens and personal data rest there"], tests: none },
    { cells: ["`clientIp` says what stands in front, and nobody gets past it", "A server that can be reached past its proxy or edge takes any address that is forged"], tests: none },
    { cells: ["No proxy or monitor logs bodies, or query strings of `/hooks/`", "It would keep IBANs and session tokens that we don't"], tests: none },
    { cells: ["The store's own code is trusted", "Subscribers, hooks and other plugins run in the same process, with the same rights"], tests: none },
    { cells: ["CatalystPay's API speaks the truth over TLS", "What it answers is what money decisions rest on"], tests: none },
  ],
}

export const REMAINING: ProvenTable = {
  title: "What is left",
  intro: "Known, and not prevented.",
  columns: ["Risk", "Why it stays", "What to do"],
  rows: [
    {
      cells: [
        "Whoever knows a guest's payment session id can see its mandate (holder's name, bank) and give a bank account for it",
        "A guest has no log-in: the id is what Medusa's own store API goes by, too. It is random, and of no use once the payment has ended",
        "Let shoppers log in where that is not enough: then nobody else can",
      ],
      tests: none,
    },
    {
      cells: [
        "Whoever knows a shopper's e-mail can open a cart under it, which supersedes that shopper's open payment session, or for as long as a debit of theirs is under way holds up the next one",
        "CatalystPay allows one active session per e-mail. The shopper's cart gets a fresh session when it goes on, and nothing is debited",
        "Limit the creation of carts at your edge if you see it",
      ],
      tests: none,
    },
    {
      cells: [
        "Carts and payment sessions can be made by the thousand; each opens a session at CatalystPay, which takes 50 a second",
        "They are Medusa's own routes, and a limit by address would have to know what stands in front of the store",
        "Limit them at your edge",
      ],
      tests: none,
    },
    {
      cells: [
        "A stolen IBAN can be used for a purchase, as with every SEPA direct debit",
        "The scheme asks for no proof that an account is the shopper's, unless CatalystPay asks for a signature",
        "`attemptLimits`, CatalystPay's own screening (it is told the shopper's address), and deliveries that fit your risk",
      ],
      tests: none,
    },
    {
      cells: [
        "A process that is stopped by a debugger or dumps its memory shows IBANs in clear",
        "Node.js cannot wipe a string",
        "Do not keep core dumps of the store's servers",
      ],
      tests: none,
    },
    {
      cells: [
        "A webhook by Medusa's own hook (`/hooks/payment/…`) passes Medusa's event bus before our code sees it",
        "Medusa does so for every provider",
        "Use `/hooks/catalystpay/…`, and don't map `lead.iban`",
      ],
      tests: none,
    },
  ],
}
