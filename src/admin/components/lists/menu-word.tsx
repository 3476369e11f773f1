import { useTexts } from "../../lib/use-texts"

/** What a page of ours is called, in the trail above it. */
export const MenuWord = ({ name }: { name: "debits" | "chargebacks" | "refunds" | "problems" | "webhooks" }) => {
  const { t } = useTexts()
  return t(`lists.menu.${name}`)
}
