import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stateOfCep } from '../../../src-main/domain/cep-state.ts'
import { chooseService, isFor, type RateOffer } from '../../../src-main/domain/choose-service.ts'
import type { RateFacts, RateRule, RuleConditions } from '../../../src-main/domain/rate-rules.ts'
import { runs } from '../../support/property-runs.ts'

const facts: RateFacts = { to: '04000000', state: null, weightG: 800, declaredValue: 20_000, channel: 'Loja própria' }
const offer = (service: string, total: number, days: number, latestOn: string | null = null): RateOffer => ({
  service,
  total,
  days,
  latestOn,
})
const pac = offer('PAC', 1500, 7)
const sedex = offer('SEDEX', 2400, 2)
const jet = offer('JET', 4100, 1)
const offers = [pac, sedex, jet]
const rule = (action: RateRule['action'], when: RuleConditions = {}, more: Partial<RateRule> = {}): RateRule => ({
  name: null,
  on: true,
  when,
  action,
  ...more,
})
const chosen = (rules: readonly RateRule[], from: readonly RateOffer[] = offers) =>
  chooseService(rules, facts, from).service

describe('a rule is for a shipment', () => {
  it.each<[string, RuleConditions, boolean]>([
    ['without conditions', {}, true],
    ['of its state, by the CEP', { states: ['SP'] }, true],
    ['of no other state', { states: ['RJ', 'MG'] }, false],
    [
      'in one of its CEP ranges',
      {
        ceps: [
          { from: '01000000', to: '01999999' },
          { from: '04000000', to: '04000000' },
        ],
      },
      true,
    ],
    ['and in no other', { ceps: [{ from: '04000001', to: '05999999' }] }, false],
    ['of exactly its lowest weight', { weightG: { from: 800, to: null } }, true],
    ['of exactly its highest weight', { weightG: { from: null, to: 800 } }, true],
    ['not beyond it', { weightG: { from: null, to: 799 } }, false],
    ['up to its value', { declaredValue: { from: 10_000, to: 20_000 } }, true],
    ['not beyond its value', { declaredValue: { from: 20_001, to: null } }, false],
    ['of its channel, however it is written', { channels: ['Shopee', 'LOJA PROPRIA'] }, true],
    ['of no other channel', { channels: ['Shopee'] }, false],
    ['only where all conditions hold', { states: ['SP'], weightG: { from: 900, to: null } }, false],
  ])('%s', (_, when, expected) => expect(isFor(when, facts)).toBe(expected))

  it('takes no declared value for one of nothing, and no channel for none', () => {
    const bare = { ...facts, declaredValue: null, channel: null }
    expect(isFor({ declaredValue: { from: null, to: 100 } }, bare)).toBe(true)
    expect(isFor({ declaredValue: { from: 1, to: null } }, bare)).toBe(false)
    expect(isFor({ channels: [''] }, bare)).toBe(false)
  })

  it.each([
    ['01310100', 'SP'],
    ['19999999', 'SP'],
    ['20000000', 'RJ'],
    ['69300000', 'RR'],
    ['69400000', 'AM'],
    ['70040010', 'DF'],
    ['72800000', 'GO'],
    ['73015000', 'DF'],
    ['76801000', 'RO'],
    ['78900000', null],
    ['99999999', 'RS'],
    ['00999999', null],
  ])('in the state of CEP %s, which is %s', (cep, state) => expect(stateOfCep(cep)).toBe(state))
})

describe('the choice', () => {
  it.each<[string, RateRule['action'], string]>([
    ['the cheapest', { kind: 'cheapest' }, 'PAC'],
    ['the fastest', { kind: 'fastest' }, 'JET'],
    ['the cheapest within days', { kind: 'cheapest-within', days: 2 }, 'SEDEX'],
    ['the cheapest near the fastest', { kind: 'cheapest-near-fastest', days: 1 }, 'SEDEX'],
    ['a service', { kind: 'service', service: 'SEDEX' }, 'SEDEX'],
  ])('is %s', (_, action, service) => expect(chosen([rule(action)])).toBe(service))

  it('is the fastest by the last day of the promise where all tell it', () => {
    const told = [offer('A', 10, 1, '2026-12-04'), offer('B', 20, 3, '2026-12-02')]
    expect(chosen([rule({ kind: 'fastest' })], told)).toBe('B')
    expect(chosen([rule({ kind: 'fastest' })], [...told, offer('C', 5, 9)])).toBe('A')
  })

  it('is the cheaper of equally fast ones, the faster of equally cheap ones, then the first', () => {
    const equal = [offer('A', 20, 2), offer('B', 10, 2), offer('C', 10, 1), offer('D', 10, 1)]
    expect(chosen([rule({ kind: 'cheapest' })], equal)).toBe('C')
    expect(chosen([rule({ kind: 'fastest' })], equal)).toBe('C')
  })

  it('says which rule decided and what the others did', () => {
    const rules = [
      rule({ kind: 'service', service: 'JADLOG' }),
      rule({ kind: 'cheapest' }, { states: ['RJ'] }),
      rule({ kind: 'service', service: 'PAC' }),
      rule({ kind: 'cheapest-within', days: 0 }),
      rule({ kind: 'fastest' }, {}, { on: false }),
      rule({ kind: 'fastest' }, { weightG: { from: null, to: 1000 } }, { name: 'Leves' }),
      rule({ kind: 'never', services: ['PAC', 'MINI'] }, { declaredValue: { from: 10_000, to: null } }),
      rule({ kind: 'cheapest' }),
    ]
    expect(chooseService(rules, facts, offers)).toEqual({
      service: 'JET',
      why: 'rule',
      by: { rule: 6, name: 'Leves', when: { weightG: { from: null, to: 1000 } }, action: { kind: 'fastest' } },
      steps: [
        { rule: 1, did: 'pass', why: { reason: 'no-offer', service: 'JADLOG' } },
        { rule: 3, did: 'pass', why: { reason: 'excluded', service: 'PAC', by: 7 } },
        { rule: 4, did: 'pass', why: { reason: 'too-slow', days: 0 } },
        { rule: 6, did: 'choose', service: 'JET' },
        { rule: 7, did: 'exclude', services: ['PAC'] },
      ],
    })
  })

  it('is the cheapest where no rule decides, and says so', () => {
    expect(chooseService([rule({ kind: 'fastest' }, { states: ['RJ'] })], facts, offers)).toEqual({
      service: 'PAC',
      why: 'no-rule',
      by: null,
      steps: [],
    })
  })

  it('is none without offers, or where rules exclude all', () => {
    expect(chooseService([rule({ kind: 'cheapest' })], facts, [])).toEqual({
      service: null,
      why: 'no-offers',
      by: null,
      steps: [],
    })
    const never = rule({ kind: 'never', services: ['PAC', 'SEDEX', 'JET'] })
    expect(chooseService([rule({ kind: 'cheapest' }), never], facts, offers)).toEqual({
      service: null,
      why: 'all-excluded',
      by: null,
      steps: [{ rule: 2, did: 'exclude', services: ['PAC', 'SEDEX', 'JET'] }],
    })
  })
})

