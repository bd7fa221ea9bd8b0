import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, callFromPage, startFromPage } from '../support/bridge.ts'
import { launchDespacho, temporaryDataDir, type Despacho } from '../support/desktop.ts'
import { startPage } from '../support/pages/start.ts'

const folder = temporaryDataDir()
const preload = fileURLToPath(new URL('../../out/preload/index.cjs', import.meta.url))
let despacho: Despacho

beforeAll(async () => {
  despacho = await launchDespacho({ dataDir: folder.path })
  despacho.window.setDefaultTimeout(15_000)
  await startPage(despacho.window).demonstration.waitFor()
})

afterAll(async () => {
  await despacho.close()
  folder.remove()
})

test('the page runs in Chromium’s sandbox, in a context of its own and without Node', async () => {
  const preferences = await despacho.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    return (
      window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
    ).getLastWebPreferences()
  })
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
  })
  expect(preferences['nodeIntegrationInWorker']).not.toBe(true)
  const seen = ['require', 'process', 'module', 'exports', 'Buffer', 'global', 'ipcRenderer', 'electron']
  const types = await despacho.window.evaluate(`[${seen.map((name) => `typeof ${name}`).join(', ')}]`)
  expect(types).toEqual(seen.map(() => 'undefined'))
})

test('the bridge is four functions and nothing else, and can’t be replaced', async () => {
  const { window } = despacho
  expect(await window.evaluate('Object.keys(despacho).sort()')).toEqual(['call', 'dropped', 'on', 'start'])
  expect(await window.evaluate('(() => { try { despacho.call = null } catch {} return typeof despacho.call })()')).toBe(
    'function',
  )
})

test('the page’s policy lets in its own files only', async () => {
  const policy = await despacho.window.evaluate<string>(
    "fetch('/').then((answer) => answer.headers.get('content-security-policy'))",
  )
  const rules = new Map(policy.split(';').map((rule) => [rule.trim().split(' ')[0], rule.trim().split(' ').slice(1)]))
  expect(rules.get('default-src')).toEqual(["'none'"])
  expect(rules.get('script-src')).toEqual(["'self'"])
  expect(rules.get('connect-src')).toEqual(["'self'"])
  expect(rules.get('object-src')).toEqual(["'none'"])
  expect(rules.get('base-uri')).toEqual(["'none'"])
  expect(rules.get('form-action')).toEqual(["'none'"])
  expect(rules.get('frame-ancestors')).toEqual(["'none'"])
  expect(policy).not.toMatch(/unsafe-eval|https?:|\*/)
})

test('the policy holds: no script out of text, no connection out, no frame', async () => {
  const violated = (attempt: string) =>
    despacho.window.evaluate<string>(`new Promise((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), { once: true })
      ${attempt}
    })`)
  expect(
    await violated(
      `document.head.append(Object.assign(document.createElement('script'), { textContent: 'globalThis.crept = 1' }))`,
    ),
  ).toBe('script-src-elem')
  expect(await violated(`setTimeout('globalThis.crept = 1')`)).toBe('script-src')
  expect(await violated(`fetch('https://example.com/').catch(() => undefined)`)).toBe('connect-src')
  expect(await violated(`document.body.append(Object.assign(new Image(), { src: 'https://example.com/a.png' }))`)).toBe(
    'img-src',
  )
  expect(
    await violated(
      `document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://example.com/' }))`,
    ),
  ).toBe('frame-src')
  expect(await despacho.window.evaluate('typeof crept')).toBe('undefined')
})

test('the page stays where it is: no other origin, no file, no window', async () => {
  const { app, window } = despacho
  const address = window.url()
  for (const target of ['https://example.com/', 'file:///etc/passwd', 'app://elsewhere/']) {
    await window.evaluate(`void (location.href = ${JSON.stringify(target)})`)
  }
  await window.evaluate(
    `Object.assign(document.createElement('a'), { href: 'https://example.com/', target: '_blank' }).click()`,
  )
  expect(await window.evaluate(`window.open('https://example.com/') === null`)).toBe(true)
  expect(await window.evaluate(`window.open('about:blank') === null`)).toBe(true)
  await expect
    .poll(() => readFileSync(join(folder.path, 'logs', 'main.log'), 'utf8'))
    .toMatch(/example\.com.*navigation refused[\s\S]*elsewhere.*navigation refused[\s\S]*new window refused/)
  expect(window.url()).toBe(address)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect(await window.evaluate('document.body.innerText')).toContain('Abrir a demonstração')
})

