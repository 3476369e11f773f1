import type { ShopperTexts } from "./types"

export const nl: ShopperTexts = {
  mandate: ({ name, identifier, address }) =>
    [
      "SEPA-incassomachtiging",
      `Incassant: ${name}${address ? `, ${address}` : ""}. Incassant-ID: ${identifier}. Type betaling: eenmalige betaling.`,
      `Door akkoord te gaan met deze machtiging geeft u toestemming aan (A) ${name} om een incasso-opdracht te sturen naar uw bank om een bedrag van uw rekening af te schrijven, en aan (B) uw bank om een bedrag van uw rekening af te schrijven overeenkomstig de opdracht van ${name}.`,
      "Als u het niet eens bent met deze afschrijving, kunt u deze laten terugboeken. Neem hiervoor binnen 8 weken na afschrijving contact op met uw bank. Vraag uw bank naar de voorwaarden.",
    ].join("\n\n"),
  declines: {
    insufficient_funds: "Uw bank heeft de incasso geweigerd omdat het saldo op de rekening niet toereikend is.",
    invalid_iban: "De bank kent dit IBAN niet. Controleer het alstublieft.",
    invalid_holder_name: "De bank accepteert de naam van de rekeninghouder niet zoals die is geschreven.",
    mandate_rejected: "De machtiging is niet bevestigd; er is niets afgeschreven.",
    account_closed: "Deze rekening is opgeheven.",
    do_not_honor: "Uw bank heeft de incasso geweigerd.",
    gateway_unavailable: "De bank was niet bereikbaar; er is niets afgeschreven. Probeer het zo meteen opnieuw.",
    unknown: "De incasso is geweigerd.",
  },
  no_more_attempts: "Kies een andere betaalwijze.",
  try_another_account: "U kunt het met een andere rekening proberen.",
  correct_holder_name: "Verbeter die en probeer het opnieuw.",
  bank_account_missing: "Vul eerst uw rekening in en ga akkoord met de machtiging.",
  pay_on_page: "Betaal op de pagina van onze betaaldienst; daar vult u uw rekening in en gaat u akkoord met de machtiging.",
  page_outcome_unknown:
    "We kunnen nog niet zien of uw betaling is aangekomen. Betaal geen tweede keer: zodra ze is bevestigd, wordt uw bestelling geplaatst.",
  verification_needed: "Uw bank vraagt u de machtiging te ondertekenen. Volg de link om haar te bevestigen.",
  verification_pending: "De machtiging is nog niet ondertekend. Volg de link om haar te bevestigen.",
  gateway_unavailable: "De betaling kon niet worden verzonden; er is niets afgeschreven. Probeer het zo meteen opnieuw.",
  session_not_payable: "Deze betaling is beëindigd. Begin haar opnieuw.",
  payment_in_progress: "Uw betaling loopt al: de winkelwagen kan nu niet veranderen. Wacht het resultaat af.",
  payment_awaits_signature:
    "Uw betaling loopt al en wacht op uw handtekening. Onderteken de machtiging of annuleer de betaling voordat u iets wijzigt.",
  already_paid: "Dit is al betaald. Rond uw bestelling af.",
  paid_elsewhere:
    "Deze betaling is rechtstreeks bij de betaaldienst gedaan en hoort bij geen bestelling. De winkel is op de hoogte; begin de betaling opnieuw.",
  verification_open: "De bank wacht nog op uw beslissing. Onderteken of weiger de machtiging op de pagina van de bank.",
  giving_up_unavailable: "De betaling kon nu niet worden geannuleerd. Probeer het zo meteen opnieuw.",
  too_many_attempts: "U hebt het te vaak geprobeerd. Wacht even voordat u een andere rekening invult.",
  too_many_iban_checks: "U hebt te veel IBAN’s gecontroleerd. Wacht even.",
  payment_in_progress_elsewhere:
    "Met dit e-mailadres loopt al een betaling in een andere winkelwagen. Rond die eerst af of annuleer die.",
}
