import { describe, expect, it, vi } from 'vitest'
import { ask, composeForTest, get } from '../../support/composition.ts'

vi.setConfig({ testTimeout: 60_000 })

const rules = [
  { name: 'Capital', on: true, when: { ceps: [{ from: '01000000', to: '05999999' }] }, action: { kind: 'fastest' } },
  {
    name: null,
    on: false,
    when: { declaredValue: { from: 100_000, to: null }, channels: ['Loja'] },
    action: { kind: 'never', services: ['03298'] },
  },
  { name: null, on: true, when: { weightG: { from: null, to: 1000 } }, action: { kind: 'service', service: '03298' } },
]
const offers = [
  { service: '03298', total: 1500, days: 7, latestOn: '2026-12-09' },
  { service: '03220', total: 2400, days: 2, latestOn: '2026-12-02' },
]
const facts = { to: '01310100', state: 'SP', weightG: 800, declaredValue: null, channel: null }

describe('the list of rules', () => {
  it('is empty at first, and kept whole and in its order over a restart', async () => {
    const first = await composeForTest()
    expect(await get(first, 'rateRules.list', {})).toEqual([])
    await get(first, 'rateRules.save', { rules })
    await get(first, 'rateRules.save', { rules: rules.toReversed() })
    await first.stop()
    const second = await composeForTest({ dataDir: first.dataDir })
    expect(await get(second, 'rateRules.list', {})).toEqual(rules.toReversed())
  })

  it.each([
    ['a list without anything in it', 2, { states: [] }, 'rule-empty', 'when.states'],
    ['a range without ends', 2, { weightG: { from: null, to: null } }, 'rule-empty', 'when.weightG'],
    [
      'a range that ends before it begins',
      1,
      { declaredValue: { from: 5, to: 4 } },
      'rule-order',
      'when.declaredValue',
    ],
    ['CEP that end before they begin', 3, { ceps: [{ from: '05000000', to: '01000000' }] }, 'rule-order', 'when.ceps'],
  ])('with %s is refused, by number and field', async (_, number, when, code, field) => {
    const desk = await composeForTest()
    const wrong = rules.map((rule, i) => (i + 1 === number ? { ...rule, when } : rule))
    const refusal = { ok: false, error: { code, detail: { rule: number, field } } }
    expect(await ask(desk, 'rateRules.save', { rules: wrong })).toMatchObject(refusal)
    expect(await ask(desk, 'rateRules.try', { cases: [{ facts, offers }], rules: wrong })).toMatchObject(refusal)
    expect(await get(desk, 'rateRules.list', {})).toEqual([])
  })

  it('with a field that nobody knows, or a service that never is none, is refused', async () => {
    const desk = await composeForTest()
    const surplus = rules.map((rule, i) => (i === 1 ? { ...rule, when: { ...rule.when, weight: 3 } } : rule))
    expect(await ask(desk, 'rateRules.save', { rules: surplus })).toMatchObject({
      ok: false,
      error: { code: 'invalid_input', detail: { field: 'rules.1.when.weight' } },
    })
    const never = [{ name: null, on: true, when: {}, action: { kind: 'never', services: [] } }]
    expect(await ask(desk, 'rateRules.save', { rules: never })).toMatchObject({
      ok: false,
      error: { code: 'rule-empty', detail: { rule: 1, field: 'action.services' } },
    })
  })
})

describe('a dry run', () => {
  it('says what kept rules choose, what others would, and what that changes', async () => {
    const desk = await composeForTest()
    await get(desk, 'rateRules.save', { rules })
    const cases = [
      { facts, offers },
      { facts: { ...facts, to: '20040002', state: null }, offers },
      { facts, offers: [] },
    ]
    const tried = await get(desk, 'rateRules.try', { cases, rules: rules.slice(1) })
    expect(tried).toMatchObject({ different: 1, totalNow: 3900, totalThen: 3000 })
    expect(
      tried.cases.map(({ now, then, isDifferent }) => [
        now.service,
        now.by?.rule,
        then.service,
        then.by?.rule,
        isDifferent,
      ]),
    ).toEqual([
      ['03220', 1, '03298', 2, true],
      ['03298', 3, '03298', 2, false],
      [null, undefined, null, undefined, false],
    ])
    expect(await get(desk, 'rateRules.try', { cases })).toMatchObject({ different: 0, totalThen: 3900 })
    expect(await get(desk, 'rateRules.list', {})).toEqual(rules)
  })
})
