import { Cash } from "@medusajs/icons"
import { useOpenProblems } from "../lib/use-open-problems"
import { useTexts } from "../lib/use-texts"

const MOST_SHOWN = 99

/**
 * Our icon in the menu, with the number of open problems on its corner. The menu gives an icon a box of 15 pixels that cuts
 * off what goes beyond: an element that is positioned without coordinates stays at its place and is not cut. It grows over
 * the icon, as the menu's word begins right behind it.
 */
export const MenuIcon = () => {
  const count = useOpenProblems()
  const { t } = useTexts()
  return (
    <>
      {count > 0 && (
        <span className="txt-compact-xsmall-plus bg-ui-button-danger text-ui-fg-on-color absolute -mt-2 ms-5 flex -translate-x-full rtl:translate-x-full h-4 min-w-4 items-center justify-center rounded-full px-1">
          <span aria-hidden>{count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}</span>
          <span className="sr-only">{t("settings.open_problems", { count })}</span>
        </span>
      )}
      <Cash />
    </>
  )
}
