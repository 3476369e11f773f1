import type { EvidenceTexts } from "../texts/evidence"

export const evidence: EvidenceTexts = {
  breadcrumb: "Machtiging",
  title: "SEPA-incassomachtiging",
  subtitle: "Bewijs van acceptatie",
  print: "Afdrukken",
  back: "Terug naar de incasso",
  account_holder: "Rekeninghouder",
  amount: "Bedrag",
  ip_address: "IP-adres",
  user_agent: "Browser",
  wording: "Tekst",
  text_hash: "SHA-256 van de tekst",
  attempt: "Poging",
  accepted_text: "Tekst zoals die is geaccepteerd",
  masked:
    "Het rekeningnummer wordt niet langer bewaard dan nodig is om de incasso aan te bieden. Het land en de laatste vier cijfers blijven over.",
  none: "Er is geen machtiging voor deze incasso: niemand heeft er hier een geaccepteerd.",
  forgotten: "De debiteur heeft gevraagd te worden vergeten. Het bewijs wordt alleen voor een geschil bewaard en niet getoond.",
  failed: "De machtiging kon niet worden geladen.",
}
