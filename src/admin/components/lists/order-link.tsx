import type { AdminCatalystPayOrder } from "../../../modules/catalystpay/admin-types"
import { orderPage } from "../../lib/pages"
import { useTexts } from "../../lib/use-texts"
import { CellLink } from "./cell-link"

export const OrderLink = ({ order }: { order: AdminCatalystPayOrder | null }) => {
  const { t } = useTexts()
  return order ? (
    <CellLink to={orderPage(order.id)} isElsewhere>
      {`#${order.display_id}`}
    </CellLink>
  ) : (
    <span>{t("lists.no_order")}</span>
  )
}
