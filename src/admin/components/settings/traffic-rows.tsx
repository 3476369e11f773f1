import { StatusBadge } from "@medusajs/ui"
import type { AdminCatalystPayAccountHealth } from "../../../modules/catalystpay/admin-types"
import { useFormat } from "../../lib/use-format"
import { useTexts } from "../../lib/use-texts"
import { Row } from "./row"

const COLORS = { closed: "green", open: "red", half_open: "orange" } as const

/** Whether calls go out, and what waits. */
export const TrafficRows = ({ health }: { health: Pick<AdminCatalystPayAccountHealth, "queue" | "calls"> }) => {
  const { t } = useTexts()
  const { dateTime } = useFormat()
  const { queue, calls } = health
  const { breaker, next_probe_at, per_second } = calls
  const waiting = calls.waiting.pay + calls.waiting.verify + calls.waiting.get
  return (
    <>
      <Row label={t("settings.fields.breaker")}>
        <StatusBadge color={COLORS[breaker]}>{t(`settings.breaker.${breaker}`)}</StatusBadge>
        {next_probe_at && (
          <span>{t("settings.breaker_until", { time: dateTime(next_probe_at) })}</span>
        )}
      </Row>
      <Row
        label={t("settings.fields.calls")}
        note={waiting > 0 ? t("settings.calls_waiting", { count: waiting }) : null}
      >
        {t("settings.calls_per_second", { count: per_second })}
      </Row>
      <Row label={t("settings.fields.queue")}>
        {queue.oldest_at
          ? t("settings.queue_waiting", { count: queue.waiting, time: dateTime(queue.oldest_at) })
          : t("settings.queue_empty")}
      </Row>
    </>
  )
}
