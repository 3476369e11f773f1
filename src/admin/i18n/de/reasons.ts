import type { ReasonsTexts } from "../texts/reasons"

const ASK_FOR_ANOTHER_ACCOUNT = "Bitten Sie den Kunden um eine andere Bankverbindung."
const CONTACT_CATALYSTPAY = "Ziehen Sie nicht wieder ein, bevor CatalystPay es richtiggestellt hat."

export const reasons: ReasonsTexts = {
  AC01: { meaning: "Die Kontonummer ist falsch.", advice: ASK_FOR_ANOTHER_ACCOUNT },
  AC04: { meaning: "Das Konto ist geschlossen.", advice: ASK_FOR_ANOTHER_ACCOUNT },
  AC06: { meaning: "Das Konto ist gesperrt.", advice: ASK_FOR_ANOTHER_ACCOUNT },
  AC13: {
    meaning: "Das Konto gehört einer Firma, von der diese Art Lastschrift nicht einziehen darf.",
    advice: ASK_FOR_ANOTHER_ACCOUNT,
  },
  AG01: { meaning: "Von diesem Konto darf nicht per Lastschrift eingezogen werden.", advice: ASK_FOR_ANOTHER_ACCOUNT },
  AG02: { meaning: "Die Bank hat diese Art Lastschrift nicht angenommen.", advice: CONTACT_CATALYSTPAY },
  AM04: {
    meaning: "Das Konto war nicht gedeckt.",
    advice: "Vereinbaren Sie mit dem Kunden einen Tag, und ziehen Sie dann wieder ein.",
  },
  AM05: {
    meaning: "Die Bank hält sie für die Wiederholung einer anderen Lastschrift.",
    advice: "Sehen Sie nach, ob der Kunde zweimal bezahlt hat, bevor Sie das Geld verlangen.",
  },
  BE05: { meaning: "Die Bank kennt die Gläubiger-ID nicht.", advice: CONTACT_CATALYSTPAY },
  CNOR: { meaning: "Die Bank des Gläubigers ist für Lastschriften nicht erreichbar.", advice: CONTACT_CATALYSTPAY },
  DNOR: { meaning: "Die Bank des Zahlers ist für Lastschriften nicht erreichbar.", advice: ASK_FOR_ANOTHER_ACCOUNT },
  FF01: { meaning: "Die Bank konnte die Lastschrift nicht lesen.", advice: CONTACT_CATALYSTPAY },
  MD01: {
    meaning: "Der Zahler sagt, es gebe kein gültiges Mandat.",
    advice: "Halten Sie den Nachweis des Mandats bereit, und belasten Sie dieses Konto nicht wieder.",
  },
  MD02: {
    meaning: "Angaben des Mandats fehlen oder sind falsch.",
    advice: "Lassen Sie den Kunden ein neues Mandat erteilen, bevor Sie wieder einziehen.",
  },
  MD06: {
    meaning: "Der Zahler hat das Geld bei seiner Bank zurückverlangt.",
    advice: "Fragen Sie den Kunden nach dem Grund, und vereinbaren Sie eine andere Zahlungsart.",
  },
  MD07: { meaning: "Der Zahler ist verstorben.", advice: "Belasten Sie dieses Konto nicht wieder." },
  MS02: {
    meaning: "Der Zahler hat die Lastschrift verweigert.",
    advice: "Fragen Sie den Kunden nach dem Grund, und vereinbaren Sie eine andere Zahlungsart.",
  },
  MS03: {
    meaning: "Die Bank nennt keinen Grund; oft ist das Konto nicht gedeckt oder geschlossen.",
    advice: "Fragen Sie den Kunden, ob sich das Konto belasten lässt, bevor Sie wieder einziehen.",
  },
  RC01: { meaning: "Die Kennung der Bank (BIC) ist falsch.", advice: ASK_FOR_ANOTHER_ACCOUNT },
  RR01: { meaning: "Konto oder Kennung des Zahlers fehlen.", advice: CONTACT_CATALYSTPAY },
  RR02: { meaning: "Name oder Anschrift des Zahlers fehlen.", advice: CONTACT_CATALYSTPAY },
  RR03: { meaning: "Name oder Anschrift des Gläubigers fehlen.", advice: CONTACT_CATALYSTPAY },
  RR04: { meaning: "Die Bank hat sie aus rechtlichen Gründen zurückgegeben.", advice: CONTACT_CATALYSTPAY },
  SL01: {
    meaning: "Der Zahler hat seiner Bank gesagt, von diesem Gläubiger oder über diesen Betrag nichts einziehen zu lassen.",
    advice: "Bitten Sie den Kunden, die Lastschrift bei der Bank freizugeben, oder um eine andere Bankverbindung.",
  },
  unknown: { meaning: "Es wurde kein bekannter Grund genannt.", advice: "Fragen Sie den Kunden, bevor Sie wieder einziehen." },
}
