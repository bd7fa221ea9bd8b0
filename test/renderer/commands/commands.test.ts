import { beforeEach, expect, it, vi } from 'vitest'
import type { Command } from '../../../src-renderer/commands/command.ts'
import { useCommandsStore } from '../../../src-renderer/commands/commands.store.ts'
import { belongsToText, shortcutOf } from '../../../src-renderer/commands/shortcut.ts'
import { places } from '../../../src-renderer/features/shell/places.ts'
import { useFeedback } from '../../../src-renderer/ui/feedback.ts'
import { freshPinia } from '../support/fresh-pinia.ts'

const command = (id: string, more: Partial<Command> = {}) => ({
  id,
  title: `commands.${id}`,
  group: 'application' as const,
  ...more,
  run: vi.fn<() => unknown>(),
})

beforeEach(() => void freshPinia())

it('gives the screen its own command in place of the application’s, while it is open', () => {
  const store = useCommandsStore()
  const everywhere = command('refresh', { shortcut: 'F5' })
  const here = command('refresh', { shortcut: 'F5', group: 'screen' })
  store.register([everywhere])
  const leave = store.register([here])

  store.press('F5')
  store.run('refresh')
  expect(here.run).toHaveBeenCalledTimes(2)
  expect(store.commands).toHaveLength(1)

  leave()
  store.press('F5')
  expect(everywhere.run).toHaveBeenCalledOnce()
})

it('says why a command can’t be run instead of running it', () => {
  const store = useCommandsStore()
  const note = vi.spyOn(useFeedback(), 'note')
  const blocked = command('export', { unavailable: () => 'Nada a exportar.' })
  store.register([blocked])
  expect(store.run('export')).toBe(true)
  expect(blocked.run).not.toHaveBeenCalled()
  expect(note).toHaveBeenCalledWith('Nada a exportar.')
})

it('knows when there is no such command or key here', () => {
  const store = useCommandsStore()
  expect(store.run('export')).toBe(false)
  expect(store.press('Ctrl+E')).toBe(false)
})

it('reads keys as people write them', () => {
  const of = (key: string, more: Partial<KeyboardEvent> = {}) =>
    shortcutOf({ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more })
  expect(of('k', { ctrlKey: true })).toBe('Ctrl+K')
  expect(of('V', { ctrlKey: true, shiftKey: true })).toBe('Ctrl+Shift+V')
  expect(of('?', { shiftKey: true })).toBe('?')
  expect(of('F5')).toBe('F5')
  expect(of('1', { metaKey: true })).toBe('Ctrl+1')
  expect(of('¡', { altKey: true, code: 'Digit1' })).toBe('Alt+1')
})

it('knows which keys a text field needs itself', () => {
  expect(['/', '?', 'Delete', 'Escape', 'Ctrl+A', 'Ctrl+Z'].every(belongsToText)).toBe(true)
  expect(['Ctrl+K', 'F5', 'Ctrl+Shift+I', 'Alt+ArrowLeft', 'Ctrl+1'].some(belongsToText)).toBe(false)
})

it('has a command for every entry of the application’s menu', () => {
  const menu = Object.values(
    import.meta.glob<string>('../../../src-main/window/menu.ts', { eager: true, query: '?raw', import: 'default' }),
  )
  const page = Object.values(
    import.meta.glob<string>('../../../src-renderer/**/*.ts', { eager: true, query: '?raw', import: 'default' }),
  )
  const union = /type MenuCommand =([^]*?)\n\n/.exec(menu[0] ?? '')?.[1] ?? ''
  const entries = [...union.matchAll(/'([^']+)'/g)].map(([, name]) => name ?? '')
  const known = new Set([
    ...page.flatMap((text) => [...text.matchAll(/\bid: '([\w.]+)'/g)].map(([, id]) => id)),
    ...places.map((place) => `go:${place.path.slice(1)}`),
  ])
  expect(entries.length).toBeGreaterThan(5)
  expect(entries.filter((entry) => !known.has(entry))).toEqual([])
})
