import { expect, it } from 'vitest'
import { defaultDataDir } from '../../../src-main/engine/data-dir.ts'
import { readCommandLine } from '../../../src-main/window/command-line.ts'

it('finds what a person said among what Electron and Chromium were told', () => {
  const args = [
    '--inspect=0',
    '--remote-debugging-port=0',
    '--no-sandbox',
    '/opt/despacho',
    '--data-dir',
    'data',
    '--sandbox=http://127.0.0.1:4010/',
    'Pedidos.XLSX',
    '/a/b.csv',
    'notes.pdf',
  ]
  expect(readCommandLine(args, '/home/maria')).toEqual({
    dataDir: '/home/maria/data',
    sandbox: 'http://127.0.0.1:4010',
    demo: false,
    files: ['/home/maria/Pedidos.XLSX', '/a/b.csv'],
  })
})

it('has nothing to say without arguments', () => {
  expect(readCommandLine([], '/home')).toEqual({ dataDir: null, sandbox: null, demo: false, files: [] })
  expect(readCommandLine(['--demo', '--data-dir'], '/home')).toMatchObject({ dataDir: null, demo: true })
})

it('keeps data where each system has it', () => {
  expect(defaultDataDir('linux', {}, '/home/m')).toBe('/home/m/.config/Despacho')
  expect(defaultDataDir('linux', { XDG_CONFIG_HOME: '/x' }, '/home/m')).toBe('/x/Despacho')
  expect(defaultDataDir('darwin', {}, '/Users/m')).toBe('/Users/m/Library/Application Support/Despacho')
  expect(defaultDataDir('win32', { APPDATA: '/r' }, '/u')).toBe('/r/Despacho')
})
