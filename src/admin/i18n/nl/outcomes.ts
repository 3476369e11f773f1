import type { OutcomesTexts } from "../texts/outcomes"

export const outcomes: OutcomesTexts = {
  confirmed: "Bevestigd.",
  confirmed_by_records: "Bevestigd door de afstemmings-API.",
  known_already: "Al bekend.",
  noted: "Genoteerd; er hoeft niets te gebeuren.",
  paid_externally: "Bij CatalystPay betaald en niet via deze winkel; gemeld.",
  earlier_attempt: "Een eerdere poging op de pagina van CatalystPay; die verandert niets.",
  not_confirmed: "De API bevestigt het niet. Toestand van de incasso: {{status}}.",
  not_in_records_yet: "De afstemmings-API bevestigt het nog niet.",
  nothing_waits: "Geen poging van deze winkel wacht erop; er is niets geboekt. Toestand van de incasso: {{status}}.",
  other_money: "Hij spreekt van een ander bedrag of een andere valuta dan de incasso; genoteerd, niet toegepast.",
  other_account: "De incasso hoort bij een ander account dan dat waaraan deze webhook is gestuurd.",
  live_of_test_debit: "Hij komt uit de live-omgeving, de incasso uit de testomgeving; genoteerd, niet toegepast.",
  test_of_live_debit: "Hij komt uit de testomgeving, de incasso uit de live-omgeving; genoteerd, niet toegepast.",
  ids_unknown: "Geen incasso van deze winkel draagt de ID’s uit deze webhook.",
  names_no_debit:
    "Deze webhook noemt geen incasso: neem session_token, tenant_reference_id, order_number of transaction_id op in de " +
    "veldtoewijzing van zijn endpoint bij CatalystPay, of noem uw sleutels ervoor in de optie fieldMap.",
  refund_of_no_debit: "Geen incasso van deze winkel, of meer dan één, kan het zijn die deze terugbetaling teruggeeft.",
  gateway_silent: "CatalystPay gaf geen antwoord toen het werd gevraagd: {{why}}.",
  key_rejected: "CatalystPay heeft de API-sleutel niet geaccepteerd: {{why}}.",
  not_processed: "Hij kon niet worden verwerkt: {{why}}.",
}
