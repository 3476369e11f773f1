import type { ReasonsTexts } from "../texts/reasons"

const ASK_FOR_ANOTHER_ACCOUNT = "Chiedi al cliente un altro conto bancario."
const CONTACT_CATALYSTPAY = "Non incassare di nuovo prima che CatalystPay lo abbia corretto."

export const reasons: ReasonsTexts = {
  AC01: { meaning: "Il numero di conto è errato.", advice: ASK_FOR_ANOTHER_ACCOUNT },
  AC04: { meaning: "Il conto è chiuso.", advice: ASK_FOR_ANOTHER_ACCOUNT },
  AC06: { meaning: "Il conto è bloccato.", advice: ASK_FOR_ANOTHER_ACCOUNT },
  AC13: {
    meaning: "Il conto è di un’impresa, dal quale questo tipo di addebito non può incassare.",
    advice: ASK_FOR_ANOTHER_ACCOUNT,
  },
  AG01: { meaning: "Su questo conto non sono consentiti addebiti diretti.", advice: ASK_FOR_ANOTHER_ACCOUNT },
  AG02: { meaning: "La banca non ha accettato questo tipo di addebito.", advice: CONTACT_CATALYSTPAY },
  AM04: {
    meaning: "Sul conto non c’erano fondi sufficienti.",
    advice: "Concorda un giorno con il cliente, e incassa di nuovo allora.",
  },
  AM05: {
    meaning: "La banca lo ritiene un duplicato di un altro addebito.",
    advice: "Controlla se il cliente ha pagato due volte prima di chiedere il denaro.",
  },
  BE05: { meaning: "La banca non riconosce l’identificativo del creditore.", advice: CONTACT_CATALYSTPAY },
  CNOR: { meaning: "La banca del creditore non è raggiungibile per gli addebiti diretti.", advice: CONTACT_CATALYSTPAY },
  DNOR: { meaning: "La banca del debitore non è raggiungibile per gli addebiti diretti.", advice: ASK_FOR_ANOTHER_ACCOUNT },
  FF01: { meaning: "La banca non ha potuto leggere l’addebito.", advice: CONTACT_CATALYSTPAY },
  MD01: {
    meaning: "Il debitore dice che non esiste un mandato valido.",
    advice: "Tieni a portata di mano la prova del mandato, e non addebitare più questo conto.",
  },
  MD02: {
    meaning: "I dati del mandato mancano o sono errati.",
    advice: "Fai accettare al cliente un nuovo mandato prima di incassare di nuovo.",
  },
  MD06: {
    meaning: "Il debitore ha chiesto alla sua banca la restituzione del denaro.",
    advice: "Chiedi il motivo al cliente, e concorda un altro metodo di pagamento.",
  },
  MD07: { meaning: "Il debitore è deceduto.", advice: "Non addebitare più questo conto." },
  MS02: {
    meaning: "Il debitore ha rifiutato l’addebito.",
    advice: "Chiedi il motivo al cliente, e concorda un altro metodo di pagamento.",
  },
  MS03: {
    meaning: "La banca non indica un motivo; spesso il conto è scoperto o chiuso.",
    advice: "Chiedi al cliente se il conto può essere addebitato prima di incassare di nuovo.",
  },
  RC01: { meaning: "L’identificativo della banca (BIC) è errato.", advice: ASK_FOR_ANOTHER_ACCOUNT },
  RR01: { meaning: "Manca il conto o l’identificazione del debitore.", advice: CONTACT_CATALYSTPAY },
  RR02: { meaning: "Manca il nome o l’indirizzo del debitore.", advice: CONTACT_CATALYSTPAY },
  RR03: { meaning: "Manca il nome o l’indirizzo del creditore.", advice: CONTACT_CATALYSTPAY },
  RR04: { meaning: "La banca lo ha restituito per motivi normativi.", advice: CONTACT_CATALYSTPAY },
  SL01: {
    meaning: "Il debitore ha chiesto alla sua banca di non accettare addebiti di questo creditore, o oltre questo importo.",
    advice: "Chiedi al cliente di autorizzare l’addebito presso la banca, oppure un altro conto bancario.",
  },
  unknown: { meaning: "Non è stato indicato nessun motivo noto.", advice: "Chiedi al cliente prima di incassare di nuovo." },
}
