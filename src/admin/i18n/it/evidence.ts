import type { EvidenceTexts } from "../texts/evidence"

export const evidence: EvidenceTexts = {
  breadcrumb: "Mandato",
  title: "Mandato di addebito diretto SEPA",
  subtitle: "Prova della sua accettazione",
  print: "Stampa",
  back: "Torna all’addebito",
  account_holder: "Intestatario del conto",
  amount: "Importo",
  ip_address: "Indirizzo IP",
  user_agent: "Browser",
  wording: "Testo",
  text_hash: "SHA-256 del testo",
  attempt: "Tentativo",
  accepted_text: "Testo così come è stato accettato",
  masked:
    "Il numero di conto è conservato solo per il tempo che serve a presentare l’addebito. Restano il paese e le ultime quattro cifre.",
  none: "Per questo addebito non c’è un mandato: qui nessuno ne ha accettato uno.",
  forgotten: "Il debitore ha chiesto di essere dimenticato. La prova è conservata solo per una controversia, e non viene mostrata.",
  failed: "Impossibile caricare il mandato.",
}
