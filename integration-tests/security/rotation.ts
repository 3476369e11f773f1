import type { ProvenTable } from "../../scripts/proven-doc/tables"

export const ROTATION: ProvenTable = {
  title: "When a key has to be replaced",
  intro: "The steps stand in the README, under \"Rotating keys\". None of them loses a debit that is on its way.",
  columns: ["Key", "What goes on", "What ends"],
  rows: [
    {
      cells: [
        "Sealing key",
        "What the old one sealed is opened and submitted, whether it waits for its shopper, its turn, or an answer",
        "Once it is not listed, what it sealed: the shopper is asked again, a placed order stays unpaid. Until then the problem `encryption_key_missing` says so, and listing it again heals it",
      ],
      tests: [
        "opens what the old one sealed, wherever the debit waits: for its shopper, its turn, or an answer",
        "seals from then on, and servers that list both the other way round open that too",
        "that was dropped too early is a problem at once, and nothing is lost when it is listed again",
        "that is gone leaves what it sealed expired: the shopper gives the bank account again, and the log says why",
        "that is gone fails a debit that waits for its turn, and submits nothing",
      ],
    },
    {
      cells: ["Webhook secret", "Both count while both are listed", "Webhooks that are signed with the old one, once it is not listed: 401"],
      tests: [
        "confirms a running debit, as the old one does until it is dropped and refused",
        "captures the order when the retiring secret signed, in the body or in the query",
      ],
    },
    {
      cells: [
        "API key",
        "What was begun under the old one is submitted, asked about and settled: sessions belong to the tenant, and a submission is authorised by the session's own token",
        "New payments, while the configured key is refused: problem `gateway_credentials_rejected`",
      ],
      tests: [
        "submits, asks about and settles what was begun under the old one, which is revoked by then",
        "that is refused is a problem, holds up no debit that was opened before, and is closed by the new one",
      ],
    },
    {
      cells: ["All three at once, by a restart in the middle of a checkout", "The checkout", "Nothing"],
      tests: ["goes on with what was begun under the old ones: sealing key, API key and webhook secret, all at once"],
    },
  ],
}
