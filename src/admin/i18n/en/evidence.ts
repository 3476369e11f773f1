import type { EvidenceTexts } from "../texts/evidence"

export const evidence: EvidenceTexts = {
  breadcrumb: "Mandate",
  title: "SEPA direct debit mandate",
  subtitle: "Evidence of its acceptance",
  print: "Print",
  back: "Back to the direct debit",
  account_holder: "Account holder",
  amount: "Amount",
  ip_address: "IP address",
  user_agent: "Browser",
  wording: "Wording",
  text_hash: "SHA-256 of the wording",
  attempt: "Attempt",
  accepted_text: "Wording as it was accepted",
  masked: "The account number is kept no longer than it takes to submit the debit. Country and last four digits remain.",
  none: "There is no mandate for this debit: nobody has accepted one here.",
  forgotten: "The debtor has asked to be forgotten. The evidence is kept for a dispute alone, and is not shown.",
  failed: "The mandate could not be loaded.",
}
