import { freightErrors, freightErrorsIn } from './errors/freight.ts'

/** `errors.<code>`: what happened, what was not done, what to do; `errors.in.<procedure>.<code>` where a procedure says it better. */
export const errors = {
  'unknown-reason': 'Motivo desconhecido ({code}).',
  invalid_input: {
    what: 'O pedido não tinha a forma esperada.',
    undone: 'Nada foi alterado.',
    next: 'Confira os campos e tente de novo. Se continuar, envie os detalhes ao suporte.',
  },
  forbidden_sender: {
    what: 'O pedido não veio da janela do Despacho e foi recusado.',
    undone: 'Nada foi alterado.',
    next: 'Feche o Despacho e abra de novo.',
  },
  unknown_procedure: {
    what: 'Esta versão do Despacho não tem essa função.',
    undone: 'Nada foi alterado.',
    next: 'Feche o Despacho e abra de novo. Se continuar, envie os detalhes ao suporte.',
  },
  cancelled: {
    what: 'Parado a pedido.',
    undone: 'O que faltava não foi feito.',
    next: 'Pode ser começado de novo a qualquer momento.',
  },
  internal: {
    what: 'Ocorreu um erro no Despacho.',
    undone: 'A ação não foi concluída.',
    next: 'Tente de novo. Se continuar, envie os detalhes ao suporte.',
  },
  'parcel-unknown': {
    what: 'Esta encomenda não está mais na lista.',
    undone: 'Nada foi alterado.',
    next: 'Atualize a busca; ela pode ter sido removida.',
  },
  'nothing-to-undo': 'Nada para desfazer: só remoções e alterações feitas nas últimas 24 horas.',
  'undone-already': {
    what: 'Isto já foi desfeito.',
    undone: 'Nada foi alterado.',
    next: 'O resultado está na lista.',
  },
  'undo-expired': {
    what: 'O prazo de 24 horas para desfazer terminou.',
    undone: 'Nada foi alterado.',
    next: 'Encomendas removidas voltam pela importação da planilha; observações são escritas de novo.',
  },
  'undo-erased': {
    what: 'Os dados pessoais foram apagados depois disso, e apagar é definitivo.',
    undone: 'Nada foi alterado.',
    next: 'O registro está em Ajustes, Dados pessoais.',
  },
  'changed-since': {
    what: 'A encomenda foi alterada de novo depois disso.',
    undone: 'O valor mais novo ficou.',
    next: 'Os valores anteriores estão no histórico da encomenda.',
  },
  'person-unknown': {
    what: 'Nada está guardado com este valor.',
    undone: 'Nada foi alterado.',
    next: 'Confira o valor; ele precisa estar inteiro.',
  },
  'no-public-page': {
    what: 'Esta transportadora não tem página pública de rastreamento.',
    undone: 'Nada foi aberto.',
    next: 'Os eventos estão na linha do tempo da encomenda.',
  },
  'demo-not-opened': {
    what: 'A demonstração não pôde ser aberta.',
    undone: 'Os dados próprios continuam abertos, como estavam.',
    next: 'Confira se há espaço em disco e permissão de gravação na pasta dos dados e tente de novo.',
  },
  'own-data-not-opened': {
    what: 'Os dados próprios não puderam ser abertos.',
    undone: 'A demonstração foi aberta de novo e continua.',
    next: 'Feche outro Despacho ou comando que use a pasta dos dados e tente de novo. Nada dos dados próprios foi alterado.',
  },
  'carrier-unknown': {
    what: 'Esta versão do Despacho não conhece a transportadora.',
    undone: 'Nada foi salvo.',
    next: 'Escolha uma das transportadoras da lista.',
  },
  'account-unknown': {
    what: 'Esta conta não existe mais.',
    undone: 'Nada foi alterado.',
    next: 'Volte à lista de contas; ela pode ter sido removida.',
  },
  'name-taken': { what: 'Já existe um com esse nome.', undone: 'Nada foi salvo.', next: 'Escolha outro nome.' },
  'field-invalid': {
    what: 'Um dos campos não foi aceito.',
    undone: 'A conta não foi salva.',
    next: 'Corrija o campo marcado e salve de novo.',
  },
  'secret-missing': {
    what: 'Falta a senha desta conta.',
    undone: 'A conta não foi salva.',
    next: 'Informe a senha ou o código de acesso e salve de novo.',
  },
  'keychain-unavailable': {
    what: 'O cofre de senhas do sistema não respondeu.',
    undone: 'A senha não foi guardada em nenhum lugar e a conta não foi alterada.',
    next: 'Desbloqueie o cofre (no Linux, o Secret Service, como o GNOME Keyring) e tente de novo.',
  },
  'cursor-invalid': {
    what: 'A lista mudou de ordem enquanto era lida.',
    undone: 'A página seguinte não foi mostrada.',
    next: 'Volte ao começo da lista.',
  },
  'disk-full': {
    what: 'O disco está cheio.',
    undone: 'O arquivo não foi gravado.',
    next: 'Libere espaço e tente de novo.',
  },
  'backup-unsound': {
    what: 'A cópia foi feita, mas não passou na conferência.',
    undone: 'A cópia foi descartada; os dados em uso não foram tocados.',
    next: 'Faça a verificação dos dados, nos ajustes, e envie o resultado ao suporte.',
  },
  'copy-gone': {
    what: 'O arquivo não está mais lá.',
    undone: 'Nada foi alterado.',
    next: 'Escolha outra cópia da lista ou outro arquivo.',
  },
  'copy-in-use': {
    what: 'O arquivo está aberto em outro Despacho.',
    undone: 'Nada foi alterado.',
    next: 'Feche o outro, ou grave lá um arquivo em Ajustes, Mudar de computador.',
  },
  'copy-newer': {
    what: 'O arquivo foi gravado por uma versão mais nova do Despacho.',
    undone: 'Nada foi alterado.',
    next: 'Instale aqui a versão mais nova e tente de novo.',
  },
  'copy-damaged': {
    what: 'O arquivo está danificado: não passou na conferência.',
    undone: 'Nada foi alterado.',
    next: 'Escolha outra cópia, ou copie o arquivo de novo do outro computador.',
  },
  'copy-unreadable': {
    what: 'O arquivo não pôde ser lido ou copiado para a pasta dos dados.',
    undone: 'Nada foi alterado.',
    next: 'Confira a permissão de leitura do arquivo e o espaço em disco e tente de novo.',
  },
  'not-a-store': {
    what: 'O arquivo não é uma cópia do Despacho.',
    undone: 'Nada foi alterado.',
    next: 'Escolha um arquivo gravado em Ajustes, Mudar de computador, ou uma cópia da pasta backups.',
  },
  'place-unwritable': {
    what: 'Não foi possível gravar nesse lugar.',
    undone: 'O arquivo não foi gravado.',
    next: 'Escolha outra pasta, ou confira se o pendrive permite gravação.',
  },
  'folder-gone': {
    what: 'A pasta não está acessível.',
    undone: 'Os arquivos ficam onde estão.',
    next: 'Confira se a pasta existe e se o disco ou a rede está conectado, ou escolha outra.',
  },
  'folder-unwritable': {
    what: 'Não é possível gravar na pasta.',
    undone: 'Nada foi importado dela: os arquivos importados precisam ser movidos para uma subpasta.',
    next: 'Libere a gravação na pasta ou escolha outra.',
  },
  'folder-of-despacho': {
    what: 'Esta pasta é do próprio Despacho.',
    undone: 'A pasta não foi trocada.',
    next: 'Escolha uma pasta fora da pasta de dados.',
  },
  'no-watched-folder': {
    what: 'Nenhuma pasta foi escolhida.',
    undone: 'Nada foi importado.',
    next: 'Escolha uma pasta em Ajustes, Pasta monitorada.',
  },
  'in-demonstration': {
    what: 'Isto não se faz na demonstração.',
    undone: 'Nada foi alterado.',
    next: 'Saia da demonstração e tente de novo.',
  },
  'collection-gone': {
    what: 'Os dados foram reunidos de novo desde então.',
    undone: 'O arquivo não foi salvo.',
    next: 'Reúna os dados de novo e salve.',
  },
  ...freightErrors,
  carrier: {
    unreachable: 'A transportadora não pôde ser alcançada pela rede.',
    timeout: 'A transportadora demorou demais para responder.',
    down: 'A transportadora está fora do ar.',
    'rate-limited': 'A transportadora pediu menos consultas por minuto.',
    'malformed-answer': 'A transportadora deu uma resposta que não foi compreendida.',
    rejected: 'A transportadora recusou a consulta.',
    credentials: 'A transportadora recusou o usuário ou a senha.',
    'credentials-expired': 'O código de acesso à transportadora venceu.',
    'not-enabled': 'O rastreamento não está liberado no contrato.',
    'posting-card-unknown': 'A transportadora não localizou o cartão de postagem.',
    'clock-wrong': 'O relógio deste computador está errado e a transportadora recusa o acesso.',
    'left-alone': 'Depois de falhas seguidas, a transportadora não é consultada por um tempo.',
    cancelled: 'A consulta foi parada.',
  },
  in: {
    ...freightErrorsIn,
    support: {
      save: {
        'file-locked': {
          what: 'Não foi possível gravar nesse lugar.',
          undone: 'O arquivo não foi salvo.',
          next: 'Escolha outra pasta, ou feche o programa que tem o arquivo aberto.',
        },
      },
    },
    files: {
      reveal: {
        'file-gone': {
          what: 'O arquivo não está mais na pasta.',
          undone: 'A pasta não foi aberta.',
          next: 'Ele pode ter sido movido ou excluído. Exporte de novo.',
        },
      },
    },
    accounts: {
      save: {
        'name-taken': {
          what: 'Já existe uma conta com esse nome.',
          undone: 'A conta não foi salva.',
          next: 'Escolha outro nome.',
        },
      },
      remove: {
        'account-in-use': {
          what: 'Encomendas em acompanhamento dependem da conta “{name}”: {count}.',
          undone: 'A conta não foi removida.',
          next: 'Passe-as para outra conta da mesma transportadora ou pare de acompanhá-las; as duas opções estão na janela de remoção.',
        },
        'keychain-unavailable': {
          what: 'O cofre de senhas do sistema não respondeu.',
          undone: 'A conta não foi removida, para que a senha não fique para trás.',
          next: 'Desbloqueie o cofre e remova de novo.',
        },
      },
    },
    views: {
      save: {
        'name-taken': {
          what: 'Já existe uma visão com esse nome.',
          undone: 'A visão não foi salva.',
          next: 'Escolha outro nome.',
        },
      },
    },
    imports: {
      savePreset: {
        'name-taken': {
          what: 'Já existe um modelo de colunas com esse nome.',
          undone: 'O modelo não foi salvo.',
          next: 'Escolha outro nome.',
        },
      },
    },
  },
}
