import { addDays, dayOf } from '../../domain/day.ts'
import type { CarrierSandbox } from '../carrier-sandbox.ts'
import type { Journey } from '../journey.ts'
import { planJourney, type JourneyOrder, type JourneyTemplate } from '../journey-plan.ts'
import { seededRandom, type Random } from '../random.ts'

const day = 86_400_000
const minute = 60_000

/** How far back parcels of the sample were posted. */
const longestAgo = 26

/** The same journey, earlier or later. */
function shifted(journey: Journey, byMs: number): Journey {
  const ms = Math.round(byMs / 1000) * 1000
  const promisedOn = journey.promisedOn && addDays(journey.promisedOn, Math.round(ms / day))
  const steps = journey.steps.map((step) => ({ ...step, at: step.at + ms, visibleAt: step.visibleAt + ms }))
  return { ...journey, promisedOn, steps }
}

/**
 * Plans a journey so that it stands where it is wanted at `now`.
 *
 * It begins on one of the last days on which that comes out; where none does (nothing is out for delivery at night), the
 * whole journey is moved until it does.
 */
export function placeJourney(
  carrier: CarrierSandbox,
  template: JourneyTemplate,
  order: Omit<JourneyOrder, 'startAt'>,
  wanted: (journey: Journey, now: number) => boolean,
  now: number,
  random: Random,
): Journey {
  const today = dayOf(now, carrier.local.zone)
  const seed = random.int(0, 2 ** 31)
  const begunDaysAgo = (days: number) => {
    const morning = Date.parse(`${addDays(today, -days)}T00:00:00Z`) + (6 - carrier.local.offsetHours) * 3_600_000
    return planJourney(carrier.id, template, { ...order, startAt: morning }, seededRandom(seed), carrier.local)
  }
  const untried = Array.from({ length: longestAgo + 1 }, (_, days) => days)
  while (untried.length > 0) {
    const [days = 0] = untried.splice(random.int(0, untried.length - 1), 1)
    const journey = begunDaysAgo(days)
    if (wanted(journey, now)) return journey
  }

  const journey = begunDaysAgo(0)
  const moved = journey.steps
    .map((step) => shifted(journey, now - random.int(10, 50) * minute - step.visibleAt))
    .filter((candidate) => wanted(candidate, now))
  return random.pick(moved)
}
