import { expect, it } from 'vitest'
import type { TrackingEvent } from '../../../src-main/domain/tracking-event.ts'
import { composeForTest, get, storeParcels } from '../../support/composition.ts'

const now = Date.parse('2026-11-18T15:00:00Z')
const hours = 3_600_000
const clock = { now: () => now, sleep: () => new Promise<void>(() => undefined) }

const event = (meaning: TrackingEvent['meaning'], day: string): TrackingEvent => ({
  code: meaning,
  at: Date.parse(`${day}T15:00:00Z`),
  zone: 'America/Sao_Paulo',
  meaning,
  text: meaning,
})

it('the pictures count what the lists behind them hold', async () => {
  const despacho = await composeForTest({ clock })
  const parcel = (n: number, state: string | null) => ({
    code: `AA${String(100_000_000 + n)}BR`,
    carrier: 'correios',
    state,
  })
  // Six to Bahia, delivered after two business days, three of them a day late; four to Acre; two on their way, one late.
  await storeParcels(despacho, [
    ...Array.from({ length: 6 }, (_, n) => parcel(n, 'BA')),
    ...Array.from({ length: 4 }, (_, n) => parcel(6 + n, 'AC')),
    ...Array.from({ length: 2 }, (_, n) => parcel(10 + n, 'SP')),
    { ...parcel(12, 'SP'), carrier: 'inpost' },
  ])
  const record = (id: number, events: readonly TrackingEvent[], promisedOn: string) =>
    despacho.engine.store.write.tracking.record([
      { parcelId: id, at: now - hours, kind: 'answered', events, promisedOn, raw: '{}' },
    ])
  for (let n = 0; n < 10; n++)
    await record(
      n + 1,
      [event('posted', '2026-11-10'), event('delivered', '2026-11-12')],
      n < 3 ? '2026-11-11' : '2026-11-12',
    )
  for (let n = 10; n < 12; n++)
    await record(n + 1, [event('posted', '2026-11-16')], n === 10 ? '2026-11-17' : '2026-11-18')
  await record(13, [event('posted', '2026-11-16')], '2026-11-17')

  const { days, delivery, promises } = await get(despacho, 'today.pictures', {})
  expect(days).toHaveLength(30)
  expect(days[0]).toEqual({ day: '2026-10-20', posted: 0, delivered: 0 })
  expect(days.filter(({ posted, delivered }) => posted + delivered > 0)).toEqual([
    { day: '2026-11-10', posted: 10, delivered: 0 },
    { day: '2026-11-12', posted: 0, delivered: 10 },
    { day: '2026-11-16', posted: 3, delivered: 0 },
  ])
  expect(delivery.states).toEqual([{ state: 'BA', days: 2, deliveries: 6 }])
  expect(promises).toEqual({
    from: '2026-10-19',
    to: '2026-11-17',
    carriers: [
      { carrier: 'correios', promised: 11, late: 4 },
      { carrier: 'inpost', promised: 1, late: 1 },
    ],
  })
  for (const { carrier, promised, late } of promises.carriers) {
    const filter = { carrier: [carrier], promisedFrom: promises.from, promisedTo: promises.to }
    const counted = async (more: object) =>
      (
        await get(despacho, 'parcels.countSelection', {
          selection: { kind: 'query', query: { filter: { ...filter, ...more } } },
        })
      ).count
    expect(await counted({})).toBe(promised)
    expect(await counted({ late: true })).toBe(late)
  }
}, 60_000)

it('there is nothing to draw before anything happened', async () => {
  const despacho = await composeForTest({ clock })
  const { days, delivery, promises } = await get(despacho, 'today.pictures', {})
  expect(days.every(({ posted, delivered }) => posted === 0 && delivered === 0)).toBe(true)
  expect([delivery.states, promises.carriers]).toEqual([[], []])
}, 60_000)
