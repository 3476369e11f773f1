import type { SepaTexts } from "./types"

export const sv: SepaTexts = {
  locale: "sv",
  labels: {
    form: "Betala med SEPA-autogiro",
    iban: "IBAN",
    iban_hint: "Du hittar det på ditt kontoutdrag eller i din internetbank.",
    holder_name: "Kontoinnehavare",
    mandate: "SEPA-autogiromedgivande",
    accept_mandate: "Jag har läst medgivandet och godkänner det.",
    pay: "Betala med autogiro",
    pay_amount: (amount) => `Betala ${amount} med autogiro`,
    to_bank: "Fortsätt till din bank",
    signed: "Jag har skrivit under",
    check_again: "Kontrollera igen",
    give_up: "Avbryt betalningen",
    try_again: "Försök igen",
    complete_order: "Slutför beställningen",
  },
  iban_valid: "Giltigt IBAN",
  steps: {
    starting: "Betalningen förbereds …",
    checking: "Ditt konto kontrolleras …",
    paying: "Din bank tillfrågas …",
    finding_out: "Vi väntar på svar från din bank …",
    confirming: "Din underskrift bekräftas …",
    giving_up: "Betalningen avbryts …",
  },
  iban_problems: {
    country: "Ett IBAN börjar med ett lands två bokstäver, till exempel SE eller FI.",
    length: "Detta IBAN har inte lika många tecken som landets IBAN har.",
    structure: "Det här ser inte ut som ett IBAN från det landet. Kontrollera det.",
    checksum: "Det verkar finnas ett skrivfel i detta IBAN. Kontrollera det.",
    sepa: "Konton i det här landet kan inte debiteras med SEPA-autogiro.",
  },
  iban_missing: "Ange ditt IBAN.",
  holder_name_missing: "Ange kontoinnehavarens namn.",
  declines: {
    insufficient_funds: "Din bank avvisade debiteringen eftersom det inte finns tillräckligt med pengar på kontot.",
    invalid_iban: "Banken känner inte till detta IBAN.",
    invalid_holder_name: "Banken godtar inte kontoinnehavarens namn som det är skrivet.",
    mandate_rejected: "Medgivandet bekräftades inte; inget har debiterats.",
    account_closed: "Kontot är avslutat.",
    do_not_honor: "Din bank avvisade debiteringen.",
    gateway_unavailable: "Banken kunde inte nås; inget har debiterats.",
    not_submitted: "Debiteringen skickades inte; inget har debiterats.",
    unknown: "Debiteringen avvisades.",
  },
  ways_on: {
    another_account: "Du kan försöka med ett annat konto.",
    correct_iban: "Kontrollera det, eller försök med ett annat konto.",
    correct_holder_name: "Rätta det och försök igen.",
    same_again: "Försök igen om en liten stund.",
    another_way: "Välj ett annat betalningssätt.",
  },
  attempts_left: (left) => (left === 1 ? "Du har ett försök kvar." : `Du har ${left} försök kvar.`),
  errors: {
    invalid_request: "Något i formuläret går inte att använda. Kontrollera det du har angett.",
    invalid_iban: "Detta IBAN är inte giltigt. Kontrollera det.",
    iban_not_sepa: "Konton i det här landet kan inte debiteras med SEPA-autogiro.",
    invalid_holder_name: "Ange kontoinnehavarens namn så som banken känner det, med högst 70 tecken.",
    mandate_not_accepted: "Godkänn medgivandet: utan det kan inget debiteras.",
    mandate_text_outdated: "Medgivandets text har ändrats. Läs det och godkänn det igen.",
    iban_in_session_data: "Betalningen kunde inte förberedas. Ladda om sidan.",
    currency_not_supported: "SEPA-autogiro är inte möjligt i den här valutan. Välj ett annat betalningssätt.",
    amount_not_payable: "Det här beloppet kan inte betalas med autogiro. Välj ett annat betalningssätt.",
    lead_incomplete: "Ange först din e-postadress och din fullständiga adress.",
    session_not_found: "Den här betalningen är avslutad. Börja om.",
    session_not_payable: "Den här betalningen är avslutad. Börja om.",
    collected_by_gateway: "Ditt bankkonto anger du på vår betaltjänsts sida. Fortsätt där.",
    payment_in_progress: "Din betalning pågår redan. Vänta på resultatet och betala inte en gång till.",
    payment_in_progress_elsewhere:
      "En betalning med din e-postadress pågår redan i en annan varukorg. Slutför eller avbryt den först.",
    verification_open:
      "Banken väntar fortfarande på ditt beslut. Skriv under medgivandet på bankens sida, eller avböj det där.",
    lead_conflict: "En annan betalning med din e-postadress är fortfarande öppen. Försök igen om några minuter.",
    too_many_attempts: "Du har försökt för många gånger. Vänta en stund innan du försöker igen.",
    gateway_rejected: "Betalningen kunde inte förberedas; inget har debiterats. Välj ett annat betalningssätt.",
    gateway_unavailable: "Betalningen kunde inte skickas; inget har debiterats. Försök igen om en liten stund.",
    agreement_busy: "Din betalning behandlas. Vänta en stund och betala inte en gång till.",
    order_not_payable: "Den här beställningen kan inte betalas nu. Den kanske redan är betald, eller har annullerats.",
  },
  outcomes: {
    placed: "Tack. Din debitering är på väg: beloppet dras från ditt konto under de närmaste bankdagarna.",
    placed_pending:
      "Tack, din beställning är mottagen. Bankens svar dröjer ännu; du behöver inte göra något och ska inte betala en gång till.",
    approved: "Din bank har godkänt debiteringen. Slutför din beställning.",
    ended: "Den här betalningen är avslutad och inget har debiterats. Börja om.",
    unknown:
      "Vi vet ännu inte om din betalning gick igenom. Betala inte en gång till: vi tar reda på det och meddelar dig här.",
    unreachable: "Butiken kunde inte nås; inget har debiterats. Kontrollera din anslutning och försök igen.",
    unavailable: "Betalningen kunde inte skickas; inget har debiterats. Försök igen om en liten stund.",
    throttled: (seconds) =>
      seconds === null
        ? "Det var för många försök. Vänta en stund."
        : seconds > 90
          ? `Det var för många försök. Vänta ${Math.ceil(seconds / 60)} minuter.`
          : `Det var för många försök. Vänta ${seconds} s.`,
    unexpected: "Något gick fel. Försök igen, eller kontakta butiken.",
    order_stands: "Din beställning står kvar, men är ännu inte betald.",
  },
  payment_page: {
    needed:
      "Du anger ditt bankkonto och godkänner medgivandet på vår betaltjänsts sida. Sedan kommer du tillbaka till den här butiken.",
  },
  verification: {
    needed: "Din bank ber dig att skriva under medgivandet. Innan dess debiteras inget.",
    refused: "Medgivandet skrevs inte under; inget har debiterats.",
  },
}
