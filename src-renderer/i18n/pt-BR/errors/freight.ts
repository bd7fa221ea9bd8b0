/** Errors of freight tables and of rules that choose a service, in the form of `errors`. */
export const freightErrors = {
  'no-quoting-account': {
    what: 'Nenhuma conta cota fretes.',
    undone: 'Nada foi cotado.',
    next: 'Conecte o contrato dos Correios em Contas.',
  },
  'origin-missing': {
    what: 'Falta o CEP de origem.',
    undone: 'Nada foi cotado.',
    next: 'Preencha o CEP de origem na conta ou na cotação.',
  },
  'quote-job-unknown': {
    what: 'Esta cotação em lote não existe mais.',
    undone: 'Nada foi alterado.',
    next: 'Comece outra.',
  },
  'quote-job-running': {
    what: 'Esta cotação em lote já está em andamento.',
    undone: 'Nada foi alterado.',
    next: 'Acompanhe o andamento ou pare-a primeiro.',
  },
  'sandbox-not-running': {
    what: 'A conta é da transportadora simulada, que não está em funcionamento.',
    undone: 'Nada foi cotado.',
    next: 'Abra a demonstração ou escolha outro ambiente na conta.',
  },
  'too-many-shipments': {
    what: 'São mais de {limit} envios.',
    undone: 'Nada foi cotado.',
    next: 'Divida o arquivo ou use um filtro.',
  },
  'no-shipments': {
    what: 'Não há envio nenhum.',
    undone: 'Nada foi cotado.',
    next: 'Confira o arquivo ou o período.',
  },
  'columns-missing': {
    what: 'O arquivo precisa de uma coluna com o CEP de destino e uma com o peso.',
    undone: 'Nada foi cotado.',
    next: 'Dê às colunas os títulos CEP e Peso e tente de novo.',
  },
  'table-unknown': {
    what: 'Esta tabela de frete não existe mais.',
    undone: 'Nada foi alterado.',
    next: 'Atualize a lista; ela pode ter sido removida.',
  },
  'freight-columns': {
    what: 'O arquivo não tem as colunas de uma tabela de frete. Faltam: {missing}.',
    undone: 'Nada foi importado.',
    next: 'Dê esses títulos às colunas, em uma só linha, e importe de novo.',
  },
  'freight-weight-unit': {
    what: 'Não ficou certo se os pesos estão em gramas ou em quilos.',
    undone: 'Nada foi importado.',
    next: 'Escolha a unidade, ou escreva (g) ou (kg) no título das colunas de peso.',
  },
  'freight-too-long': {
    what: 'A tabela tem mais de {limit} linhas.',
    undone: 'Nada foi importado.',
    next: 'Divida a tabela por serviço ou por região e importe as partes.',
  },
  'rule-empty': {
    what: 'A regra {rule} tem uma condição sem valor ({field}).',
    undone: 'As regras não foram salvas.',
    next: 'Preencha a condição ou retire-a da regra.',
  },
  'rule-order': {
    what: 'Na regra {rule}, um intervalo termina antes de começar ({field}).',
    undone: 'As regras não foram salvas.',
    next: 'Corrija o início ou o fim do intervalo.',
  },
}

/** What procedures of freight tables say better than the code alone. */
export const freightErrorsIn = {
  freightTables: {
    import: {
      'name-taken': {
        what: 'Já existe uma tabela de frete com esse nome.',
        undone: 'A tabela não foi importada.',
        next: 'Escolha outro nome, ou substitua a tabela que existe.',
      },
    },
    export: {
      'file-locked': {
        what: 'Não foi possível gravar nesse lugar.',
        undone: 'O arquivo não foi gravado.',
        next: 'Escolha outra pasta, ou feche o programa que tem o arquivo aberto.',
      },
      'file-type': {
        what: 'O nome do arquivo precisa terminar em .xlsx.',
        undone: 'O arquivo não foi gravado.',
        next: 'Escolha outro nome.',
      },
    },
  },
}
