import { addDays, dayOf, type Day } from '../domain/day.ts'
import type { ParcelStatus } from '../domain/parcel-status.ts'
import { plainFacts, type Journey, type JourneyEvent, type JourneyStep, type ParcelFacts } from './journey.ts'
import type { Random } from './random.ts'

const hour = 3_600_000

/** How long after the step before: some hours, or that many days later at an hour of the day when people work. */
export type Wait =
  | { readonly hours: readonly [min: number, max: number] }
  | { readonly days: readonly [min: number, max: number]; readonly between: readonly [from: number, to: number] }

/** One planned step of a template. */
export type PlannedStep = {
  readonly wait: Wait
  readonly event: JourneyEvent
  readonly status: ParcelStatus
  /** Hours after it happened until the carrier tells it. */
  readonly recordedLateBy?: number
  /** The carrier lists the event before once more. */
  readonly repeatsPrevious?: boolean
}

/** What a template plans. */
export type Plan = {
  readonly steps: readonly PlannedStep[]
  /** Days after the first step until the promised day; absent: nothing is promised. */
  readonly promisedAfterDays?: number
  readonly listed?: Journey['listed']
  readonly facts?: Partial<ParcelFacts>
}

/** What the making of one journey is told. */
export type JourneyOrder = {
  readonly code: string
  /** When the journey begins; its first step comes after its own wait. */
  readonly startAt: number
  readonly owner?: string | null | undefined
  readonly facts?: Partial<ParcelFacts> | undefined
  readonly destination?: { readonly city: string; readonly state: string } | undefined
}

/** A kind of journey that a carrier's sandbox can make. */
export type JourneyTemplate = {
  readonly name: string
  /** One line for the control API's list. */
  readonly about: string
  /** What the carrier sells it as: `PAC`, `locker`. */
  readonly service: string
  plan(order: JourneyOrder, random: Random): Plan
}

/** The instant of an hour on a day, at a fixed offset from UTC. */
const instantOn = (day: Day, hours: number, offsetHours: number) =>
  Date.parse(`${day}T00:00:00Z`) + (hours - offsetHours) * hour

const isSunday = (day: Day) => new Date(`${day}T00:00:00Z`).getUTCDay() === 0

function after(previous: number, wait: Wait, random: Random, local: { zone: string; offsetHours: number }): number {
  const between = (min: number, max: number) => min + random.next() * (max - min)
  if ('hours' in wait) return previous + between(...wait.hours) * hour
  let day = addDays(dayOf(previous, local.zone), random.int(...wait.days))
  if (isSunday(day)) day = addDays(day, 1)
  const at = instantOn(day, between(...wait.between), local.offsetHours)
  return at > previous ? at : previous + between(0.3, 1.5) * hour
}

/** Turns a template's plan into a journey with instants. The same order and random source give the same journey. */
export function planJourney(
  carrier: string,
  template: JourneyTemplate,
  order: JourneyOrder,
  random: Random,
  local: { zone: string; offsetHours: number },
): Journey {
  const plan = template.plan(order, random)
  const steps: JourneyStep[] = []
  let previous = order.startAt
  for (const planned of plan.steps) {
    const last = steps.at(-1)
    const reached = Math.floor(after(previous, planned.wait, random, local) / 1000) * 1000
    const repeated = planned.repeatsPrevious ? last : undefined
    const at = repeated?.at ?? reached
    const visibleAt = repeated ? reached : at + (planned.recordedLateBy ?? 0) * hour
    steps.push({ at, visibleAt, event: repeated?.event ?? planned.event, status: planned.status })
    previous = reached
  }
  const first = steps[0]
  return {
    carrier,
    code: order.code,
    template: template.name,
    promisedOn:
      first && plan.promisedAfterDays !== undefined
        ? addDays(dayOf(first.at, local.zone), plan.promisedAfterDays)
        : null,
    owner: order.owner ?? null,
    facts: { ...plainFacts, ...plan.facts, ...order.facts },
    listed: plan.listed ?? 'as-happened',
    steps: steps.sort((a, b) => a.visibleAt - b.visibleAt),
  }
}
