import type { SepaTexts } from "./types"

export const da: SepaTexts = {
  locale: "da",
  labels: {
    form: "Betal med SEPA Direct Debit",
    iban: "IBAN",
    iban_hint: "Du finder det på dit kontoudtog eller i din netbank.",
    holder_name: "Kontohaver",
    mandate: "Mandat til SEPA Direct Debit",
    accept_mandate: "Jeg har læst mandatet og accepterer det.",
    pay: "Betal med Direct Debit",
    pay_amount: (amount) => `Betal ${amount} med Direct Debit`,
    to_bank: "Fortsæt til din bank",
    signed: "Jeg har skrevet under",
    check_again: "Tjek igen",
    give_up: "Annuller betalingen",
    try_again: "Prøv igen",
    complete_order: "Gennemfør ordren",
  },
  iban_valid: "Gyldigt IBAN",
  steps: {
    starting: "Betalingen forberedes …",
    checking: "Din konto tjekkes …",
    paying: "Din bank bliver spurgt …",
    finding_out: "Vi venter på svar fra din bank …",
    confirming: "Din underskrift bekræftes …",
    giving_up: "Betalingen annulleres …",
  },
  iban_problems: {
    country: "Et IBAN begynder med et lands to bogstaver, for eksempel DK eller DE.",
    length: "Dette IBAN har ikke det antal tegn, som landets IBAN-numre har.",
    structure: "Det ligner ikke et IBAN fra det land. Kontrollér det.",
    checksum: "Der ser ud til at være en tastefejl i dette IBAN. Kontrollér det.",
    sepa: "Konti i dette land kan ikke debiteres med SEPA Direct Debit.",
  },
  iban_missing: "Indtast dit IBAN.",
  holder_name_missing: "Indtast kontohaverens navn.",
  declines: {
    insufficient_funds: "Din bank afviste opkrævningen, fordi der ikke er dækning på kontoen.",
    invalid_iban: "Banken kender ikke dette IBAN.",
    invalid_holder_name: "Banken accepterer ikke kontohaverens navn, som det er skrevet.",
    mandate_rejected: "Mandatet blev ikke bekræftet; der er ikke trukket noget.",
    account_closed: "Kontoen er lukket.",
    do_not_honor: "Din bank afviste opkrævningen.",
    gateway_unavailable: "Der var ingen forbindelse til banken; der er ikke trukket noget.",
    not_submitted: "Opkrævningen blev ikke sendt; der er ikke trukket noget.",
    unknown: "Opkrævningen blev afvist.",
  },
  ways_on: {
    another_account: "Du kan prøve med en anden konto.",
    correct_iban: "Kontrollér det, eller prøv med en anden konto.",
    correct_holder_name: "Ret det, og prøv igen.",
    same_again: "Prøv igen om et øjeblik.",
    another_way: "Vælg en anden betalingsmåde.",
  },
  attempts_left: (left) => (left === 1 ? "Du har ét forsøg tilbage." : `Du har ${left} forsøg tilbage.`),
  errors: {
    invalid_request: "Noget i formularen kan ikke bruges. Kontrollér det, du har indtastet.",
    invalid_iban: "Dette IBAN er ikke gyldigt. Kontrollér det.",
    iban_not_sepa: "Konti i dette land kan ikke debiteres med SEPA Direct Debit.",
    invalid_holder_name: "Indtast kontohaverens navn, som banken kender det, med højst 70 tegn.",
    mandate_not_accepted: "Accepter mandatet: uden det kan der ikke trækkes noget.",
    mandate_text_outdated: "Mandatets ordlyd er ændret. Læs det, og accepter det igen.",
    iban_in_session_data: "Betalingen kunne ikke forberedes. Genindlæs siden.",
    currency_not_supported: "SEPA Direct Debit er ikke muligt i denne valuta. Vælg en anden betalingsmåde.",
    amount_not_payable: "Dette beløb kan ikke betales med Direct Debit. Vælg en anden betalingsmåde.",
    lead_incomplete: "Indtast først din e-mailadresse og din fulde adresse.",
    session_not_found: "Denne betaling er afsluttet. Begynd forfra.",
    session_not_payable: "Denne betaling er afsluttet. Begynd forfra.",
    collected_by_gateway: "Din bankkonto angives på vores betalingstjenestes side. Fortsæt der.",
    payment_in_progress: "Din betaling er allerede i gang. Vent på resultatet, og betal ikke igen.",
    payment_in_progress_elsewhere:
      "En betaling med din e-mailadresse er allerede i gang i en anden kurv. Gennemfør eller annuller den først.",
    verification_open:
      "Banken venter stadig på din beslutning. Underskriv mandatet på bankens side, eller afvis det dér.",
    lead_conflict: "En anden betaling med din e-mailadresse er stadig åben. Prøv igen om nogle minutter.",
    too_many_attempts: "Du har prøvet for mange gange. Vent lidt, før du prøver igen.",
    gateway_rejected: "Betalingen kunne ikke forberedes; der er ikke trukket noget. Vælg en anden betalingsmåde.",
    gateway_unavailable: "Betalingen kunne ikke sendes; der er ikke trukket noget. Prøv igen om et øjeblik.",
    agreement_busy: "Din betaling behandles. Vent et øjeblik, og betal ikke igen.",
    order_not_payable: "Denne ordre kan ikke betales nu. Den er måske allerede betalt, eller den er annulleret.",
  },
  outcomes: {
    placed: "Tak. Din betaling er på vej: beløbet trækkes på din konto inden for de næste bankdage.",
    placed_pending:
      "Tak, vi har modtaget din ordre. Vi mangler stadig svar fra din bank; du skal ikke gøre noget og må ikke betale igen.",
    approved: "Din bank har godkendt opkrævningen. Gennemfør din ordre.",
    ended: "Denne betaling er afsluttet, og der er ikke trukket noget. Begynd forfra.",
    unknown: "Vi ved endnu ikke, om din betaling gik igennem. Betal ikke igen: vi finder ud af det og giver dig besked her.",
    unreachable: "Der var ingen forbindelse til butikken; der er ikke trukket noget. Kontrollér din forbindelse, og prøv igen.",
    unavailable: "Betalingen kunne ikke sendes; der er ikke trukket noget. Prøv igen om et øjeblik.",
    throttled: (seconds) =>
      seconds === null
        ? "Det var for mange forsøg. Vent et øjeblik."
        : seconds > 90
          ? `Det var for mange forsøg. Vent ${Math.ceil(seconds / 60)} minutter.`
          : `Det var for mange forsøg. Vent ${seconds} sek.`,
    unexpected: "Noget gik galt. Prøv igen, eller kontakt butikken.",
    order_stands: "Din ordre står ved magt, men er endnu ikke betalt.",
  },
  payment_page: {
    needed:
      "Du angiver din bankkonto og accepterer mandatet på vores betalingstjenestes side. Derefter kommer du tilbage til denne butik.",
  },
  verification: {
    needed: "Din bank beder dig underskrive mandatet. Før det bliver der ikke trukket noget.",
    refused: "Mandatet blev ikke underskrevet; der er ikke trukket noget.",
  },
}
