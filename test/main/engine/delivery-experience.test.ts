import { expect, it } from 'vitest'
import type { TrackingEvent } from '../../../src-main/domain/tracking-event.ts'
import { composeForTest, get, storeParcels } from '../../support/composition.ts'

const start = Date.parse('2026-11-02T15:00:00Z')
const day = 86_400_000
const clock = { now: () => start + 2 * day, sleep: () => new Promise<void>(() => undefined) }

const event = (meaning: TrackingEvent['meaning'], days: number): TrackingEvent => ({
  code: meaning,
  at: start + days * day,
  zone: 'America/Sao_Paulo',
  meaning,
  text: meaning,
})

const codeOf = (n: number) => `AA${String(100_000_000 + n)}BR`

/** Parcels to Bahia of which all but the last were delivered four weekdays after their posting. */
async function experienced(delivered: number) {
  const despacho = await composeForTest({ clock })
  const parcels = Array.from({ length: delivered + 1 }, (_, n) => ({
    code: codeOf(n),
    carrier: 'correios',
    service: 'PAC',
    state: 'BA',
    shopPromisedOn: '2026-11-12',
  }))
  await storeParcels(despacho, parcels)
  await despacho.engine.store.write.tracking.record(
    parcels.map((_, n) => ({
      parcelId: n + 1,
      at: clock.now(),
      kind: 'answered',
      events: n < delivered ? [event('posted', -20), event('delivered', -14)] : [event('posted', 1)],
      promisedOn: '2026-11-11',
      raw: '{}',
    })),
  )
  return despacho
}

it('a parcel under way has the shop’s date, the carrier’s and one by experience side by side', async () => {
  const despacho = await experienced(25)
  const { parcel } = await get(despacho, 'parcels.get', { code: codeOf(25) })
  expect(parcel).toMatchObject({
    postedOn: '2026-11-03',
    shopPromisedOn: '2026-11-12',
    promisedOn: '2026-11-11',
    forecastOn: '2026-11-09',
    forecastFrom: 25,
  })
  const { rows } = await get(despacho, 'parcels.window', { query: {}, first: 0, limit: 50 })
  expect(rows.find(({ code }) => code === codeOf(25))).toMatchObject({ forecastOn: '2026-11-09', forecastFrom: 25 })
  expect(rows.find(({ code }) => code === codeOf(1))).toMatchObject({ forecastOn: null, forecastFrom: null })
}, 60_000)

it('says nothing while too few are known', async () => {
  const despacho = await experienced(19)
  const { parcel } = await get(despacho, 'parcels.get', { code: codeOf(19) })
  expect(parcel).toMatchObject({ forecastOn: null, forecastFrom: null })
}, 60_000)
