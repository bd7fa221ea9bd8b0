export const commands = {
  search: 'Buscar ou comandar',
  keys: 'Teclas desta tela',
  import: 'Importar arquivo',
  paste: 'Importar códigos colados',
  addScanned: 'Adicionar os códigos lidos',
  askCarriers: 'Consultar as transportadoras agora',
  pauseTracking: 'Pausar ou retomar o rastreamento',
  addAccount: 'Conectar um contrato',
  theme: 'Trocar entre tema claro e escuro',
  group: {
    places: 'Lugares',
    screen: 'Nesta tela',
    selection: 'Com a seleção',
    file: 'Arquivos',
    application: 'Despacho',
  },
}
