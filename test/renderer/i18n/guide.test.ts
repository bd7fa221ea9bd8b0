import { expect, it } from 'vitest'
import guide from '../../../docs/guia.md?raw'
import { messages } from '../../../src-renderer/i18n/index.ts'
import type { MessageTree } from '../../../src-renderer/i18n/messages.ts'

const flat = (tree: MessageTree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
  )
const texts = new Map(flat(messages['pt-BR']))
/** A label as the guide writes it: one form, a place for a number or a name as an ellipsis. */
const asWritten = (text: string): string[] => text.split(' | ').map((form) => form.replaceAll(/\{\w+\}/g, '…'))
const onScreen = new Set([...texts.values()].flatMap(asWritten))

const labels = [...guide.matchAll(/\*\*(.+?)\*\*/gs)].map(([, label]) => (label ?? '').replaceAll(/\s+/g, ' '))
const text = (key: string): string => texts.get(key) ?? key

it('quotes the screens word for word', () => {
  expect(labels.length).toBeGreaterThan(100)
  expect(labels.filter((label) => !onScreen.has(label))).toEqual([])
})

it('explains every status and every answer of the connection test', () => {
  const keys = [...texts.keys()].filter((key) => /^(words\.status\.|accounts\.verdict\.[\w-]+\.short$)/.test(key))
  expect(keys.length).toBeGreaterThan(20)
  expect(keys.map(text).filter((label) => !guide.includes(`\n| **${label}** | `))).toEqual([])
})

it('tells the keys that the screens have', () => {
  const sources = import.meta.glob<string>('../../../src-renderer/features/**/*.{ts,vue}', {
    eager: true,
    query: '?raw',
    import: 'default',
  })
  const keys = Object.values(sources).flatMap((source) =>
    [...source.matchAll(/title: '([\w.-]+)',(?:(?!title:)[^}])*?shortcut: '([^']+)'/g)].map(
      ([, title = '', shortcut = '']) => ({ shortcut, label: text(title) }),
    ),
  )
  expect(keys.length).toBeGreaterThan(10)
  const rows = guide.split('\n').filter((line) => line.startsWith('| `'))
  const told = ({ shortcut, label }: { shortcut: string; label: string }): boolean =>
    rows.some((row) => row.startsWith(`| \`${shortcut}\` |`) && row.includes(`**${label}**`))
  expect(keys.filter((key) => !told(key))).toEqual([])
})

it('leads only to pictures and parts that there are', () => {
  const pictures = Object.keys(import.meta.glob('../../../docs/images/*.png', { query: '?url' }))
  const heads = [...guide.matchAll(/^#+ (.+)$/gm)].map(
    ([, head = '']) =>
      `#${head
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-')}`,
  )
  const links = [...guide.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link)
  expect(links.length).toBeGreaterThan(15)
  const leadsNowhere = (link: string): boolean =>
    link.startsWith('#') ? !heads.includes(link) : !pictures.includes(`../../../docs/${link}`)
  expect(links.filter(leadsNowhere)).toEqual([])
})
