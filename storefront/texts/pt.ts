import type { SepaTexts } from "./types"

export const pt: SepaTexts = {
  locale: "pt",
  labels: {
    form: "Pagar por débito direto SEPA",
    iban: "IBAN",
    iban_hint: "Encontra-o no extrato da conta ou na área de cliente do seu banco.",
    holder_name: "Titular da conta",
    mandate: "Autorização de débito direto SEPA",
    accept_mandate: "Li a autorização e aceito-a.",
    pay: "Pagar por débito direto",
    pay_amount: (amount) => `Pagar ${amount} por débito direto`,
    to_bank: "Continuar para o seu banco",
    signed: "Já assinei",
    check_again: "Verificar novamente",
    give_up: "Cancelar este pagamento",
    try_again: "Tentar novamente",
    complete_order: "Concluir a encomenda",
  },
  iban_valid: "IBAN válido",
  steps: {
    starting: "A preparar o pagamento…",
    checking: "A verificar a sua conta…",
    paying: "A consultar o seu banco…",
    finding_out: "A aguardar a resposta do seu banco…",
    confirming: "A confirmar a sua assinatura…",
    giving_up: "A cancelar o pagamento…",
  },
  iban_problems: {
    country: "Um IBAN começa pelas duas letras de um país, por exemplo PT ou ES.",
    length: "Este IBAN não tem o número de caracteres dos IBAN do seu país.",
    structure: "Isto não parece um IBAN desse país. Verifique-o, por favor.",
    checksum: "Parece haver um erro de digitação neste IBAN. Verifique-o, por favor.",
    sepa: "As contas deste país não podem ser debitadas por débito direto SEPA.",
  },
  iban_missing: "Introduza o seu IBAN.",
  holder_name_missing: "Introduza o nome do titular da conta.",
  declines: {
    insufficient_funds: "O seu banco recusou o débito porque a conta não tem saldo suficiente.",
    invalid_iban: "O banco não reconhece este IBAN.",
    invalid_holder_name: "O banco não aceita o nome do titular tal como foi escrito.",
    mandate_rejected: "A autorização não foi confirmada; nada foi debitado.",
    account_closed: "Esta conta está encerrada.",
    do_not_honor: "O seu banco recusou o débito.",
    gateway_unavailable: "Não foi possível contactar o banco; nada foi debitado.",
    not_submitted: "O débito não foi enviado; nada foi debitado.",
    unknown: "O débito foi recusado.",
  },
  ways_on: {
    another_account: "Pode tentar com outra conta.",
    correct_iban: "Verifique-o, ou tente com outra conta.",
    correct_holder_name: "Corrija-o e tente novamente.",
    same_again: "Tente novamente dentro de momentos.",
    another_way: "Escolha outra forma de pagamento.",
  },
  attempts_left: (left) => (left === 1 ? "Resta-lhe uma tentativa." : `Restam-lhe ${left} tentativas.`),
  errors: {
    invalid_request: "Algum dado do formulário não pode ser utilizado. Verifique o que introduziu.",
    invalid_iban: "Este IBAN não é válido. Verifique-o, por favor.",
    iban_not_sepa: "As contas deste país não podem ser debitadas por débito direto SEPA.",
    invalid_holder_name: "Introduza o nome do titular tal como consta no banco, com 70 caracteres no máximo.",
    mandate_not_accepted: "Aceite a autorização: sem ela nada pode ser debitado.",
    mandate_text_outdated: "O texto da autorização foi alterado. Leia-o e aceite-o novamente.",
    iban_in_session_data: "Não foi possível preparar o pagamento. Recarregue a página.",
    currency_not_supported: "O débito direto SEPA não é possível nesta moeda. Escolha outra forma de pagamento.",
    amount_not_payable: "Este montante não pode ser pago por débito direto. Escolha outra forma de pagamento.",
    lead_incomplete: "Introduza primeiro o seu endereço de e-mail e a sua morada completa.",
    session_not_found: "Este pagamento terminou. Inicie-o novamente.",
    session_not_payable: "Este pagamento terminou. Inicie-o novamente.",
    collected_by_gateway: "A sua conta bancária é indicada na página do nosso serviço de pagamento. Continue aí.",
    payment_in_progress: "O seu pagamento já está em curso. Aguarde o resultado e não pague outra vez.",
    payment_in_progress_elsewhere:
      "Já está em curso um pagamento com o seu endereço de e-mail noutro carrinho. Conclua-o ou cancele-o primeiro.",
    verification_open: "O banco ainda aguarda a sua decisão. Assine ou recuse a autorização na página do banco.",
    lead_conflict: "Ainda está aberto outro pagamento com o seu endereço de e-mail. Tente novamente dentro de alguns minutos.",
    too_many_attempts: "Tentou demasiadas vezes. Aguarde um pouco antes de tentar novamente.",
    gateway_rejected: "Não foi possível preparar o pagamento; nada foi debitado. Escolha outra forma de pagamento.",
    gateway_unavailable: "Não foi possível enviar o pagamento; nada foi debitado. Tente novamente dentro de momentos.",
    agreement_busy: "O seu pagamento está a ser processado. Aguarde um momento e não pague outra vez.",
    order_not_payable: "Esta encomenda não pode ser paga agora. Talvez já esteja paga, ou tenha sido cancelada.",
  },
  outcomes: {
    placed: "Obrigado. O seu débito está a caminho: a sua conta será debitada nos próximos dias úteis.",
    placed_pending:
      "Obrigado, a sua encomenda foi registada. Falta ainda a resposta do seu banco; não precisa de fazer nada e não deve pagar outra vez.",
    approved: "O seu banco aceitou o débito. Conclua a sua encomenda.",
    ended: "Este pagamento terminou e nada foi debitado. Inicie-o novamente.",
    unknown:
      "Ainda não sabemos se o seu pagamento foi efetuado. Não pague outra vez: estamos a averiguar e dir-lho-emos aqui.",
    unreachable: "Não foi possível contactar a loja; nada foi debitado. Verifique a sua ligação e tente novamente.",
    unavailable: "Não foi possível enviar o pagamento; nada foi debitado. Tente novamente dentro de momentos.",
    throttled: (seconds) =>
      seconds === null
        ? "Demasiadas tentativas seguidas. Aguarde um momento."
        : seconds > 90
          ? `Demasiadas tentativas seguidas. Aguarde ${Math.ceil(seconds / 60)} minutos.`
          : `Demasiadas tentativas seguidas. Aguarde ${seconds} s.`,
    unexpected: "Ocorreu um erro. Tente novamente, ou contacte a loja.",
    order_stands: "A sua encomenda mantém-se, mas ainda não está paga.",
  },
  payment_page: {
    needed:
      "Indica a sua conta bancária e aceita a autorização na página do nosso serviço de pagamento. Depois regressa a esta loja.",
  },
  verification: {
    needed: "O seu banco pede-lhe que assine a autorização. Antes disso nada é debitado.",
    refused: "A autorização não foi assinada; nada foi debitado.",
  },
}
