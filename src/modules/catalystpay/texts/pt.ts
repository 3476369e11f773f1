import type { ShopperTexts } from "./types"

export const pt: ShopperTexts = {
  mandate: ({ name, identifier, address }) =>
    [
      "Autorização de débito direto SEPA",
      `Credor: ${name}${address ? `, ${address}` : ""}. Identificação do credor: ${identifier}. Tipo de pagamento: pagamento pontual.`,
      `Ao aceitar esta autorização de débito, está a autorizar (A) ${name} a enviar instruções ao seu banco para debitar a sua conta e (B) o seu banco a debitar a sua conta, de acordo com as instruções de ${name}.`,
      "Os seus direitos incluem a possibilidade de exigir do seu banco o reembolso do montante debitado, nos termos e condições acordados com o seu banco. O reembolso deve ser solicitado até um prazo de oito semanas (8 semanas), a contar da data do débito na sua conta.",
    ].join("\n\n"),
  declines: {
    insufficient_funds: "O seu banco recusou o débito porque a conta não tem saldo suficiente.",
    invalid_iban: "O banco não reconhece este IBAN. Verifique-o, por favor.",
    invalid_holder_name: "O banco não aceita o nome do titular tal como foi escrito.",
    mandate_rejected: "A autorização não foi confirmada; nada foi debitado.",
    account_closed: "Esta conta está encerrada.",
    do_not_honor: "O seu banco recusou o débito.",
    gateway_unavailable: "Não foi possível contactar o banco; nada foi debitado. Tente novamente dentro de momentos.",
    unknown: "O débito foi recusado.",
  },
  no_more_attempts: "Escolha outra forma de pagamento.",
  try_another_account: "Pode tentar com outra conta.",
  correct_holder_name: "Corrija-o e tente novamente.",
  bank_account_missing: "Introduza primeiro a sua conta bancária e aceite a autorização.",
  pay_on_page: "Pague na página do nosso serviço de pagamento, onde indica a sua conta bancária e aceita a autorização.",
  page_outcome_unknown:
    "Ainda não conseguimos ver se o seu pagamento chegou. Não pague uma segunda vez: assim que for confirmado, a sua encomenda é feita.",
  verification_needed: "O seu banco pede-lhe que assine a autorização. Siga a ligação para a confirmar.",
  verification_pending: "A autorização ainda não está assinada. Siga a ligação para a confirmar.",
  gateway_unavailable: "Não foi possível enviar o pagamento; nada foi debitado. Tente novamente dentro de momentos.",
  session_not_payable: "Este pagamento terminou. Inicie-o novamente.",
  payment_in_progress: "O seu pagamento já está em curso: o carrinho não pode mudar agora. Aguarde o resultado.",
  payment_awaits_signature:
    "O seu pagamento já está em curso e aguarda a sua assinatura. Assine a autorização ou cancele o pagamento antes de alterar o que quer que seja.",
  already_paid: "Já está pago. Conclua a sua encomenda.",
  paid_elsewhere:
    "Este pagamento foi feito diretamente no serviço de pagamentos e não pertence a nenhuma encomenda. A loja foi avisada; inicie o pagamento novamente.",
  verification_open: "O banco ainda aguarda a sua decisão. Assine ou recuse a autorização na página do banco.",
  giving_up_unavailable: "Não foi possível cancelar o pagamento agora. Tente novamente dentro de momentos.",
  too_many_attempts: "Tentou demasiadas vezes. Aguarde um pouco antes de introduzir outra conta.",
  too_many_iban_checks: "Verificou demasiados IBAN. Aguarde um momento.",
  payment_in_progress_elsewhere:
    "Já está em curso um pagamento com este endereço de e-mail noutro carrinho. Conclua-o ou cancele-o primeiro.",
}
