import { describe, expect, it } from 'vitest'
import { readCepRanges, shownCepRange } from '../../../../src-renderer/features/quotes/rules/cep-ranges.ts'
import {
  blankDraft,
  draftOf,
  fieldOfFault,
  ruleOf,
  type RateRule,
} from '../../../../src-renderer/features/quotes/rules/rule-draft.ts'

describe('CEP ranges as people write them', () => {
  it.each([
    ['01-05', [{ from: '01000000', to: '05999999' }]],
    ['01', [{ from: '01000000', to: '01999999' }]],
    ['01310-100', [{ from: '01310100', to: '01310100' }]],
    ['01310-01399', [{ from: '01310000', to: '01399999' }]],
    ['01000-000 a 05999-999', [{ from: '01000000', to: '05999999' }]],
    [
      '01310-100 - 01310-199, 2\n',
      null, // one digit is a slip, not a tenth of the country
    ],
    [
      '20;\n30-31',
      [
        { from: '20000000', to: '20999999' },
        { from: '30000000', to: '31999999' },
      ],
    ],
    ['', []],
    ['centro', null],
  ])('%s', (text, ranges) => expect(readCepRanges(text)).toEqual(ranges))

  it('are read again as they are shown', () => {
    const ranges = [
      { from: '01000000', to: '05999999' },
      { from: '01310100', to: '01310100' },
    ]
    expect(readCepRanges(ranges.map(shownCepRange).join('\n'))).toEqual(ranges)
  })
})

describe('a rule as a form', () => {
  const rules: RateRule[] = [
    { name: null, on: true, when: {}, action: { kind: 'cheapest' } },
    {
      name: 'Norte',
      on: false,
      when: {
        states: ['AM', 'PA'],
        ceps: [{ from: '69000000', to: '69999999' }],
        weightG: { from: null, to: 1500 },
        declaredValue: { from: 50_000, to: null },
        channels: ['Loja', 'Feira'],
      },
      action: { kind: 'cheapest-within', days: 5 },
    },
    { name: null, on: true, when: {}, action: { kind: 'service', service: '03220' } },
    { name: null, on: true, when: {}, action: { kind: 'never', services: ['03220', 'table:1:Moto'] } },
  ]
  it.each(rules)('says the same rule when nothing was changed: $action.kind', (rule) =>
    expect(ruleOf(draftOf(rule))).toEqual({ rule }),
  )

  it('takes a code that is not among the names', () =>
    expect(ruleOf({ ...blankDraft, kind: 'never', services: ['1'], otherServices: '04162, 1' })).toEqual({
      rule: { name: null, on: true, when: {}, action: { kind: 'never', services: ['1', '04162'] } },
    }))

  it.each([
    [{ weightFrom: '2', weightTo: '1' }, { weightG: 'order' }],
    [{ weightFrom: 'leve' }, { weightG: 'format' }],
    [{ valueFrom: '100', valueTo: '50,00' }, { declaredValue: 'order' }],
    [{ ceps: '05-01' }, { ceps: 'order' }],
    [{ ceps: 'x' }, { ceps: 'format' }],
    [{ kind: 'cheapest-within' }, { days: 'empty' }],
    [{ kind: 'cheapest-within', days: '1,5' }, { days: 'format' }],
    [{ kind: 'service' }, { services: 'empty' }],
    [{ kind: 'service', services: ['1'], otherServices: '2' }, { services: 'single' }],
    [{ kind: 'never' }, { services: 'empty' }],
  ] as const)('says at its field what is wrong: %o', (typed, problems) =>
    expect(
      ruleOf({ ...blankDraft, ...typed, states: [], services: [...('services' in typed ? typed.services : [])] }),
    ).toEqual({
      problems,
    }),
  )

  it('finds the field that an answer names', () => {
    expect(fieldOfFault('when.weightG')).toBe('weightG')
    expect(fieldOfFault('action.services')).toBe('services')
    expect(fieldOfFault('when.moon')).toBeNull()
  })
})
