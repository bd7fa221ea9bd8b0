import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deriveStatus } from '../../../src-main/domain/derive-status.ts'
import { eventMeanings, type EventMeaning } from '../../../src-main/domain/parcel-status.ts'
import { eventIdentity, inCarrierOrder, type TrackingEvent } from '../../../src-main/domain/tracking-event.ts'

const event = (meaning: EventMeaning, at: number, more: Partial<TrackingEvent> = {}): TrackingEvent => ({
  code: meaning,
  at,
  zone: 'America/Sao_Paulo',
  meaning,
  text: meaning,
  ...more,
})

/** A history of one event a millisecond. */
const history = (...meanings: readonly EventMeaning[]): TrackingEvent[] =>
  meanings.map((meaning, at) => event(meaning, at, { code: `${meaning}/${at}` }))

describe('deriveStatus', () => {
  it.each<[string, EventMeaning[], string]>([
    ['no event', [], 'registered'],
    ['information alone', ['information'], 'registered'],
    ['an unknown code alone', ['unknown'], 'registered'],
    ['the usual journey', ['posted', 'in-transit', 'out-for-delivery', 'delivered'], 'delivered'],
    ['information after the delivery', ['delivered', 'information'], 'delivered'],
    ['an unknown code after the delivery', ['delivered', 'unknown'], 'delivered'],
    ['a correction after the delivery', ['delivered', 'returning'], 'returning'],
    ['a scan dated after the delivery', ['delivered', 'in-transit'], 'in-transit'],
    ['delivered on the way back', ['posted', 'returning', 'delivered'], 'returned'],
    ['scans on the way back', ['posted', 'returning', 'in-transit', 'out-for-delivery'], 'returning'],
    ['scans and delivery on the way back', ['returning', 'in-transit', 'out-for-delivery', 'delivered'], 'returned'],
    ['waiting for the sender to fetch it', ['returning', 'awaiting-pickup'], 'awaiting-pickup'],
    ['a delivery taken back', ['posted', 'out-for-delivery', 'delivered', 'voids-previous'], 'out-for-delivery'],
    ['two taken back', ['posted', 'out-for-delivery', 'delivered', 'voids-previous', 'voids-previous'], 'posted'],
    ['more taken back than there is', ['posted', 'voids-previous', 'voids-previous'], 'registered'],
    ['a return taken back, then delivered', ['posted', 'returning', 'voids-previous', 'delivered'], 'delivered'],
    ['an information taken back', ['delivered', 'information', 'voids-previous'], 'delivered'],
    ['a suspension that came too late', ['suspended', 'out-for-delivery', 'delivered'], 'delivered'],
    ['a suspension while the parcel travels on', ['posted', 'suspended', 'in-transit'], 'suspended'],
    ['a suspension that was lifted', ['suspended', 'in-transit', 'posted', 'in-transit'], 'in-transit'],
    ['a suspension that took effect', ['suspended', 'returning', 'in-transit', 'delivered'], 'returned'],
  ])('%s', (_, meanings, status) => {
    expect(deriveStatus(history(...meanings)).status).toBe(status)
  })

  it('says when the status began: the first of the run', () => {
    const derived = deriveStatus(history('posted', 'in-transit', 'information', 'in-transit', 'unknown'))
    expect(derived).toEqual({ status: 'in-transit', statusAt: 1, deliveredAt: null, voided: [] })
  })

  it('says when it was delivered, and no longer once that is taken back', () => {
    expect(deriveStatus(history('posted', 'delivered')).deliveredAt).toBe(1)
    expect(deriveStatus(history('posted', 'delivered', 'voids-previous'))).toMatchObject({
      deliveredAt: null,
      voided: [1],
    })
    expect(deriveStatus(history('returning', 'delivered')).deliveredAt).toBeNull()
  })

  it('names what was taken back by its index, in order', () => {
    expect(
      deriveStatus(history('posted', 'in-transit', 'voids-previous', 'delivered', 'voids-previous', 'voids-previous'))
        .voided,
    ).toEqual([0, 1, 3])
  })

  it('does not move a delivered parcel back for a scan of the same or an earlier instant', () => {
    const late = [event('delivered', 10), event('in-transit', 10), event('out-for-delivery', 9)]
    expect(deriveStatus(inCarrierOrder(late)).status).toBe('delivered')
  })
})

