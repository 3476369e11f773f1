import type { ActionsTexts } from "../texts/actions"

export const actions: ActionsTexts = {
  open: "Azioni per l’addebito di {{amount}}",
  cancel: "Annulla",
  failed: "L’operazione non è riuscita",
  show_debit: "Mostra nella sua pagina",
  check: {
    label: "Controlla ora",
    changed: "Ci sono novità: {{state}}",
    unchanged: "CatalystPay non ha novità su questo addebito",
  },
  print_mandate: "Stampa mandato",
  payment_link: {
    label: "Copia link di pagamento",
    none: "L’ordine non attende alcun pagamento, oppure l’opzione paymentLink non è impostata.",
    copied: "Link copiato",
    not_copied: "Copia questo link",
  },
  mark_done: {
    label: "Segna come versato",
    title: "Questo rimborso è stato versato?",
    description:
      "Conferma solo che {{amount}} sono partiti verso il debitore, dal pannello di amministrazione di CatalystPay o con un bonifico. Con questo non si paga nulla.",
    note: "Nota",
    note_hint: "Per esempio la causale del bonifico. Facoltativa.",
    confirm: "È stato versato",
    done: "Rimborso segnato come versato",
  },
}
