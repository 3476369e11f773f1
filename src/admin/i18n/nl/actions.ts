import type { ActionsTexts } from "../texts/actions"

export const actions: ActionsTexts = {
  open: "Acties voor de incasso van {{amount}}",
  cancel: "Annuleren",
  failed: "Dat is niet gelukt",
  show_debit: "Op eigen pagina tonen",
  check: {
    label: "Nu controleren",
    changed: "Er is nieuws: {{state}}",
    unchanged: "CatalystPay heeft geen nieuws over deze incasso",
  },
  print_mandate: "Machtiging afdrukken",
  payment_link: {
    label: "Betaallink kopiëren",
    none: "De bestelling vraagt geen betaling, of de optie paymentLink is niet ingesteld.",
    copied: "Link gekopieerd",
    not_copied: "Kopieer deze link",
  },
  mark_done: {
    label: "Markeren als uitbetaald",
    title: "Is deze terugbetaling uitbetaald?",
    description:
      "Bevestig alleen dat {{amount}} naar de debiteur is vertrokken, via de beheeromgeving van CatalystPay of per overboeking. Hiermee wordt niets betaald.",
    note: "Notitie",
    note_hint: "Bijvoorbeeld het kenmerk van de overboeking. Optioneel.",
    confirm: "Het is uitbetaald",
    done: "Terugbetaling gemarkeerd als uitbetaald",
  },
}
