import type { SepaTexts } from "./types"

export const pl: SepaTexts = {
  locale: "pl",
  labels: {
    form: "Zapłać poleceniem zapłaty SEPA",
    iban: "IBAN",
    iban_hint: "Znajdziesz go na wyciągu lub w swojej bankowości internetowej.",
    holder_name: "Posiadacz rachunku",
    mandate: "Upoważnienie do polecenia zapłaty SEPA",
    accept_mandate: "Zapoznałem(-am) się z upoważnieniem i udzielam go.",
    pay: "Zapłać poleceniem zapłaty",
    pay_amount: (amount) => `Zapłać ${amount} poleceniem zapłaty`,
    to_bank: "Przejdź do swojego banku",
    signed: "Podpis złożony",
    check_again: "Sprawdź ponownie",
    give_up: "Anuluj tę płatność",
    try_again: "Spróbuj ponownie",
    complete_order: "Dokończ zamówienie",
  },
  iban_valid: "Prawidłowy IBAN",
  steps: {
    starting: "Przygotowujemy płatność…",
    checking: "Sprawdzamy Twój rachunek…",
    paying: "Pytamy Twój bank…",
    finding_out: "Czekamy na odpowiedź Twojego banku…",
    confirming: "Potwierdzamy Twój podpis…",
    giving_up: "Anulujemy płatność…",
  },
  iban_problems: {
    country: "IBAN zaczyna się od dwóch liter kraju, na przykład PL lub DE.",
    length: "Ten IBAN nie ma tylu znaków, ile mają numery IBAN z tego kraju.",
    structure: "To nie wygląda na IBAN z tego kraju. Sprawdź go.",
    checksum: "W tym numerze IBAN jest chyba literówka. Sprawdź go.",
    sepa: "Rachunków w tym kraju nie można obciążać poleceniem zapłaty SEPA.",
  },
  iban_missing: "Podaj swój IBAN.",
  holder_name_missing: "Podaj nazwę posiadacza rachunku.",
  declines: {
    insufficient_funds: "Twój bank odrzucił polecenie zapłaty, ponieważ na rachunku nie ma wystarczających środków.",
    invalid_iban: "Bank nie zna tego numeru IBAN.",
    invalid_holder_name: "Bank nie przyjmuje nazwy posiadacza rachunku w podanej pisowni.",
    mandate_rejected: "Upoważnienie nie zostało potwierdzone; nic nie zostało pobrane.",
    account_closed: "Ten rachunek jest zamknięty.",
    do_not_honor: "Twój bank odrzucił polecenie zapłaty.",
    gateway_unavailable: "Nie udało się połączyć z bankiem; nic nie zostało pobrane.",
    not_submitted: "Polecenie zapłaty nie zostało złożone; nic nie zostało pobrane.",
    unknown: "Polecenie zapłaty zostało odrzucone.",
  },
  ways_on: {
    another_account: "Możesz spróbować z innym rachunkiem.",
    correct_iban: "Sprawdź go albo spróbuj z innym rachunkiem.",
    correct_holder_name: "Popraw ją i spróbuj ponownie.",
    same_again: "Spróbuj ponownie za chwilę.",
    another_way: "Wybierz inny sposób płatności.",
  },
  attempts_left: (left) => (left === 1 ? "Została Ci jedna próba." : `Pozostałe próby: ${left}.`),
  errors: {
    invalid_request: "Jednej z podanych informacji nie można użyć. Sprawdź formularz.",
    invalid_iban: "Ten IBAN jest nieprawidłowy. Sprawdź go.",
    iban_not_sepa: "Rachunków w tym kraju nie można obciążać poleceniem zapłaty SEPA.",
    invalid_holder_name: "Podaj nazwę posiadacza rachunku tak, jak zna ją bank, najwyżej 70 znaków.",
    mandate_not_accepted: "Udziel upoważnienia: bez niego nie można nic pobrać.",
    mandate_text_outdated: "Treść upoważnienia się zmieniła. Przeczytaj je i udziel go ponownie.",
    iban_in_session_data: "Nie udało się przygotować płatności. Odśwież stronę.",
    currency_not_supported: "Polecenie zapłaty SEPA nie jest możliwe w tej walucie. Wybierz inny sposób płatności.",
    amount_not_payable: "Tej kwoty nie można zapłacić poleceniem zapłaty. Wybierz inny sposób płatności.",
    lead_incomplete: "Najpierw podaj adres e-mail i pełny adres.",
    session_not_found: "Ta płatność jest zakończona. Rozpocznij ją od nowa.",
    session_not_payable: "Ta płatność jest zakończona. Rozpocznij ją od nowa.",
    collected_by_gateway: "Rachunek bankowy podaje się na stronie naszej usługi płatniczej. Kontynuuj tam.",
    payment_in_progress: "Twoja płatność jest już w toku. Poczekaj na wynik i nie płać ponownie.",
    payment_in_progress_elsewhere:
      "Płatność z Twoim adresem e-mail jest już w toku w innym koszyku. Najpierw ją dokończ lub anuluj.",
    verification_open: "Bank nadal czeka na Twoją decyzję. Podpisz lub odrzuć upoważnienie na stronie banku.",
    lead_conflict: "Inna płatność z Twoim adresem e-mail jest jeszcze otwarta. Spróbuj ponownie za kilka minut.",
    too_many_attempts: "Za dużo prób. Odczekaj chwilę, zanim spróbujesz ponownie.",
    gateway_rejected: "Nie udało się przygotować płatności; nic nie zostało pobrane. Wybierz inny sposób płatności.",
    gateway_unavailable: "Nie udało się przekazać płatności; nic nie zostało pobrane. Spróbuj ponownie za chwilę.",
    agreement_busy: "Twoja płatność jest przetwarzana. Poczekaj chwilę i nie płać ponownie.",
    order_not_payable: "Tego zamówienia nie można teraz opłacić. Może jest już opłacone albo zostało anulowane.",
  },
  outcomes: {
    placed: "Dziękujemy. Polecenie zapłaty jest w drodze: kwota zostanie pobrana w najbliższych dniach roboczych.",
    placed_pending:
      "Dziękujemy, zamówienie zostało złożone. Czekamy jeszcze na odpowiedź banku; nie musisz nic robić i nie płać ponownie.",
    approved: "Twój bank przyjął polecenie zapłaty. Dokończ zamówienie.",
    ended: "Ta płatność jest zakończona i nic nie zostało pobrane. Rozpocznij ją od nowa.",
    unknown: "Nie wiemy jeszcze, czy płatność doszła do skutku. Nie płać ponownie: ustalamy to i powiemy Ci o tym tutaj.",
    unreachable: "Nie udało się połączyć ze sklepem; nic nie zostało pobrane. Sprawdź połączenie i spróbuj ponownie.",
    unavailable: "Nie udało się przekazać płatności; nic nie zostało pobrane. Spróbuj ponownie za chwilę.",
    throttled: (seconds) =>
      seconds === null
        ? "Za dużo prób naraz. Poczekaj chwilę."
        : seconds > 90
          ? `Za dużo prób naraz. Poczekaj ${Math.ceil(seconds / 60)} min.`
          : `Za dużo prób naraz. Poczekaj ${seconds} s.`,
    unexpected: "Coś poszło nie tak. Spróbuj ponownie albo skontaktuj się ze sklepem.",
    order_stands: "Twoje zamówienie pozostaje ważne, ale nie jest jeszcze opłacone.",
  },
  payment_page: {
    needed:
      "Rachunek bankowy podajesz i upoważnienia udzielasz na stronie naszej usługi płatniczej. Potem wracasz do tego sklepu.",
  },
  verification: {
    needed: "Twój bank prosi o podpisanie upoważnienia. Wcześniej nic nie zostanie pobrane.",
    refused: "Upoważnienie nie zostało podpisane; nic nie zostało pobrane.",
  },
}
