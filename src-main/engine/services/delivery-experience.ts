import type { Clock } from '../../domain/clock.ts'
import { addDays, type Day } from '../../domain/day.ts'
import { forecast, type DeliveryForecast } from '../../domain/delivery-forecast.ts'
import { DeliveryHistory } from '../../domain/delivery-history.ts'
import { businessCountry, type CalendarCountries } from '../../domain/holidays.ts'
import type { Logger } from '../../log/logger.ts'
import type { ListedParcel, Store } from '../../store/store.ts'
import type { EventBus } from '../events.ts'

/** A listed parcel with the day by which it arrives by experience, and of how many parcels that is. */
export type ForeseenParcel = ListedParcel & { readonly forecastOn: Day | null; readonly forecastFrom: number | null }

/** What deliveries took so far, kept in memory: a list asks for it row by row. */
export type DeliveryExperience = {
  /** Reads for the first time, so that the first list need not wait for it. */
  start(): void
  /** As it is now. Waits for the reading where what is known is old. */
  history(): Promise<DeliveryHistory>
  /** Adds forecasts by what is known; reads anew beside it where that is old. Waits only for the very first reading. */
  foresee(parcels: readonly ListedParcel[]): Promise<ForeseenParcel[]>
  /** The days that it looks back over. */
  since(): Day
}

export type DeliveryExperienceParts = {
  readonly store: { readonly read: Pick<Store['read'], 'deliveries'> }
  readonly countries: CalendarCountries
  readonly today: () => Day
  readonly clock: Clock
  readonly bus: Pick<EventBus, 'listen'>
  readonly log: Pick<Logger, 'warn'>
}

/** Half a year: long enough to know small towns' states, short enough to forget how a carrier was last year. */
const daysBack = 180

/** At least this long between two readings, and so many times as long as one takes: reading is never what a reader does. */
const rest = { ms: 2_000, times: 100 }

/** What was read, on which day, when to read again, and what was foreseen by it: parcels of one kind and day have one forecast. */
type Reading = {
  readonly history: DeliveryHistory
  readonly on: Day
  readonly again: number
  readonly foreseen: Map<string, DeliveryForecast | null>
}

/** Forecasts remembered at most. */
const foreseenKept = 50_000

/** Makes it; nothing is read before `start` or before somebody asks. */
export function createDeliveryExperience(parts: DeliveryExperienceParts): DeliveryExperience {
  const { store, countries, today, clock, bus, log } = parts
  let known: Reading | null = null
  let changed = false
  let reading: Promise<Reading> | null = null
  bus.listen((event) => {
    if (event.name === 'parcels.changed') changed = true
  })

  const since = () => addDays(today(), -daysBack)
  const isOld = () => !known || known.on !== today() || (changed && clock.now() >= known.again)

  async function read(): Promise<Reading> {
    const begun = clock.now()
    const on = today()
    changed = false
    const times = await store.read.deliveries.times(since(), countries)
    const ended = clock.now()
    const again = ended + Math.max(rest.ms, (ended - begun) * rest.times)
    known = { history: new DeliveryHistory(times), on, again, foreseen: new Map() }
    return known
  }

  const readOnce = () => {
    reading ??= read().finally(() => (reading = null))
    return reading
  }

  const readBeside = () => {
    readOnce().catch((error: unknown) => log.warn({ err: error }, 'what deliveries took was not read'))
  }

  const asKnown = async () => {
    if (known && isOld()) readBeside()
    return known ?? (await readOnce())
  }

  function forecastOf(parcel: ListedParcel, { history, foreseen }: Reading, day: Day): DeliveryForecast | null {
    const { carrier, service, state, postedOn, status } = parcel
    const key = `${day} ${postedOn} ${status} ${carrier}\n${service}\n${state}`
    let found = foreseen.get(key)
    if (found === undefined) {
      if (foreseen.size >= foreseenKept) foreseen.clear()
      found = forecast(parcel, history, day, businessCountry(countries, carrier))
      foreseen.set(key, found)
    }
    return found
  }

  return {
    start: readBeside,
    since,
    history: async () => (isOld() || !known ? (await readOnce()).history : known.history),
    async foresee(parcels) {
      const reading = await asKnown()
      const day = today()
      return parcels.map((parcel) => withForecast(parcel, forecastOf(parcel, reading, day)))
    },
  }
}

const withForecast = (parcel: ListedParcel, found: DeliveryForecast | null): ForeseenParcel => ({
  ...parcel,
  forecastOn: found?.on ?? null,
  forecastFrom: found?.from ?? null,
})
