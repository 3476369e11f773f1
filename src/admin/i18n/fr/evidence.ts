import type { EvidenceTexts } from "../texts/evidence"

export const evidence: EvidenceTexts = {
  breadcrumb: "Mandat",
  title: "Mandat de prélèvement SEPA",
  subtitle: "Preuve de son acceptation",
  print: "Imprimer",
  back: "Retour au prélèvement",
  account_holder: "Titulaire du compte",
  amount: "Montant",
  ip_address: "Adresse IP",
  user_agent: "Navigateur",
  wording: "Texte",
  text_hash: "SHA-256 du texte",
  attempt: "Tentative",
  accepted_text: "Texte tel qu’il a été accepté",
  masked:
    "Le numéro de compte n’est conservé que le temps de transmettre le prélèvement. Il reste le pays et les quatre derniers chiffres.",
  none: "Il n’y a pas de mandat pour ce prélèvement : personne n’en a accepté ici.",
  forgotten: "Le débiteur a demandé à être oublié. La preuve n’est conservée qu’en cas de litige, et n’est pas affichée.",
  failed: "Le mandat n’a pas pu être chargé.",
}
