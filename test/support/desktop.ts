import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { untilInPage } from './wait-in-page.ts'

const repository = fileURLToPath(new URL('../..', import.meta.url))
const screens = join(repository, 'test-results', 'screens')

export interface Despacho {
  app: ElectronApplication
  window: Page
  /** What the page complained of since the start: errors on its console and errors that nobody caught. */
  complaints: readonly string[]
  /** Quits as a person does and waits for the end; the application may be closed already. */
  close: () => Promise<void>
}

export interface LaunchOptions {
  dataDir: string
  args?: string[]
  env?: Record<string, string>
  /** Language of the system that the application starts in. */
  locale?: 'pt-BR' | 'pl' | 'en-US'
  /** Another application's folder than this repository's; it needs a package.json with a `main`. */
  appDir?: string
}

/** The real Electron that `scripts/test.mjs desktop` provides, with all that it is told to start the built application. */
export function applicationCommand({ dataDir, args = [], env = {}, locale = 'pt-BR', appDir }: LaunchOptions): {
  program: string
  args: string[]
  env: Record<string, string>
} {
  const program = process.env['DESPACHO_ELECTRON']
  if (!program) throw new Error('No Electron: run the desktop tests with `node scripts/test.mjs desktop`.')
  const addon = process.env['DESPACHO_ELECTRON_SQLITE']
  return {
    program,
    args: [...sandboxFlags(), `--lang=${locale}`, appDir ?? repository, '--data-dir', dataDir, ...args],
    env: { ...inherited(), ...(addon && { DESPACHO_SQLITE_BINDING: addon }), ...env },
  }
}

/** Starts the built application and waits for its window. */
export async function launchDespacho(options: LaunchOptions): Promise<Despacho> {
  const { program: executablePath, args, env } = applicationCommand(options)
  const app = await _electron.launch({ executablePath, args, env })
  const complaints: string[] = []
  app.context().on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`)
  })
  app.context().on('weberror', (error) => complaints.push(String(error.error().stack ?? error.error())))
  const running = app.process()
  const hasEnded = (): boolean => running.exitCode !== null || running.signalCode !== null
  const window = await app.firstWindow()
  await window.waitForLoadState('domcontentloaded')
  const close = async (): Promise<void> => {
    if (!hasEnded()) await app.close()
  }
  return { app, window, complaints, close }
}

/** Gives the window's content the size of a screen: 1366×768 and 1920×1080 are the two that every screen is looked at in. */
export async function setWindowSize({ app, window }: Despacho, width: number, height: number): Promise<void> {
  const browserWindow = await app.browserWindow(window)
  await browserWindow.evaluate((target, [w, h]) => target.setContentSize(w, h), [width, height] as const)
  await untilInPage(window, `innerWidth === ${width} && innerHeight === ${height}`)
}

/** Saves what the window shows as test-results/screens/NAME.png and gives back the file's path. */
export async function screenshot(window: Page, name: string): Promise<string> {
  mkdirSync(screens, { recursive: true })
  const path = join(screens, `${name}.png`)
  await window.screenshot({ path, animations: 'disabled' })
  return path
}

/** A folder for one test's data that is removed when its scope is left: `using folder = temporaryDataDir()`. */
export function temporaryDataDir(): { path: string; remove: () => void; [Symbol.dispose]: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'despacho-data-'))
  const remove = (): void => rmSync(path, { recursive: true, force: true, maxRetries: 5 })
  return { path, remove, [Symbol.dispose]: remove }
}

const sandboxFlags = (): string[] => (process.geteuid?.() === 0 ? ['--no-sandbox'] : [])

function inherited(): Record<string, string> {
  const pairs = Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return Object.fromEntries(pairs)
}
