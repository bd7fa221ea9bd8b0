import type { Reply } from '../../support/loopback-server.ts'

/** An answer of status 200. */
export const asAnswer = (body: string | Uint8Array, type = 'application/json'): Reply => ({
  status: 200,
  headers: { 'content-type': type },
  body,
})

/** What may come instead of a sound body that says nothing of what was asked; the next try may end otherwise. */
export const unreadable: readonly (readonly [string, (body: string) => Reply])[] = [
  ['is cut off', (body) => asAnswer(body.slice(0, -20))],
  ['is empty', () => asAnswer('')],
  ['is HTML', () => asAnswer('<html><body>Manutenção</body></html>', 'text/html')],
  ['is null', () => asAnswer('null')],
  ['is a list', () => asAnswer('[]')],
  ['is another object', () => asAnswer('{"a":1}')],
  ['is a redirection to a page', () => ({ status: 302, headers: { location: '/login' } })],
]
