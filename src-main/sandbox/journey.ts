import type { Day } from '../domain/day.ts'
import type { ParcelStatus } from '../domain/parcel-status.ts'
import type { Place } from '../domain/tracking-event.ts'

/** A place as carriers name it: with the kind of house it is (`Unidade de Distribuição`). */
export type JourneyPlace = Place & { readonly kind?: string | undefined }

/** What the carrier says happened, in the words of `TrackingEvent`; each carrier's sandbox writes it in its own format. */
export type JourneyEvent = {
  readonly code: string
  readonly text: string
  readonly detail?: string | undefined
  readonly place?: JourneyPlace | undefined
  readonly destination?: JourneyPlace | undefined
  /** A code made up for the sandbox: no status table may know it. */
  readonly invented?: boolean | undefined
}

/** One event of a journey, and what is to be believed of the parcel once it can be seen. */
export type JourneyStep = {
  /** When it happened, as the carrier tells it; whole seconds. */
  readonly at: number
  /** From when the carrier tells it. Later than `at` for an event that was recorded late. */
  readonly visibleAt: number
  readonly event: JourneyEvent
  /**
   * The status after this step. Written down with the journey by whoever planned it and never computed by Despacho's own
   * tables, so that the two can be held against each other.
   */
  readonly status: ParcelStatus
}

/** What a carrier measures and knows of a parcel beside its events. */
export type ParcelFacts = {
  readonly weightG: number
  readonly lengthMm: number
  readonly widthMm: number
  readonly heightMm: number
  /** Smallest currency unit. */
  readonly declaredValue: number
  readonly service: string
  /** Locker or counter where it is to be collected; null: it goes to the door. */
  readonly pickupPoint: string | null
}

/** The whole life of a parcel, planned: what happens when, and what is true after each step. */
export type Journey = {
  readonly carrier: string
  readonly code: string
  /** Name of the template it was made from, or `explicit`. */
  readonly template: string
  readonly promisedOn: Day | null
  /** Contract whose parcel it is; null: whoever asks is answered. */
  readonly owner: string | null
  readonly facts: ParcelFacts
  /** In which order the carrier lists events: by when they happened, or by when they were recorded. */
  readonly listed: 'as-happened' | 'as-recorded'
  /** In the order in which they become visible. */
  readonly steps: readonly JourneyStep[]
}

/** Facts of a parcel nobody described. */
export const plainFacts: ParcelFacts = {
  weightG: 500,
  lengthMm: 200,
  widthMm: 150,
  heightMm: 80,
  declaredValue: 0,
  service: '',
  pickupPoint: null,
}

/** Steps that can be seen at an instant, in the order in which they became visible. */
export const visibleSteps = (journey: Journey, now: number): readonly JourneyStep[] =>
  journey.steps.filter((step) => step.visibleAt <= now)

/** What the carrier lists at an instant, newest first, in the journey's own order; steps listed twice are there twice. */
export function listedSteps(journey: Journey, now: number): readonly JourneyStep[] {
  const visible = [...visibleSteps(journey, now)].reverse()
  return journey.listed === 'as-recorded' ? visible : visible.sort((a, b) => b.at - a.at)
}

/** The status to be believed at an instant; `registered` while the carrier is silent. */
export const statusAt = (journey: Journey, now: number): ParcelStatus =>
  visibleSteps(journey, now).at(-1)?.status ?? 'registered'

/** One event as the truth tells it. */
export type TruthEvent = JourneyEvent & { readonly at: number }

/** What is true of a parcel at an instant, to be compared with what Despacho believes. */
export type Truth = {
  readonly carrier: string
  readonly code: string
  readonly template: string
  /** False: the carrier would answer that it does not know the code. */
  readonly known: boolean
  readonly status: ParcelStatus
  readonly promisedOn: Day | null
  /** Each event once, oldest first. */
  readonly events: readonly TruthEvent[]
  /** Codes among the events that no table may know. */
  readonly invented: readonly string[]
  /** When the next event becomes visible; null: the journey is over. */
  readonly nextAt: number | null
}

/** The truth of a journey at an instant. */
export function truthAt(journey: Journey, now: number): Truth {
  const visible = visibleSteps(journey, now)
  const once = new Map<string, TruthEvent>()
  for (const { at, event } of visible) {
    const identity = JSON.stringify([event.code, at, event.place?.name ?? '', event.place?.city ?? ''])
    if (!once.has(identity)) once.set(identity, { ...event, at })
  }
  const events = [...once.values()].sort((a, b) => a.at - b.at)
  return {
    carrier: journey.carrier,
    code: journey.code,
    template: journey.template,
    known: visible.length > 0,
    status: statusAt(journey, now),
    promisedOn: visible.length > 0 ? journey.promisedOn : null,
    events,
    invented: [...new Set(events.filter((event) => event.invented).map((event) => event.code))],
    nextAt: journey.steps[visible.length]?.visibleAt ?? null,
  }
}
