import type { ProblemsTexts } from "../texts/problems"

export const problems: ProblemsTexts = {
  order_without_debit: {
    sentence: "La commande est passée, et aucun prélèvement ne la paie.",
    way_out: "Envoyez au client le lien pour repayer, ou annulez la commande.",
  },
  order_left_unlinked: {
    sentence: "Un serveur est tombé en panne en passant cette commande : elle n’appartient à aucun panier, et rien ne la paie.",
    way_out: "Annulez-la : si le client a de nouveau cliqué sur payer, une autre commande a été passée.",
  },
  debit_without_order: {
    sentence: "Un prélèvement de {{amount}} {{currency}} a été accepté et ne paie aucune commande.",
    way_out: "Remboursez-le dans l’administration de CatalystPay, ou par virement.",
  },
  outcome_unknown: {
    sentence: "Un prélèvement a été transmis, et CatalystPay n’a pas dit ce qu’il est devenu.",
    way_out: "Recherchez la référence dans l’administration de CatalystPay avant de livrer ou de demander un autre paiement.",
  },
  canceled_order_keeps_money: {
    sentence: "La commande a été annulée, et son prélèvement de {{amount}} {{currency}} a été encaissé.",
    way_out: "Remboursez-le dans l’administration de CatalystPay, ou par virement.",
  },
  refund_overdue: {
    sentence: "Un remboursement de {{amount}} {{currency}} est dû depuis plus de 7 jours.",
    way_out:
      "Versez-le dans l’administration de CatalystPay ; il est confirmé de lui-même dès que CatalystPay le signale. Ou versez-le " +
      "par virement, et marquez-le comme versé.",
  },
  chargeback_after_refund: {
    sentence: "Le débiteur a contesté {{amount}} {{currency}} déjà remboursés : l’argent est parti deux fois.",
    way_out: "Réclamez-le au client ; la contestation elle-même ne peut pas être attaquée.",
  },
  amount_mismatch: {
    sentence: "CatalystPay ou la commande parle de {{found}}, le prélèvement est de {{expected}}.",
    way_out: "Comparez les deux, puis remboursez le trop-perçu ou demandez ce qui manque.",
  },
  webhooks_silent: {
    sentence: "Des prélèvements attendent, et aucun webhook n’est arrivé.",
    way_out: "Vérifiez l’adresse du webhook et ses événements dans l’administration de CatalystPay.",
  },
  webhook_signature_failing: {
    sentence: "Des webhooks arrivent dont la signature ne correspond pas.",
    way_out: "Comparez webhookSecret avec le secret de signature du profil de webhook.",
  },
  webhook_given_up: {
    sentence: "Un webhook ({{event}}) n’a pas pu être traité et a été abandonné.",
    way_out: "Lisez-en la raison dans sa réception, et retraitez-le.",
  },
  gateway_credentials_rejected: {
    sentence: "CatalystPay n’accepte pas la clé API.",
    way_out: "Indiquez la clé actuelle du compte dans les options du plugin.",
  },
  encryption_key_missing: {
    sentence:
      "Des comptes bancaires en attente de transmission ({{debits}}) ont été scellés avec une clé de chiffrement qui ne figure plus dans la liste.",
    way_out:
      "Ajoutez cette clé après la nouvelle dans encryptionKey, jusqu’à ce que ceci se close de lui-même. Sans elle, les acheteurs " +
      "devront indiquer de nouveau leur compte bancaire, et les commandes passées resteront impayées.",
  },
  lead_conflict: {
    sentence: "CatalystPay a une session de paiement active de l’acheteur que cette boutique ne connaît pas.",
    way_out: "Annulez la session du lead dans l’administration de CatalystPay, puis laissez l’acheteur réessayer.",
  },
  event_unmatched: {
    sentence: "Ce que CatalystPay signale ({{event}}) n’a pas pu être attribué à un seul prélèvement.",
    way_out:
      "Retrouvez la transaction dans l’administration de CatalystPay, et ajoutez session_token ou tenant_reference_id à la " +
      "correspondance des champs du point de terminaison.",
  },
  reconciliation_failing: {
    sentence: "Les écritures de CatalystPay ({{listing}}) à partir du {{since}} n’ont pas pu être lues en entier : {{why}}.",
    way_out:
      "Lisez-en la raison dans le journal du serveur. La tâche continue d’essayer ; les jours qu’elle a dépassés sont relus quand " +
      "vous les rapprochez.",
  },
}
