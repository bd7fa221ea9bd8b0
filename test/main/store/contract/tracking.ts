import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eventMeanings } from '../../../../src-main/domain/parcel-status.ts'
import type { TrackingEvent } from '../../../../src-main/domain/tracking-event.ts'
import type { AsOf, Store } from '../../../../src-main/store/store.ts'
import { codeOf, rowOf, rowsFrom } from '../made-rows.ts'
import type { OpenStore } from '../store-contract.ts'
import { storeFile } from '../temporary-store.ts'
import { runs } from '../../../support/property-runs.ts'

const hour = 3_600_000
const start = Date.UTC(2026, 2, 1)
const asOf: AsOf = { now: start + 240 * hour, today: '2026-03-11' }

const event = (
  code: string,
  hours: number,
  meaning: TrackingEvent['meaning'],
  more: Partial<TrackingEvent> = {},
): TrackingEvent => ({
  code,
  at: start + hours * hour,
  zone: 'America/Sao_Paulo',
  meaning,
  text: `event ${code}`,
  ...more,
})

const posted = event('PO/01', 1, 'posted', { place: { name: 'AC Centro', city: 'Campinas', state: 'SP' } })
const onTheWay = event('RO/01', 20, 'in-transit', {
  place: { city: 'Valinhos', state: 'SP' },
  destination: { city: 'Curitiba' },
  detail: 'by road',
})
const delivered = event('BDE/01', 90, 'delivered', { place: { city: 'Curitiba', state: 'PR' } })

async function stored(
  store: Store,
  n = 1,
): Promise<{
  id: number
  answer: (events: readonly TrackingEvent[], hours: number, promisedOn?: string) => Promise<readonly number[]>
}> {
  const id = (await store.read.parcels.get({ code: codeOf(n) }, asOf))?.parcel.id ?? 0
  const answer = async (events: readonly TrackingEvent[], hours: number, promisedOn?: string) =>
    (
      await store.write.tracking.record([
        {
          parcelId: id,
          at: start + hours * hour,
          kind: 'answered',
          events,
          promisedOn: promisedOn ?? null,
          raw: `{"at":${hours}}`,
        },
      ])
    ).changed
  return { id, answer }
}

