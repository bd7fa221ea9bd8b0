import type { start as source } from '../pt-BR/start.ts'
import type { Translation } from '../messages.ts'

export const start: Translation<typeof source> = {
  title: 'Start',
  purpose:
    'From a sheet of codes to a watched list: everything that was dispatched, where it is and what needs action.',
  connect: {
    title: 'Connect a contract',
    text: 'Parcels are tracked straight at Correios, with the contract of the shop.',
    needs: 'Needed: portal user, API access code and posting card.',
    button: 'Connect a contract',
  },
  demo: {
    title: 'Try it with sample data',
    text: '600 parcels that travel on as one watches. The carriers are simulated on this computer.',
    needs: 'Nothing is needed. The sample data is thrown away on leaving.',
    button: 'Open the demonstration',
  },
  import: {
    title: 'Import a sheet right away',
    text: 'CSV, TSV, TXT or XLSX with tracking codes. The file can also be dropped on this window.',
    button: 'Choose a file',
  },
  local: 'The data stays on this computer. Passwords stay in the keychain of the system.',
  skip: 'Go straight to Despacho',
}
