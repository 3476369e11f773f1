import type { ShopperTexts } from "./types"

export const da: ShopperTexts = {
  mandate: ({ name, identifier, address }) =>
    [
      "Mandat til SEPA Direct Debit",
      `Kreditor: ${name}${address ? `, ${address}` : ""}. Kreditoridentifikation: ${identifier}. Betalingstype: enkeltbetaling.`,
      `Ved at acceptere dette mandat giver du (A) ${name} tilladelse til at sende instruktioner til din bank om at debitere din konto og (B) din bank tilladelse til at debitere din konto i overensstemmelse med instruktionerne fra ${name}.`,
      "Du har ret til tilbagebetaling fra din bank i henhold til vilkårene i din aftale med banken. Anmodning om tilbagebetaling skal fremsættes inden for 8 uger fra den dato, hvor din konto blev debiteret.",
    ].join("\n\n"),
  declines: {
    insufficient_funds: "Din bank afviste opkrævningen, fordi der ikke er dækning på kontoen.",
    invalid_iban: "Banken kender ikke dette IBAN. Kontrollér det.",
    invalid_holder_name: "Banken accepterer ikke kontohaverens navn, som det er skrevet.",
    mandate_rejected: "Mandatet blev ikke bekræftet; der er ikke trukket noget.",
    account_closed: "Kontoen er lukket.",
    do_not_honor: "Din bank afviste opkrævningen.",
    gateway_unavailable: "Der var ingen forbindelse til banken; der er ikke trukket noget. Prøv igen om et øjeblik.",
    unknown: "Opkrævningen blev afvist.",
  },
  no_more_attempts: "Vælg en anden betalingsmåde.",
  try_another_account: "Du kan prøve med en anden konto.",
  correct_holder_name: "Ret det, og prøv igen.",
  bank_account_missing: "Indtast først din bankkonto, og accepter mandatet.",
  pay_on_page: "Betal på vores betalingstjenestes side, hvor du angiver din bankkonto og accepterer mandatet.",
  page_outcome_unknown:
    "Vi kan endnu ikke se, om din betaling er nået frem. Betal ikke en gang til: Så snart den er bekræftet, afgives din ordre.",
  verification_needed: "Din bank beder dig underskrive mandatet. Følg linket for at bekræfte det.",
  verification_pending: "Mandatet er endnu ikke underskrevet. Følg linket for at bekræfte det.",
  gateway_unavailable: "Betalingen kunne ikke sendes; der er ikke trukket noget. Prøv igen om et øjeblik.",
  session_not_payable: "Denne betaling er afsluttet. Begynd forfra.",
  payment_in_progress: "Din betaling er allerede i gang: kurven kan ikke ændres nu. Vent på resultatet.",
  payment_awaits_signature:
    "Din betaling er allerede i gang og venter på din underskrift. Underskriv mandatet, eller annuller betalingen, før du ændrer noget.",
  already_paid: "Det er allerede betalt. Gennemfør din ordre.",
  paid_elsewhere:
    "Denne betaling er foretaget direkte hos betalingstjenesten og hører ikke til nogen ordre. Butikken har fået besked; begynd betalingen forfra.",
  verification_open: "Banken venter stadig på din beslutning. Underskriv mandatet på bankens side, eller afvis det dér.",
  giving_up_unavailable: "Betalingen kunne ikke annulleres lige nu. Prøv igen om et øjeblik.",
  too_many_attempts: "Du har prøvet for mange gange. Vent lidt, før du indtaster en anden konto.",
  too_many_iban_checks: "Du har kontrolleret for mange IBAN-numre. Vent et øjeblik.",
  payment_in_progress_elsewhere:
    "En betaling med denne e-mailadresse er allerede i gang i en anden kurv. Gennemfør eller annuller den først.",
}