const place = fc.record({ city: fc.constantFrom('SAO PAULO', 'CURITIBA') })
const anyEvent = fc
  .record({
    code: fc.constantFrom('A/01', 'B/02', 'C/03'),
    at: fc.integer({ min: 0, max: 6 }),
    meaning: fc.constantFrom(...eventMeanings),
    place: fc.option(place, { nil: undefined }),
  })
  .map(({ code, at, meaning, place: where }) => event(meaning, at, { code: `${code}-${meaning}`, place: where }))

/** The same events in another order, some of them more than once. */
const historyAndShuffle = fc.array(anyEvent, { maxLength: 15 }).chain((events) =>
  fc.record({
    events: fc.constant(events),
    shuffled: fc.array(fc.nat({ max: Math.max(0, events.length - 1) }), { maxLength: 20 }).chain((repeats) => {
      const all: TrackingEvent[] = [...events, ...repeats.flatMap((index) => events[index] ?? [])]
      return fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })
    }),
  }),
)

describe('a history however it arrives', () => {
  it('is the same history and the same status in any permutation with repeats', () => {
    fc.assert(
      fc.property(historyAndShuffle, ({ events, shuffled }) => {
        const once = inCarrierOrder(events)
        const again = inCarrierOrder(shuffled)
        expect(again).toEqual(once)
        expect(deriveStatus(again)).toEqual(deriveStatus(once))
      }),
    )
  })

  it('is the same when it comes in two answers that overlap', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 15 }), fc.nat(15), fc.nat(15), (events, a, b) => {
        const all = inCarrierOrder(events)
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        expect(inCarrierOrder([...all.slice(from), ...all.slice(0, to)])).toEqual(all)
      }),
    )
  })

  it('changes neither with information nor with unknown codes anywhere in it', () => {
    const quiet = anyEvent.filter(({ meaning }) => meaning === 'information' || meaning === 'unknown')
    const telling = anyEvent.filter(({ meaning }) => !['information', 'unknown', 'voids-previous'].includes(meaning))
    fc.assert(
      fc.property(fc.array(telling, { maxLength: 12 }), fc.array(quiet, { maxLength: 8 }), (events, noise) => {
        const plain = deriveStatus(inCarrierOrder(events))
        expect(deriveStatus(inCarrierOrder([...events, ...noise]))).toMatchObject({
          status: plain.status,
          statusAt: plain.statusAt,
        })
      }),
    )
  })

  it('takes back at most one event for each taking back', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 15 }), (events) => {
        const ordered = inCarrierOrder(events)
        const { voided } = deriveStatus(ordered)
        expect(voided.length).toBeLessThanOrEqual(ordered.filter(({ meaning }) => meaning === 'voids-previous').length)
        expect(new Set(voided).size).toBe(voided.length)
        for (const index of voided) expect(ordered[index]?.meaning).not.toBe('voids-previous')
      }),
    )
  })
})

describe('eventIdentity', () => {
  it('is code, instant and place, whatever words and meaning the event has', () => {
    const one = event('delivered', 5, { place: { city: 'RECIFE' } })
    expect(eventIdentity({ ...one, text: 'Entregue', meaning: 'unknown', code: 'delivered' } as TrackingEvent)).toBe(
      eventIdentity(one),
    )
    for (const other of [
      { ...one, at: 6 },
      { ...one, code: 'x' },
      { ...one, place: { city: 'OLINDA' } },
      { ...one, place: undefined },
    ]) {
      expect(eventIdentity(other)).not.toBe(eventIdentity(one))
    }
  })
})
