import { Button } from "@medusajs/ui"

/** A button that reads as a line of text, as in the dashboard's own lists. */
const LOOK = "text-ui-fg-subtle h-auto w-fit px-0 hover:bg-transparent"

interface ShowMoreProps {
  open: boolean
  onToggle: () => void
  children: string
}

/** Unfolds the rest of a list, and folds it up again. */
export const ShowMore = ({ open, onToggle, children }: ShowMoreProps) => (
  <Button variant="transparent" size="small" className={LOOK} aria-expanded={open} onClick={onToggle}>
    {children}
  </Button>
)
