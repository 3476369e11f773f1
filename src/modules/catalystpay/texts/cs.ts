import type { ShopperTexts } from "./types"

export const cs: ShopperTexts = {
  mandate: ({ name, identifier, address }) =>
    [
      "Mandát k inkasu SEPA",
      `Příjemce platby: ${name}${address ? `, ${address}` : ""}. Identifikátor příjemce: ${identifier}. Typ platby: jednorázová platba.`,
      `Udělením tohoto mandátu opravňujete (A) ${name} k zasílání pokynů vaší bance k odepsání částky z vašeho účtu a (B) vaši banku k odepsání částky z vašeho účtu v souladu s pokyny od ${name}.`,
      "Máte právo na vrácení peněz od své banky za podmínek smlouvy uzavřené s vaší bankou. O vrácení je třeba požádat do 8 týdnů ode dne, kdy byla částka z vašeho účtu odepsána.",
    ].join("\n\n"),
  declines: {
    insufficient_funds: "Vaše banka inkaso odmítla, protože na účtu není dostatek prostředků.",
    invalid_iban: "Banka tento IBAN nezná. Zkontrolujte jej, prosím.",
    invalid_holder_name: "Banka nepřijímá jméno majitele účtu tak, jak je napsáno.",
    mandate_rejected: "Mandát nebyl potvrzen; nic nebylo strženo.",
    account_closed: "Tento účet je zrušený.",
    do_not_honor: "Vaše banka inkaso odmítla.",
    gateway_unavailable: "S bankou se nepodařilo spojit; nic nebylo strženo. Zkuste to, prosím, za chvíli znovu.",
    unknown: "Inkaso bylo odmítnuto.",
  },
  no_more_attempts: "Zvolte, prosím, jiný způsob platby.",
  try_another_account: "Můžete to zkusit s jiným účtem.",
  correct_holder_name: "Opravte je, prosím, a zkuste to znovu.",
  bank_account_missing: "Nejprve zadejte bankovní účet a udělte mandát.",
  pay_on_page: "Zaplaťte prosím na stránce naší platební služby, kde zadáte bankovní účet a udělíte mandát.",
  page_outcome_unknown:
    "Zatím nevidíme, zda vaše platba dorazila. Neplaťte prosím podruhé: jakmile bude potvrzena, objednávka se zadá.",
  verification_needed: "Vaše banka vás žádá o podpis mandátu. Potvrďte jej, prosím, přes odkaz.",
  verification_pending: "Mandát zatím není podepsán. Potvrďte jej, prosím, přes odkaz.",
  gateway_unavailable: "Platbu se nepodařilo odeslat; nic nebylo strženo. Zkuste to, prosím, za chvíli znovu.",
  session_not_payable: "Tato platba skončila. Začněte ji, prosím, znovu.",
  payment_in_progress: "Vaše platba už probíhá: košík teď nelze změnit. Vyčkejte, prosím, na výsledek.",
  payment_awaits_signature:
    "Vaše platba už probíhá a čeká na váš podpis. Než něco změníte, podepište mandát, nebo platbu zrušte.",
  already_paid: "To už je zaplaceno. Dokončete, prosím, objednávku.",
  paid_elsewhere:
    "Tato platba byla provedena přímo u platební služby a nepatří k žádné objednávce. Obchod byl informován; začněte platbu, prosím, znovu.",
  verification_open: "Banka stále čeká na vaše rozhodnutí. Na stránce banky mandát podepište, nebo odmítněte.",
  giving_up_unavailable: "Platbu se teď nepodařilo zrušit. Zkuste to, prosím, za chvíli znovu.",
  too_many_attempts: "Zkoušeli jste to příliš často. Než zadáte jiný účet, chvíli počkejte.",
  too_many_iban_checks: "Zkontrolovali jste příliš mnoho IBAN. Chvíli počkejte, prosím.",
  payment_in_progress_elsewhere:
    "S tímto e-mailem už probíhá platba v jiném košíku. Nejprve ji, prosím, dokončete nebo zrušte.",
}
