export const today = {
  import: 'Importar arquivo',
  empty: {
    title: 'Nenhuma encomenda ainda',
    text: 'Com a primeira planilha importada, aqui fica o que há para fazer no dia: atrasos, tentativas sem sucesso, retiradas, falhas.',
    connect: 'Conectar contrato',
  },
  work: {
    title: 'O que há para fazer',
    none: 'Nada pendente',
    noneText: 'Nenhuma encomenda pede ação agora. O que aparecer entra nesta lista sozinho.',
    some: '{count} assunto pede atenção | {count} assuntos pedem atenção',
    'account-refused': {
      title: 'encomenda espera: acesso recusado por {carrier} | encomendas esperam: acesso recusado por {carrier}',
      next: 'Abra a conta e teste a conexão.',
    },
    'account-missing': {
      title: 'encomenda espera uma conta de {carrier} | encomendas esperam uma conta de {carrier}',
      next: 'Conecte o contrato para que sejam acompanhadas.',
    },
    'watched-folder': {
      title: 'arquivo da pasta monitorada parado | arquivos da pasta monitorada parados',
      next: 'Veja o motivo de cada um; ao resolver, retire o arquivo da subpasta.',
    },
    'watched-folder-problem': {
      title: 'pasta monitorada sem acesso | pastas monitoradas sem acesso',
      next: 'Nada é importado dela até que volte ou que outra seja escolhida.',
    },
    'access-code-ending': {
      title: 'dia até vencer o código de acesso: {account} | dias até vencer o código de acesso: {account}',
      next: 'Gere outro no portal e informe-o na conta: o atual continua em uso até o novo ser aceito.',
    },
    'access-code-ended': {
      title: 'código de acesso passou dos 180 dias: {account} | códigos de acesso passaram dos 180 dias: {account}',
      next: 'Gere outro no portal e informe-o na conta.',
    },
    'access-lost': {
      title: 'API deixou de ser liberada: {account} | APIs deixaram de ser liberadas: {account}',
      next: 'Teste a conexão na conta: ela diz o que pedir ao gerente dos Correios.',
    },
    'contract-ending': {
      title: 'dia até vencer o contrato ou o cartão: {account} | dias até vencer o contrato ou o cartão: {account}',
      next: 'Fale com o gerente de conta antes que os serviços parem.',
    },
    'contract-ended': {
      title: 'contrato ou cartão vencido: {account} | contratos ou cartões vencidos: {account}',
      next: 'Fale com o gerente de conta e atualize a conta.',
    },
    exception: {
      title: 'encomenda com problema | encomendas com problema',
      next: 'Avaria, recusa ou endereço: fale com o cliente ou com a transportadora.',
    },
    'delivery-failed': {
      title: 'tentativa de entrega sem sucesso | tentativas de entrega sem sucesso',
      next: 'Confirme endereço e presença com o cliente antes da próxima tentativa.',
    },
    'awaiting-pickup': {
      title: 'encomenda aguarda retirada | encomendas aguardam retirada',
      next: 'Avise o cliente: o prazo de retirada é curto.',
    },
    late: {
      title: 'encomenda atrasada | encomendas atrasadas',
      next: 'Passaram do prazo prometido e ainda não chegaram.',
    },
    stalled: {
      title: 'encomenda sem movimento além do normal | encomendas sem movimento além do normal',
      next: 'Verifique com a transportadora ou exporte a planilha para reclamação.',
    },
    customs: {
      title: 'encomenda na alfândega | encomendas na alfândega',
      next: 'Veja se há tributo ou documento pendente.',
    },
    returning: {
      title: 'encomenda em devolução | encomendas em devolução',
      next: 'Prepare o recebimento e decida sobre o reenvio.',
    },
    failing: {
      title: 'encomenda cuja última consulta falhou | encomendas cuja última consulta falhou',
      next: 'A consulta é repetida sozinha; a causa está em cada encomenda.',
    },
    silent: {
      title: 'encomenda da qual a transportadora nada diz | encomendas das quais a transportadora nada diz',
      next: 'O código pode estar errado ou o objeto não foi postado. Não são mais consultadas sozinhas.',
    },
    unmapped: {
      title: 'código de evento desconhecido | códigos de evento desconhecidos',
      next: 'Não mudam a situação das encomendas. A lista pode ser enviada à equipe do Despacho.',
    },
  },
  pictures: {
    chart: 'Gráfico',
    table: 'Tabela',
    days: {
      title: 'Encomendas por dia',
      note: 'Últimos 30 dias: {posted} postadas, {delivered} entregues',
      label: 'Gráfico de encomendas por dia nos últimos 30 dias: {posted} postadas, {delivered} entregues',
      empty: 'Nenhuma encomenda postada ou entregue nos últimos 30 dias.',
      day: 'Dia',
      posted: 'Postadas',
      delivered: 'Entregues',
      open: 'Abrir as postadas em {day}',
    },
    delivery: {
      title: 'Dias até a entrega por UF',
      note: 'Mediana desde a postagem; entregas desde {day}.',
      most: 'As {count} mais frequentes; todas na tabela.',
      label: 'Gráfico da mediana de dias úteis até a entrega por UF',
      empty: 'Com cinco entregas para uma UF, o prazo real dela aparece aqui.',
      days: '{count} dia útil | {count} dias úteis',
      deliveries: '{count} entrega | {count} entregas',
      median: 'Dias úteis (mediana)',
      delivered: 'Entregas',
      open: 'Abrir as entregues: {state}',
    },
    late: {
      title: 'Atrasos por transportadora',
      note: 'Prazo da transportadora entre {from} e {to}.',
      label: 'Gráfico da parte atrasada das encomendas por transportadora',
      empty: 'Nenhuma encomenda tinha prazo da transportadora nos últimos 30 dias.',
      of: '{late} de {promised}',
      promised: 'Com prazo',
      late: 'Atrasadas',
      share: 'Parte',
      open: 'Abrir as atrasadas: {carrier}',
      openAll: 'Abrir todas as com prazo: {carrier}',
    },
  },
  share: { title: 'Situação das encomendas' },
  tracking: {
    title: 'Rastreamento',
    watched: 'Acompanhadas',
    due: 'Na hora de consultar',
    next: 'Próxima consulta',
    nothingDue: 'nada a consultar',
  },
}
