import type { OutcomesTexts } from "../texts/outcomes"

export const outcomes: OutcomesTexts = {
  confirmed: "Confermato.",
  confirmed_by_records: "Confermato dall’API di riconciliazione.",
  known_already: "Già noto.",
  noted: "Annotato; non c’è nulla da fare.",
  paid_externally: "Pagato presso CatalystPay e non tramite questo negozio; segnalato.",
  earlier_attempt: "Un tentativo precedente sulla pagina di CatalystPay; non cambia nulla.",
  not_confirmed: "L’API non lo conferma. Situazione dell’addebito: {{status}}.",
  not_in_records_yet: "L’API di riconciliazione non lo conferma ancora.",
  nothing_waits: "Nessun tentativo di questo negozio lo attende; non è stato registrato nulla. Situazione dell’addebito: {{status}}.",
  other_money: "Parla di un importo o di una valuta diversi da quelli dell’addebito; annotato, non applicato.",
  other_account: "L’addebito appartiene a un account diverso da quello a cui è stato inviato questo webhook.",
  live_of_test_debit: "Viene dall’ambiente reale, l’addebito da quello di test; annotato, non applicato.",
  test_of_live_debit: "Viene dall’ambiente di test, l’addebito da quello reale; annotato, non applicato.",
  ids_unknown: "Nessun addebito di questo negozio porta gli ID di questo webhook.",
  names_no_debit:
    "Questo webhook non nomina alcun addebito: includi session_token, tenant_reference_id, order_number o transaction_id nella " +
    "mappatura del suo endpoint presso CatalystPay, oppure indica le tue chiavi nell’opzione fieldMap.",
  refund_of_no_debit: "Nessun addebito di questo negozio, o più di uno, può essere quello restituito da questo rimborso.",
  gateway_silent: "CatalystPay non ha risposto quando è stato interrogato: {{why}}.",
  key_rejected: "CatalystPay non ha accettato la chiave API: {{why}}.",
  not_processed: "Non ha potuto essere elaborato: {{why}}.",
}
