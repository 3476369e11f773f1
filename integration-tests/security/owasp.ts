import type { ProvenRow, ProvenTable } from "../../scripts/proven-doc/tables"

/** A row of the OWASP API Security Top 10 of 2023, with what of it applies here. */
interface Risk {
  title: string
  rows: readonly (readonly [could: string, holds: string, ...tests: [string, ...string[]]])[]
}

const RISKS: readonly Risk[] = [
  {
    title: "API1:2023 Broken Object Level Authorization",
    rows: [
      [
        "Somebody else reads, pays with, verifies or gives up a registered customer's payment session",
        "Every route below `/store/catalystpay/payment-sessions/:id`, and the IBAN route where it names a session, asks whose cart or order it is. Unknown, another provider's and another's: one answer",
        "hides the session of a registered customer from everybody else, on every route, as if it did not exist",
        "pays a new collection of a registered customer's order, and only while the customer is logged in",
      ],
      ["An id that is none reaches the database", "It is not looked for", "finds no session under an id that is none"],
      [
        "A session is planted with another's ids and token, so that its end ends the other's debit",
        "Debits are found by what the ledger wrote, never by a session's data",
        "cannot cancel another shopper's debit, not even with its ids and its token",
      ],
      [
        "A webhook names another shopper's session, or one of nobody",
        "It moves the debit that it names, and no cart is completed that has none",
        "is ignored when it speaks of a session of nobody, and a stranger's open cart stays open",
        "completes no cart when its session was deleted, is nobody's, or when it is forged",
      ],
      [
        "A sealed IBAN is copied into one's own row and debited there",
        "A seal opens for its own debit only",
        "does not open for another debit",
      ],
    ],
  },
  {
    title: "API2:2023 Broken Authentication",
    rows: [
      [
        "A webhook is forged: no signature, a wrong or cut one, one of another body or account, one made with an empty secret",
        "401 before anything is parsed or written; a secret must not be empty",
        "is refused with 401, and not written down, when its signature is not right",
        "is refused when it is signed for an account that does not exist",
        "is refused in the query string too when its signature is not right",
        "asks for a signature wherever it asks for no log-in and no key",
      ],
      [
        "A signature is guessed digit by digit from how long its refusal takes",
        "One comparison in constant time of all 32 bytes, and the same work wherever a guess is wrong",
        "costs the same work wherever it is wrong first, for the secret in place %i",
        "is compared as a whole, in constant time, with the whole of the right one, and in no other way",
        "costs the same work in a query string",
      ],
      [
        "A genuine webhook is sent again, later or many times",
        "The same payload is one row, and applying it twice changes nothing",
        "changes nothing when it is sent again ten times after it was captured",
        "is the same webhook however its JSON is written",
      ],
      [
        "Test and live are mixed: a live webhook for a test debit, one of another tenant, a key of the other environment",
        "A webhook of another environment or another key's account is recorded and not applied; a refused key is a problem at once",
        "of the live environment confirms no debit of the test environment, and the genuine one does",
        "that came to the account of another key moves nothing, although its signature is right: live is not test",
        "from another environment is recorded and explained, and not applied",
        "is opened when CatalystPay refuses the key, and closed as soon as it takes it",
      ],
    ],
  },
  {
    title: "API3:2023 Broken Object Property Level Authorization",
    rows: [
      [
        "A browser plants `status`, `amount`, `captured_at` or another's ids in its payment session's data",
        "The data is overwritten as a whole, and nothing is decided by it",
        "is overwritten wherever it stands in the place of ours",
        "does not place an order by itself, and a decline stays a decline",
        "does not capture a debit that the gateway has not confirmed",
      ],
      ["A request carries fields that are not meant for it", "Bodies and queries are strict: 400", "is refused field by field, without repeating a value"],
      [
        "An answer shows more than its reader may see",
        "The session's data has a fixed set of keys, and of the bank account the last four digits; the dashboard sees neither token nor secret",
        "has every key of the contract with storefronts, with nulls where nothing is known",
        "tells of the bank account what an order's page may show, and nothing of the person",
        "hold neither a secret nor the shopper's e-mail",
      ],
    ],
  },
  {
    title: "API4:2023 Unrestricted Resource Consumption",
    rows: [
      [
        "Bank accounts are tried one after the other, in one session or in many",
        "Limits per session and per client address (of IPv6 the /64 network), counted for all servers before CatalystPay is asked",
        "is told when the next bank account of the payment session may come, in their language",
        "is refused with a fourth payment session from the same address, and others are not",
      ],
      [
        "The limits are dodged by a forged `X-Forwarded-For`",
        "`clientIp` says where the address is read: the connection, what the proxy added, or the edge's own header",
        "counts by the connection where no proxy stands in front, whatever a header says",
        "counts by the address that the proxy added last, whatever the shopper wrote before it",
        "counts by the edge's header alone where one is configured, and takes no list for an address",
      ],
      [
        "A flood of refused attempts keeps the database busy",
        "What is over a limit is refused from memory",
        "refuses a flood from memory once it is used up, and writes no more, on every server",
      ],
      [
        "Webhook bodies without end, of a million keys, deeply nested, compressed, or trickling",
        "256 KiB and 10 seconds, no decompression, the signature first and parsing afterwards",
        "is refused with 413 when it has a million keys, none of which is kept",
        "is not decompressed: a small body that would grow stays small",
        "holds nobody up when it does not end: others are served, and it is given up with 408",
        "holds nobody up when many come at once",
      ],
      [
        "A flood of bad signatures buries the merchant in problems",
        "One problem an hour; nothing of such a webhook is kept",
        "of bad signatures is opened once an hour, so that nobody floods the merchant from outside",
      ],
      [
        "CatalystPay's one call a second is used up by shoppers who ask again and again what became of a debit",
        "Requests of one cart take turns, and submissions go before questions",
        "lets one process pay before another has read all it wants to read",
        "lets several processes call without one being throttled",
      ],
      ["Hostile bodies at the store's routes", "They are answered with a 4xx, and others are served", "is answered with a 4xx when its body is hostile, and Medusa lives on"],
    ],
  },
  {
    title: "API5:2023 Broken Function Level Authorization",
    rows: [
      [
        "A shopper, a customer or a forger of tokens uses the dashboard's routes",
        "Every one of them is below `/admin`, which Medusa guards; a test calls each that the file system has, so that a new one cannot be forgotten",
        "lets nobody at a route of the dashboard who is not logged in as its user",
      ],
      ["The store's routes are called past the shop", "Medusa asks for its publishable key", "answers no shopper on any route without the shop's publishable key"],
    ],
  },
  {
    title: "API6:2023 Unrestricted Access to Sensitive Business Flows",
    rows: [
      [
        "The IBAN route is used to find out which accounts exist, or who shops here",
        "60 checks a minute and address; it tells the registry's opinion, which is public, and nothing of this shop",
        "cannot try out IBANs",
        "learns nothing of who has shopped here from the answers about IBANs",
      ],
      [
        "Pay is pressed many times to be debited, or served, twice",
        "An attempt is submitted once, and an order is placed once",
        "is submitted once, however many ask for it at the same moment",
        "places one order when the shopper presses pay twice",
      ],
      [
        "The cart is made larger after the debit was submitted, or its session replaced",
        "Both are refused while a debit is under way",
        "keeps the cart as it is while it is under way, and lets it change when that is over",
        "keeps the cart's payment session while it is under way",
      ],
      [
        "Somebody pays at CatalystPay with the session's token, past the shop",
        "Money without an order is the merchant's to see, and completes no cart by itself",
        "are reported, and pay for no order",
        "keep the store from submitting, tell the shopper so, and leave the way to a new payment open",
      ],
    ],
  },
  {
    title: "API7:2023 Server Side Request Forgery",
    rows: [
      [
        "A configured address leads keys and IBANs elsewhere, or into the network inside",
        "https, at CatalystPay's hosts or at one that `allowedApiHosts` names; plain http for this machine only. No address is ever taken from a request",
        "refuses another host in one sentence that names the option",
        "refuses an address of the network inside in one sentence that names the option",
        "refuses a host in a user's disguise in one sentence that names the option",
        "refuses a host that begins like CatalystPay's in one sentence that names the option",
        "calls CatalystPay's hosts, and another one only when it is named",
        "lets a plain http address pass for localhost only",
      ],
      ["An answer redirects", "No redirect is followed", "follows no redirect, to wherever it leads"],
      [
        "The `next` of a page of the reconciliation leads elsewhere",
        "It is followed below the configured address only, and never in a circle",
        "to %s is not followed, and its rows are not trusted",
        "never gets the key, however its host is dressed up",
        "in a circle of %i pages ends with an error",
      ],
      [
        "A session token becomes another path",
        "It is checked and encoded before it is one",
        "encodes the session token into the path, whatever it is made of",
        "sends nothing for the session token %j",
      ],
    ],
  },
  {
    title: "API8:2023 Security Misconfiguration",
    rows: [
      [
        "A key that is too short, an empty secret, an option that is misspelt",
        "The server does not start, and one sentence names the option and repeats no secret",
        "refuses a short key in one sentence that names the option",
        "refuses a misspelt name in one sentence that names the option",
        "refuses an empty list of secrets in one sentence that names the option",
        "repeats no secret in what it refuses",
      ],
      [
        "An error or a log line shows an IBAN, a key or a token",
        "Errors are made of known words and masked; every suite's output is searched, and the search is tried with planted ones",
        "shows no key, token or IBAN, wherever and however the gateway repeats them",
        "would find an IBAN, a key and a token in what Medusa logs and in what is printed past its log",
        "would find an IBAN in what another process prints",
        "is made of the output of every file of tests that starts a server or a ledger",
        "writes no IBAN and no key anywhere, and no session token to a log or to Redis",
      ],
      [
        "A shopper is sent to another site on the way back from the bank (open redirect)",
        "The return address is configured at CatalystPay, and no route of ours redirects or takes an address; the sandbox's page returns to the configured origin only",
        "sends a browser nowhere, whatever address a request names",
        "returns to an address asked for only when it has the origin of the configured one",
      ],
      [
        "The query string of a webhook stays in an access log",
        "It is taken out of the request before Medusa writes its line",
        "is read from %j as it came, and stays in no address that is logged",
      ],
    ],
  },
  {
    title: "API9:2023 Improper Inventory Management",
    rows: [
      [
        "A route is forgotten: not guarded, not documented",
        "The list of addresses above is made from the file system, and tests take theirs from it",
        "asks for a signature wherever it asks for no log-in and no key",
        "lets nobody at a route of the dashboard who is not logged in as its user",
      ],
    ],
  },
  {
    title: "API10:2023 Unsafe Consumption of APIs",
    rows: [
      [
        "An answer of the gateway's is endless, compressed, cut, of another shape, or about another session",
        "Bounded and checked before it is read; where it is of no use, the outcome is unknown",
        "with status %i is cut off, in bounded memory",
        "that is not UTF-8, or compressed, is no answer",
        "of %s is read, or is an error of its kind, and nothing else is thrown",
        "an answer about another session is no answer",
      ],
      [
        "An answer or a webhook speaks of another amount or currency",
        "It is recorded, told as `amount_mismatch`, and never applied",
        "is recorded and not applied when it names another %s",
      ],
      [
        "`payment_url` or `verification_url` is a script, plain http, or hides its host",
        "https with a host that shows, else it is dropped; plain http for this machine only",
        "sends no shopper to %j, neither to pay nor to sign",
        "sends a shopper to %j",
      ],
      [
        "A webhook says paid, and the API does not",
        "The API decides",
        "never becomes an approval by a webhook that says so",
        "is kept for later when the API says that the mandate is still to be signed",
      ],
      ["A payload reaches into objects through `__proto__`", "Keys are own keys", "has no way into objects through __proto__"],
    ],
  },
]

const toRow = ([could, holds, ...tests]: Risk["rows"][number]): ProvenRow => ({ cells: [could, holds], tests })

export const OWASP: readonly ProvenTable[] = RISKS.map(({ title, rows }) => ({
  title,
  columns: ["What could happen here", "What holds against it"],
  rows: rows.map(toRow),
}))
