/** One request as it was met and answered. */
export type LedgerEntry = {
  /** Grows by one with each request. */
  readonly number: number
  /** Wall clock. */
  readonly at: number
  /** The sandbox's clock. */
  readonly sandboxAt: number
  readonly carrier: string
  readonly method: string
  /** The carrier's own path, with its query. */
  readonly path: string
  /** What it asks about: tracking codes, postal codes, numbers of questions. */
  readonly codes: readonly string[]
  /** Questions in full, in the order of `codes`: the same question is the same line, however it is numbered. */
  readonly questions: readonly string[]
  /** HTTP status; 0: the connection was broken off by either side; null: not answered yet. */
  readonly status: number | null
  readonly fault: string | null
  readonly authorisedAs: string | null
  /** Codes about which something was told. */
  readonly answered: readonly string[]
}

/** What a carrier had to bear. */
export type CarrierCounters = {
  readonly requests: number
  /** Most requests in any one second of the wall clock. */
  readonly maxPerSecond: number
  /** Most requests under way at once. */
  readonly maxConcurrency: number
  readonly codesAsked: number
  readonly codesAnswered: number
  readonly faults: number
  /** HTTP status → how often. */
  readonly byStatus: Readonly<Record<string, number>>
}

/** How a request ended. */
export type Outcome = Pick<LedgerEntry, 'status' | 'fault' | 'authorisedAs' | 'answered'>

/** Every request to a carrier, and figures about them: the judge of what Despacho did. */
export type Ledger = {
  /** Notes a request that came in; the answer is to be noted by calling what is returned, once. */
  arrive(request: Pick<LedgerEntry, 'carrier' | 'method' | 'path' | 'codes' | 'questions'>): (outcome: Outcome) => void
  /** Entries with a greater number, oldest first. */
  since(number: number, carrier?: string): readonly LedgerEntry[]
  counters(carrier: string): CarrierCounters
  clear(): void
}

/** Entries kept; the counters go on. A demonstration may run for days. */
const kept = 50_000

type Tally = {
  requests: number
  recent: number[]
  maxPerSecond: number
  underWay: number
  maxConcurrency: number
  codesAsked: number
  codesAnswered: number
  faults: number
  byStatus: Record<string, number>
}

const emptyTally = (): Tally => ({
  requests: 0,
  recent: [],
  maxPerSecond: 0,
  underWay: 0,
  maxConcurrency: 0,
  codesAsked: 0,
  codesAnswered: 0,
  faults: 0,
  byStatus: {},
})

/** Makes an empty ledger. */
export function createLedger(clocks: { wallNow(): number; now(): number }): Ledger {
  let entries: LedgerEntry[] = []
  let tallies = new Map<string, Tally>()
  let last = 0

  const tallyOf = (carrier: string) => {
    const tally = tallies.get(carrier) ?? emptyTally()
    tallies.set(carrier, tally)
    return tally
  }

  const countArrival = (tally: Tally, at: number, codes: number) => {
    tally.requests++
    tally.codesAsked += codes
    tally.recent = [...tally.recent.filter((earlier) => earlier > at - 1000), at]
    tally.maxPerSecond = Math.max(tally.maxPerSecond, tally.recent.length)
    tally.underWay++
    tally.maxConcurrency = Math.max(tally.maxConcurrency, tally.underWay)
  }

  const countOutcome = (tally: Tally, outcome: Outcome) => {
    tally.underWay--
    tally.codesAnswered += outcome.answered.length
    if (outcome.fault) tally.faults++
    const status = String(outcome.status)
    tally.byStatus[status] = (tally.byStatus[status] ?? 0) + 1
  }

  return {
    arrive(request) {
      const tally = tallyOf(request.carrier)
      const at = clocks.wallNow()
      countArrival(tally, at, request.codes.length)
      let entry: LedgerEntry = {
        number: ++last,
        at,
        sandboxAt: clocks.now(),
        ...request,
        status: null,
        fault: null,
        authorisedAs: null,
        answered: [],
      }
      entries.push(entry)
      if (entries.length > kept * 1.1) entries = entries.slice(-kept)
      return (outcome) => {
        countOutcome(tally, outcome)
        const index = entries.lastIndexOf(entry)
        entry = { ...entry, ...outcome }
        if (index >= 0) entries[index] = entry
      }
    },
    since: (number, carrier) =>
      entries.filter((entry) => entry.number > number && (carrier === undefined || entry.carrier === carrier)),
    counters(carrier) {
      const { recent: _recent, underWay: _underWay, byStatus, ...counters } = tallyOf(carrier)
      return { ...counters, byStatus: { ...byStatus } }
    },
    clear() {
      entries = []
      tallies = new Map()
    },
  }
}
