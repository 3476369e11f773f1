/** What the pages of the list of debits, chargebacks, refunds, problems and webhooks say. */
export interface ListsTexts {
  title: string
}
