import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app } from 'electron'
import { z } from 'zod'
import { chooseLocale } from './domain/choose-locale.ts'
import { defaultDataDir } from './engine/data-dir.ts'
import { createFileTokens } from './engine/file-tokens.ts'
import { openLog } from './log/logger.ts'
import { createRedactor } from './log/redaction.ts'
import { announceAppProtocol, serveAppProtocol } from './window/app-protocol.ts'
import { readCommandLine } from './window/command-line.ts'
import { createDesk } from './window/desk.ts'
import { quitDrained } from './window/drained-quit.ts'
import { lockDown } from './window/lock-down.ts'
import { watchMachine } from './window/machine-watch.ts'
import { showStartFailure } from './window/start-failure.ts'
import { throwAway } from './window/throw-away.ts'

const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const commandLine = readCommandLine(process.argv.slice(1), process.cwd())
const dataDir = commandLine.dataDir ?? defaultDataDir(process.platform, process.env, homedir())

/** What a second start hands over before it ends. */
const HandedOver = z.object({ files: z.array(z.string()) })

app.setName('Despacho')
announceAppProtocol()
start()

function start(): void {
  try {
    mkdirSync(join(dataDir, 'window'), { recursive: true, mode: 0o700 })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    void app.whenReady().then(() => {
      showStartFailure({ code: 'store-unwritable', message }, chooseLocale(app.getLocale()), dataDir)
      app.exit(1)
    })
    return
  }
  app.setPath('userData', dataDir)
  app.setPath('sessionData', join(dataDir, 'window'))
  // One application a data folder: a second one hands its files over and ends.
  if (app.requestSingleInstanceLock({ files: commandLine.files })) void app.whenReady().then(run)
  else app.exit(0)
}

async function run(): Promise<void> {
  const { log, close: closeLog } = openLog({ dataDir, part: 'main', redactor: createRedactor() })
  process.on('uncaughtException', (error) => log.error({ err: error }, 'uncaught exception'))
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled rejection'))

  lockDown(log)
  serveAppProtocol(beside('../renderer'))
  // Left behind when the application fell during a demonstration.
  throwAway(join(dataDir, 'demonstration'), log)

  const desk = createDesk({
    dataDir,
    sandboxUrl: commandLine.sandbox,
    files: createFileTokens,
    engineProgram: new URL('./engine.js', import.meta.url),
    preload: beside('../preload/index.cjs'),
    log,
  })
  if (!(await desk.open(commandLine.demo ? 'demo' : 'own'))) return app.exit(1)
  desk.showWindow()
  desk.handOver(commandLine.files)

  const unwatch = watchMachine({
    woke: () => desk.session.tell({ kind: 'woke' }),
    online: (online) => desk.session.tell({ kind: 'online', online }),
  })
  app.on('second-instance', (_event, _args, _folder, handed) => {
    desk.showWindow()
    const { success, data } = HandedOver.safeParse(handed)
    if (success) desk.handOver(data.files)
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    desk.handOver([path])
  })
  app.on('activate', desk.showWindow)
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  quitDrained(async () => {
    unwatch()
    await desk.close()
    log.info('ended')
    closeLog()
  })
}
