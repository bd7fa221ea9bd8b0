import type { Locale } from '../contract/app.contract.ts'
import type { StoreOpenFailure } from '../ipc/engine-session.ts'

/** What the main process itself says: the menu, dialogs, and why the application can't start. */
export type WindowWords = {
  readonly menu: {
    readonly file: string
    readonly import: string
    readonly paste: string
    readonly export: string
    readonly settings: string
    readonly quit: string
    readonly edit: string
    readonly undo: string
    readonly redo: string
    readonly cut: string
    readonly copy: string
    readonly insert: string
    readonly selectAll: string
    readonly view: string
    readonly search: string
    readonly refresh: string
    readonly zoomIn: string
    readonly zoomOut: string
    readonly zoomReset: string
    readonly fullScreen: string
    readonly developerTools: string
    readonly places: string
    readonly today: string
    readonly parcels: string
    readonly quotes: string
    readonly accounts: string
    readonly help: string
    readonly keys: string
    readonly logs: string
    readonly window: string
    readonly minimize: string
  }
  readonly dialog: {
    readonly importTitle: string
    readonly importable: string
    readonly restoreTitle: string
    readonly watchTitle: string
    /** A copy of everything, to be restored. */
    readonly restorable: string
    readonly saveTitle: string
    readonly all: string
  }
  readonly cannotStart: string
  readonly engineDied: string
  readonly failure: Readonly<Record<StoreOpenFailure['code'], string>>
}

const pt: WindowWords = {
  menu: {
    file: 'Arquivo',
    import: 'Importar…',
    paste: 'Colar códigos…',
    export: 'Exportar…',
    settings: 'Ajustes',
    quit: 'Sair',
    edit: 'Editar',
    undo: 'Desfazer',
    redo: 'Refazer',
    cut: 'Recortar',
    copy: 'Copiar',
    insert: 'Colar',
    selectAll: 'Selecionar tudo',
    view: 'Exibir',
    search: 'Buscar',
    refresh: 'Atualizar na transportadora',
    zoomIn: 'Aumentar',
    zoomOut: 'Diminuir',
    zoomReset: 'Tamanho normal',
    fullScreen: 'Tela cheia',
    developerTools: 'Ferramentas de desenvolvimento',
    places: 'Ir para',
    today: 'Hoje',
    parcels: 'Encomendas',
    quotes: 'Cotação',
    accounts: 'Contas',
    help: 'Ajuda',
    keys: 'Teclas desta tela',
    logs: 'Mostrar os registros',
    window: 'Janela',
    minimize: 'Minimizar',
  },
  dialog: {
    importTitle: 'Importar encomendas',
    importable: 'Planilhas e listas',
    restoreTitle: 'Restaurar de um arquivo',
    watchTitle: 'Pasta a monitorar',
    restorable: 'Dados do Despacho',
    saveTitle: 'Salvar como',
    all: 'Todos os arquivos',
  },
  cannotStart: 'O Despacho não pode abrir',
  engineDied:
    'O motor do Despacho parou várias vezes seguidas. O que estava gravado continua gravado. Os registros dizem o motivo:',
  failure: {
    'store-newer':
      'Os dados desta pasta foram gravados por uma versão mais nova do Despacho. Nada foi alterado. Instale a versão mais nova, ou abra outra pasta com --data-dir.',
    'store-in-use':
      'Outro Despacho, ou um comando em andamento, usa esta pasta de dados. Nada foi alterado. Feche o outro e abra de novo.',
    'store-damaged':
      'O arquivo de dados está danificado e não foi aberto. Nada foi alterado. As cópias de segurança estão na pasta backups, ao lado dele.',
    'store-unwritable':
      'A pasta de dados não pode ser gravada: o disco está cheio, só permite leitura, ou falta permissão. Nada foi alterado.',
    'migration-failed':
      'A atualização dos dados para esta versão falhou. O arquivo ficou como era, e uma cópia de segurança foi feita antes.',
  },
}

