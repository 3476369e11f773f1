import { Container, Copy, Heading, Text } from "@medusajs/ui"
import type { AdminCatalystPayDebit } from "../../../modules/catalystpay/admin-types"
import { orderPage } from "../../lib/pages"
import { useFormat } from "../../lib/use-format"
import { useTexts } from "../../lib/use-texts"
import { DebitActions } from "../actions/debit-actions"
import { StateBadge } from "../state-badge"
import { TextLink } from "../text-link"

/** Which debit it is, how it stands, and what one can do about it. */
export const DebitHeader = ({ debit }: { debit: AdminCatalystPayDebit }) => {
  const { t } = useTexts()
  const { dateTime } = useFormat()
  const { id, order, state, created_at } = debit
  return (
    <Container className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
      <div className="min-w-0">
        <div className="flex items-center gap-x-1">
          <Heading className="break-all">{id}</Heading>
          <Copy content={id} className="text-ui-fg-muted" aria-label={`${t("copy")}: ${id}`} />
        </div>
        <div className="flex flex-wrap items-center gap-x-2">
          <Text size="small" className="text-ui-fg-subtle">
            {dateTime(created_at)}
          </Text>
          {order ? (
            <TextLink to={orderPage(order.id)}>{`${t("lists.fields.order")} #${order.display_id}`}</TextLink>
          ) : (
            <Text size="small" className="text-ui-fg-subtle">
              {t("lists.no_order")}
            </Text>
          )}
        </div>
      </div>
      <div className="flex items-center gap-x-2">
        <StateBadge state={state} />
        <DebitActions debit={debit} withPage={false} />
      </div>
    </Container>
  )
}
