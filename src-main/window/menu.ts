import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import { windowWords } from './words.ts'
import type { Locale } from '../contract/app.contract.ts'

/** Names that menu entries send as `menu.command`; the page runs the command of that name. */
export type MenuCommand =
  | 'import'
  | 'paste'
  | 'parcels.export'
  | 'search'
  | 'refresh'
  | 'keys'
  | 'go:today'
  | 'go:parcels'
  | 'go:quotes'
  | 'go:accounts'
  | 'go:settings'

export type MenuActions = {
  command(command: MenuCommand): void
  showLogs(): void
}

/** Another key for what an entry does; the entry itself says only one. */
const alsoBy = (role: 'zoomIn' | 'zoomOut' | 'resetZoom', accelerator: string): MenuItemConstructorOptions => ({
  role,
  accelerator,
  visible: false,
  acceleratorWorksWhenHidden: true,
})

/** Puts the menu in a language in place; called again when the language changes. */
export function setMenu(locale: Locale, { command, showLogs }: MenuActions): void {
  const words = windowWords[locale].menu
  const entry = (label: string, name: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    id: name,
    label,
    click: () => command(name),
    ...(accelerator && { accelerator }),
  })
  const line: MenuItemConstructorOptions = { type: 'separator' }
  const template: MenuItemConstructorOptions[] = [
    {
      label: words.file,
      submenu: [
        entry(words.import, 'import', 'CmdOrCtrl+I'),
        entry(words.paste, 'paste', 'CmdOrCtrl+Shift+V'),
        entry(words.export, 'parcels.export', 'CmdOrCtrl+E'),
        line,
        entry(words.settings, 'go:settings', 'CmdOrCtrl+,'),
        line,
        { role: 'quit', label: words.quit },
      ],
    },
    {
      label: words.edit,
      submenu: [
        // As with Ctrl+A: outside of a text field, Ctrl+Z takes back what was done with parcels.
        { role: 'undo', label: words.undo, registerAccelerator: false },
        { role: 'redo', label: words.redo },
        line,
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.insert },
        // Ctrl+A belongs to the list when the list has the focus, so that the page decides.
        { role: 'selectAll', label: words.selectAll, registerAccelerator: false },
      ],
    },
    {
      label: words.view,
      submenu: [
        entry(words.search, 'search', 'CmdOrCtrl+K'),
        entry(words.refresh, 'refresh', 'F5'),
        line,
        { role: 'zoomIn', label: words.zoomIn },
        { role: 'zoomOut', label: words.zoomOut },
        { role: 'resetZoom', label: words.zoomReset },
        // The same on keyboards where plus needs Shift, and by the keys at the right.
        ...(['CmdOrCtrl+=', 'CmdOrCtrl+numadd'] as const).map((accelerator) => alsoBy('zoomIn', accelerator)),
        alsoBy('zoomOut', 'CmdOrCtrl+numsub'),
        alsoBy('resetZoom', 'CmdOrCtrl+num0'),
        { role: 'togglefullscreen', label: words.fullScreen },
        ...(app.isPackaged ? [] : [line, { role: 'toggleDevTools' as const, label: words.developerTools }]),
      ],
    },
    {
      label: words.places,
      submenu: [
        entry(words.today, 'go:today', 'CmdOrCtrl+1'),
        entry(words.parcels, 'go:parcels', 'CmdOrCtrl+2'),
        entry(words.quotes, 'go:quotes', 'CmdOrCtrl+3'),
        entry(words.accounts, 'go:accounts', 'CmdOrCtrl+4'),
      ],
    },
    {
      role: 'help',
      label: words.help,
      submenu: [entry(words.keys, 'keys'), { label: words.logs, click: showLogs }],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
