import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  nextCheck,
  silentTermMs,
  standstillTermMs,
  type ScheduleFacts,
} from '../../../src-main/domain/check-schedule.ts'
import { parcelStatuses } from '../../../src-main/domain/parcel-status.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const now = Date.UTC(2026, 10, 20, 15)

const facts = (more: Partial<ScheduleFacts>): ScheduleFacts => ({
  status: 'registered',
  createdAt: now - 40 * day,
  lastEventAt: null,
  promisedOn: null,
  postedOn: null,
  seed: 1,
  ...more,
})

/** Age of the last event, and the pause that must follow, give or take the jitter. */
const known = (status: ScheduleFacts['status'], age: number, more: Partial<ScheduleFacts> = {}) =>
  facts({ status, lastEventAt: now - age, ...more })

describe('nextCheck', () => {
  it.each<[string, ScheduleFacts, number]>([
    ['just imported, carrier silent', facts({ createdAt: now }), 2 * hour],
    ['silent for three days', facts({ createdAt: now - 3 * day }), 6 * hour],
    ['silent for three weeks', facts({ createdAt: now - 21 * day }), day],
    ['announced and handed over today', facts({ createdAt: now - 3 * day, postedOn: '2026-11-20' }), hour],
    ['just posted', known('posted', hour), hour],
    ['in transit since yesterday', known('in-transit', day), hour],
    ['in transit, five days without a scan', known('in-transit', 5 * day), 3 * hour],
    ['in transit, two weeks without a scan', known('in-transit', 14 * day), 8 * hour],
    ['in transit, six weeks without a scan', known('in-transit', 42 * day), day],
    ['in transit on the promised day', known('in-transit', 5 * day, { promisedOn: '2026-11-20' }), 30 * minute],
    ['in transit before the promised day', known('in-transit', 5 * day, { promisedOn: '2026-11-21' }), 3 * hour],
    ['at the customs on the promised day', known('customs', day, { promisedOn: '2026-11-20' }), 12 * hour],
    ['out for delivery', known('out-for-delivery', hour), 20 * minute],
    ['out for delivery since the day before yesterday', known('out-for-delivery', 2 * day), 2 * hour],
    ['waits to be fetched', known('awaiting-pickup', hour), 2 * hour],
    ['delivery failed this morning', known('delivery-failed', 3 * hour), hour],
    ['suspension asked for', known('suspended', hour), hour],
    ['on its way back', known('returning', day), 4 * hour],
    ['an event dated in the future', known('in-transit', -3 * hour), hour],
  ])('%s', (_, given, pause) => {
    const next = nextCheck(given, now)
    expect(next.watch).toBe('watched')
    expect((next.at ?? 0) - now).toBeGreaterThanOrEqual(pause * 0.85)
    expect((next.at ?? 0) - now).toBeLessThanOrEqual(pause * 1.15)
  })

  it.each(['delivered', 'returned', 'lost', 'cancelled'] as const)('never asks again once %s', (status) => {
    expect(nextCheck(known(status, hour), now)).toEqual({ watch: 'ended', at: null })
  })

  it('gives up a code that the carrier has not heard of for the whole term, not before', () => {
    expect(nextCheck(facts({ createdAt: now - silentTermMs }), now).watch).toBe('watched')
    expect(nextCheck(facts({ createdAt: now - silentTermMs - 1 }), now)).toEqual({ watch: 'silent', at: null })
  })

  it('gives up a parcel that has not moved for months, however lately it was imported', () => {
    expect(nextCheck(known('in-transit', standstillTermMs), now).watch).toBe('watched')
    expect(nextCheck(known('in-transit', standstillTermMs + 1, { createdAt: now }), now)).toEqual({
      watch: 'silent',
      at: null,
    })
  })

  it('spreads the parcels of one file over the whole jitter', () => {
    const ats = Array.from({ length: 1000 }, (_, seed) => nextCheck(facts({ createdAt: now, seed }), now).at ?? 0)
    expect(new Set(ats).size).toBeGreaterThan(990)
    expect(Math.max(...ats) - Math.min(...ats)).toBeGreaterThan(0.28 * 2 * hour)
  })

  it('is later than now, within a day and a bit, and the same for the same facts', () => {
    const anyFacts = fc.record({
      status: fc.constantFrom(...parcelStatuses),
      createdAt: fc.integer({ min: now - 400 * day, max: now + day }),
      lastEventAt: fc.option(fc.integer({ min: now - 400 * day, max: now + day })),
      promisedOn: fc.option(fc.constantFrom('2026-11-19', '2026-11-20', '2026-12-24')),
      postedOn: fc.option(fc.constantFrom('2026-11-19', '2026-11-20')),
      seed: fc.integer(),
    })
    fc.assert(
      fc.property(anyFacts, (given) => {
        const next = nextCheck(given, now)
        expect(next).toEqual(nextCheck(given, now))
        expect(next.at === null).toBe(next.watch !== 'watched')
        if (next.at !== null)
          expect(next.at - now).toSatisfy((pause: number) => pause > 10 * minute && pause < 1.2 * day)
      }),
    )
  })
})
