import type { SepaTexts } from "./types"

export const fr: SepaTexts = {
  locale: "fr",
  labels: {
    form: "Payer par prélèvement SEPA",
    iban: "IBAN",
    iban_hint: "Il figure sur votre relevé d’identité bancaire (RIB) ou sur un relevé de compte.",
    holder_name: "Titulaire du compte",
    mandate: "Mandat de prélèvement SEPA",
    accept_mandate: "J’ai lu le mandat et je l’accepte.",
    pay: "Payer par prélèvement",
    pay_amount: (amount) => `Payer ${amount} par prélèvement`,
    to_bank: "Continuer vers votre banque",
    signed: "J’ai signé",
    check_again: "Vérifier à nouveau",
    give_up: "Annuler ce paiement",
    try_again: "Réessayer",
    complete_order: "Finaliser la commande",
  },
  iban_valid: "IBAN valide",
  steps: {
    starting: "Préparation du paiement…",
    checking: "Vérification de votre compte…",
    paying: "Votre banque est interrogée…",
    finding_out: "Nous attendons la réponse de votre banque…",
    confirming: "Confirmation de votre signature…",
    giving_up: "Annulation du paiement…",
  },
  iban_problems: {
    country: "Un IBAN commence par les deux lettres d’un pays, par exemple FR ou BE.",
    length: "Cet IBAN n’a pas le nombre de caractères des IBAN de son pays.",
    structure: "Ceci ne ressemble pas à un IBAN de ce pays. Veuillez le vérifier.",
    checksum: "Il semble y avoir une faute de frappe dans cet IBAN. Veuillez le vérifier.",
    sepa: "Les comptes de ce pays ne peuvent pas être débités par prélèvement SEPA.",
  },
  iban_missing: "Veuillez saisir votre IBAN.",
  holder_name_missing: "Veuillez saisir le nom du titulaire du compte.",
  declines: {
    insufficient_funds: "Votre banque a refusé le prélèvement, car le compte n’est pas suffisamment approvisionné.",
    invalid_iban: "La banque ne connaît pas cet IBAN.",
    invalid_holder_name: "La banque n’accepte pas le nom du titulaire tel qu’il a été saisi.",
    mandate_rejected: "Le mandat n’a pas été confirmé ; rien n’a été débité.",
    account_closed: "Ce compte est clôturé.",
    do_not_honor: "Votre banque a refusé le prélèvement.",
    gateway_unavailable: "La banque n’a pas pu être jointe ; rien n’a été débité.",
    not_submitted: "Le prélèvement n’a pas été transmis ; rien n’a été débité.",
    unknown: "Le prélèvement a été refusé.",
  },
  ways_on: {
    another_account: "Vous pouvez essayer avec un autre compte.",
    correct_iban: "Veuillez le vérifier, ou essayer avec un autre compte.",
    correct_holder_name: "Veuillez le corriger et réessayer.",
    same_again: "Veuillez réessayer dans un instant.",
    another_way: "Veuillez choisir un autre moyen de paiement.",
  },
  attempts_left: (left) => (left === 1 ? "Il vous reste un essai." : `Il vous reste ${left} essais.`),
  errors: {
    invalid_request: "Une donnée du formulaire n’est pas utilisable. Veuillez vérifier votre saisie.",
    invalid_iban: "Cet IBAN n’est pas valide. Veuillez le vérifier.",
    iban_not_sepa: "Les comptes de ce pays ne peuvent pas être débités par prélèvement SEPA.",
    invalid_holder_name:
      "Veuillez saisir le nom du titulaire tel que la banque le connaît, en 70 caractères au plus.",
    mandate_not_accepted: "Veuillez accepter le mandat : sans lui, rien ne peut être débité.",
    mandate_text_outdated: "Le texte du mandat a changé. Veuillez le relire et l’accepter à nouveau.",
    iban_in_session_data: "Le paiement n’a pas pu être préparé. Veuillez recharger la page.",
    currency_not_supported:
      "Le prélèvement SEPA n’est pas possible dans cette devise. Veuillez choisir un autre moyen de paiement.",
    amount_not_payable: "Ce montant ne peut pas être prélevé. Veuillez choisir un autre moyen de paiement.",
    lead_incomplete: "Veuillez d’abord saisir votre adresse e-mail et votre adresse complète.",
    session_not_found: "Ce paiement est terminé. Veuillez le recommencer.",
    session_not_payable: "Ce paiement est terminé. Veuillez le recommencer.",
    collected_by_gateway: "Votre compte bancaire est saisi sur la page de notre service de paiement. Veuillez y continuer.",
    payment_in_progress: "Votre paiement est déjà en cours. Veuillez attendre son résultat et ne pas payer une nouvelle fois.",
    payment_in_progress_elsewhere:
      "Un paiement avec votre adresse e-mail est déjà en cours dans un autre panier. Veuillez d’abord le terminer ou l’annuler.",
    verification_open:
      "La banque attend encore votre décision. Veuillez signer ou refuser le mandat sur la page de la banque.",
    lead_conflict:
      "Un autre paiement avec votre adresse e-mail est encore ouvert. Veuillez réessayer dans quelques minutes.",
    too_many_attempts: "Vous avez fait trop d’essais. Veuillez patienter un moment avant de réessayer.",
    gateway_rejected:
      "Le paiement n’a pas pu être préparé ; rien n’a été débité. Veuillez choisir un autre moyen de paiement.",
    gateway_unavailable: "Le paiement n’a pas pu être transmis ; rien n’a été débité. Veuillez réessayer dans un instant.",
    agreement_busy: "Votre paiement est en cours de traitement. Veuillez patienter et ne pas payer une nouvelle fois.",
    order_not_payable:
      "Cette commande ne peut pas être payée maintenant. Elle est peut-être déjà payée, ou a été annulée.",
  },
  outcomes: {
    placed: "Merci. Votre prélèvement est en route : votre compte sera débité dans les prochains jours ouvrés.",
    placed_pending:
      "Merci, votre commande est enregistrée. La réponse de votre banque est encore attendue ; vous n’avez rien à faire et ne devez pas payer une nouvelle fois.",
    approved: "Votre banque a accepté le prélèvement. Veuillez finaliser votre commande.",
    ended: "Ce paiement est terminé et rien n’a été débité. Veuillez le recommencer.",
    unknown:
      "Nous ne savons pas encore si votre paiement a abouti. Ne payez pas une nouvelle fois : nous nous renseignons et vous le dirons ici.",
    unreachable:
      "La boutique n’a pas pu être jointe ; rien n’a été débité. Veuillez vérifier votre connexion et réessayer.",
    unavailable: "Le paiement n’a pas pu être transmis ; rien n’a été débité. Veuillez réessayer dans un instant.",
    throttled: (seconds) =>
      seconds === null
        ? "Trop d’essais rapprochés. Veuillez patienter un instant."
        : seconds > 90
          ? `Trop d’essais rapprochés. Veuillez patienter ${Math.ceil(seconds / 60)} minutes.`
          : `Trop d’essais rapprochés. Veuillez patienter ${seconds} s.`,
    unexpected: "Une erreur est survenue. Veuillez réessayer, ou vous adresser à la boutique.",
    order_stands: "Votre commande est maintenue, mais elle n’est pas encore payée.",
  },
  payment_page: {
    needed:
      "Vous saisissez votre compte bancaire et acceptez le mandat sur la page de notre service de paiement. Vous revenez ensuite dans cette boutique.",
  },
  verification: {
    needed: "Votre banque vous demande de signer le mandat. Rien n’est débité avant cela.",
    refused: "Le mandat n’a pas été signé ; rien n’a été débité.",
  },
}
