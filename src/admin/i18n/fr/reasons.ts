import type { ReasonsTexts } from "../texts/reasons"

const ASK_FOR_ANOTHER_ACCOUNT = "Demandez au client un autre compte bancaire."
const CONTACT_CATALYSTPAY = "Ne prélevez pas à nouveau avant que CatalystPay ne l’ait corrigé."

export const reasons: ReasonsTexts = {
  AC01: { meaning: "Le numéro de compte est incorrect.", advice: ASK_FOR_ANOTHER_ACCOUNT },
  AC04: { meaning: "Le compte est clôturé.", advice: ASK_FOR_ANOTHER_ACCOUNT },
  AC06: { meaning: "Le compte est bloqué.", advice: ASK_FOR_ANOTHER_ACCOUNT },
  AC13: {
    meaning: "Le compte est celui d’une entreprise, que ce type de prélèvement ne peut pas débiter.",
    advice: ASK_FOR_ANOTHER_ACCOUNT,
  },
  AG01: { meaning: "Les prélèvements ne sont pas autorisés sur ce compte.", advice: ASK_FOR_ANOTHER_ACCOUNT },
  AG02: { meaning: "La banque n’a pas accepté ce type de prélèvement.", advice: CONTACT_CATALYSTPAY },
  AM04: {
    meaning: "La provision du compte était insuffisante.",
    advice: "Convenez d’un jour avec le client, et prélevez à nouveau ce jour-là.",
  },
  AM05: {
    meaning: "La banque le tient pour le doublon d’un autre prélèvement.",
    advice: "Vérifiez si le client a payé deux fois avant de réclamer l’argent.",
  },
  BE05: { meaning: "La banque ne connaît pas l’identifiant créancier (ICS).", advice: CONTACT_CATALYSTPAY },
  CNOR: { meaning: "La banque du créancier n’est pas joignable pour les prélèvements.", advice: CONTACT_CATALYSTPAY },
  DNOR: { meaning: "La banque du débiteur n’est pas joignable pour les prélèvements.", advice: ASK_FOR_ANOTHER_ACCOUNT },
  FF01: { meaning: "La banque n’a pas pu lire le prélèvement.", advice: CONTACT_CATALYSTPAY },
  MD01: {
    meaning: "Le débiteur dit qu’il n’y a pas de mandat valable.",
    advice: "Gardez la preuve du mandat à portée de main, et ne débitez plus ce compte.",
  },
  MD02: {
    meaning: "Des données du mandat manquent ou sont incorrectes.",
    advice: "Faites accepter un nouveau mandat au client avant de prélever à nouveau.",
  },
  MD06: {
    meaning: "Le débiteur a demandé à sa banque de lui rendre l’argent.",
    advice: "Demandez-en la raison au client, et convenez d’un autre moyen de paiement.",
  },
  MD07: { meaning: "Le débiteur est décédé.", advice: "Ne débitez plus ce compte." },
  MS02: {
    meaning: "Le débiteur a refusé le prélèvement.",
    advice: "Demandez-en la raison au client, et convenez d’un autre moyen de paiement.",
  },
  MS03: {
    meaning: "La banque ne donne pas de motif ; souvent, le compte est insuffisamment approvisionné ou clôturé.",
    advice: "Demandez au client si le compte peut être débité avant de prélever à nouveau.",
  },
  RC01: { meaning: "L’identifiant de la banque (BIC) est incorrect.", advice: ASK_FOR_ANOTHER_ACCOUNT },
  RR01: { meaning: "Le compte ou l’identification du débiteur manque.", advice: CONTACT_CATALYSTPAY },
  RR02: { meaning: "Le nom ou l’adresse du débiteur manque.", advice: CONTACT_CATALYSTPAY },
  RR03: { meaning: "Le nom ou l’adresse du créancier manque.", advice: CONTACT_CATALYSTPAY },
  RR04: { meaning: "La banque l’a rejeté pour un motif réglementaire.", advice: CONTACT_CATALYSTPAY },
  SL01: {
    meaning: "Le débiteur a demandé à sa banque de ne pas accepter les prélèvements de ce créancier, ou au-delà de ce montant.",
    advice: "Demandez au client d’autoriser le prélèvement auprès de sa banque, ou un autre compte bancaire.",
  },
  unknown: { meaning: "Aucun motif connu n’a été donné.", advice: "Interrogez le client avant de prélever à nouveau." },
}
