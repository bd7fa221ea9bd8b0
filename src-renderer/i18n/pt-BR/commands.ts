export const commands = {
  search: 'Buscar ou comandar',
  keys: 'Teclas desta tela',
  import: 'Importar arquivo',
  paste: 'Importar códigos colados',
  askCarriers: 'Consultar as transportadoras agora',
  undo: 'Desfazer a última remoção ou alteração',
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
