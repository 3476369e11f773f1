import { useTexts } from "../texts/language"
import { GoShopping } from "./go-shopping"

export function EmptyCart() {
  const { cart } = useTexts()
  return <GoShopping title={cart.title} text={cart.empty} />
}
