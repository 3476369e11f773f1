import type { ShopperTexts } from "./types"

export const pl: ShopperTexts = {
  mandate: ({ name, identifier, address }) =>
    [
      "Upoważnienie do polecenia zapłaty SEPA",
      `Wierzyciel: ${name}${address ? `, ${address}` : ""}. Identyfikator wierzyciela: ${identifier}. Rodzaj płatności: płatność jednorazowa.`,
      `Udzielając tego upoważnienia, upoważniasz (A) ${name} do wysyłania do Twojego banku zleceń obciążenia Twojego rachunku oraz (B) Twój bank do obciążenia Twojego rachunku zgodnie ze zleceniami od ${name}.`,
      "W ramach przysługujących Ci praw możesz żądać od swojego banku zwrotu na warunkach umowy zawartej z bankiem. Zwrotu należy zażądać w ciągu 8 tygodni od dnia obciążenia rachunku.",
    ].join("\n\n"),
  declines: {
    insufficient_funds: "Twój bank odrzucił polecenie zapłaty, ponieważ na rachunku nie ma wystarczających środków.",
    invalid_iban: "Bank nie zna tego numeru IBAN. Sprawdź go.",
    invalid_holder_name: "Bank nie przyjmuje nazwy posiadacza rachunku w podanej pisowni.",
    mandate_rejected: "Upoważnienie nie zostało potwierdzone; nic nie zostało pobrane.",
    account_closed: "Ten rachunek jest zamknięty.",
    do_not_honor: "Twój bank odrzucił polecenie zapłaty.",
    gateway_unavailable: "Nie udało się połączyć z bankiem; nic nie zostało pobrane. Spróbuj ponownie za chwilę.",
    unknown: "Polecenie zapłaty zostało odrzucone.",
  },
  no_more_attempts: "Wybierz inny sposób płatności.",
  try_another_account: "Możesz spróbować z innym rachunkiem.",
  correct_holder_name: "Popraw ją i spróbuj ponownie.",
  bank_account_missing: "Najpierw podaj rachunek bankowy i udziel upoważnienia.",
  pay_on_page:
    "Zapłać na stronie naszej usługi płatniczej: tam podasz rachunek bankowy i udzielisz upoważnienia.",
  page_outcome_unknown:
    "Nie widzimy jeszcze, czy płatność dotarła. Nie płać drugi raz: gdy tylko zostanie potwierdzona, zamówienie zostanie złożone.",
  verification_needed: "Twój bank prosi o podpisanie upoważnienia. Przejdź do linku, aby je potwierdzić.",
  verification_pending: "Upoważnienie nie jest jeszcze podpisane. Przejdź do linku, aby je potwierdzić.",
  gateway_unavailable: "Nie udało się przekazać płatności; nic nie zostało pobrane. Spróbuj ponownie za chwilę.",
  session_not_payable: "Ta płatność jest zakończona. Rozpocznij ją od nowa.",
  payment_in_progress: "Twoja płatność jest już w toku: koszyka nie można teraz zmienić. Poczekaj na wynik.",
  payment_awaits_signature:
    "Twoja płatność jest już w toku i czeka na Twój podpis. Podpisz upoważnienie albo anuluj płatność, zanim coś zmienisz.",
  already_paid: "To jest już zapłacone. Dokończ zamówienie.",
  paid_elsewhere:
    "Tej płatności dokonano bezpośrednio w serwisie płatniczym i nie należy ona do żadnego zamówienia. Sklep został powiadomiony; rozpocznij płatność od nowa.",
  verification_open: "Bank nadal czeka na Twoją decyzję. Podpisz lub odrzuć upoważnienie na stronie banku.",
  giving_up_unavailable: "Nie udało się teraz anulować płatności. Spróbuj ponownie za chwilę.",
  too_many_attempts: "Za dużo prób. Odczekaj chwilę, zanim podasz inny rachunek.",
  too_many_iban_checks: "Sprawdzono za dużo numerów IBAN. Poczekaj chwilę.",
  payment_in_progress_elsewhere:
    "Płatność z tym adresem e-mail jest już w toku w innym koszyku. Najpierw ją dokończ lub anuluj.",
}
