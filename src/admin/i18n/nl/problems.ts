import type { ProblemsTexts } from "../texts/problems"

export const problems: ProblemsTexts = {
  order_without_debit: {
    sentence: "De bestelling staat, en geen incasso betaalt haar.",
    way_out: "Stuur de klant de link om opnieuw te betalen, of annuleer de bestelling.",
  },
  order_left_unlinked: {
    sentence: "Een server viel uit terwijl hij deze bestelling plaatste: ze hoort bij geen winkelwagen, en niets betaalt haar.",
    way_out: "Annuleer haar: als de klant nog eens op betalen heeft gedrukt, is er een andere bestelling geplaatst.",
  },
  debit_without_order: {
    sentence: "Een incasso van {{amount}} {{currency}} is goedgekeurd en betaalt geen bestelling.",
    way_out: "Betaal hem terug in de beheeromgeving van CatalystPay of per overboeking.",
  },
  outcome_unknown: {
    sentence: "Een incasso is aangeboden, en CatalystPay heeft niet gezegd wat ervan geworden is.",
    way_out: "Zoek het kenmerk op in de beheeromgeving van CatalystPay voordat u levert of om een andere betaling vraagt.",
  },
  canceled_order_keeps_money: {
    sentence: "De bestelling is geannuleerd, en haar incasso van {{amount}} {{currency}} is geïnd.",
    way_out: "Betaal hem terug in de beheeromgeving van CatalystPay of per overboeking.",
  },
  refund_overdue: {
    sentence: "Een terugbetaling van {{amount}} {{currency}} is al langer dan 7 dagen verschuldigd.",
    way_out:
      "Betaal haar uit in de beheeromgeving van CatalystPay; ze wordt vanzelf bevestigd zodra CatalystPay haar meldt. Of betaal " +
      "haar per overboeking, en markeer haar als uitbetaald.",
  },
  chargeback_after_refund: {
    sentence: "De debiteur heeft {{amount}} {{currency}} laten storneren die al waren terugbetaald: het geld is twee keer weggegaan.",
    way_out: "Vorder het terug van de klant; de stornering zelf kan niet worden betwist.",
  },
  amount_mismatch: {
    sentence: "CatalystPay of de bestelling spreekt van {{found}}, de incasso is van {{expected}}.",
    way_out: "Vergelijk de twee, en betaal terug wat te veel is of vraag wat ontbreekt.",
  },
  webhooks_silent: {
    sentence: "Er wachten incasso’s, en er is geen webhook gekomen.",
    way_out: "Controleer het webhookadres en de gebeurtenissen ervan in de beheeromgeving van CatalystPay.",
  },
  webhook_signature_failing: {
    sentence: "Er komen webhooks waarvan de handtekening niet klopt.",
    way_out: "Vergelijk webhookSecret met het ondertekeningsgeheim van het webhookprofiel.",
  },
  webhook_given_up: {
    sentence: "Een webhook ({{event}}) kon niet worden verwerkt en is opgegeven.",
    way_out: "Lees bij zijn bezorging waarom, en verwerk hem opnieuw.",
  },
  gateway_credentials_rejected: {
    sentence: "CatalystPay accepteert de API-sleutel niet.",
    way_out: "Stel de huidige sleutel van het account in bij de opties van de plugin.",
  },
  encryption_key_missing: {
    sentence:
      "Bankrekeningen die wachten om te worden aangeboden ({{debits}}), zijn verzegeld met een versleutelingssleutel die niet meer in de lijst staat.",
    way_out:
      "Zet die sleutel na de nieuwe in encryptionKey totdat dit vanzelf sluit. Zonder die sleutel wordt de kopers opnieuw om hun " +
      "bankrekening gevraagd, en blijven geplaatste bestellingen onbetaald.",
  },
  lead_conflict: {
    sentence: "CatalystPay heeft een actieve betalingssessie van de koper die deze winkel niet kent.",
    way_out: "Annuleer de sessie van de lead in de beheeromgeving van CatalystPay, en laat de koper het dan opnieuw proberen.",
  },
  event_unmatched: {
    sentence: "Wat CatalystPay meldt ({{event}}), kon niet aan één incasso worden toegewezen.",
    way_out:
      "Zoek de transactie op in de beheeromgeving van CatalystPay, en neem session_token of tenant_reference_id op in de " +
      "veldtoewijzing van het endpoint.",
  },
  reconciliation_failing: {
    sentence: "De gegevens van CatalystPay ({{listing}}) vanaf {{since}} konden niet volledig worden gelezen: {{why}}.",
    way_out:
      "Lees in het logboek van de server waarom. De taak blijft het proberen; dagen waar ze voorbij is, worden opnieuw gelezen " +
      "wanneer u ze afstemt.",
  },
}
