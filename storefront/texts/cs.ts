import type { SepaTexts } from "./types"

export const cs: SepaTexts = {
  locale: "cs",
  labels: {
    form: "Zaplatit inkasem SEPA",
    iban: "IBAN",
    iban_hint: "Najdete jej na výpisu z účtu nebo v internetovém bankovnictví.",
    holder_name: "Majitel účtu",
    mandate: "Mandát k inkasu SEPA",
    accept_mandate: "Mandát jsem četl(a) a uděluji jej.",
    pay: "Zaplatit inkasem",
    pay_amount: (amount) => `Zaplatit ${amount} inkasem`,
    to_bank: "Pokračovat do banky",
    signed: "Už je podepsáno",
    check_again: "Zkontrolovat znovu",
    give_up: "Zrušit tuto platbu",
    try_again: "Zkusit znovu",
    complete_order: "Dokončit objednávku",
  },
  iban_valid: "Platný IBAN",
  steps: {
    starting: "Platba se připravuje…",
    checking: "Kontrolujeme váš účet…",
    paying: "Ptáme se vaší banky…",
    finding_out: "Čekáme na odpověď vaší banky…",
    confirming: "Potvrzujeme váš podpis…",
    giving_up: "Platba se ruší…",
  },
  iban_problems: {
    country: "IBAN začíná dvěma písmeny země, například CZ nebo SK.",
    length: "Tento IBAN nemá tolik znaků, kolik mají IBAN jeho země.",
    structure: "Tohle nevypadá jako IBAN této země. Zkontrolujte jej, prosím.",
    checksum: "V tomto IBAN je patrně překlep. Zkontrolujte jej, prosím.",
    sepa: "Z účtů v této zemi nelze strhávat platby inkasem SEPA.",
  },
  iban_missing: "Zadejte svůj IBAN.",
  holder_name_missing: "Zadejte jméno majitele účtu.",
  declines: {
    insufficient_funds: "Vaše banka inkaso odmítla, protože na účtu není dostatek prostředků.",
    invalid_iban: "Banka tento IBAN nezná.",
    invalid_holder_name: "Banka nepřijímá jméno majitele účtu tak, jak je napsáno.",
    mandate_rejected: "Mandát nebyl potvrzen; nic nebylo strženo.",
    account_closed: "Tento účet je zrušený.",
    do_not_honor: "Vaše banka inkaso odmítla.",
    gateway_unavailable: "S bankou se nepodařilo spojit; nic nebylo strženo.",
    not_submitted: "Inkaso nebylo odesláno; nic nebylo strženo.",
    unknown: "Inkaso bylo odmítnuto.",
  },
  ways_on: {
    another_account: "Můžete to zkusit s jiným účtem.",
    correct_iban: "Zkontrolujte jej, prosím, nebo to zkuste s jiným účtem.",
    correct_holder_name: "Opravte je, prosím, a zkuste to znovu.",
    same_again: "Zkuste to, prosím, za chvíli znovu.",
    another_way: "Zvolte, prosím, jiný způsob platby.",
  },
  attempts_left: (left) =>
    left === 1 ? "Máte ještě jeden pokus." : left < 5 ? `Máte ještě ${left} pokusy.` : `Máte ještě ${left} pokusů.`,
  errors: {
    invalid_request: "Některý údaj ve formuláři nelze použít. Zkontrolujte, prosím, co jste zadali.",
    invalid_iban: "Tento IBAN není platný. Zkontrolujte jej, prosím.",
    iban_not_sepa: "Z účtů v této zemi nelze strhávat platby inkasem SEPA.",
    invalid_holder_name: "Zadejte jméno majitele účtu tak, jak je vede banka, nejvýše 70 znaků.",
    mandate_not_accepted: "Udělte, prosím, mandát: bez něj nelze nic strhnout.",
    mandate_text_outdated: "Znění mandátu se změnilo. Přečtěte si jej, prosím, a udělte jej znovu.",
    iban_in_session_data: "Platbu se nepodařilo připravit. Načtěte, prosím, stránku znovu.",
    currency_not_supported: "V této měně není inkaso SEPA možné. Zvolte, prosím, jiný způsob platby.",
    amount_not_payable: "Tuto částku nelze zaplatit inkasem. Zvolte, prosím, jiný způsob platby.",
    lead_incomplete: "Nejprve zadejte svůj e-mail a úplnou adresu.",
    session_not_found: "Tato platba skončila. Začněte ji, prosím, znovu.",
    session_not_payable: "Tato platba skončila. Začněte ji, prosím, znovu.",
    collected_by_gateway: "Bankovní účet se zadává na stránce naší platební služby. Pokračujte prosím tam.",
    payment_in_progress: "Vaše platba už probíhá. Vyčkejte na výsledek a neplaťte znovu.",
    payment_in_progress_elsewhere:
      "S vaším e-mailem už probíhá platba v jiném košíku. Nejprve ji, prosím, dokončete nebo zrušte.",
    verification_open: "Banka stále čeká na vaše rozhodnutí. Na stránce banky mandát podepište, nebo odmítněte.",
    lead_conflict: "S vaším e-mailem je ještě otevřena jiná platba. Zkuste to, prosím, za několik minut znovu.",
    too_many_attempts: "Zkoušeli jste to příliš často. Před dalším pokusem chvíli počkejte.",
    gateway_rejected: "Platbu se nepodařilo připravit; nic nebylo strženo. Zvolte, prosím, jiný způsob platby.",
    gateway_unavailable: "Platbu se nepodařilo odeslat; nic nebylo strženo. Zkuste to, prosím, za chvíli znovu.",
    agreement_busy: "Vaše platba se zpracovává. Chvíli počkejte a neplaťte znovu.",
    order_not_payable: "Tuto objednávku teď nelze zaplatit. Možná už je zaplacená, nebo byla zrušena.",
  },
  outcomes: {
    placed: "Děkujeme. Vaše inkaso je na cestě: částka bude z účtu stržena v nejbližších pracovních dnech.",
    placed_pending:
      "Děkujeme, vaši objednávku jsme přijali. Odpověď vaší banky teprve přijde; nemusíte nic dělat a neplaťte znovu.",
    approved: "Vaše banka inkaso přijala. Dokončete, prosím, objednávku.",
    ended: "Tato platba skončila a nic nebylo strženo. Začněte ji, prosím, znovu.",
    unknown: "Zatím nevíme, zda vaše platba prošla. Neplaťte, prosím, znovu: zjišťujeme to a dáme vám vědět zde.",
    unreachable: "S obchodem se nepodařilo spojit; nic nebylo strženo. Zkontrolujte připojení a zkuste to znovu.",
    unavailable: "Platbu se nepodařilo odeslat; nic nebylo strženo. Zkuste to, prosím, za chvíli znovu.",
    throttled: (seconds) =>
      seconds === null
        ? "Příliš mnoho pokusů. Chvíli počkejte, prosím."
        : seconds > 90
          ? `Příliš mnoho pokusů. Počkejte, prosím, ${Math.ceil(seconds / 60)} min.`
          : `Příliš mnoho pokusů. Počkejte, prosím, ${seconds} s.`,
    unexpected: "Něco se nepovedlo. Zkuste to, prosím, znovu, nebo se obraťte na obchod.",
    order_stands: "Vaše objednávka trvá, ale zatím není zaplacená.",
  },
  payment_page: {
    needed: "Bankovní účet zadáte a mandát udělíte na stránce naší platební služby. Poté se vrátíte do tohoto obchodu.",
  },
  verification: {
    needed: "Vaše banka vás žádá o podpis mandátu. Předtím se nic nestrhne.",
    refused: "Mandát nebyl podepsán; nic nebylo strženo.",
  },
}
