import type { SepaTexts } from "./types"

export const nl: SepaTexts = {
  locale: "nl",
  labels: {
    form: "Betalen met SEPA-incasso",
    iban: "IBAN",
    iban_hint: "U vindt het op uw bankpas of op een rekeningafschrift.",
    holder_name: "Rekeninghouder",
    mandate: "SEPA-incassomachtiging",
    accept_mandate: "Ik heb de machtiging gelezen en ga ermee akkoord.",
    pay: "Betalen met incasso",
    pay_amount: (amount) => `${amount} betalen met incasso`,
    to_bank: "Verder naar uw bank",
    signed: "Ik heb ondertekend",
    check_again: "Opnieuw controleren",
    give_up: "Deze betaling annuleren",
    try_again: "Opnieuw proberen",
    complete_order: "Bestelling afronden",
  },
  iban_valid: "Geldig IBAN",
  steps: {
    starting: "De betaling wordt voorbereid…",
    checking: "Uw rekening wordt gecontroleerd…",
    paying: "Uw bank wordt gevraagd…",
    finding_out: "We wachten op het antwoord van uw bank…",
    confirming: "Uw handtekening wordt bevestigd…",
    giving_up: "De betaling wordt geannuleerd…",
  },
  iban_problems: {
    country: "Een IBAN begint met de twee letters van een land, bijvoorbeeld NL of BE.",
    length: "Dit IBAN heeft niet het aantal tekens dat IBAN’s van dat land hebben.",
    structure: "Dit lijkt geen IBAN van dat land. Controleer het alstublieft.",
    checksum: "Er lijkt een typefout in dit IBAN te staan. Controleer het alstublieft.",
    sepa: "Van rekeningen in dit land kan niet met SEPA-incasso worden afgeschreven.",
  },
  iban_missing: "Vul uw IBAN in.",
  holder_name_missing: "Vul de naam van de rekeninghouder in.",
  declines: {
    insufficient_funds: "Uw bank heeft de incasso geweigerd omdat het saldo op de rekening niet toereikend is.",
    invalid_iban: "De bank kent dit IBAN niet.",
    invalid_holder_name: "De bank accepteert de naam van de rekeninghouder niet zoals die is geschreven.",
    mandate_rejected: "De machtiging is niet bevestigd; er is niets afgeschreven.",
    account_closed: "Deze rekening is opgeheven.",
    do_not_honor: "Uw bank heeft de incasso geweigerd.",
    gateway_unavailable: "De bank was niet bereikbaar; er is niets afgeschreven.",
    not_submitted: "De incasso is niet ingediend; er is niets afgeschreven.",
    unknown: "De incasso is geweigerd.",
  },
  ways_on: {
    another_account: "U kunt het met een andere rekening proberen.",
    correct_iban: "Controleer het, of probeer een andere rekening.",
    correct_holder_name: "Verbeter die en probeer het opnieuw.",
    same_again: "Probeer het zo meteen opnieuw.",
    another_way: "Kies een andere betaalwijze.",
  },
  attempts_left: (left) => (left === 1 ? "U kunt het nog één keer proberen." : `U kunt het nog ${left} keer proberen.`),
  errors: {
    invalid_request: "Iets in het formulier is niet bruikbaar. Controleer wat u hebt ingevuld.",
    invalid_iban: "Dit IBAN is niet geldig. Controleer het alstublieft.",
    iban_not_sepa: "Van rekeningen in dit land kan niet met SEPA-incasso worden afgeschreven.",
    invalid_holder_name: "Vul de naam van de rekeninghouder in zoals de bank die kent, in hoogstens 70 tekens.",
    mandate_not_accepted: "Ga akkoord met de machtiging: zonder machtiging kan er niets worden afgeschreven.",
    mandate_text_outdated: "De tekst van de machtiging is gewijzigd. Lees die en ga er opnieuw mee akkoord.",
    iban_in_session_data: "De betaling kon niet worden voorbereid. Laad de pagina opnieuw.",
    currency_not_supported: "SEPA-incasso is in deze valuta niet mogelijk. Kies een andere betaalwijze.",
    amount_not_payable: "Dit bedrag kan niet met incasso worden betaald. Kies een andere betaalwijze.",
    lead_incomplete: "Vul eerst uw e-mailadres en uw volledige adres in.",
    session_not_found: "Deze betaling is beëindigd. Begin haar opnieuw.",
    session_not_payable: "Deze betaling is beëindigd. Begin haar opnieuw.",
    collected_by_gateway: "Uw bankrekening vult u in op de pagina van onze betaaldienst. Ga daar verder.",
    payment_in_progress: "Uw betaling loopt al. Wacht het resultaat af en betaal niet nog een keer.",
    payment_in_progress_elsewhere:
      "Met uw e-mailadres loopt al een betaling in een andere winkelwagen. Rond die eerst af of annuleer die.",
    verification_open:
      "De bank wacht nog op uw beslissing. Onderteken of weiger de machtiging op de pagina van de bank.",
    lead_conflict: "Met uw e-mailadres staat nog een andere betaling open. Probeer het over enkele minuten opnieuw.",
    too_many_attempts: "U hebt het te vaak geprobeerd. Wacht even voordat u het opnieuw probeert.",
    gateway_rejected: "De betaling kon niet worden voorbereid; er is niets afgeschreven. Kies een andere betaalwijze.",
    gateway_unavailable:
      "De betaling kon niet worden verzonden; er is niets afgeschreven. Probeer het zo meteen opnieuw.",
    agreement_busy: "Uw betaling wordt verwerkt. Wacht even en betaal niet nog een keer.",
    order_not_payable: "Deze bestelling kan nu niet worden betaald. Misschien is ze al betaald, of geannuleerd.",
  },
  outcomes: {
    placed: "Bedankt. Uw incasso is onderweg: het bedrag wordt in de komende werkdagen van uw rekening afgeschreven.",
    placed_pending:
      "Bedankt, uw bestelling is geplaatst. Het antwoord van uw bank volgt nog; u hoeft niets te doen en moet niet nog een keer betalen.",
    approved: "Uw bank heeft de incasso goedgekeurd. Rond uw bestelling af.",
    ended: "Deze betaling is beëindigd; er is niets afgeschreven. Begin haar opnieuw.",
    unknown:
      "We weten nog niet of uw betaling is doorgegaan. Betaal niet nog een keer: we zoeken het uit en laten het u hier weten.",
    unreachable: "De winkel was niet bereikbaar; er is niets afgeschreven. Controleer uw verbinding en probeer het opnieuw.",
    unavailable: "De betaling kon niet worden verzonden; er is niets afgeschreven. Probeer het zo meteen opnieuw.",
    throttled: (seconds) =>
      seconds === null
        ? "Dat was te vaak. Wacht even."
        : seconds > 90
          ? `Dat was te vaak. Wacht ${Math.ceil(seconds / 60)} minuten.`
          : `Dat was te vaak. Wacht ${seconds} s.`,
    unexpected: "Er is iets misgegaan. Probeer het opnieuw, of neem contact op met de winkel.",
    order_stands: "Uw bestelling blijft staan, maar is nog niet betaald.",
  },
  payment_page: {
    needed:
      "U vult uw bankrekening in en gaat akkoord met de machtiging op de pagina van onze betaaldienst. Daarna komt u terug in deze winkel.",
  },
  verification: {
    needed: "Uw bank vraagt u de machtiging te ondertekenen. Voor die tijd wordt er niets afgeschreven.",
    refused: "De machtiging is niet ondertekend; er is niets afgeschreven.",
  },
}
