import type { ShopperTexts } from "./types"

export const de: ShopperTexts = {
  mandate: ({ name, identifier, address }) =>
    [
      "SEPA-Lastschriftmandat",
      `Zahlungsempfänger: ${name}${address ? `, ${address}` : ""}. Gläubiger-Identifikationsnummer: ${identifier}. Zahlungsart: einmalige Zahlung.`,
      `Ich ermächtige (A) ${name}, eine Zahlung von meinem Konto mittels Lastschrift einzuziehen. Zugleich weise ich (B) mein Kreditinstitut an, die von ${name} auf mein Konto gezogene Lastschrift einzulösen.`,
      "Hinweis: Ich kann innerhalb von acht Wochen, beginnend mit dem Belastungsdatum, die Erstattung des belasteten Betrages verlangen. Es gelten dabei die mit meinem Kreditinstitut vereinbarten Bedingungen.",
    ].join("\n\n"),
  declines: {
    insufficient_funds: "Ihre Bank hat die Lastschrift abgelehnt, weil das Konto nicht ausreichend gedeckt ist.",
    invalid_iban: "Die Bank kennt diese IBAN nicht. Bitte prüfen Sie sie.",
    invalid_holder_name: "Die Bank nimmt den Namen des Kontoinhabers in dieser Schreibweise nicht an.",
    mandate_rejected: "Das Mandat wurde nicht bestätigt; es wurde nichts abgebucht.",
    account_closed: "Dieses Konto ist geschlossen.",
    do_not_honor: "Ihre Bank hat die Lastschrift abgelehnt.",
    gateway_unavailable:
      "Die Bank war nicht erreichbar; es wurde nichts abgebucht. Bitte versuchen Sie es gleich noch einmal.",
    unknown: "Die Lastschrift wurde abgelehnt.",
  },
  no_more_attempts: "Bitte wählen Sie eine andere Zahlungsart.",
  try_another_account: "Sie können es mit einem anderen Konto versuchen.",
  correct_holder_name: "Bitte korrigieren Sie ihn und versuchen Sie es noch einmal.",
  bank_account_missing: "Bitte geben Sie zuerst Ihre Bankverbindung ein und erteilen Sie das Mandat.",
  pay_on_page:
    "Bitte bezahlen Sie auf der Seite unseres Zahlungsdienstes: Dort geben Sie Ihr Bankkonto an und erteilen das Mandat.",
  page_outcome_unknown:
    "Ob Ihre Zahlung angekommen ist, ist noch nicht zu sehen. Bitte bezahlen Sie nicht ein zweites Mal: Sobald sie bestätigt ist, wird Ihre Bestellung aufgegeben.",
  verification_needed: "Ihre Bank bittet Sie, das Mandat zu unterschreiben. Bitte folgen Sie dem Link.",
  verification_pending: "Das Mandat ist noch nicht unterschrieben. Bitte folgen Sie dem Link.",
  gateway_unavailable:
    "Die Zahlung konnte nicht übermittelt werden; es wurde nichts abgebucht. Bitte versuchen Sie es gleich noch einmal.",
  session_not_payable: "Dieser Zahlungsvorgang ist beendet. Bitte beginnen Sie ihn neu.",
  payment_in_progress:
    "Ihre Zahlung läuft bereits: Der Warenkorb lässt sich jetzt nicht ändern. Bitte warten Sie das Ergebnis ab.",
  payment_awaits_signature:
    "Ihre Zahlung läuft bereits und wartet auf Ihre Unterschrift. Unterschreiben Sie das Mandat oder brechen Sie die Zahlung ab, bevor Sie etwas ändern.",
  already_paid: "Das ist bereits bezahlt. Bitte schließen Sie Ihre Bestellung ab.",
  paid_elsewhere:
    "Diese Zahlung wurde unmittelbar beim Zahlungsdienst geleistet und gehört zu keiner Bestellung. Der Shop wurde benachrichtigt; bitte beginnen Sie die Zahlung neu.",
  verification_open:
    "Die Bank wartet noch auf Ihre Entscheidung. Bitte unterschreiben Sie das Mandat auf der Seite der Bank oder lehnen Sie es dort ab.",
  giving_up_unavailable: "Die Zahlung ließ sich gerade nicht abbrechen. Bitte versuchen Sie es gleich noch einmal.",
  too_many_attempts: "Sie haben es zu oft versucht. Bitte warten Sie eine Weile, bevor Sie eine andere Bankverbindung eingeben.",
  too_many_iban_checks: "Sie haben zu viele IBANs geprüft. Bitte warten Sie einen Augenblick.",
  payment_in_progress_elsewhere:
    "Mit dieser E-Mail-Adresse läuft bereits eine Zahlung in einem anderen Warenkorb. Bitte schließen Sie diese zuerst ab oder brechen Sie sie ab.",
}
