/** What a merchant can do about a debit, and what came of it. */
export interface ActionsTexts {
  open: string
}
