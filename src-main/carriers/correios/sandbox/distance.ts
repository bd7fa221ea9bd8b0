import { inCapital, stateOf, type State } from './states.ts'

/** How far apart two places are, as tariff and deadline count it: 0 in one town, 1 in one state, up to 6 across the country. */
export type DistanceBand = 0 | 1 | 2 | 3 | 4 | 5 | 6

const degrees = Math.PI / 180

/** Kilometres between two capitals on the globe. */
function kilometres({ at: [north, east] }: State, { at: [otherNorth, otherEast] }: State): number {
  const cosine =
    Math.sin(north * degrees) * Math.sin(otherNorth * degrees) +
    Math.cos(north * degrees) * Math.cos(otherNorth * degrees) * Math.cos((east - otherEast) * degrees)
  return 6371 * Math.acos(Math.min(1, cosine))
}

/** The band of a pair of CEPs, the same in both directions; undefined where one of them is of no state. */
export function distanceBand(from: string, to: string): DistanceBand | undefined {
  const origin = stateOf(from)
  const destination = stateOf(to)
  if (!origin || !destination) return undefined
  if (origin === destination) {
    const oneTown = from.slice(0, 3) === to.slice(0, 3) || (inCapital(from) && inCapital(to))
    return oneTown ? 0 : 1
  }
  const distance = kilometres(origin, destination)
  if (distance <= 500) return 2
  if (distance <= 1000) return 3
  if (distance <= 1600) return 4
  return distance <= 2300 ? 5 : 6
}
