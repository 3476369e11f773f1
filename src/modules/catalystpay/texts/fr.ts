import type { ShopperTexts } from "./types"

export const fr: ShopperTexts = {
  mandate: ({ name, identifier, address }) =>
    [
      "Mandat de prélèvement SEPA",
      `Créancier : ${name}${address ? `, ${address}` : ""}. Identifiant créancier SEPA : ${identifier}. Type de paiement : paiement ponctuel.`,
      `En acceptant ce mandat, vous autorisez (A) ${name} à envoyer des instructions à votre banque pour débiter votre compte, et (B) votre banque à débiter votre compte conformément aux instructions de ${name}.`,
      "Vous bénéficiez du droit d’être remboursé par votre banque selon les conditions décrites dans la convention que vous avez passée avec elle. Une demande de remboursement doit être présentée dans les 8 semaines suivant la date de débit de votre compte.",
    ].join("\n\n"),
  declines: {
    insufficient_funds: "Votre banque a refusé le prélèvement, car le compte n’est pas suffisamment approvisionné.",
    invalid_iban: "La banque ne connaît pas cet IBAN. Veuillez le vérifier.",
    invalid_holder_name: "La banque n’accepte pas le nom du titulaire tel qu’il a été saisi.",
    mandate_rejected: "Le mandat n’a pas été confirmé ; rien n’a été débité.",
    account_closed: "Ce compte est clôturé.",
    do_not_honor: "Votre banque a refusé le prélèvement.",
    gateway_unavailable: "La banque n’a pas pu être jointe ; rien n’a été débité. Veuillez réessayer dans un instant.",
    unknown: "Le prélèvement a été refusé.",
  },
  no_more_attempts: "Veuillez choisir un autre moyen de paiement.",
  try_another_account: "Vous pouvez essayer avec un autre compte.",
  correct_holder_name: "Veuillez le corriger et réessayer.",
  bank_account_missing: "Veuillez d’abord saisir votre compte bancaire et accepter le mandat.",
  pay_on_page:
    "Veuillez payer sur la page de notre service de paiement, où vous indiquez votre compte bancaire et acceptez le mandat.",
  page_outcome_unknown:
    "Nous ne pouvons pas encore voir si votre paiement est arrivé. Ne payez pas une seconde fois : dès qu’il est confirmé, votre commande est passée.",
  verification_needed: "Votre banque vous demande de signer le mandat. Veuillez suivre le lien pour le confirmer.",
  verification_pending: "Le mandat n’est pas encore signé. Veuillez suivre le lien pour le confirmer.",
  gateway_unavailable: "Le paiement n’a pas pu être transmis ; rien n’a été débité. Veuillez réessayer dans un instant.",
  session_not_payable: "Ce paiement est terminé. Veuillez le recommencer.",
  payment_in_progress: "Votre paiement est déjà en cours : le panier ne peut pas changer maintenant. Veuillez attendre le résultat.",
  payment_awaits_signature:
    "Votre paiement est déjà en cours et attend votre signature. Signez le mandat ou annulez le paiement avant de modifier quoi que ce soit.",
  already_paid: "C’est déjà payé. Veuillez finaliser votre commande.",
  paid_elsewhere:
    "Ce paiement a été effectué directement auprès du service de paiement et ne se rapporte à aucune commande. La boutique en est informée ; veuillez recommencer le paiement.",
  verification_open: "La banque attend encore votre décision. Veuillez signer ou refuser le mandat sur la page de la banque.",
  giving_up_unavailable: "Le paiement n’a pas pu être annulé pour l’instant. Veuillez réessayer dans un instant.",
  too_many_attempts: "Vous avez fait trop d’essais. Veuillez patienter un moment avant de saisir un autre compte.",
  too_many_iban_checks: "Vous avez vérifié trop d’IBAN. Veuillez patienter un instant.",
  payment_in_progress_elsewhere:
    "Un paiement avec cette adresse e-mail est déjà en cours dans un autre panier. Veuillez d’abord le terminer ou l’annuler.",
}
