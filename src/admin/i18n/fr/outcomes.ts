import type { OutcomesTexts } from "../texts/outcomes"

export const outcomes: OutcomesTexts = {
  confirmed: "Confirmé.",
  confirmed_by_records: "Confirmé par l’API de rapprochement.",
  known_already: "Déjà connu.",
  noted: "Noté ; il n’y a rien à faire.",
  paid_externally: "Payé chez CatalystPay, et non par cette boutique ; signalé.",
  earlier_attempt: "Une tentative précédente sur la page de CatalystPay ; elle ne change rien.",
  not_confirmed: "L’API ne le confirme pas. État du prélèvement : {{status}}.",
  not_in_records_yet: "L’API de rapprochement ne le confirme pas encore.",
  nothing_waits: "Aucune tentative de cette boutique ne l’attend ; rien n’a été comptabilisé. État du prélèvement : {{status}}.",
  other_money: "Il parle d’un autre montant ou d’une autre devise que le prélèvement ; enregistré, non appliqué.",
  other_account: "Le prélèvement appartient à un autre compte que celui auquel ce webhook a été envoyé.",
  live_of_test_debit: "Il vient de l’environnement de production, le prélèvement de celui de test ; enregistré, non appliqué.",
  test_of_live_debit: "Il vient de l’environnement de test, le prélèvement de celui de production ; enregistré, non appliqué.",
  ids_unknown: "Aucun prélèvement de cette boutique ne porte les identifiants de ce webhook.",
  names_no_debit:
    "Ce webhook ne nomme aucun prélèvement : ajoutez session_token, tenant_reference_id, order_number ou transaction_id à la " +
    "correspondance des champs de son point de terminaison chez CatalystPay, ou nommez vos clés dans l’option fieldMap.",
  refund_of_no_debit: "Aucun prélèvement de cette boutique, ou plus d’un, peut être celui que ce remboursement rend.",
  gateway_silent: "CatalystPay n’a pas répondu quand il a été interrogé : {{why}}.",
  key_rejected: "CatalystPay n’a pas accepté la clé API : {{why}}.",
  not_processed: "Il n’a pas pu être traité : {{why}}.",
}
