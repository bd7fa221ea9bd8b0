import { describe, expect, it } from 'vitest'
import { locales, type Locale } from '../../../../src-main/contract/app.contract.ts'
import type { OfferProblem } from '../../../../src-main/contract/quotes.contract.ts'
import { offerTroubles } from '../../../../src-main/domain/offer.ts'
import { quoteRefusals } from '../../../../src-main/domain/quote.ts'
import {
  nextSteps,
  partSentences,
  problemText,
  sourceText,
  wholeSentences,
} from '../../../../src-renderer/features/quotes/offer-sentences.ts'
import { i18n, showLocale } from '../../../../src-renderer/i18n/index.ts'
import { createFormats } from '../../../../src-renderer/ui/format.ts'
import { pac, pacPrice, quoteOf } from './quotes-fixtures.ts'

const { t, te } = i18n.global
const codes = [...quoteRefusals, ...offerTroubles].filter((code) => code !== 'waiting')
const said = (text: string): string => text.replaceAll('\u00a0', ' ')

const problem = (code: OfferProblem['code'], more: Partial<OfferProblem> = {}): OfferProblem => ({
  part: 'price',
  code,
  carrierSays: 'PRC-999: recusado',
  carrierCode: null,
  detail: { is: 1200, limit: 1050, side: 'width', least: 2500, most: 10_000 },
  ...more,
})

const inLocale = <T>(locale: Locale, look: () => T): T => {
  showLocale(locale)
  try {
    return look()
  } finally {
    showLocale('pt-BR')
  }
}

describe.each(locales)('why there is no price, %s', (locale) => {
  const format = createFormats(locale)

  it.each(codes)('%s is a sentence', (code) => {
    const text = inLocale(locale, () => problemText(problem(code), t, te, format))
    expect(text).toMatch(/^\p{Lu}.{10,}(\.|recusado)$/u)
    expect(text).not.toMatch(/[{}]|quotes\.|errors\.|quote\.|carrier\./)
  })

  it.each(offerTroubles.filter((code) => code !== 'waiting'))('%s says what can be done', (code) => {
    const quote = quoteOf({}, { trouble: code, offers: [] })
    const [step, ...more] = inLocale(locale, () => nextSteps(quote, t, te))
    expect(step).toMatch(/^\p{Lu}.{8,}\.$/u)
    expect(more).toEqual([])
  })
})

describe('an offer’s sentences', () => {
  const format = createFormats('pt-BR')

  it.each([
    ['quote.too-large', 'A largura de 120 cm passa do limite de 105 cm.'],
    ['quote.too-heavy', 'Pesa 1,2 kg; este serviço leva até 1,05 kg.'],
    ['quote.declared-value-range', 'O valor declarado deste serviço vai de R$ 25,00 a R$ 100,00.'],
    ['carrier.not-enabled', 'A API de preço ou de prazo não está liberada no contrato.'],
    ['carrier.credentials-expired', 'O código de acesso à transportadora venceu.'],
  ] as const)('%s is told in people’s units', (code, text) => {
    expect(said(problemText(problem(code), t, te, format))).toBe(text)
  })

  it('has the carrier’s own code for who asks it', () => {
    const text = problemText(problem('quote.route-not-served', { carrierCode: 'ERP-006' }), t, te, format)
    expect(text).toBe('Este serviço não atende esse trecho. (ERP-006)')
  })

  it('stand with the part that they are about, and once where both parts have the same', () => {
    const down = [problem('carrier.down'), problem('carrier.down', { part: 'deadline' })]
    expect(partSentences({ ...pac, problems: down }, t, te, format)).toEqual({
      price: ['A transportadora está fora do ar.'],
      deadline: [],
    })
    const apart = [problem('carrier.not-enabled'), problem('carrier.timeout', { part: 'deadline' })]
    expect(wholeSentences(partSentences({ ...pac, problems: apart }, t, te, format), t)).toEqual([
      'Preço: A API de preço ou de prazo não está liberada no contrato.',
      'Prazo: A transportadora demorou demais para responder.',
    ])
  })

  it('are the same step once, however many services need it', () => {
    const down = { ...pac, problems: [problem('carrier.down'), problem('carrier.timeout', { part: 'deadline' })] }
    expect(nextSteps(quoteOf({}, { offers: [down, down] }), t, te)).toEqual(['Cote de novo mais tarde.'])
  })

  it.each([
    [{ source: 'carrier', of: null }, null],
    [{ source: 'kept', of: null }, /^respondido às \d\d:\d\d$/],
    [{ source: 'last-known', of: null }, /^último valor conhecido deste trecho, de 27\/11/],
    [{ source: 'last-known', of: '22250111' }, /^último valor conhecido, para 22250-111 em 27\/11/],
    [{ source: 'table', of: 'Motoboy' }, /^tabela própria Motoboy/],
  ] as const)('a value of %j says where it is from', (where, text) => {
    const found = sourceText({ ...pacPrice, ...where }, t, format)
    if (text === null) expect(found).toBeNull()
    else expect(found).toMatch(text)
  })
})
