import type { ActionsTexts } from "../texts/actions"

export const actions: ActionsTexts = {
  open: "Actions pour le prélèvement de {{amount}}",
  cancel: "Annuler",
  failed: "L’opération a échoué",
  show_debit: "Afficher sur sa propre page",
  check: {
    label: "Vérifier maintenant",
    changed: "Il y a du nouveau : {{state}}",
    unchanged: "CatalystPay n’a rien de nouveau sur ce prélèvement",
  },
  print_mandate: "Imprimer le mandat",
  payment_link: {
    label: "Copier lien de paiement",
    none: "La commande n’attend aucun paiement, ou l’option paymentLink n’est pas définie.",
    copied: "Lien copié",
    not_copied: "Copiez ce lien",
  },
  mark_done: {
    label: "Marquer comme versé",
    title: "Ce remboursement a-t-il été versé ?",
    description:
      "Confirmez seulement que {{amount}} sont partis vers le débiteur, depuis l’administration de CatalystPay ou par virement. Cela ne déclenche aucun versement.",
    note: "Note",
    note_hint: "Par exemple la référence du virement. Facultatif.",
    confirm: "Il a été versé",
    done: "Remboursement marqué comme versé",
  },
}
