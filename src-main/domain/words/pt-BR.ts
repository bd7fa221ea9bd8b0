import { freightPtBR } from './freight.pt-BR.ts'
import { rateRulePtBR } from './rate-rule.pt-BR.ts'
import type { Words } from './words.ts'

export const ptBR: Words = {
  status: {
    registered: 'Cadastrada',
    'pre-posted': 'Pré-postada',
    posted: 'Postada',
    'in-transit': 'Em trânsito',
    'out-for-delivery': 'Saiu para entrega',
    'awaiting-pickup': 'Aguardando retirada',
    'delivery-failed': 'Tentativa sem sucesso',
    suspended: 'Suspensão pedida',
    returning: 'Em devolução',
    returned: 'Devolvida',
    delivered: 'Entregue',
    customs: 'Na alfândega',
    exception: 'Com problema',
    lost: 'Extraviada',
    cancelled: 'Cancelada',
  },
  column: {
    id: 'Nº interno',
    code: 'Código de rastreamento',
    carrier: 'Transportadora',
    orderNumber: 'Pedido',
    channel: 'Canal',
    recipientName: 'Destinatário',
    email: 'E-mail',
    phone: 'Telefone',
    document: 'CPF/CNPJ',
    street: 'Logradouro',
    streetNumber: 'Número',
    complement: 'Complemento',
    district: 'Bairro',
    city: 'Cidade',
    state: 'UF',
    postalCode: 'CEP',
    country: 'País',
    weightG: 'Peso (g)',
    lengthMm: 'Comprimento (mm)',
    widthMm: 'Largura (mm)',
    heightMm: 'Altura (mm)',
    declaredValue: 'Valor declarado',
    currency: 'Moeda',
    service: 'Serviço',
    items: 'Itens',
    invoiceNumber: 'Nota fiscal',
    invoiceKey: 'Chave da nota fiscal',
    postedOn: 'Data de postagem',
    shopPromisedOn: 'Prazo prometido ao cliente',
    note: 'Observação',
    status: 'Situação',
    statusAt: 'Situação desde',
    promisedOn: 'Prazo de entrega',
    forecastOn: 'Previsão do Despacho',
    lastEventAt: 'Último evento em',
    lastEventText: 'Último evento',
    lastEventPlace: 'Local do último evento',
    deliveredAt: 'Entregue em',
    watch: 'Acompanhamento',
    checkedAt: 'Consultada em',
    nextCheckAt: 'Próxima consulta',
    checkFailure: 'Falha na consulta',
    createdAt: 'Importada em',
    updatedAt: 'Alterada em',
    late: 'Atrasada',
    stalledDays: 'Dias úteis sem movimento',
  },
  watch: {
    watched: 'Acompanhada',
    ended: 'Encerrada',
    silent: 'Sem resposta da transportadora',
    untracked: 'Sem rastreamento',
  },
  importField: {
    code: 'Código de rastreamento',
    carrier: 'Transportadora',
    orderNumber: 'Número do pedido',
    channel: 'Canal de venda',
    recipientName: 'Nome do destinatário',
    email: 'E-mail',
    phone: 'Telefone',
    document: 'CPF ou CNPJ',
    street: 'Logradouro',
    streetNumber: 'Número',
    complement: 'Complemento',
    district: 'Bairro',
    city: 'Cidade',
    state: 'UF',
    postalCode: 'CEP',
    country: 'País',
    weight: 'Peso',
    length: 'Comprimento',
    width: 'Largura',
    height: 'Altura',
    dimensions: 'Dimensões (C x L x A)',
    declaredValue: 'Valor declarado',
    service: 'Serviço',
    items: 'Itens',
    invoiceNumber: 'Número da nota fiscal',
    invoiceKey: 'Chave da nota fiscal',
    postedOn: 'Data de postagem',
    shopPromisedOn: 'Prazo prometido ao cliente',
    note: 'Observação',
  },
  reason: {
    'code-missing': 'A linha não tem código de rastreamento. Preencha o código ou exclua a linha.',
    'code-check-digit':
      'O dígito verificador do código não confere: com esses números, o código seria {expected}. Confira o código na etiqueta.',
    'code-scientific':
      'O editor de planilhas arredondou o código e os últimos dígitos se perderam. Formate a coluna como texto e copie o código de novo da origem.',
    'code-leading-zeros':
      'O código tem {digits} dígitos e deveria ter {expected}: o editor de planilhas eliminou os zeros à esquerda. Formate a coluna como texto e preencha o código inteiro.',
    'code-unknown-format':
      'O código não tem o formato de nenhuma transportadora conhecida. Corrija o código ou escolha manter os códigos desconhecidos.',
    'code-ambiguous':
      'Mais de uma transportadora usa códigos com este formato ({carriers}). Informe a transportadora em uma coluna ou escolha uma para o arquivo inteiro.',
    'code-twice-in-file': 'O mesmo código já aparece na linha {line} com outros dados. Deixe apenas uma das linhas.',
    'carrier-unknown': 'Esta transportadora não é conhecida. As conhecidas são: {carriers}.',
    'document-check-digit': 'Os dígitos verificadores do {kind} não conferem. Confira o número com o destinatário.',
    'document-format':
      'O valor não é um CPF (11 dígitos) nem um CNPJ (14 caracteres). Corrija o número ou deixe a célula vazia.',
    'email-format':
      "O valor não é um endereço de e-mail, como nome{'@'}exemplo.com.br. Corrija ou deixe a célula vazia.",
    'postal-code-format': 'O CEP deve ter oito dígitos, como 01310-100. Corrija o CEP ou deixe a célula vazia.',
    'country-format':
      'O país não foi reconhecido. Use o nome ou a sigla de duas letras, como BR. Corrija ou deixe a célula vazia.',
    'weight-format': 'O peso não pôde ser lido. Use um número como 0,350 ou 350 g, até 1.000 kg.',
    'length-format':
      'A medida não pôde ser lida. Use um número como 20 ou 20,5 cm, até 10 m; três medidas na mesma célula, como 20 x 15 x 10.',
    'value-format': 'O valor não pôde ser lido. Use um número como 1.234,56.',
    'date-format': 'A data não existe ou não pôde ser lida. Use dia, mês e ano, como 31/12/2026.',
    'invoice-key-check-digit': 'O dígito verificador da chave da nota fiscal não confere. Copie de novo os 44 dígitos.',
    'invoice-key-format':
      'A chave da nota fiscal deve ter 44 dígitos; esta tem {length}. Formate a coluna como texto e copie a chave inteira.',
    'cell-too-long': 'O texto tem {length} caracteres; o limite deste campo é {limit}. Encurte o texto.',
    'row-width': 'A linha tem {cells} colunas e o cabeçalho tem {columns}. Confira o separador e as aspas da linha.',
    'row-malformed':
      'A linha não pôde ser lida: há aspas abertas sem fechar ou fora do lugar. Corrija as aspas da linha.',
  },
  problem: {
    'file-empty': 'O arquivo está vazio. Nada foi importado.',
    'file-gone':
      'O arquivo não está mais no lugar: foi movido, excluído ou a unidade foi removida. Nada dele foi importado. Escolha o arquivo de novo.',
    'file-locked':
      'Outro programa está usando o arquivo, ou falta permissão para ler o arquivo. Feche o arquivo no outro programa e tente de novo.',
    'file-type':
      'O conteúdo do arquivo é do tipo {type}, que não é lido. Salve a tabela como XLSX ou CSV e importe de novo.',
    'file-folder': 'É uma pasta, e não um arquivo. Abra a pasta e escolha a planilha ou o texto que está nela.',
    'file-device':
      'Não é um arquivo comum, e sim um canal ou dispositivo do sistema. Salve a tabela como arquivo e importe de novo.',
    'file-xls-1997':
      'O arquivo está no formato do Excel 97-2003 (.xls). Abra no Excel ou no LibreOffice, salve como XLSX e importe de novo.',
    'file-password': 'A planilha está protegida por senha. Abra a planilha, retire a senha, salve e importe de novo.',
    'file-damaged':
      'O arquivo está danificado ou incompleto. Nada foi importado. Abra o arquivo no programa de origem e salve uma nova cópia.',
    'file-zip-bomb':
      'Descompactado, o arquivo teria mais de {limit} MB, muito acima do que uma planilha de encomendas ocupa. O arquivo não foi aberto. Divida a planilha ou salve como CSV.',
    'file-too-many-columns':
      'A tabela tem {columns} colunas; o limite é {limit}. Exclua as colunas que não são de encomendas e importe de novo.',
    'file-cell-too-large':
      'Na linha {line}, uma célula tem mais de {limit} mil caracteres. Nada foi importado. Confira se há aspas abertas sem fechar e corrija a célula.',
    'file-formulas-without-values':
      'A planilha tem fórmulas sem os resultados gravados. Abra a planilha no Excel ou no LibreOffice, salve e importe de novo.',
    'file-no-rows': 'O arquivo tem cabeçalho, mas nenhuma linha de dados. Nada foi importado.',
    'file-sheet-missing': 'A pasta de trabalho não tem a planilha {sheet}. Escolha uma das planilhas que existem.',
    'file-encoding': 'O texto não está na codificação {encoding}. Escolha outra codificação.',
    'mapping-uncertain':
      'Não ficou certo qual coluna contém o código de rastreamento ou o que outra coluna contém. Confira as colunas antes de importar.',
    'mapping-without-code':
      'Nenhuma coluna foi indicada como código de rastreamento. Indique a coluna e importe de novo.',
    'preset-unfit':
      'As colunas do arquivo não são as do modelo: falta {missing}. Confira as colunas ou escolha outro modelo.',
    'preset-unknown': 'O modelo não existe mais. Escolha outro ou confira as colunas.',
  },
  exportProblem: {
    'file-locked':
      'O arquivo não foi gravado: outro programa está com ele aberto, ou falta permissão na pasta. Feche o arquivo ou escolha outro nome.',
    'disk-full': 'O arquivo não foi gravado: o disco está cheio. Libere espaço ou escolha outro disco.',
    'too-many-rows':
      'São {rows} linhas; uma planilha comporta {limit}. Use o filtro para dividir a lista ou exporte como CSV.',
    'file-type': 'O nome do arquivo deve terminar em .xlsx ou .csv.',
  },
  file: {
    parcels: 'Encomendas',
    rejected: 'Linhas recusadas',
    reason: 'Motivo da recusa',
    line: 'Linha no arquivo',
    source: 'Arquivo de origem',
    yes: 'Sim',
    no: 'Não',
    unknownCarrier: 'Desconhecida',
  },
  watchedFolder: {
    done: 'Importados',
    pending: 'Pendentes',
    result: 'resultado',
    file: 'Arquivo',
    when: 'Importado em',
    preset: 'Modelo',
    stored: 'Encomendas novas',
    changed: 'Encomendas alteradas',
    unchanged: 'Linhas sem mudança',
    undecided: 'Linhas diferentes do que está gravado, deixadas como estavam',
    undecidedNext:
      'Para decidir sobre elas, importe este arquivo na tela Importar. Para que sejam sempre aplicadas ou sempre ignoradas, mude o modelo.',
    rejected: 'Linhas recusadas',
    rejectedNext:
      'As linhas recusadas estão na planilha ao lado, com os motivos. Corrija e coloque a planilha de novo na pasta monitorada.',
    nothing: 'Nada deste arquivo foi importado.',
    cancelled: 'A importação foi parada a pedido. Coloque o arquivo de novo na pasta monitorada para importar.',
    internal:
      'Ocorreu um erro no Despacho. Coloque o arquivo de novo na pasta monitorada. Se continuar, envie os registros ao suporte.',
  },
  freight: freightPtBR,
  rateRule: rateRulePtBR,
}
