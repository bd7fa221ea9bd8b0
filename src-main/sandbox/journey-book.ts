import { statusAt, truthAt, type Journey, type Truth } from './journey.ts'

/** All journeys of a sandbox: what carriers answer from, and what tests compare with. */
export type JourneyBook = {
  /** Takes journeys in; one with the code of an earlier one takes its place. */
  add(journeys: readonly Journey[]): void
  find(carrier: string, code: string): Journey | undefined
  /** The truth about a code, whichever carrier has it. */
  truth(code: string): Truth | undefined
  truths(filter?: { carrier?: string | undefined; status?: string | undefined }): readonly Truth[]
  /** How many journeys stand at each status now. */
  counts(): Readonly<Record<string, number>>
  readonly size: number
  clear(): void
}

/** Makes an empty book. */
export function createJourneyBook(now: () => number): JourneyBook {
  const byCode = new Map<string, Journey>()
  return {
    add(journeys) {
      for (const journey of journeys) byCode.set(journey.code, journey)
    },
    find(carrier, code) {
      const journey = byCode.get(code)
      return journey?.carrier === carrier ? journey : undefined
    },
    truth(code) {
      const journey = byCode.get(code)
      return journey && truthAt(journey, now())
    },
    truths({ carrier, status } = {}) {
      const at = now()
      return [...byCode.values()]
        .filter((journey) => carrier === undefined || journey.carrier === carrier)
        .filter((journey) => status === undefined || statusAt(journey, at) === status)
        .map((journey) => truthAt(journey, at))
    },
    counts() {
      const at = now()
      const counts: Record<string, number> = {}
      for (const journey of byCode.values()) {
        const status = statusAt(journey, at)
        counts[status] = (counts[status] ?? 0) + 1
      }
      return counts
    },
    get size() {
      return byCode.size
    },
    clear: () => byCode.clear(),
  }
}
