import { describe, expect, it } from 'vitest'
import { contract } from '../../../src-main/contract/index.ts'
import { locales } from '../../../src-main/contract/app.contract.ts'
import { messages } from '../../../src-renderer/i18n/index.ts'
import { mergeMessages, type MessageTree } from '../../../src-renderer/i18n/messages.ts'
import { pluralRules } from '../../../src-renderer/i18n/plural-rules.ts'

const flat = (tree: MessageTree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
  )
const inPortuguese = new Map(flat(messages['pt-BR']))
const paramsOf = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort()
const formsOf = (text: string): number => text.split(' | ').length

const sources = import.meta.glob<string>('../../../src-renderer/**/*.{ts,vue}', {
  eager: true,
  query: '?raw',
  import: 'default',
})

describe.each(['pl', 'en'] as const)('%s', (locale) => {
  const translated = new Map(flat(messages[locale]))

  it('has every message that Portuguese has, and no other', () => {
    expect([...translated.keys()].sort()).toEqual([...inPortuguese.keys()].sort())
  })

  it('uses the same parameters in each message', () => {
    const different = [...inPortuguese].filter(
      ([key, text]) => String(paramsOf(text)) !== String(paramsOf(translated.get(key) ?? '')),
    )
    expect(different.map(([key]) => key)).toEqual([])
  })
})

describe('words for counts', () => {
  it('has two forms in Portuguese and English, three in Polish, or one for every count', () => {
    for (const locale of locales) {
      const allowed = locale === 'pl' ? [1, 3] : [1, 2]
      const odd = flat(messages[locale]).filter(([, text]) => !allowed.includes(formsOf(text)))
      expect(odd.map(([key]) => `${locale} ${key}`)).toEqual([])
    }
  })

  it('takes the form that the language takes', () => {
    expect([0, 1, 2, 5, 100].map((count) => pluralRules['pt-BR'](count, 2))).toEqual([1, 0, 1, 1, 1])
    expect([0, 1, 2, 4, 5, 12, 22, 25, 112].map((count) => pluralRules.pl(count, 3))).toEqual([
      2, 0, 1, 1, 2, 2, 1, 2, 2,
    ])
    expect(pluralRules.pl(5, 1)).toBe(0)
  })
})

describe('keys that the page asks for', () => {
  const literal = /(?:\bt|\bte|\bcounted)\(\s*(?:[\w.]+ [!=]==? [^?]+\? )?'([\w-]+(?:\.[\w-]+)+)'/g
  const titles = /(?:title|label): '((?:shell|commands|parcels|imports|start)\.[\w.-]+)'/g
  const asked = Object.entries(sources).flatMap(([file, text]) =>
    [literal, titles].flatMap((pattern) =>
      [...text.matchAll(pattern)].map(([, key]) => ({ file: file.split('src-renderer/')[1] ?? file, key: key ?? '' })),
    ),
  )

  it('are many', () => expect(asked.length).toBeGreaterThan(150))

  it('all exist', () => {
    const missing = asked.filter(({ key }) => !inPortuguese.has(key))
    expect(missing.map(({ file, key }) => `${file}: ${key}`)).toEqual([])
  })

  it('have a name for every kind of long work', () => {
    const tasks = Object.entries(contract).filter(([, definition]) => definition.kind === 'task')
    for (const [name] of tasks) expect([...inPortuguese.keys()]).toContain(`shell.task.${name}`)
  })
})

it('names a message file that does not export what it is called', () => {
  expect(() => mergeMessages({ './pl/shell.ts': { other: {} } })).toThrow('./pl/shell.ts does not export shell')
})
