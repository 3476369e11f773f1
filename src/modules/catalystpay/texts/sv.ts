import type { ShopperTexts } from "./types"

export const sv: ShopperTexts = {
  mandate: ({ name, identifier, address }) =>
    [
      "SEPA-autogiromedgivande",
      `Betalningsmottagare: ${name}${address ? `, ${address}` : ""}. Betalningsmottagarens identifikationskod: ${identifier}. Typ av betalning: engångsbetalning.`,
      `Genom att godkänna detta medgivande ger du (A) ${name} rätt att skicka instruktioner till din bank om att debitera ditt konto och (B) din bank rätt att debitera ditt konto i enlighet med instruktionerna från ${name}.`,
      "Du har rätt till återbetalning från din bank enligt de villkor som gäller i avtalet med din bank. En återbetalning måste begäras inom 8 veckor från den dag då ditt konto debiterades.",
    ].join("\n\n"),
  declines: {
    insufficient_funds: "Din bank avvisade debiteringen eftersom det inte finns tillräckligt med pengar på kontot.",
    invalid_iban: "Banken känner inte till detta IBAN. Kontrollera det.",
    invalid_holder_name: "Banken godtar inte kontoinnehavarens namn som det är skrivet.",
    mandate_rejected: "Medgivandet bekräftades inte; inget har debiterats.",
    account_closed: "Kontot är avslutat.",
    do_not_honor: "Din bank avvisade debiteringen.",
    gateway_unavailable: "Banken kunde inte nås; inget har debiterats. Försök igen om en liten stund.",
    unknown: "Debiteringen avvisades.",
  },
  no_more_attempts: "Välj ett annat betalningssätt.",
  try_another_account: "Du kan försöka med ett annat konto.",
  correct_holder_name: "Rätta det och försök igen.",
  bank_account_missing: "Ange först ditt bankkonto och godkänn medgivandet.",
  pay_on_page: "Betala på vår betaltjänsts sida, där du anger ditt bankkonto och godkänner medgivandet.",
  page_outcome_unknown:
    "Vi kan ännu inte se om din betalning har kommit fram. Betala inte en gång till: så snart den är bekräftad läggs din beställning.",
  verification_needed: "Din bank ber dig att skriva under medgivandet. Följ länken för att bekräfta det.",
  verification_pending: "Medgivandet är inte underskrivet än. Följ länken för att bekräfta det.",
  gateway_unavailable: "Betalningen kunde inte skickas; inget har debiterats. Försök igen om en liten stund.",
  session_not_payable: "Den här betalningen är avslutad. Börja om.",
  payment_in_progress: "Din betalning pågår redan: varukorgen kan inte ändras nu. Vänta på resultatet.",
  payment_awaits_signature:
    "Din betalning pågår redan och väntar på din underskrift. Skriv under medgivandet eller avbryt betalningen innan du ändrar något.",
  already_paid: "Det är redan betalt. Slutför din beställning.",
  paid_elsewhere:
    "Den här betalningen gjordes direkt hos betaltjänsten och hör inte till någon beställning. Butiken har underrättats; börja om betalningen.",
  verification_open:
    "Banken väntar fortfarande på ditt beslut. Skriv under medgivandet på bankens sida, eller avböj det där.",
  giving_up_unavailable: "Betalningen kunde inte avbrytas just nu. Försök igen om en liten stund.",
  too_many_attempts: "Du har försökt för många gånger. Vänta en stund innan du anger ett annat konto.",
  too_many_iban_checks: "Du har kontrollerat för många IBAN. Vänta en stund.",
  payment_in_progress_elsewhere:
    "En betalning med den här e-postadressen pågår redan i en annan varukorg. Slutför eller avbryt den först.",
}
