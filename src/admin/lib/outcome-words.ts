import type { AdminCatalystPayWebhookDelivery } from "../../modules/catalystpay/admin-types"
import { textValues } from "../../modules/catalystpay/text-template"
import type { Texts } from "./use-texts"

type Outcome = Pick<AdminCatalystPayWebhookDelivery, "outcome" | "outcome_code" | "outcome_details">

/**
 * What became of a webhook in the reader's language; as the server says it where it wrote no code, or one that we do not
 * know. Null before its first try.
 */
export function outcomeText({ outcome, outcome_code, outcome_details }: Outcome, { t, word }: Texts): string | null {
  if (outcome === null || outcome_code === null) {
    return outcome
  }
  const values = textValues(outcome_details)
  const told = values.status === undefined ? values : { ...values, status: word("states", values.status) }
  return t(`outcomes.${outcome_code}`, { ...told, defaultValue: outcome })
}
