import type { ReactNode } from "react"
import { createPortal } from "react-dom"

/**
 * The dashboard scrolls inside of a frame as high as the window, so a browser prints its first page and no more: what
 * goes onto paper stands beside the dashboard, in black on white whatever the theme, and shows on paper alone.
 */
const PRINT_STYLES = `
@media screen { .catalystpay-paper { display: none } }
@media print {
  @page { margin: 20mm }
  html, body { background: #fff !important; height: auto !important; overflow: visible !important }
  body > :not(.catalystpay-paper) { display: none !important }
  .catalystpay-paper, .catalystpay-paper * { color: #000 !important }
}
`

export const OnPaper = ({ children }: { children: ReactNode }) =>
  createPortal(
    <div className="catalystpay-paper">
      <style>{PRINT_STYLES}</style>
      {children}
    </div>,
    document.body,
  )