test('the application’s protocol serves its own folder and nothing above it', async () => {
  const paths = [
    '..%2f..%2fpackage.json',
    '%2e%2e/%2e%2e/package.json',
    'assets/..%2f..%2f..%2fpackage.json',
    '..%5c..%5cpackage.json',
    '%2fetc%2fpasswd',
    'index.html%00.js',
    '../../package.json',
  ]
  for (const path of paths) {
    const answer = await despacho.window.evaluate<{ status: number; body: string }>(
      `fetch(${JSON.stringify(`app://despacho/${path}`)}).then(async (answer) => ({ status: answer.status, body: await answer.text() }))`,
    )
    expect([403, 404], path).toContain(answer.status)
    expect(answer.body, path).toBe('')
  }
  const written = await despacho.window.evaluate(
    `fetch('/index.html', { method: 'POST', body: 'x' }).then(({ status }) => status)`,
  )
  expect(written).toBe(403)
})

test('a window that is not the application’s own may not call, the same preload or not', async () => {
  const answers = await despacho.app.evaluate(async ({ BrowserWindow }, path) => {
    const options = { show: false, webPreferences: { preload: path, contextIsolation: true, sandbox: true } }
    const foreign = new BrowserWindow(options)
    await foreign.loadURL('app://despacho/')
    const run = (code: string) => foreign.webContents.executeJavaScript(code) as Promise<{ error: { code: string } }>
    const answers = [
      await run(`despacho.call('app.info', {})`),
      await run(`despacho.call('settings.save', { theme: 'dark' })`),
      await run(`despacho.start('sync.run', {}, () => undefined).result`),
    ]
    foreign.destroy()
    return answers.map((answer) => answer.error.code)
  }, preload)
  expect(answers).toEqual(['forbidden_sender', 'forbidden_sender', 'forbidden_sender'])
  expect((await ask(despacho.window, 'settings.get', {})).theme).not.toBe('dark')
})

test('a frame inside the page has no bridge', async () => {
  const type = await despacho.window.evaluate(`(() => {
    const frame = document.body.appendChild(document.createElement('iframe'))
    const type = typeof frame.contentWindow.despacho
    frame.remove()
    return type
  })()`)
  expect(type).toBe('undefined')
})

test('what the contract does not know is refused: procedures, events, surplus fields', async () => {
  const { window } = despacho
  expect(await callFromPage(window, 'store.drop', {})).toMatchObject({
    ok: false,
    error: { code: 'unknown_procedure' },
  })
  expect(await callFromPage(window, '__proto__', {})).toMatchObject({ ok: false, error: { code: 'unknown_procedure' } })
  expect(await startFromPage(window, 'store.drop', {})).toMatchObject({
    ok: false,
    error: { code: 'unknown_procedure' },
  })
  expect(await callFromPage(window, 'parcels.get', { id: 1, surplus: true })).toMatchObject({
    ok: false,
    error: { code: 'invalid_input' },
  })
  expect(await callFromPage(window, 'settings.save', { theme: 'dark', isAdmin: 1 })).toMatchObject({
    ok: false,
    error: { code: 'invalid_input', detail: { field: 'isAdmin' } },
  })
  expect(await startFromPage(window, 'sync.run', { selection: { kind: 'everything' } })).toMatchObject({
    ok: false,
    error: { code: 'invalid_input' },
  })
  const listening = await window.evaluate(
    `(() => { try { despacho.on('anything', () => 0); return 'heard' } catch { return 'refused' } })()`,
  )
  expect(listening).toBe('refused')
})

test('a path is no reference to a file over IPC, neither to read nor to write', async () => {
  const { window } = despacho
  const inside = join(folder.path, 'window.json')
  for (const file of ['/etc/passwd', 'file:///etc/passwd', inside]) {
    expect(await callFromPage(window, 'imports.inspect', { file })).toMatchObject({
      ok: false,
      error: { code: 'file-gone' },
    })
    expect(await startFromPage(window, 'imports.run', { files: [file] })).toMatchObject({ ok: false })
    expect(await callFromPage(window, 'files.reveal', { file })).toMatchObject({
      ok: false,
      error: { code: 'file-gone' },
    })
  }
  const target = join(folder.path, 'written.csv')
  expect(await startFromPage(window, 'parcels.export', { file: target })).toMatchObject({ ok: false })
  expect(() => readFileSync(target)).toThrow(/ENOENT/)
})

test('a file that a script made has no reference', async () => {
  expect(await despacho.window.evaluate(`despacho.dropped([new File(['x'], 'x.csv')])`)).toEqual([])
})
