import { Button } from "@medusajs/ui"
import { useState } from "react"
import type { DebitView } from "../../modules/catalystpay/debit-view"
import { useTexts } from "../lib/use-texts"
import { DebitDetails } from "./debit-details"
import { DebitSummary } from "./debit-summary"

interface DebitCardProps {
  debit: DebitView
  /** Older debits of an order begin folded up. */
  initiallyOpen: boolean
}

export const DebitCard = ({ debit, initiallyOpen }: DebitCardProps) => {
  const { t } = useTexts()
  const [open, setOpen] = useState(initiallyOpen)
  return (
    <>
      <DebitSummary debit={debit} />
      {open && <DebitDetails debit={debit} />}
      {!initiallyOpen && (
        <div className="px-6 py-2">
          <Button variant="transparent" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? "hide_details" : "show_details")}
          </Button>
        </div>
      )}
    </>
  )
}
