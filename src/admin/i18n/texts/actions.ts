/** What a merchant can do about a debit, and what came of it. */
export interface ActionsTexts {
  /** Name of the menu's button, which shows three dots only. */
  open: string
  cancel: string
  failed: string
  show_debit: string
  check: { label: string; changed: string; unchanged: string }
  print_mandate: string
  payment_link: {
    label: string
    /** Why there is none to copy. */
    none: string
    copied: string
    /** The browser lets nobody write to the clipboard: the link is shown. */
    not_copied: string
  }
  mark_done: {
    label: string
    title: string
    description: string
    note: string
    note_hint: string
    confirm: string
    done: string
  }
}
