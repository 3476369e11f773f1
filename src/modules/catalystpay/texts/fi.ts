import type { ShopperTexts } from "./types"

export const fi: ShopperTexts = {
  mandate: ({ name, identifier, address }) =>
    [
      "SEPA-suoraveloitusvaltakirja",
      `Velkoja: ${name}${address ? `, ${address}` : ""}. Velkojan tunniste: ${identifier}. Maksun tyyppi: kertaluonteinen maksu.`,
      `Hyväksymällä tämän valtakirjan valtuutat (A) velkojan ${name} lähettämään pankillesi toimeksiannon tilisi veloittamisesta ja (B) pankkisi veloittamaan tiliäsi velkojan ${name} toimeksiannon mukaisesti.`,
      "Sinulla on oikeus saada pankiltasi palautus pankkisi kanssa tekemäsi sopimuksen ehtojen mukaisesti. Palautusta on vaadittava 8 viikon kuluessa siitä päivästä, jona tiliäsi veloitettiin.",
    ].join("\n\n"),
  declines: {
    insufficient_funds: "Pankkisi hylkäsi veloituksen, koska tilillä ei ole tarpeeksi rahaa.",
    invalid_iban: "Pankki ei tunne tätä IBAN-numeroa. Tarkista se.",
    invalid_holder_name: "Pankki ei hyväksy tilinomistajan nimeä tällä tavalla kirjoitettuna.",
    mandate_rejected: "Valtakirjaa ei vahvistettu, joten mitään ei veloitettu.",
    account_closed: "Tämä tili on suljettu.",
    do_not_honor: "Pankkisi hylkäsi veloituksen.",
    gateway_unavailable: "Pankkiin ei saatu yhteyttä, joten mitään ei veloitettu. Yritä hetken kuluttua uudelleen.",
    unknown: "Veloitus hylättiin.",
  },
  no_more_attempts: "Valitse toinen maksutapa.",
  try_another_account: "Voit yrittää toisella tilillä.",
  correct_holder_name: "Korjaa se ja yritä uudelleen.",
  bank_account_missing: "Anna ensin pankkitilisi ja hyväksy valtakirja.",
  pay_on_page: "Maksa maksupalvelumme sivulla: siellä ilmoitat pankkitilisi ja hyväksyt valtakirjan.",
  page_outcome_unknown:
    "Emme näe vielä, onko maksusi tullut perille. Älä maksa toista kertaa: tilauksesi tehdään heti, kun maksu on vahvistettu.",
  verification_needed: "Pankkisi pyytää sinua allekirjoittamaan valtakirjan. Vahvista se linkin kautta.",
  verification_pending: "Valtakirjaa ei ole vielä allekirjoitettu. Vahvista se linkin kautta.",
  gateway_unavailable: "Maksua ei voitu lähettää, eikä mitään veloitettu. Yritä hetken kuluttua uudelleen.",
  session_not_payable: "Tämä maksu on päättynyt. Aloita se alusta.",
  payment_in_progress: "Maksusi on jo käynnissä: ostoskoria ei voi nyt muuttaa. Odota tulosta.",
  payment_awaits_signature:
    "Maksusi on jo käynnissä ja odottaa allekirjoitustasi. Allekirjoita valtakirja tai peruuta maksu ennen kuin muutat mitään.",
  already_paid: "Tämä on jo maksettu. Viimeistele tilauksesi.",
  paid_elsewhere:
    "Tämä maksu tehtiin suoraan maksupalvelussa, eikä se kuulu mihinkään tilaukseen. Kaupalle on ilmoitettu; aloita maksu alusta.",
  verification_open: "Pankki odottaa yhä päätöstäsi. Allekirjoita valtakirja tai hylkää se pankin sivulla.",
  giving_up_unavailable: "Maksua ei voitu juuri nyt peruuttaa. Yritä hetken kuluttua uudelleen.",
  too_many_attempts: "Olet yrittänyt liian monta kertaa. Odota hetki ennen kuin annat toisen tilin.",
  too_many_iban_checks: "Olet tarkistanut liian monta IBAN-numeroa. Odota hetki.",
  payment_in_progress_elsewhere:
    "Tällä sähköpostiosoitteella on jo maksu käynnissä toisessa ostoskorissa. Viimeistele tai peruuta se ensin.",
}
