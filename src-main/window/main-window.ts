import { join } from 'node:path'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import { appOrigin } from '../ipc/trusted-senders.ts'
import { readWindowState, smallestWindow, writeWindowState } from './window-state.ts'

export type MainWindowOptions = {
  /** Folder in which the window's place and size are remembered. */
  readonly dataDir: string
  readonly preload: string
  /** Called before anything is loaded. */
  readonly created: (window: BrowserWindow) => void
}

/** Opens the window of the application; it shows itself when there is something to see. */
export function openMainWindow({ dataDir, preload, created }: MainWindowOptions): BrowserWindow {
  const stateFile = join(dataDir, 'window.json')
  const areas = screen.getAllDisplays().map(({ workArea }) => workArea)
  const { maximized, zoom, ...bounds } = readWindowState(stateFile, areas)
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: 'Despacho',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#0f172a' : '#ffffff',
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  })
  created(window)
  if (maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  const contents = window.webContents
  contents.once('did-navigate', () => contents.setZoomLevel(zoom))
  window.on('close', () => {
    const now = { maximized: window.isMaximized(), zoom: contents.getZoomLevel() }
    writeWindowState(stateFile, { ...window.getNormalBounds(), ...now })
  })
  void window.loadURL(`${appOrigin}/`)
  return window
}

/** Brings a window to the front, whatever became of it. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
