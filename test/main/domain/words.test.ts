import { describe, expect, it } from 'vitest'
import { locales } from '../../../src-main/domain/locale.ts'
import { fill, words } from '../../../src-main/domain/words/index.ts'

const leaves = (value: object, path = ''): [string, string][] =>
  Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? [[`${path}${key}`, inner] as [string, string]] : leaves(inner, `${path}${key}.`),
  )

const parameters = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

describe.each(locales)('words in %s', (locale) => {
  const own = leaves(words[locale])

  it('have no gap', () => expect(own.filter(([, text]) => text.trim() === '')).toEqual([]))

  it('state, without talking of themselves, excuses or shouting', () => {
    expect(
      own.filter(([, text]) =>
        /!|\b(we|our|sorry|please|desculpe|por favor|nós|nosso|proszę|przepraszamy)\b/i.test(text),
      ),
    ).toEqual([])
  })

  it('have nothing in them that vue-i18n would read as more than a parameter', () => {
    const special = own.filter(([, text]) => /[@|{}]|%\{|\$t/.test(text.replace(/\{(\w+|'[^']*')\}/g, '')))
    expect(special).toEqual([])
  })

  it('take the same parameters as in Portuguese', () => {
    const first = new Map(leaves(words['pt-BR']))
    expect(own.filter(([key, text]) => parameters(text).join() !== parameters(first.get(key) ?? '').join())).toEqual([])
  })
})

it('fills parameters and shows characters that mean something to vue-i18n', () => {
  expect(fill("{a} e {b}, nome{'@'}exemplo", { a: 1, b: 'dois' })).toBe('1 e dois, nome@exemplo')
  expect(fill('{a} {toString}', {})).toBe('{a} {toString}')
})