/** What becomes of carriers' answers. */
export function describeTracking(open: OpenStore): void {
  describe('tracking', () => {
    it('derives status, dates and the next check from all events', async () => {
      const store = await open()
      await storeFile(store, [rowOf(1)], { at: start })
      const { id, answer } = await stored(store)
      expect(await answer([posted, onTheWay], 21, '2026-03-04')).toEqual([id])
      let parcel = (await store.read.parcels.get({ id }, asOf))?.parcel
      expect(parcel).toMatchObject({
        status: 'in-transit',
        statusAt: onTheWay.at,
        promisedOn: '2026-03-04',
        lastEventAt: onTheWay.at,
        lastEventPlace: 'Valinhos/SP',
        checkedAt: start + 21 * hour,
        late: true,
        watch: 'watched',
      })
      expect(parcel?.nextCheckAt).toBeGreaterThan(start + 21 * hour)
      expect(parcel?.stalledDays).toBe(7)
      await answer([posted, onTheWay, delivered], 100)
      const full = await store.read.parcels.get({ id }, asOf)
      parcel = full?.parcel
      expect(parcel).toMatchObject({
        status: 'delivered',
        deliveredAt: delivered.at,
        promisedOn: '2026-03-04',
        watch: 'ended',
        nextCheckAt: null,
        late: false,
        stalledDays: null,
      })
      expect(full?.events.map((one) => one.code)).toEqual(['BDE/01', 'RO/01', 'PO/01'])
      expect(full?.events[1]).toEqual({ ...onTheWay, voided: false })
      expect(full?.raw).toEqual({ at: start + 100 * hour, body: '{"at":100}' })
      expect(full?.history.map(({ kind, detail }) => [kind, detail['from'], detail['to']])).toEqual([
        ['watch', 'watched', 'ended'],
        ['status', 'in-transit', 'delivered'],
        ['status', 'registered', 'in-transit'],
        ['imported', undefined, undefined],
      ])
      expect((await store.check()).found).toEqual([])
    })

    it('takes the posting day from the carrier where no file named it', async () => {
      const store = await open()
      await storeFile(store, [rowOf(1), rowOf(2, { postedOn: '2026-02-27' })], { at: start })
      const atNight = { ...posted, at: Date.UTC(2026, 2, 3, 2) }
      for (const n of [1, 2]) await (await stored(store, n)).answer([atNight], 130)
      const days = await Promise.all([1, 2].map((n) => store.read.parcels.get({ code: codeOf(n) }, asOf)))
      expect(days.map((one) => one?.parcel.postedOn)).toEqual(['2026-03-02', '2026-02-27'])
      expect(await storeFile(store, [rowOf(1), rowOf(2)], { at: start })).toMatchObject({ unchanged: 2 })
    })

    it('knows how long deliveries took, in business days of the carrier’s country', async () => {
      const store = await open()
      const known = (n: number) => ({ service: n < 3 ? 'PAC' : null, state: n < 4 ? 'BA' : null })
      await storeFile(store, [...rowsFrom(1, 4, known), rowOf(5, { carrier: 'inpost' })], { at: start })
      const taken = { ...posted, at: Date.UTC(2026, 0, 2, 15) }
      const handed = { ...delivered, at: Date.UTC(2026, 0, 8, 15) }
      for (const n of [1, 2, 3, 5]) await (await stored(store, n)).answer([taken, handed], 300)
      await (await stored(store, 4)).answer([handed], 300)
      const times = await store.read.deliveries.times('2026-01-01', { inpost: 'PL' })
      expect(new Set(times)).toEqual(
        new Set([
          { carrier: 'correios', service: 'PAC', state: 'BA', days: 4, parcels: 2 },
          { carrier: 'correios', service: null, state: 'BA', days: 4, parcels: 1 },
          { carrier: 'inpost', service: null, state: null, days: 3, parcels: 1 },
        ]),
      )
      expect(await store.read.deliveries.times('2026-01-09', {})).toEqual([])
    })

    it('is late when delivered after the promised day, by the day of the place', async () => {
      const store = await open()
      await storeFile(store, rowsFrom(1, 2), { at: start })
      const lateByZone = { ...delivered, at: Date.UTC(2026, 2, 5, 2) }
      for (const [n, promisedOn] of [
        [1, '2026-03-04'],
        [2, '2026-03-03'],
      ] as const)
        await (await stored(store, n)).answer([posted, lateByZone], 130, promisedOn)
      const late = await store.read.parcels.search({ filter: { late: true } }, { limit: 10 }, asOf)
      expect(late === 'cursor-invalid' ? [] : late.rows.map((row) => row.code)).toEqual([codeOf(2)])
      expect((await store.read.parcels.counts({}, asOf)).late).toBe(1)
    })

    it('stores an event once however often, in whichever order it comes', async () => {
      const store = await open()
      await storeFile(store, [rowOf(1)], { at: start })
      const { id, answer } = await stored(store)
      expect(await answer([delivered], 95)).toEqual([id])
      expect(await answer([onTheWay, posted, delivered, posted], 96)).toEqual([id])
      expect(await answer([posted, onTheWay, delivered], 97)).toEqual([])
      const full = await store.read.parcels.get({ id }, asOf)
      expect(full?.events).toHaveLength(3)
      expect(full?.parcel).toMatchObject({ status: 'delivered', statusAt: delivered.at })
    })

    it('comes to the same history and status by any way: in parts, in any order, with repeats', async () => {
      const store = await open()
      let next = 1
      const anyEvent = fc
        .record({
          meaning: fc.constantFrom(...eventMeanings),
          hours: fc.integer({ min: 0, max: 8 }),
          city: fc.constantFrom('X', 'Y'),
        })
        // What a code means is the same in every answer.
        .map(({ meaning, hours, city }) => event(`C/${meaning}`, hours, meaning, { place: { city } }))
      const anyWay = fc.array(anyEvent, { minLength: 1, maxLength: 8 }).chain((events) =>
        fc.record({
          events: fc.constant(events),
          answers: fc.array(fc.array(fc.constantFrom(...events), { maxLength: 6 }), { maxLength: 4 }),
          last: fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
        }),
      )
      await fc.assert(
        fc.asyncProperty(anyWay, async ({ events, answers, last }) => {
          const [whole, parts] = [next++, next++]
          await storeFile(store, [rowOf(whole), rowOf(parts)], { at: start })
          await (await stored(store, whole)).answer(events, 20)
          const other = await stored(store, parts)
          for (const [index, answer] of [...answers, last, last].entries()) await other.answer(answer, 10 + index)
          const told = async (n: number) => {
            const found = await store.read.parcels.get({ code: codeOf(n) }, asOf)
            const { status, statusAt, deliveredAt, lastEventAt, lastEventText } = found?.parcel ?? {}
            return { status, statusAt, deliveredAt, lastEventAt, lastEventText, events: found?.events }
          }
          expect(await told(parts)).toEqual(await told(whole))
        }),
        { numRuns: 40 },
      )
      expect((await store.check()).found).toEqual([])
    })

    it('takes back what the carrier takes back', async () => {
      const store = await open()
      await storeFile(store, [rowOf(1)], { at: start })
      const { id, answer } = await stored(store)
      await answer([posted, delivered], 95)
      await answer([posted, delivered, event('EST/01', 96, 'voids-previous')], 97)
      const full = await store.read.parcels.get({ id }, asOf)
      expect(full?.parcel).toMatchObject({ status: 'posted', deliveredAt: null, watch: 'watched' })
      expect(full?.events.map((one) => [one.code, one.voided])).toEqual([
        ['EST/01', false],
        ['BDE/01', true],
        ['PO/01', false],
      ])
    })

    it('counts unknown codes once per event, and forgets them when a table learns them', async () => {
      const store = await open()
      await storeFile(store, rowsFrom(1, 2), { at: start })
      const strange = event('ZZ/99', 5, 'unknown')
      const [one, two] = [await stored(store, 1), await stored(store, 2)]
      await one.answer([posted, strange], 6)
      await one.answer([posted, strange], 7)
      await two.answer([strange], 8)
      expect(await store.read.tracking.unmapped()).toEqual([
        {
          carrier: 'correios',
          code: 'ZZ/99',
          text: 'event ZZ/99',
          count: 2,
          firstAt: start + 6 * hour,
          lastAt: start + 8 * hour,
          parcelId: two.id,
        },
      ])
      expect((await store.read.parcels.get({ id: one.id }, asOf))?.parcel.status).toBe('posted')
      expect(await one.answer([posted, { ...strange, meaning: 'customs' }], 9)).toEqual([one.id])
      expect((await store.read.parcels.get({ id: one.id }, asOf))?.parcel.status).toBe('customs')
      expect(await store.read.tracking.unmapped()).toEqual([])
    })

    it('keeps what is known when a code is not found or nobody could be asked', async () => {
      const store = await open()
      await storeFile(store, rowsFrom(1, 2), { at: start })
      const { id, answer } = await stored(store)
      await answer([posted], 2, '2026-03-20')
      expect(
        await store.write.tracking.record([{ parcelId: id, at: start + 3 * hour, kind: 'not-found', raw: '[]' }]),
      ).toEqual({ changed: [] })
      expect((await store.read.parcels.get({ id }, asOf))?.parcel).toMatchObject({
        status: 'posted',
        promisedOn: '2026-03-20',
        checkFailure: 'correios.not-found',
        checkedAt: start + 3 * hour,
      })
      expect((await store.read.parcels.counts({}, asOf)).failing).toBe(0)
      const failed = {
        parcelId: id,
        kind: 'failed',
        failure: 'carrier.unreachable',
        retryAt: start + 9 * hour,
      } as const
      await store.write.tracking.record([
        { ...failed, at: start + 4 * hour },
        { ...failed, at: start + 5 * hour },
      ])
      const full = await store.read.parcels.get({ id }, asOf)
      expect(full?.parcel).toMatchObject({
        checkFailure: 'carrier.unreachable',
        nextCheckAt: start + 9 * hour,
        checkedAt: start + 3 * hour,
      })
      expect(
        full?.history.filter((line) => line.kind === 'check-failed').map((line) => line.detail['failure']),
      ).toEqual(['carrier.unreachable', 'correios.not-found'])
      expect((await store.read.parcels.counts({}, asOf)).failing).toBe(1)
      await answer([posted], 10)
      expect((await store.read.parcels.get({ id }, asOf))?.parcel.checkFailure).toBeNull()
    })

    it('passes over a parcel that is gone', async () => {
      const store = await open()
      expect(await store.write.tracking.record([{ parcelId: 99, at: 1, kind: 'not-found', raw: '[]' }])).toEqual({
        changed: [],
      })
    })

    it('says what is due, most overdue first, asked for by a person first of all', async () => {
      const store = await open()
      await storeFile(store, [rowOf(1)], { at: start + 3 })
      await storeFile(store, [rowOf(2), rowOf(3, { carrier: 'inpost' })], { at: start + 2 })
      await storeFile(store, [rowOf(4, { carrier: 'unknown' })], { at: start })
      const { id, answer } = await stored(store, 1)
      await answer([posted, delivered], 95)
      const due = async (carriers?: string[]) =>
        (await store.read.tracking.due(start + hour, 10, carriers)).map((one) => [one.code, one.urgent])
      expect(await due()).toEqual([
        [codeOf(2), false],
        [codeOf(3), false],
      ])
      expect(await due(['inpost'])).toEqual([[codeOf(3), false]])
      expect(await store.write.tracking.ask({ kind: 'ids', ids: [id, id + 3] }, { ...asOf, now: start + hour })).toBe(1)
      expect(await due()).toEqual([
        [codeOf(1), true],
        [codeOf(2), false],
        [codeOf(3), false],
      ])
      expect(await store.read.tracking.due(start + hour, 1)).toMatchObject([{ code: codeOf(1) }])
      expect(await store.read.tracking.summary(start + hour)).toEqual({
        due: 3,
        watched: 2,
        nextAtByCarrier: { correios: start + 2, inpost: start + 2 },
        dueByCarrier: { correios: 2, inpost: 1 },
      })
      expect((await store.check()).found).toEqual([])
      await answer([posted, delivered], 200)
      expect(await due()).toEqual([
        [codeOf(2), false],
        [codeOf(3), false],
      ])
      expect((await store.read.parcels.get({ id }, asOf))?.history[0]).toMatchObject({
        kind: 'checked',
        detail: { events: 0 },
      })
    })

    it('holds its invariants whatever carriers answer', async () => {
      const store = await open()
      await storeFile(store, rowsFrom(0, 5), { at: start })
      const ids = await Promise.all([0, 1, 2, 3, 4].map(async (n) => (await stored(store, n)).id))
      const anyEvent = fc
        .record({
          code: fc.constantFrom('A', 'B', 'C', 'D'),
          hours: fc.integer({ min: 0, max: 6 }),
          meaning: fc.constantFrom(...eventMeanings),
          city: fc.constantFrom('X', 'Y'),
        })
        .map(({ code, hours, meaning, city }) => event(code, hours, meaning, { place: { city } }))
      const anyOutcome = fc.record({
        parcelId: fc.constantFrom(...ids),
        hours: fc.integer({ min: 7, max: 3000 }),
        events: fc.array(anyEvent, { maxLength: 6 }),
        kind: fc.constantFrom('answered', 'not-found', 'failed', 'ask'),
      })
      await fc.assert(
        fc.asyncProperty(fc.array(anyOutcome, { minLength: 1, maxLength: 8 }), async (outcomes) => {
          for (const { parcelId, hours, events, kind } of outcomes) {
            const at = start + hours * hour
            if (kind === 'ask') await store.write.tracking.ask({ kind: 'ids', ids: [parcelId] }, { ...asOf, now: at })
            else if (kind === 'answered')
              await store.write.tracking.record([{ parcelId, at, kind, events, promisedOn: null, raw: '{}' }])
            else if (kind === 'not-found') await store.write.tracking.record([{ parcelId, at, kind, raw: '{}' }])
            else
              await store.write.tracking.record([
                { parcelId, at, kind, failure: 'carrier.timeout', retryAt: at + hour },
              ])
          }
          expect((await store.check()).found).toEqual([])
        }),
        { numRuns: runs(15) },
      )
    })
  })
}
