import fc from 'fast-check'
import { sep } from 'node:path'
import { expect, it } from 'vitest'
import { fileBehind } from '../../../src-main/window/served-files.ts'

const folder = '/opt/despacho/out/renderer'

it.each([
  ['app://despacho/', '/index.html'],
  ['app://despacho/index.html', '/index.html'],
  ['app://despacho/assets/index-Cx_1.js?v=2#top', '/assets/index-Cx_1.js'],
  ['app://despacho/a%20b/..%2Fc.css', '/c.css'],
  // The address parser takes the dots away before there is anything to leave.
  ['app://despacho/../../etc/passwd', '/etc/passwd'],
])('serves %s from within', (address, path) => {
  const plain = address.includes('..%2F') ? '/a b/../c.css' : path
  expect(fileBehind(address, folder)).toBe(folder + (plain === path ? path : '/c.css'))
})

it.each([
  'app://despacho/..%2f..%2f..%2f..%2fetc/passwd',
  'app://despacho/%2e%2e%2f%2e%2e%2fmain/index.js',
  'app://despacho/..%5c..%5cmain%5cindex.js',
  'app://despacho/a%00.js',
  'app://despacho/%E0%A4%A',
  'app://other/index.html',
  'app://despacho.example/index.html',
  'file:///etc/passwd',
  'https://despacho/index.html',
  'nonsense',
])('refuses %s', (address) => {
  expect(fileBehind(address, folder)).toBeNull()
})

it('never leaves its folder, whatever the path', () => {
  const piece = fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '/', 'a', '%00', '~', ':', '%25', 'C:')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const file = fileBehind(`app://despacho/${pieces.join('')}`, folder)
      expect(file === null || file.startsWith(folder + sep)).toBe(true)
    }),
  )
})
