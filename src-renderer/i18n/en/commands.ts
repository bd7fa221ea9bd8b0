import type { commands as source } from '../pt-BR/commands.ts'
import type { Translation } from '../messages.ts'

export const commands: Translation<typeof source> = {
  search: 'Search or command',
  keys: 'Keys of this screen',
  import: 'Import a file',
  paste: 'Import pasted codes',
  addScanned: 'Add the scanned codes',
  view: 'View: {name}',
  askCarriers: 'Ask the carriers now',
  undo: 'Undo the last removal or change',
  pauseTracking: 'Pause or resume tracking',
  addAccount: 'Connect a contract',
  theme: 'Switch between light and dark theme',
  group: {
    places: 'Places',
    views: 'Saved views',
    screen: 'On this screen',
    selection: 'With the selection',
    file: 'Files',
    application: 'Despacho',
  },
}
