export const start = {
  title: 'Início',
  purpose: 'Da planilha de códigos à lista acompanhada: tudo o que foi despachado, onde está e o que pede ação.',
  connect: {
    title: 'Conectar um contrato',
    text: 'As encomendas são acompanhadas direto nos Correios, com o contrato da loja.',
    needs: 'É preciso: usuário do portal, código de acesso às APIs e cartão de postagem.',
    button: 'Conectar contrato',
  },
  demo: {
    title: 'Experimentar com dados de exemplo',
    text: '600 encomendas que seguem viagem enquanto se olha. As transportadoras são simuladas neste computador.',
    needs: 'Não é preciso nada. Ao sair, os dados de exemplo são descartados.',
    button: 'Abrir a demonstração',
  },
  import: {
    title: 'Importar uma planilha agora',
    text: 'CSV, TSV, TXT ou XLSX com códigos de rastreamento. O arquivo também pode ser solto nesta janela.',
    button: 'Escolher arquivo',
  },
  local: 'Os dados ficam neste computador. As senhas ficam no cofre de senhas do sistema.',
  skip: 'Ir direto para o Despacho',
}
