import { describe, expect, it } from 'vitest'
import { chooseService } from '../../../src-main/domain/choose-service.ts'
import { locales } from '../../../src-main/domain/locale.ts'
import type { RateRule, RuleAction, RuleConditions } from '../../../src-main/domain/rate-rules.ts'
import { rateRuleSentences } from '../../../src-main/domain/words/rate-rule-sentences.ts'

const names: Readonly<Record<string, string>> = { '03298': 'PAC', '03220': 'SEDEX' }
const nameOf = (service: string): string | null => names[service] ?? null
const capital: RuleConditions = { ceps: [{ from: '01000000', to: '05999999' }], weightG: { from: null, to: 1000 } }
/** `Intl` puts spaces that do not break into amounts. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

describe('a rule in words', () => {
  it.each([
    ['pt-BR', 'regra 3: CEP 01-05 até 1 kg'],
    ['pl', 'reguła 3: CEP 01-05 do 1 kg'],
    ['en', 'rule 3: CEP 01-05 up to 1 kg'],
  ] as const)('in %s is %s', (locale, sentence) => {
    expect(rateRuleSentences(locale).rule(3, { name: null, when: capital })).toBe(sentence)
  })

  it('has its name where it has one, and says what it does where it has none', () => {
    const own = rateRuleSentences('pt-BR', nameOf)
    expect(own.rule(3, { name: 'Capital', when: capital })).toBe('regra 3 (“Capital”): CEP 01-05 até 1 kg')
    expect(own.automaticName({ when: capital, action: { kind: 'cheapest-within', days: 3 } })).toBe(
      'CEP 01-05 até 1 kg: o mais barato em até 3 dias',
    )
  })

  it.each<[RuleConditions, string]>([
    [{}, 'qualquer envio'],
    [{ states: ['SP', 'RJ'] }, 'UF SP/RJ'],
    [
      {
        ceps: [
          { from: '01000000', to: '01999999' },
          { from: '01310100', to: '01310100' },
        ],
      },
      'CEP 01/01310-100',
    ],
    [{ ceps: [{ from: '01310000', to: '01310999' }] }, 'CEP 01310'],
    [{ ceps: [{ from: '01310100', to: '01311199' }] }, 'CEP 01310-100 – 01311-199'],
    [{ weightG: { from: 1500, to: 30_000 } }, 'de 1,5 kg a 30 kg'],
    [{ weightG: { from: 300, to: null } }, 'a partir de 300 g'],
    [
      {
        states: ['SP'],
        weightG: { from: null, to: 500 },
        declaredValue: { from: 100_050, to: null },
        channels: ['Site'],
      },
      'UF SP até 500 g, valor a partir de R$ 1.000,50, canal Site',
    ],
  ])('says %j', (when, sentence) => {
    expect(plain(rateRuleSentences('pt-BR').conditions(when))).toBe(sentence)
  })

  it.each<[RuleAction, string, string, string]>([
    [{ kind: 'cheapest' }, 'o mais barato', 'najtańsza', 'the cheapest'],
    [
      { kind: 'cheapest-within', days: 1 },
      'o mais barato em até 1 dia',
      'najtańsza w ciągu 1 dnia',
      'the cheapest within 1 day',
    ],
    [
      { kind: 'cheapest-within', days: 2 },
      'o mais barato em até 2 dias',
      'najtańsza w ciągu 2 dni',
      'the cheapest within 2 days',
    ],
    [{ kind: 'service', service: '03220' }, 'usar SEDEX', 'usługa SEDEX', 'use SEDEX'],
    [{ kind: 'never', services: ['03298', 'X'] }, 'nunca PAC, X', 'nigdy PAC, X', 'never PAC, X'],
  ])('says %j', (action, pt, pl, en) => {
    expect(locales.map((locale) => rateRuleSentences(locale, nameOf).action(action))).toEqual([pt, pl, en])
  })
})

describe('a choice in words', () => {
  const rule = (action: RuleAction, when: RuleConditions = {}): RateRule => ({ name: null, on: true, when, action })
  const facts = { to: '04000000', state: null, weightG: 800, declaredValue: null, channel: null }
  const offers = [
    { service: '03298', total: 1500, days: 7, latestOn: null },
    { service: '03220', total: 2400, days: 2, latestOn: null },
  ]
  const rules = [
    rule({ kind: 'service', service: '04162' }),
    rule({ kind: 'service', service: '03298' }),
    { ...rule({ kind: 'cheapest-within', days: 1 }), name: 'Urgente' },
    rule({ kind: 'cheapest' }, capital),
    rule({ kind: 'never', services: ['03298'] }),
  ]
  const said = (locale: (typeof locales)[number], list: readonly RateRule[], from = offers) =>
    rateRuleSentences(locale, nameOf).choice(chooseService(list, facts, from), list)

  it('says why, and what the other rules did', () => {
    expect(said('pt-BR', rules)).toEqual([
      'Escolhido SEDEX: regra 4, CEP 01-05 até 1 kg: o mais barato.',
      'A regra 1 não decidiu: 04162 não tem preço para este envio.',
      'A regra 2 não decidiu: PAC está excluído pela regra 5.',
      'A regra 3 (“Urgente”) não decidiu: nenhum serviço entrega em até 1 dia.',
      'Excluído pela regra 5: PAC.',
    ])
    expect(said('pl', rules)).toEqual([
      'Wybrano SEDEX: reguła 4, CEP 01-05 do 1 kg: najtańsza.',
      'Bez rozstrzygnięcia, reguła 1: 04162 nie ma ceny dla tej przesyłki.',
      'Bez rozstrzygnięcia, reguła 2: PAC wyklucza reguła 5.',
      'Bez rozstrzygnięcia, reguła 3 („Urgente”): żadna usługa nie doręcza w ciągu 1 dnia.',
      'Wykluczone, reguła 5: PAC.',
    ])
    expect(said('en', rules)[0]).toBe('Chosen SEDEX: rule 4, CEP 01-05 up to 1 kg: the cheapest.')
  })

  it('says that no rule decided, or why there is none', () => {
    expect(said('pt-BR', [])).toEqual(['Escolhido PAC, o mais barato: nenhuma regra decidiu.'])
    expect(said('en', [], [])).toEqual(['No service chosen: none has a price.'])
    expect(said('en', [rule({ kind: 'never', services: ['03298', '03220'] })])).toEqual([
      'No service chosen: rules exclude all that have a price.',
      'Excluded by rule 1: PAC, SEDEX.',
    ])
  })
})
