import { addDays, type Day } from '../../domain/day.ts'
import { parcelsFrom, percentile, type DeliveryHistory } from '../../domain/delivery-history.ts'
import type { AsOf, LateShare, Store } from '../../store/store.ts'
import type { DeliveryExperience } from './delivery-experience.ts'

/** What the pictures show. */
export type PicturesView = {
  readonly days: { readonly day: Day; readonly posted: number; readonly delivered: number }[]
  readonly delivery: {
    readonly since: Day
    readonly states: { readonly state: string; readonly days: number; readonly deliveries: number }[]
  }
  readonly promises: { readonly from: Day; readonly to: Day; readonly carriers: LateShare[] }
}

export type PicturesService = { draw(): Promise<PicturesView> }

export type PicturesParts = {
  readonly store: { readonly read: Pick<Store['read'], 'deliveries'> }
  readonly experience: Pick<DeliveryExperience, 'history' | 'since'>
  readonly asOf: () => AsOf
}

const daysShown = 30

/** The median of fewer deliveries says nothing of a state. */
const fewest = 5

/** Makes the service. */
export function createPictures({ store, experience, asOf }: PicturesParts): PicturesService {
  const { deliveries } = store.read
  return {
    async draw() {
      const now = asOf()
      const first = addDays(now.today, 1 - daysShown)
      const from = addDays(now.today, -daysShown)
      const to = addDays(now.today, -1)
      const [byDay, carriers, history] = await Promise.all([
        deliveries.byDay(first, now.today),
        deliveries.lateByCarrier(from, to, now),
        experience.history(),
      ])
      return {
        days: Array.from({ length: daysShown }, (_, n) => addDays(first, n)).map((day) => ({
          day,
          posted: byDay.posted[day] ?? 0,
          delivered: byDay.delivered[day] ?? 0,
        })),
        delivery: { since: experience.since(), states: statesOf(history) },
        promises: { from, to, carriers: [...carriers].sort((a, b) => b.late - a.late || b.promised - a.promised) },
      }
    },
  }
}

const statesOf = (history: DeliveryHistory): PicturesView['delivery']['states'] =>
  history
    .states()
    .map(([state, durations]) => ({
      state,
      days: percentile(durations, 0.5) ?? 0,
      deliveries: parcelsFrom(durations),
    }))
    .filter(({ deliveries }) => deliveries >= fewest)
    .sort((a, b) => b.deliveries - a.deliveries || (a.state < b.state ? -1 : 1))
