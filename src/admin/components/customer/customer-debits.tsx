import { debitsPage } from "../../lib/pages"
import { useCustomerDebits } from "../../lib/use-customer-debits"
import { useTexts } from "../../lib/use-texts"
import { Panel } from "../panel"
import { TextLink } from "../text-link"
import { DebitsSection } from "./debits-section"
import { MandatesSection } from "./mandates-section"

/**
 * A customer's mandates and debits, in short. Nothing for a customer who has none, nor while it is not known whether
 * there are any: most customers pay otherwise.
 */
export const CustomerDebits = ({ customerId }: { customerId: string }) => {
  const { t } = useTexts()
  const { data } = useCustomerDebits(customerId)
  if (!data || data.debits.length === 0) {
    return null
  }
  return (
    <Panel>
      <MandatesSection debits={data.debits} />
      <DebitsSection debits={data.debits} />
      {data.next_cursor && (
        <div className="px-6 py-4">
          <TextLink to={debitsPage()}>{t("customer.show_all")}</TextLink>
        </div>
      )}
    </Panel>
  )
}