const service = fc.constantFrom('A', 'B', 'C', 'D', 'E')
const anyWhen = fc.record(
  {
    states: fc.subarray(['SP', 'RJ'], { minLength: 1 }),
    weightG: fc.record({ from: fc.option(fc.nat(5)), to: fc.option(fc.nat(5)) }),
    channels: fc.subarray(['Loja', 'Site'], { minLength: 1 }),
  },
  { requiredKeys: [] },
)
const anyAction: fc.Arbitrary<RateRule['action']> = fc.oneof(
  fc.constant({ kind: 'cheapest' } as const),
  fc.constant({ kind: 'fastest' } as const),
  fc.nat(4).map((days) => ({ kind: 'cheapest-within', days }) as const),
  fc.nat(3).map((days) => ({ kind: 'cheapest-near-fastest', days }) as const),
  service.map((one) => ({ kind: 'service', service: one }) as const),
  fc.uniqueArray(service, { minLength: 1 }).map((services) => ({ kind: 'never', services }) as const),
)
const anyRules = fc.array(fc.record({ name: fc.constant(null), on: fc.boolean(), when: anyWhen, action: anyAction }), {
  maxLength: 6,
})
const anyFacts = fc.record({
  to: fc.constantFrom('01000000', '20000000', '00000001'),
  state: fc.constant(null),
  weightG: fc.integer({ min: 1, max: 6 }),
  declaredValue: fc.constant(null),
  channel: fc.constantFrom(null, 'Loja', 'Site'),
})
const anyOffers = fc.uniqueArray(
  fc.record({
    service,
    total: fc.nat(5),
    days: fc.nat(4),
    latestOn: fc.constantFrom(null, '2026-12-01', '2026-12-02'),
  }),
  { selector: (one) => one.service },
)

describe('for any rules and offers', () => {
  const holds = (check: (rules: RateRule[], shipment: RateFacts, from: RateOffer[]) => void) =>
    fc.assert(fc.property(anyRules, anyFacts, anyOffers, check), { numRuns: runs(500) })

  it('the answer is among the offers, or none for a reason', () => {
    holds((rules, shipment, from) => {
      const choice = chooseService(rules, shipment, from)
      if (choice.service === null) expect(['no-offers', 'all-excluded']).toContain(choice.why)
      else expect(from.map((one) => one.service)).toContain(choice.service)
    })
  })

  it('what a rule for the shipment excludes is never chosen', () => {
    holds((rules, shipment, from) => {
      const choice = chooseService(rules, shipment, from)
      for (const { on, when, action } of rules)
        if (on && action.kind === 'never' && isFor(when, shipment))
          expect(action.services).not.toContain(choice.service)
    })
  })

  it('the rule that is named exists, is on, is for the shipment, and chose what was chosen', () => {
    holds((rules, shipment, from) => {
      const choice = chooseService(rules, shipment, from)
      for (const step of choice.steps) expect(rules[step.rule - 1]).toMatchObject({ on: true })
      if (choice.by === null) return
      const { rule: number, ...said } = choice.by
      const decider = rules[number - 1]
      expect(decider).toMatchObject(said)
      expect(decider && isFor(decider.when, shipment)).toBe(true)
      expect(choice.steps).toContainEqual({ rule: number, did: 'choose', service: choice.service })
    })
  })

  it('the order decides: no rule below the one that decided changes the service, and none above it could decide', () => {
    holds((rules, shipment, from) => {
      const choice = chooseService(rules, shipment, from)
      if (choice.by === null) return
      const nevers = rules.filter(({ action }) => action.kind === 'never')
      const above = rules.slice(0, choice.by.rule - 1).filter(({ action }) => action.kind !== 'never')
      const decider = rules[choice.by.rule - 1]
      if (!decider) throw new Error('no such rule')
      expect(chooseService([decider, ...nevers], shipment, from).service).toBe(choice.service)
      expect(chooseService([...above, ...nevers], shipment, from).by).toBeNull()
    })
  })
})
