import type { ProblemsTexts } from "../texts/problems"

export const problems: ProblemsTexts = {
  order_without_debit: {
    sentence: "L’ordine è stato effettuato e nessun addebito lo paga.",
    way_out: "Invia al cliente il link per pagare di nuovo, oppure annulla l’ordine.",
  },
  order_left_unlinked: {
    sentence: "Un server si è fermato mentre effettuava questo ordine: non appartiene a nessun carrello e nulla lo paga.",
    way_out: "Annullalo: se il cliente ha premuto di nuovo paga, è stato effettuato un altro ordine.",
  },
  debit_without_order: {
    sentence: "Un addebito di {{amount}} {{currency}} è stato approvato e non paga nessun ordine.",
    way_out: "Rimborsalo nel pannello di amministrazione di CatalystPay o con un bonifico.",
  },
  outcome_unknown: {
    sentence: "Un addebito è stato presentato, e CatalystPay non ha detto che cosa ne è stato.",
    way_out: "Cerca il riferimento nel pannello di amministrazione di CatalystPay prima di consegnare o di chiedere un altro pagamento.",
  },
  canceled_order_keeps_money: {
    sentence: "L’ordine è stato annullato, e il suo addebito di {{amount}} {{currency}} è stato incassato.",
    way_out: "Rimborsalo nel pannello di amministrazione di CatalystPay o con un bonifico.",
  },
  refund_overdue: {
    sentence: "Un rimborso di {{amount}} {{currency}} è dovuto da più di 7 giorni.",
    way_out:
      "Versalo nel pannello di amministrazione di CatalystPay; si conferma da solo appena CatalystPay lo segnala. Oppure versalo " +
      "con un bonifico e segnalo come versato.",
  },
  chargeback_after_refund: {
    sentence: "Il debitore ha stornato {{amount}} {{currency}} già rimborsati: il denaro è partito due volte.",
    way_out: "Richiedilo al cliente; lo storno in sé non può essere contestato.",
  },
  amount_mismatch: {
    sentence: "CatalystPay o l’ordine parla di {{found}}, l’addebito è di {{expected}}.",
    way_out: "Confronta i due, poi rimborsa ciò che è di troppo o chiedi ciò che manca.",
  },
  webhooks_silent: {
    sentence: "Ci sono addebiti in attesa e non è arrivato nessun webhook.",
    way_out: "Controlla l’indirizzo del webhook e i suoi eventi nel pannello di amministrazione di CatalystPay.",
  },
  webhook_signature_failing: {
    sentence: "Arrivano webhook la cui firma non corrisponde.",
    way_out: "Confronta webhookSecret con il segreto di firma del profilo webhook.",
  },
  webhook_given_up: {
    sentence: "Un webhook ({{event}}) non ha potuto essere elaborato ed è stato abbandonato.",
    way_out: "Leggi il motivo nella sua consegna, e rielaboralo.",
  },
  gateway_credentials_rejected: {
    sentence: "CatalystPay non accetta la chiave API.",
    way_out: "Imposta la chiave attuale dell’account nelle opzioni del plugin.",
  },
  encryption_key_missing: {
    sentence:
      "Conti bancari in attesa di presentazione ({{debits}}) sono stati sigillati con una chiave di cifratura che non è più nell’elenco.",
    way_out:
      "Aggiungi quella chiave dopo la nuova in encryptionKey, finché questo non si chiude da solo. Senza di essa agli acquirenti si " +
      "chiederà di nuovo il conto bancario, e gli ordini effettuati resteranno non pagati.",
  },
  lead_conflict: {
    sentence: "CatalystPay ha una sessione di pagamento attiva dell’acquirente che questo negozio non conosce.",
    way_out: "Annulla la sessione del lead nel pannello di amministrazione di CatalystPay, poi lascia che l’acquirente riprovi.",
  },
  event_unmatched: {
    sentence: "Ciò che CatalystPay segnala ({{event}}) non ha potuto essere assegnato a un solo addebito.",
    way_out:
      "Cerca la transazione nel pannello di amministrazione di CatalystPay, e includi session_token o tenant_reference_id nella " +
      "mappatura dell’endpoint.",
  },
  reconciliation_failing: {
    sentence: "Le registrazioni di CatalystPay ({{listing}}) dal {{since}} in poi non hanno potuto essere lette per intero: {{why}}.",
    way_out:
      "Leggi il motivo nel log del server. Il processo continua a provare; i giorni che ha superato vengono riletti quando li riconcili.",
  },
}
