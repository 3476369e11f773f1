import type { EvidenceTexts } from "../texts/evidence"

export const evidence: EvidenceTexts = {
  breadcrumb: "Mandat",
  title: "SEPA-Lastschriftmandat",
  subtitle: "Nachweis seiner Erteilung",
  print: "Drucken",
  back: "Zur Lastschrift",
  account_holder: "Kontoinhaber",
  amount: "Betrag",
  ip_address: "IP-Adresse",
  user_agent: "Browser",
  wording: "Wortlaut",
  text_hash: "SHA-256 des Wortlauts",
  attempt: "Versuch",
  accepted_text: "Wortlaut, wie er angenommen wurde",
  masked:
    "Die Kontonummer wird nicht länger aufbewahrt, als das Einreichen der Lastschrift dauert. Es bleiben Land und letzte vier Ziffern.",
  none: "Zu dieser Lastschrift gibt es kein Mandat: Hier hat niemand eines erteilt.",
  forgotten: "Der Zahler hat verlangt, vergessen zu werden. Der Nachweis wird nur für einen Streitfall aufbewahrt und nicht gezeigt.",
  failed: "Das Mandat konnte nicht geladen werden.",
}
