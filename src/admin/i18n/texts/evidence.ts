/** What the printable page of a mandate says. */
export interface EvidenceTexts {
  breadcrumb: string
  title: string
  subtitle: string
  print: string
  back: string
  account_holder: string
  amount: string
  ip_address: string
  user_agent: string
  wording: string
  text_hash: string
  attempt: string
  /** Set above the wording that was accepted. */
  accepted_text: string
  /** Why there is no whole account number. */
  masked: string
  none: string
  forgotten: string
  failed: string
}
