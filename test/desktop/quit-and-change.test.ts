import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { ask } from '../support/bridge.ts'
import { applicationCommand, launchDespacho, screenshot, temporaryDataDir } from '../support/desktop.ts'
import { startPage } from '../support/pages/start.ts'

/** An application that is nothing but its end: a window, a quit, and nothing to drain. */
const endingApplication = `
import { app, BrowserWindow } from 'electron'
import { quitDrained } from './drained-quit.mjs'
void app.whenReady().then(() => {
  quitDrained(() => Promise.resolve())
  const window = new BrowserWindow()
  void window.loadURL('data:text/html,x').then(() => app.quit())
})
`

test('a quit with nothing to drain ends', async () => {
  using folder = temporaryDataDir()
  const appDir = join(folder.path, 'ending')
  mkdirSync(appDir)
  const source = readFileSync(fileURLToPath(new URL('../../src-main/window/drained-quit.ts', import.meta.url)), 'utf8')
  writeFileSync(join(appDir, 'package.json'), JSON.stringify({ name: 'ending', version: '1.0.0', main: 'main.mjs' }))
  writeFileSync(join(appDir, 'main.mjs'), endingApplication)
  writeFileSync(join(appDir, 'drained-quit.mjs'), stripTypeScriptTypes(source))
  const { program, args, env } = applicationCommand({ dataDir: folder.path, appDir })
  const ending = spawn(program, args, { env, stdio: 'ignore' })
  const late = setTimeout(() => ending.kill('SIGKILL'), 30_000)
  expect(await once(ending, 'exit')).toEqual([0, null])
  clearTimeout(late)
})

/**
 * A folder whose own path is still short enough for SQLite and whose demonstration's is not: there nobody can open a
 * database, whoever runs the test.
 */
function almostTooLong(within: string): string {
  const longest = 512 - 8 - '/despacho.sqlite.lock'.length
  let path = within
  while (path.length < longest) path = join(path, 'd'.repeat(Math.max(1, Math.min(100, longest - path.length - 1))))
  mkdirSync(path, { recursive: true })
  return path
}

test('a demonstration that can’t be opened leaves one’s own data open, and the page says so', async () => {
  using folder = temporaryDataDir()
  const despacho = await launchDespacho({ dataDir: almostTooLong(folder.path) })
  const { window } = despacho
  window.setDefaultTimeout(20_000)
  try {
    await ask(window, 'preferences.save', { key: 'mine', value: 'kept' })
    await startPage(window).demonstration.click()
    const said = window.getByRole('listitem').filter({ hasText: 'A demonstração não pôde ser aberta' })
    await said.first().waitFor()
    await screenshot(window, 'demonstration-not-opened')
    expect(await said.first().innerText()).toContain('Os dados próprios continuam abertos')
    expect((await ask(window, 'app.info', {})).demo).toBe(false)
    expect(await ask(window, 'preferences.get', { key: 'mine' })).toEqual({ value: 'kept' })
    expect(await startPage(window).demonstration.isEnabled()).toBe(true)
  } finally {
    await despacho.close()
  }
})
