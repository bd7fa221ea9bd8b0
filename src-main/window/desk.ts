import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { app, dialog, net, shell, type BrowserWindow } from 'electron'
import type { EventName } from '../contract/index.ts'
import { createDispatcher } from '../ipc/dispatch.ts'
import { openElectronTransport, type ElectronTransport } from '../ipc/electron-transport.ts'
import { startEngine } from '../ipc/engine-host.ts'
import { createEngineSession, type EngineMode, type EngineSession, type FileTokens } from '../ipc/engine-session.ts'
import { appOrigin, createTrustedSenders } from '../ipc/trusted-senders.ts'
import type { Logger } from '../log/logger.ts'
import { createArrivals } from './arrivals.ts'
import { createLanguage } from './language.ts'
import { focusWindow, openMainWindow } from './main-window.ts'
import { showStartFailure } from './start-failure.ts'
import { throwAway } from './throw-away.ts'
import { windowHandlers } from './window-handlers.ts'
import { windowWords } from './words.ts'

/** The application at work: one engine, one window, and what goes between them. */
export type Desk = {
  readonly session: EngineSession
  /** Opens the store; a store that can't be opened is said in a dialog, and false. */
  open(mode: EngineMode): Promise<boolean>
  /** The window to the front, made anew when it was closed. */
  showWindow(): void
  /** Hands files to the page, at once or when it is there. */
  handOver(paths: readonly string[]): void
  close(): Promise<void>
}

export type DeskParts = {
  readonly dataDir: string
  readonly sandboxUrl: string | null
  /** Files that people pointed at; the desk tells the engine of each. */
  readonly files: (issued: (token: string, path: string) => void) => FileTokens
  readonly engineProgram: URL
  readonly preload: string
  readonly log: Logger
}

/** Makes the desk; nothing is open yet. */
export function createDesk({ dataDir, sandboxUrl, engineProgram, preload, log, ...parts }: DeskParts): Desk {
  const demoDir = join(dataDir, 'demonstration')
  const folderOf = (mode: EngineMode) => (mode === 'demo' ? demoDir : dataDir)
  const development = !app.isPackaged
  let window: BrowserWindow | undefined

  const files = parts.files((token, path) => session.tell({ kind: 'file', token, path }))
  const arrivals = createArrivals(files, (present) => transport.broadcast('files.arrived', present))
  const language = createLanguage({
    command: (command) => transport.broadcast('menu.command', { command }),
    showLogs: () => void shell.openPath(join(folderOf(session.mode), 'logs')),
  })

  const session: EngineSession = createEngineSession({
    start(mode, died) {
      const start = {
        dataDir: folderOf(mode),
        version: app.getVersion(),
        locale: language.current(),
        demo: mode === 'demo',
        sandboxUrl,
        checkOutputs: development,
      }
      // A demonstration begins anew each time, also after a fall.
      if (mode === 'demo') rmSync(demoDir, { recursive: true, force: true })
      return startEngine(engineProgram, start, { event: hear, file: files.add, died }, log)
    },
    greet: () => [
      ...files.all().map(({ token, path }) => ({ kind: 'file', token, path }) as const),
      { kind: 'online', online: net.isOnline() },
    ],
    restarted: () => window?.reload(),
    gaveUp: () => giveUp(),
    now: Date.now,
    log,
  })

  const giveUp = () => {
    const { cannotStart, engineDied } = windowWords[language.current()]
    dialog.showErrorBox(cannotStart, `${engineDied}\n\n${join(folderOf(session.mode), 'logs')}`)
    app.quit()
  }

  const takeLanguage = async () => {
    const reply = await session.endpoint({ name: 'settings.get', input: {}, sender: undefined })
    language.use(reply.ok ? reply.value : undefined)
  }

  const open = async (mode: EngineMode): Promise<boolean> => {
    const opened = await session.open(mode)
    if (opened.ok) await takeLanguage()
    else showStartFailure(opened.error, language.current(), folderOf(mode))
    return opened.ok
  }

  /** Answers why the other data was not opened; the data from before is there to go on with. Null: it is open. */
  const changeTo = async (mode: EngineMode): Promise<string | null> => {
    if (session.mode === mode) return null
    const changed = await session.change(mode)
    if (session.mode === 'own') throwAway(demoDir, log)
    if (!changed.ok) {
      const { why, back } = changed.error
      log.warn({ mode, why }, 'the other data was not opened')
      if (!back.ok) {
        showStartFailure(back.error, language.current(), folderOf(session.mode))
        app.quit()
      }
      return why
    }
    await takeLanguage()
    // After the reply has gone out: the page that asked is replaced by one that knows nothing of the other data.
    // It begins where a start with this data begins, wherever the other one stood.
    setImmediate(() => void window?.loadURL(`${appOrigin}/`))
    return null
  }

  /** Ends the engine and starts it again on the same data, and the page with it. */
  const startAgain = async () => {
    const opened = await open(session.mode).catch((error: unknown) => {
      log.error({ err: error }, 'the engine could not be started again')
      giveUp()
    })
    if (opened === false) app.quit()
    if (opened) setImmediate(() => void window?.loadURL(`${appOrigin}/`))
  }

  const trusted = createTrustedSenders()
  const transport: ElectronTransport = openElectronTransport({
    endpoint: createDispatcher({
      handlers: windowHandlers({
        files,
        window: () => window,
        locale: language.current,
        engine: session.endpoint,
        startDemo: () => changeTo('demo'),
        leaveDemo: () => changeTo('own'),
        startAgain,
      }),
      elsewhere: session.endpoint,
      isTrusted: trusted.isTrusted,
      log,
      checkOutputs: development,
    }),
    trusted,
    dropped(token, path) {
      files.add(token, path)
      session.tell({ kind: 'file', token, path })
    },
  })

  function hear(name: string, payload: unknown): void {
    transport.broadcast(name as EventName, payload)
    if (name === 'settings.changed') language.use(payload)
  }

  const openWindow = () => {
    const made = (window = openMainWindow({
      dataDir,
      preload,
      created: ({ webContents }) => transport.add(webContents),
    }))
    made.on('closed', () => {
      window = undefined
      arrivals.pageLeft()
    })
    made.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) arrivals.pageLeft()
    })
    made.webContents.on('did-finish-load', arrivals.pageCame)
    made.webContents.on('render-process-gone', (_, { reason, exitCode }) => {
      log.error({ reason, exitCode }, 'the page ended')
      if (reason !== 'clean-exit') made.webContents.reload()
    })
  }

  return {
    session,
    open,
    handOver: arrivals.handOver,
    showWindow() {
      if (window) focusWindow(window)
      else openWindow()
    },
    async close() {
      await session.stop()
      throwAway(demoDir, log)
    },
  }
}
