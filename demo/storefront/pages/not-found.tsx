import { GoShopping } from "../parts/go-shopping"
import { useTexts } from "../texts/language"

export function NotFoundPage() {
  const { not_found } = useTexts()
  return <GoShopping title={not_found.title} text={not_found.text} />
}
