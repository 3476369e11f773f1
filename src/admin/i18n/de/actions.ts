import type { ActionsTexts } from "../texts/actions"

export const actions: ActionsTexts = {
  open: "Aktionen zur Lastschrift über {{amount}}",
  cancel: "Abbrechen",
  failed: "Das hat nicht geklappt",
  show_debit: "Auf eigener Seite anzeigen",
  check: {
    label: "Jetzt prüfen",
    changed: "Es gab Neues: {{state}}",
    unchanged: "CatalystPay weiß nichts Neues zu dieser Lastschrift",
  },
  print_mandate: "Mandat drucken",
  payment_link: {
    label: "Link zum erneuten Bezahlen kopieren",
    none: "Die Bestellung verlangt keine Zahlung, oder die Option paymentLink ist nicht gesetzt.",
    copied: "Link kopiert",
    not_copied: "Kopieren Sie diesen Link",
  },
  mark_done: {
    label: "Als ausgezahlt markieren",
    title: "Wurde diese Erstattung ausgezahlt?",
    description:
      "Bestätigen Sie nur, dass {{amount}} an den Zahler abgegangen sind, in der Verwaltung von CatalystPay oder per Überweisung. Dadurch wird nichts gezahlt.",
    note: "Notiz",
    note_hint: "Etwa der Verwendungszweck der Überweisung. Freiwillig.",
    confirm: "Sie wurde ausgezahlt",
    done: "Erstattung als ausgezahlt markiert",
  },
}
