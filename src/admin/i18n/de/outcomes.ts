import type { OutcomesTexts } from "../texts/outcomes"

export const outcomes: OutcomesTexts = {
  confirmed: "Bestätigt.",
  confirmed_by_records: "Von der Abgleich-API bestätigt.",
  known_already: "Schon bekannt.",
  noted: "Vermerkt; es ist nichts zu tun.",
  paid_externally: "Bei CatalystPay bezahlt und nicht über diesen Shop; gemeldet.",
  earlier_attempt: "Ein früherer Versuch auf CatalystPays Seite; er ändert nichts.",
  not_confirmed: "Die API bestätigt es nicht. Zustand der Lastschrift: {{status}}.",
  not_in_records_yet: "Die Abgleich-API bestätigt es noch nicht.",
  nothing_waits: "Kein Versuch dieses Shops wartet darauf; es wurde nichts gebucht. Zustand der Lastschrift: {{status}}.",
  other_money: "Er spricht von anderem Betrag oder anderer Währung als die Lastschrift; vermerkt, nicht übernommen.",
  other_account: "Die Lastschrift gehört zu einem anderen Konto als dem, an das dieser Webhook ging.",
  live_of_test_debit: "Er stammt aus der Live-Umgebung, die Lastschrift aus der Testumgebung; vermerkt, nicht übernommen.",
  test_of_live_debit: "Er stammt aus der Testumgebung, die Lastschrift aus der Live-Umgebung; vermerkt, nicht übernommen.",
  ids_unknown: "Keine Lastschrift dieses Shops trägt die IDs aus diesem Webhook.",
  names_no_debit:
    "Dieser Webhook nennt keine Lastschrift: Nehmen Sie session_token, tenant_reference_id, order_number oder transaction_id in " +
    "die Zuordnung seines Endpunkts bei CatalystPay auf, oder nennen Sie Ihre Schlüssel dafür in der Option fieldMap.",
  refund_of_no_debit: "Keine oder mehr als eine Lastschrift dieses Shops kommt für diese Erstattung in Frage.",
  gateway_silent: "CatalystPay hat auf die Nachfrage nicht geantwortet: {{why}}.",
  key_rejected: "CatalystPay hat den API-Schlüssel nicht angenommen: {{why}}.",
  not_processed: "Er ließ sich nicht verarbeiten: {{why}}.",
}
