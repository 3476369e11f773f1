import type { SepaTexts } from "./types"

export const de: SepaTexts = {
  locale: "de",
  labels: {
    form: "Mit SEPA-Lastschrift bezahlen",
    iban: "IBAN",
    iban_hint: "Sie finden sie auf Ihrer Bankkarte oder auf einem Kontoauszug.",
    holder_name: "Kontoinhaber",
    mandate: "SEPA-Lastschriftmandat",
    accept_mandate: "Ich habe das Mandat gelesen und erteile es.",
    pay: "Mit Lastschrift bezahlen",
    pay_amount: (amount) => `${amount} mit Lastschrift bezahlen`,
    to_bank: "Weiter zu Ihrer Bank",
    signed: "Ich habe unterschrieben",
    check_again: "Erneut prüfen",
    give_up: "Diese Zahlung abbrechen",
    try_again: "Noch einmal versuchen",
    complete_order: "Bestellung abschließen",
  },
  iban_valid: "Gültige IBAN",
  steps: {
    starting: "Die Zahlung wird vorbereitet …",
    checking: "Ihre Bankverbindung wird geprüft …",
    paying: "Ihre Bank wird gefragt …",
    finding_out: "Wir warten auf die Antwort Ihrer Bank …",
    confirming: "Ihre Unterschrift wird bestätigt …",
    giving_up: "Die Zahlung wird abgebrochen …",
  },
  iban_problems: {
    country: "Eine IBAN beginnt mit den zwei Buchstaben eines Landes, zum Beispiel DE oder AT.",
    length: "Diese IBAN hat nicht so viele Stellen wie die IBANs ihres Landes.",
    structure: "Das sieht nicht wie eine IBAN dieses Landes aus. Bitte prüfen Sie sie.",
    checksum: "In dieser IBAN scheint ein Tippfehler zu sein. Bitte prüfen Sie sie.",
    sepa: "Von Konten in diesem Land kann nicht per SEPA-Lastschrift abgebucht werden.",
  },
  iban_missing: "Bitte geben Sie Ihre IBAN ein.",
  holder_name_missing: "Bitte geben Sie den Namen des Kontoinhabers ein.",
  declines: {
    insufficient_funds: "Ihre Bank hat die Lastschrift abgelehnt, weil das Konto nicht ausreichend gedeckt ist.",
    invalid_iban: "Die Bank kennt diese IBAN nicht.",
    invalid_holder_name: "Die Bank nimmt den Namen des Kontoinhabers in dieser Schreibweise nicht an.",
    mandate_rejected: "Das Mandat wurde nicht bestätigt; es wurde nichts abgebucht.",
    account_closed: "Dieses Konto ist geschlossen.",
    do_not_honor: "Ihre Bank hat die Lastschrift abgelehnt.",
    gateway_unavailable: "Die Bank war nicht erreichbar; es wurde nichts abgebucht.",
    not_submitted: "Die Lastschrift wurde nicht eingereicht; es wurde nichts abgebucht.",
    unknown: "Die Lastschrift wurde abgelehnt.",
  },
  ways_on: {
    another_account: "Sie können es mit einem anderen Konto versuchen.",
    correct_iban: "Bitte prüfen Sie sie, oder versuchen Sie es mit einem anderen Konto.",
    correct_holder_name: "Bitte korrigieren Sie ihn und versuchen Sie es noch einmal.",
    same_again: "Bitte versuchen Sie es gleich noch einmal.",
    another_way: "Bitte wählen Sie eine andere Zahlungsart.",
  },
  attempts_left: (left) =>
    left === 1 ? "Sie haben noch einen Versuch." : `Sie haben noch ${left} Versuche.`,
  errors: {
    invalid_request: "Eine Angabe lässt sich so nicht verwenden. Bitte prüfen Sie Ihre Eingaben.",
    invalid_iban: "Diese IBAN ist nicht gültig. Bitte prüfen Sie sie.",
    iban_not_sepa: "Von Konten in diesem Land kann nicht per SEPA-Lastschrift abgebucht werden.",
    invalid_holder_name:
      "Bitte geben Sie den Namen des Kontoinhabers so ein, wie ihn die Bank führt, mit höchstens 70 Zeichen.",
    mandate_not_accepted: "Bitte erteilen Sie das Mandat: Ohne Mandat kann nichts abgebucht werden.",
    mandate_text_outdated: "Der Wortlaut des Mandats hat sich geändert. Bitte lesen und erteilen Sie es noch einmal.",
    iban_in_session_data: "Die Zahlung ließ sich nicht vorbereiten. Bitte laden Sie die Seite neu.",
    currency_not_supported:
      "In dieser Währung ist keine SEPA-Lastschrift möglich. Bitte wählen Sie eine andere Zahlungsart.",
    amount_not_payable:
      "Dieser Betrag lässt sich nicht per Lastschrift bezahlen. Bitte wählen Sie eine andere Zahlungsart.",
    lead_incomplete: "Bitte geben Sie zuerst Ihre E-Mail-Adresse und Ihre vollständige Anschrift ein.",
    session_not_found: "Dieser Zahlungsvorgang ist beendet. Bitte beginnen Sie ihn neu.",
    session_not_payable: "Dieser Zahlungsvorgang ist beendet. Bitte beginnen Sie ihn neu.",
    collected_by_gateway: "Ihr Bankkonto geben Sie auf der Seite unseres Zahlungsdienstes an. Bitte machen Sie dort weiter.",
    payment_in_progress:
      "Ihre Zahlung läuft bereits. Bitte warten Sie das Ergebnis ab und zahlen Sie nicht noch einmal.",
    payment_in_progress_elsewhere:
      "Mit Ihrer E-Mail-Adresse läuft bereits eine Zahlung in einem anderen Warenkorb. Bitte schließen Sie diese zuerst ab oder brechen Sie sie ab.",
    verification_open:
      "Die Bank wartet noch auf Ihre Entscheidung. Bitte unterschreiben Sie das Mandat auf der Seite der Bank oder lehnen Sie es dort ab.",
    lead_conflict:
      "Mit Ihrer E-Mail-Adresse ist noch eine andere Zahlung offen. Bitte versuchen Sie es in einigen Minuten noch einmal.",
    too_many_attempts: "Sie haben es zu oft versucht. Bitte warten Sie eine Weile, bevor Sie es noch einmal versuchen.",
    gateway_rejected:
      "Die Zahlung ließ sich nicht vorbereiten; es wurde nichts abgebucht. Bitte wählen Sie eine andere Zahlungsart.",
    gateway_unavailable:
      "Die Zahlung konnte nicht übermittelt werden; es wurde nichts abgebucht. Bitte versuchen Sie es gleich noch einmal.",
    agreement_busy:
      "Ihre Zahlung wird gerade bearbeitet. Bitte warten Sie einen Augenblick und zahlen Sie nicht noch einmal.",
    order_not_payable:
      "Diese Bestellung lässt sich jetzt nicht bezahlen. Vielleicht ist sie schon bezahlt, oder sie wurde storniert.",
  },
  outcomes: {
    placed: "Vielen Dank. Ihre Lastschrift ist unterwegs: Der Betrag wird in den nächsten Bankarbeitstagen abgebucht.",
    placed_pending:
      "Vielen Dank, Ihre Bestellung ist eingegangen. Die Antwort Ihrer Bank steht noch aus; Sie müssen nichts tun und dürfen nicht noch einmal zahlen.",
    approved: "Ihre Bank hat die Lastschrift angenommen. Bitte schließen Sie Ihre Bestellung ab.",
    ended: "Dieser Zahlungsvorgang ist beendet; es wurde nichts abgebucht. Bitte beginnen Sie ihn neu.",
    unknown:
      "Wir wissen noch nicht, ob Ihre Zahlung angekommen ist. Bitte zahlen Sie nicht noch einmal: Wir finden es heraus und sagen es Ihnen hier.",
    unreachable:
      "Der Shop war nicht erreichbar; es wurde nichts abgebucht. Bitte prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.",
    unavailable:
      "Die Zahlung konnte nicht übermittelt werden; es wurde nichts abgebucht. Bitte versuchen Sie es gleich noch einmal.",
    throttled: (seconds) =>
      seconds === null
        ? "Das war zu oft. Bitte warten Sie einen Augenblick."
        : seconds > 90
          ? `Das war zu oft. Bitte warten Sie ${Math.ceil(seconds / 60)} Minuten.`
          : `Das war zu oft. Bitte warten Sie ${seconds} Sekunden.`,
    unexpected: "Etwas ist schiefgegangen. Bitte versuchen Sie es noch einmal, oder wenden Sie sich an den Shop.",
    order_stands: "Ihre Bestellung bleibt bestehen, ist aber noch nicht bezahlt.",
  },
  payment_page: {
    needed:
      "Ihr Bankkonto geben Sie auf der Seite unseres Zahlungsdienstes an, und dort erteilen Sie auch das Mandat. Danach kommen Sie in diesen Shop zurück.",
  },
  verification: {
    needed: "Ihre Bank bittet Sie, das Mandat zu unterschreiben. Vorher wird nichts abgebucht.",
    refused: "Das Mandat wurde nicht unterschrieben; es wurde nichts abgebucht.",
  },
}
