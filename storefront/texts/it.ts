import type { SepaTexts } from "./types"

export const it: SepaTexts = {
  locale: "it",
  labels: {
    form: "Pagare con addebito diretto SEPA",
    iban: "IBAN",
    iban_hint: "Si trova sulla carta o sull’estratto conto.",
    holder_name: "Intestatario del conto",
    mandate: "Mandato di addebito diretto SEPA",
    accept_mandate: "Ho letto il mandato e lo accetto.",
    pay: "Paga con addebito diretto",
    pay_amount: (amount) => `Paga ${amount} con addebito diretto`,
    to_bank: "Vai alla tua banca",
    signed: "Ho firmato",
    check_again: "Verifica di nuovo",
    give_up: "Annulla questo pagamento",
    try_again: "Riprova",
    complete_order: "Completa l’ordine",
  },
  iban_valid: "IBAN valido",
  steps: {
    starting: "Preparazione del pagamento…",
    checking: "Verifica del conto…",
    paying: "Richiesta alla tua banca…",
    finding_out: "In attesa della risposta della tua banca…",
    confirming: "Conferma della firma…",
    giving_up: "Annullamento del pagamento…",
  },
  iban_problems: {
    country: "Un IBAN inizia con le due lettere di un Paese, per esempio IT o SM.",
    length: "Questo IBAN non ha il numero di caratteri degli IBAN del suo Paese.",
    structure: "Non sembra un IBAN di questo Paese. Controllalo.",
    checksum: "Sembra che in questo IBAN ci sia un errore di battitura. Controllalo.",
    sepa: "I conti di questo Paese non possono essere addebitati con addebito diretto SEPA.",
  },
  iban_missing: "Inserisci il tuo IBAN.",
  holder_name_missing: "Inserisci il nome dell’intestatario del conto.",
  declines: {
    insufficient_funds: "La tua banca ha rifiutato l’addebito perché il saldo del conto non è sufficiente.",
    invalid_iban: "La banca non riconosce questo IBAN.",
    invalid_holder_name: "La banca non accetta il nome dell’intestatario così come è stato scritto.",
    mandate_rejected: "Il mandato non è stato confermato: non è stato addebitato nulla.",
    account_closed: "Questo conto è chiuso.",
    do_not_honor: "La tua banca ha rifiutato l’addebito.",
    gateway_unavailable: "Non è stato possibile contattare la banca: non è stato addebitato nulla.",
    not_submitted: "L’addebito non è stato inviato: non è stato addebitato nulla.",
    unknown: "L’addebito è stato rifiutato.",
  },
  ways_on: {
    another_account: "Puoi provare con un altro conto.",
    correct_iban: "Controllalo, oppure prova con un altro conto.",
    correct_holder_name: "Correggilo e riprova.",
    same_again: "Riprova tra un attimo.",
    another_way: "Scegli un altro metodo di pagamento.",
  },
  attempts_left: (left) => (left === 1 ? "Hai ancora un tentativo." : `Hai ancora ${left} tentativi.`),
  errors: {
    invalid_request: "Un dato del modulo non è utilizzabile. Controlla quello che hai inserito.",
    invalid_iban: "Questo IBAN non è valido. Controllalo.",
    iban_not_sepa: "I conti di questo Paese non possono essere addebitati con addebito diretto SEPA.",
    invalid_holder_name: "Inserisci il nome dell’intestatario come risulta alla banca, con al massimo 70 caratteri.",
    mandate_not_accepted: "Accetta il mandato: senza non si può addebitare nulla.",
    mandate_text_outdated: "Il testo del mandato è cambiato. Leggilo e accettalo di nuovo.",
    iban_in_session_data: "Non è stato possibile preparare il pagamento. Ricarica la pagina.",
    currency_not_supported:
      "L’addebito diretto SEPA non è possibile in questa valuta. Scegli un altro metodo di pagamento.",
    amount_not_payable:
      "Questo importo non si può pagare con addebito diretto. Scegli un altro metodo di pagamento.",
    lead_incomplete: "Inserisci prima il tuo indirizzo e-mail e il tuo indirizzo completo.",
    session_not_found: "Questo pagamento è terminato. Ricomincialo.",
    session_not_payable: "Questo pagamento è terminato. Ricomincialo.",
    collected_by_gateway: "Il conto bancario si inserisce sulla pagina del nostro servizio di pagamento. Continua lì.",
    payment_in_progress: "Il tuo pagamento è già in corso. Attendi l’esito e non pagare di nuovo.",
    payment_in_progress_elsewhere:
      "Con il tuo indirizzo e-mail è già in corso un pagamento in un altro carrello. Prima completalo o annullalo.",
    verification_open: "La banca attende ancora la tua decisione. Firma o rifiuta il mandato sulla pagina della banca.",
    lead_conflict: "Con il tuo indirizzo e-mail è ancora aperto un altro pagamento. Riprova tra qualche minuto.",
    too_many_attempts: "Hai provato troppe volte. Attendi un po’ prima di riprovare.",
    gateway_rejected:
      "Non è stato possibile preparare il pagamento: non è stato addebitato nulla. Scegli un altro metodo di pagamento.",
    gateway_unavailable:
      "Non è stato possibile inviare il pagamento: non è stato addebitato nulla. Riprova tra un attimo.",
    agreement_busy: "Il tuo pagamento è in elaborazione. Attendi un attimo e non pagare di nuovo.",
    order_not_payable: "Questo ordine ora non si può pagare. Forse è già pagato, o è stato annullato.",
  },
  outcomes: {
    placed: "Grazie. L’addebito è in corso: l’importo sarà addebitato sul tuo conto nei prossimi giorni lavorativi.",
    placed_pending:
      "Grazie, abbiamo ricevuto il tuo ordine. Manca ancora la risposta della tua banca: non devi fare nulla e non devi pagare di nuovo.",
    approved: "La tua banca ha accettato l’addebito. Completa il tuo ordine.",
    ended: "Questo pagamento è terminato e non è stato addebitato nulla. Ricomincialo.",
    unknown:
      "Non sappiamo ancora se il pagamento è andato a buon fine. Non pagare di nuovo: lo stiamo verificando e te lo diremo qui.",
    unreachable:
      "Non è stato possibile contattare il negozio: non è stato addebitato nulla. Controlla la connessione e riprova.",
    unavailable: "Non è stato possibile inviare il pagamento: non è stato addebitato nulla. Riprova tra un attimo.",
    throttled: (seconds) =>
      seconds === null
        ? "Troppi tentativi ravvicinati. Attendi un attimo."
        : seconds > 90
          ? `Troppi tentativi ravvicinati. Attendi ${Math.ceil(seconds / 60)} minuti.`
          : `Troppi tentativi ravvicinati. Attendi ${seconds} s.`,
    unexpected: "Qualcosa è andato storto. Riprova, oppure rivolgiti al negozio.",
    order_stands: "Il tuo ordine resta valido, ma non è ancora pagato.",
  },
  payment_page: {
    needed:
      "Inserisci il tuo conto e accetti il mandato sulla pagina del nostro servizio di pagamento. Poi torni in questo negozio.",
  },
  verification: {
    needed: "La tua banca ti chiede di firmare il mandato. Prima non viene addebitato nulla.",
    refused: "Il mandato non è stato firmato: non è stato addebitato nulla.",
  },
}
