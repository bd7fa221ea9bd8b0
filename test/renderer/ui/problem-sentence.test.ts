import { expect, it } from 'vitest'
import { contract } from '../../../src-main/contract/index.ts'
import { commonErrors } from '../../../src-main/contract/define.ts'
import { locales, type Locale } from '../../../src-main/contract/app.contract.ts'
import { i18n } from '../../../src-renderer/i18n/index.ts'
import { problemSentence, reasonSentence } from '../../../src-renderer/ui/problem-sentence.ts'

const { t, te } = i18n.global
const inLocale = (locale: Locale) => ({
  t: (key: string, params: Record<string, unknown>) => t(key, params, { locale }),
  te: (key: string) => te(key, locale),
})
const codes = Object.entries(contract).flatMap(([procedure, definition]) =>
  'errors' in definition
    ? [...definition.errors, ...commonErrors].map((code) => ({ procedure, code: code as string }))
    : [],
)
const internal = problemSentence({ code: 'internal', message: '', retryable: false }, inLocale('pt-BR')).what

it.each(locales)('has a sentence for every error of every procedure in %s', (locale) => {
  const wordless = codes.filter(({ procedure, code }) => {
    const sentence = problemSentence({ code, message: '', retryable: false }, inLocale(locale), procedure)
    return sentence.what.length < 10 || sentence.what.includes(code) || !sentence.support.includes(code)
  })
  expect(codes.length).toBeGreaterThan(200)
  expect(wordless).toEqual([])
})

it('says of an export what an export is about, not what an import is', () => {
  const locked = { code: 'file-locked', message: '', retryable: true }
  expect(problemSentence(locked, inLocale('pt-BR'), 'parcels.export').what).toBe(t('words.exportProblem.file-locked'))
  expect(problemSentence(locked, inLocale('pt-BR'), 'imports.run').what).toBe(t('words.problem.file-locked'))
})

it('shows an unknown code as a fault of ours and keeps the code for support', () => {
  const sentence = problemSentence(
    { code: 'invented', message: 'id 7', retryable: false, detail: { file: 'a.csv' } },
    inLocale('pt-BR'),
  )
  expect(sentence.what).toBe(internal)
  expect(sentence.support).toBe('internal · id 7 · file=a.csv')
})

it('makes a sentence of a bare reason, and names one that nobody knows', () => {
  expect(reasonSentence('carrier.unreachable', inLocale('pt-BR'))).toBe(
    'A transportadora não pôde ser alcançada pela rede.',
  )
  expect(reasonSentence('carrier.invented', inLocale('pt-BR'))).toContain('carrier.invented')
})