const pl: WindowWords = {
  menu: {
    file: 'Plik',
    import: 'Importuj…',
    paste: 'Wklej numery…',
    export: 'Eksportuj…',
    settings: 'Ustawienia',
    quit: 'Zakończ',
    edit: 'Edycja',
    undo: 'Cofnij',
    redo: 'Ponów',
    cut: 'Wytnij',
    copy: 'Kopiuj',
    insert: 'Wklej',
    selectAll: 'Zaznacz wszystko',
    view: 'Widok',
    search: 'Szukaj',
    refresh: 'Odśwież u przewoźnika',
    zoomIn: 'Powiększ',
    zoomOut: 'Pomniejsz',
    zoomReset: 'Zwykły rozmiar',
    fullScreen: 'Pełny ekran',
    developerTools: 'Narzędzia programisty',
    places: 'Przejdź do',
    today: 'Dzisiaj',
    parcels: 'Przesyłki',
    quotes: 'Wycena',
    accounts: 'Konta',
    help: 'Pomoc',
    keys: 'Klawisze tego ekranu',
    logs: 'Pokaż dzienniki',
    window: 'Okno',
    minimize: 'Minimalizuj',
  },
  dialog: {
    importTitle: 'Import przesyłek',
    importable: 'Arkusze i listy',
    restoreTitle: 'Przywróć z pliku',
    watchTitle: 'Folder do obserwowania',
    restorable: 'Dane Despacho',
    saveTitle: 'Zapisz jako',
    all: 'Wszystkie pliki',
  },
  cannotStart: 'Despacho nie może się otworzyć',
  engineDied:
    'Silnik Despacho zatrzymał się kilka razy z rzędu. Zapisane dane pozostają zapisane. Powód jest w dziennikach:',
  failure: {
    'store-newer':
      'Dane w tym folderze zapisała nowsza wersja Despacho. Nic nie zostało zmienione. Zainstaluj nowszą wersję albo otwórz inny folder przez --data-dir.',
    'store-in-use':
      'Inny program Despacho albo trwające polecenie używa tego folderu danych. Nic nie zostało zmienione. Zamknij tamten i otwórz ponownie.',
    'store-damaged':
      'Plik danych jest uszkodzony i nie został otwarty. Nic nie zostało zmienione. Kopie zapasowe są obok, w folderze backups.',
    'store-unwritable':
      'W folderze danych nie można zapisywać: dysk jest pełny, tylko do odczytu, albo brakuje uprawnień. Nic nie zostało zmienione.',
    'migration-failed':
      'Aktualizacja danych do tej wersji nie powiodła się. Plik pozostał taki, jaki był, a wcześniej powstała kopia zapasowa.',
  },
}

const en: WindowWords = {
  menu: {
    file: 'File',
    import: 'Import…',
    paste: 'Paste codes…',
    export: 'Export…',
    settings: 'Settings',
    quit: 'Quit',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    insert: 'Paste',
    selectAll: 'Select all',
    view: 'View',
    search: 'Search',
    refresh: 'Update from the carrier',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    zoomReset: 'Normal size',
    fullScreen: 'Full screen',
    developerTools: 'Developer tools',
    places: 'Go to',
    today: 'Today',
    parcels: 'Parcels',
    quotes: 'Quotes',
    accounts: 'Accounts',
    help: 'Help',
    keys: 'Keys of this screen',
    logs: 'Show the logs',
    window: 'Window',
    minimize: 'Minimize',
  },
  dialog: {
    importTitle: 'Import parcels',
    importable: 'Spreadsheets and lists',
    restoreTitle: 'Restore from a file',
    watchTitle: 'Folder to watch',
    restorable: 'Data of Despacho',
    saveTitle: 'Save as',
    all: 'All files',
  },
  cannotStart: 'Despacho cannot open',
  engineDied: 'The engine of Despacho stopped several times in a row. What was stored stays stored. The logs say why:',
  failure: {
    'store-newer':
      'The data in this folder was written by a newer version of Despacho. Nothing was changed. Install the newer version, or open another folder with --data-dir.',
    'store-in-use':
      'Another Despacho, or a command that is running, uses this data folder. Nothing was changed. Close it and open again.',
    'store-damaged':
      'The data file is damaged and was not opened. Nothing was changed. Backups are beside it, in the folder backups.',
    'store-unwritable':
      'The data folder cannot be written: the disk is full, read-only, or a permission is missing. Nothing was changed.',
    'migration-failed':
      'Bringing the data to this version failed. The file is as it was, and a backup was made before.',
  },
}

/** The words of each language. */
export const windowWords: Readonly<Record<Locale, WindowWords>> = { 'pt-BR': pt, pl, en }
