import { Button } from "@medusajs/ui"
import { useState } from "react"
import type { AdminCatalystPayDebit } from "../../modules/catalystpay/admin-types"
import { useTexts } from "../lib/use-texts"
import { DebitActions } from "./actions/debit-actions"
import { DebitDetails } from "./debit-details"
import { DebitSummary } from "./debit-summary"
import { Panel } from "./panel"
import { StateBadge } from "./state-badge"

interface DebitPanelProps {
  debit: AdminCatalystPayDebit
  /** Older debits of an order begin folded up. */
  initiallyOpen: boolean
}

export const DebitPanel = ({ debit, initiallyOpen }: DebitPanelProps) => {
  const { t } = useTexts()
  const [open, setOpen] = useState(initiallyOpen)
  return (
    <Panel badge={<StateBadge state={debit.state} />} actions={<DebitActions debit={debit} />}>
      <DebitSummary debit={debit} />
      {open && <DebitDetails debit={debit} />}
      {!initiallyOpen && (
        <div className="px-6 py-4">
          <Button variant="secondary" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? "hide_details" : "show_details")}
          </Button>
        </div>
      )}
    </Panel>
  )
}
