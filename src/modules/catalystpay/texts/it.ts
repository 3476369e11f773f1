import type { ShopperTexts } from "./types"

export const it: ShopperTexts = {
  mandate: ({ name, identifier, address }) =>
    [
      "Mandato di addebito diretto SEPA",
      `Creditore: ${name}${address ? `, ${address}` : ""}. Identificativo del creditore: ${identifier}. Tipo di pagamento: singolo addebito.`,
      `Con l’accettazione del presente mandato il debitore autorizza (A) ${name} a richiedere alla banca del debitore l’addebito del suo conto e (B) la banca del debitore a procedere a tale addebito conformemente alle disposizioni impartite da ${name}.`,
      "Il debitore ha diritto di ottenere il rimborso dalla propria banca in accordo e alle condizioni che regolano il rapporto con quest’ultima. Se del caso, il rimborso deve essere richiesto nel termine di 8 settimane a decorrere dalla data di addebito in conto.",
    ].join("\n\n"),
  declines: {
    insufficient_funds: "La tua banca ha rifiutato l’addebito perché il saldo del conto non è sufficiente.",
    invalid_iban: "La banca non riconosce questo IBAN. Controllalo.",
    invalid_holder_name: "La banca non accetta il nome dell’intestatario così come è stato scritto.",
    mandate_rejected: "Il mandato non è stato confermato: non è stato addebitato nulla.",
    account_closed: "Questo conto è chiuso.",
    do_not_honor: "La tua banca ha rifiutato l’addebito.",
    gateway_unavailable:
      "Non è stato possibile contattare la banca: non è stato addebitato nulla. Riprova tra un attimo.",
    unknown: "L’addebito è stato rifiutato.",
  },
  no_more_attempts: "Scegli un altro metodo di pagamento.",
  try_another_account: "Puoi provare con un altro conto.",
  correct_holder_name: "Correggilo e riprova.",
  bank_account_missing: "Inserisci prima il tuo conto e accetta il mandato.",
  pay_on_page: "Paga sulla pagina del nostro servizio di pagamento, dove inserisci il tuo conto e accetti il mandato.",
  page_outcome_unknown:
    "Non possiamo ancora vedere se il tuo pagamento è arrivato. Non pagare una seconda volta: appena sarà confermato, il tuo ordine verrà effettuato.",
  verification_needed: "La tua banca ti chiede di firmare il mandato. Segui il link per confermarlo.",
  verification_pending: "Il mandato non è ancora firmato. Segui il link per confermarlo.",
  gateway_unavailable:
    "Non è stato possibile inviare il pagamento: non è stato addebitato nulla. Riprova tra un attimo.",
  session_not_payable: "Questo pagamento è terminato. Ricomincialo.",
  payment_in_progress: "Il tuo pagamento è già in corso: ora il carrello non può cambiare. Attendi l’esito.",
  payment_awaits_signature:
    "Il tuo pagamento è già in corso e attende la tua firma. Firma il mandato o annulla il pagamento prima di modificare qualcosa.",
  already_paid: "È già pagato. Completa il tuo ordine.",
  paid_elsewhere:
    "Questo pagamento è stato fatto direttamente presso il servizio di pagamento e non appartiene a nessun ordine. Il negozio è stato avvisato: ricomincia il pagamento.",
  verification_open: "La banca attende ancora la tua decisione. Firma o rifiuta il mandato sulla pagina della banca.",
  giving_up_unavailable: "Al momento non è stato possibile annullare il pagamento. Riprova tra un attimo.",
  too_many_attempts: "Hai provato troppe volte. Attendi un po’ prima di inserire un altro conto.",
  too_many_iban_checks: "Hai verificato troppi IBAN. Attendi un attimo.",
  payment_in_progress_elsewhere:
    "Con questo indirizzo e-mail è già in corso un pagamento in un altro carrello. Prima completalo o annullalo.",
}
