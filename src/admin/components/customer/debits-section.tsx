import { Text } from "@medusajs/ui"
import { useState } from "react"
import type { AdminCatalystPayDebit } from "../../../modules/catalystpay/admin-types"
import { debitPage, orderPage } from "../../lib/pages"
import { useFormat } from "../../lib/use-format"
import { useTexts } from "../../lib/use-texts"
import { Section } from "../section"
import { ShowMore } from "../show-more"
import { StateBadge } from "../state-badge"
import { TextLink } from "../text-link"

const SHOWN_AT_FIRST = 5

export const DebitsSection = ({ debits }: { debits: AdminCatalystPayDebit[] }) => {
  const { t } = useTexts()
  const [all, setAll] = useState(false)
  const shown = all ? debits : debits.slice(0, SHOWN_AT_FIRST)
  const hidden = debits.length - SHOWN_AT_FIRST
  return (
    <Section title={t("customer.debits")}>
      <ul className="flex flex-col gap-y-3">
        {shown.map((debit) => (
          <Debit key={debit.id} debit={debit} />
        ))}
      </ul>
      {hidden > 0 && (
        <ShowMore open={all} onToggle={() => setAll(!all)}>
          {all ? t("show_less") : t("customer.show_more", { count: hidden })}
        </ShowMore>
      )}
    </Section>
  )
}

const Debit = ({ debit }: { debit: AdminCatalystPayDebit }) => {
  const { t } = useTexts()
  const { money, dateTime } = useFormat()
  const { amount, created_at, currency_code, id, order, state } = debit
  const written = money(amount, currency_code)
  return (
    <li className="text-ui-fg-subtle flex flex-col gap-y-1">
      <div className="flex items-center justify-between gap-x-2">
        <TextLink to={debitPage(id)} label={t("customer.open_debit", { amount: written })}>
          {written}
        </TextLink>
        <StateBadge state={state} />
      </div>
      <div className="flex items-center justify-between gap-x-2">
        <Text size="small" leading="compact">
          {dateTime(created_at)}
        </Text>
        {order ? (
          <TextLink to={orderPage(order.id)}>{t("customer.order", { number: order.display_id })}</TextLink>
        ) : (
          <Text size="small" leading="compact">
            {t("customer.no_order")}
          </Text>
        )}
      </div>
    </li>
  )
}
