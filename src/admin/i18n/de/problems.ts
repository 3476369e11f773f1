import type { ProblemsTexts } from "../texts/problems"

export const problems: ProblemsTexts = {
  order_without_debit: {
    sentence: "Die Bestellung steht, und keine Lastschrift bezahlt sie.",
    way_out: "Schicken Sie dem Kunden den Link zum erneuten Bezahlen, oder stornieren Sie die Bestellung.",
  },
  order_left_unlinked: {
    sentence: "Ein Server ist ausgefallen, während er diese Bestellung aufgab: Sie gehört zu keinem Warenkorb, und nichts bezahlt sie.",
    way_out: "Stornieren Sie sie: Wo der Kunde noch einmal auf Bezahlen gedrückt hat, ist eine andere Bestellung entstanden.",
  },
  debit_without_order: {
    sentence: "Eine Lastschrift über {{amount}} {{currency}} wurde angenommen und bezahlt keine Bestellung.",
    way_out: "Erstatten Sie sie in der Verwaltung von CatalystPay oder per Überweisung.",
  },
  outcome_unknown: {
    sentence: "Eine Lastschrift wurde eingereicht, und CatalystPay hat nicht gesagt, was aus ihr geworden ist.",
    way_out: "Suchen Sie die Referenz in der Verwaltung von CatalystPay, bevor Sie liefern oder um eine andere Zahlung bitten.",
  },
  canceled_order_keeps_money: {
    sentence: "Die Bestellung wurde storniert, und ihre Lastschrift über {{amount}} {{currency}} wurde eingezogen.",
    way_out: "Erstatten Sie sie in der Verwaltung von CatalystPay oder per Überweisung.",
  },
  refund_overdue: {
    sentence: "Eine Erstattung über {{amount}} {{currency}} steht seit mehr als 7 Tagen aus.",
    way_out:
      "Zahlen Sie sie in der Verwaltung von CatalystPay aus; sie bestätigt sich von selbst, sobald CatalystPay sie meldet. Oder " +
      "zahlen Sie sie per Überweisung, und markieren Sie sie als ausgezahlt.",
  },
  chargeback_after_refund: {
    sentence: "Der Zahler hat {{amount}} {{currency}} zurückbuchen lassen, die schon erstattet waren: Das Geld ist zweimal abgegangen.",
    way_out: "Fordern Sie es vom Kunden zurück; die Lastschrift selbst lässt sich nicht anfechten.",
  },
  amount_mismatch: {
    sentence: "CatalystPay oder die Bestellung spricht von {{found}}, die Lastschrift lautet auf {{expected}}.",
    way_out: "Vergleichen Sie beides, und erstatten Sie, was zu viel ist, oder fordern Sie, was fehlt.",
  },
  webhooks_silent: {
    sentence: "Lastschriften warten, und es ist kein Webhook gekommen.",
    way_out: "Prüfen Sie die Adresse des Webhooks und seine Ereignisse in der Verwaltung von CatalystPay.",
  },
  webhook_signature_failing: {
    sentence: "Es kommen Webhooks, deren Signatur nicht stimmt.",
    way_out: "Vergleichen Sie webhookSecret mit dem Signaturschlüssel des Webhook-Profils.",
  },
  webhook_given_up: {
    sentence: "Ein Webhook ({{event}}) ließ sich nicht verarbeiten und wurde aufgegeben.",
    way_out: "Lesen Sie bei seiner Zustellung nach, warum, und spielen Sie ihn noch einmal ein.",
  },
  gateway_credentials_rejected: {
    sentence: "CatalystPay nimmt den API-Schlüssel nicht an.",
    way_out: "Tragen Sie den aktuellen Schlüssel des Kontos in den Optionen des Plugins ein.",
  },
  encryption_key_missing: {
    sentence:
      "Bankverbindungen, die auf ihr Einreichen warten ({{debits}}), wurden mit einem Schlüssel versiegelt, der nicht mehr aufgeführt ist.",
    way_out:
      "Führen Sie diesen Schlüssel in encryptionKey hinter dem neuen auf, bis sich dies von selbst erledigt. Ohne ihn werden " +
      "die Käufer noch einmal nach ihrer Bankverbindung gefragt, und aufgegebene Bestellungen bleiben unbezahlt.",
  },
  lead_conflict: {
    sentence: "CatalystPay hat eine laufende Zahlungssitzung des Käufers, die dieser Shop nicht kennt.",
    way_out: "Brechen Sie die Sitzung des Leads in der Verwaltung von CatalystPay ab, und lassen Sie es den Käufer dann noch einmal versuchen.",
  },
  event_unmatched: {
    sentence: "Was CatalystPay meldet ({{event}}), ließ sich keiner einzelnen Lastschrift zuordnen.",
    way_out:
      "Suchen Sie die Transaktion in der Verwaltung von CatalystPay, und nehmen Sie session_token oder tenant_reference_id in " +
      "die Zuordnung des Endpunkts auf.",
  },
  reconciliation_failing: {
    sentence: "CatalystPays Aufzeichnungen ({{listing}}) ab {{since}} ließen sich nicht vollständig lesen: {{why}}.",
    way_out:
      "Lesen Sie im Protokoll des Servers nach, warum. Der Abgleich versucht es weiter; Tage, über die er hinweg ist, werden " +
      "wieder gelesen, wenn Sie sie abgleichen lassen.",
  },
}
