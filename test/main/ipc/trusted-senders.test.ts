import { expect, it } from 'vitest'
import { createTrustedSenders } from '../../../src-main/ipc/trusted-senders.ts'

const ours = { contents: 3, mainFrame: true, url: 'app://despacho/#/parcels' }

it('trusts the main frame of our contents at our origin', () => {
  const trusted = createTrustedSenders()
  trusted.add(3)
  expect(trusted.isTrusted(ours)).toBe(true)
})

it.each([
  ['contents that are not ours', { contents: 4 }],
  ['a frame inside the page', { mainFrame: false }],
  ['a blank page', { url: 'about:blank' }],
  ['no address', { url: '' }],
  ['another origin', { url: 'https://despacho/' }],
  ['another host', { url: 'app://other/' }],
  ['a host that begins like ours', { url: 'app://despacho.example/' }],
  ['a file', { url: 'file:///app://despacho/' }],
])('does not trust %s', (_, change) => {
  const trusted = createTrustedSenders()
  trusted.add(3)
  expect(trusted.isTrusted({ ...ours, ...change })).toBe(false)
})

it('forgets contents that are gone', () => {
  const trusted = createTrustedSenders()
  trusted.add(3)
  trusted.forget(3)
  expect(trusted.isTrusted(ours)).toBe(false)
})
