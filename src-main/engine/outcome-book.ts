import type { Clock } from '../domain/clock.ts'
import type { ParcelId } from '../domain/parcel.ts'
import type { TrackingOutcome } from '../domain/tracking-check.ts'
import type { TrackingRecorded } from '../store/store.ts'
import type { ParcelChanges } from './events.ts'
import type { AskFailure } from './retry-time.ts'
import type { SyncProgress, SyncSummary } from './services/tracking-sync.ts'

/** What a run has found so far: stored in bulk, counted, reported. */
export type OutcomeBook = {
  /** Which carrier is being asked. */
  at(carrier: string): void
  /** Takes outcomes in; they are stored when enough have gathered or the oldest has waited long enough. */
  note(carrier: string, outcomes: readonly TrackingOutcome[]): Promise<void>
  /** Parcels of the total about which nobody can be asked, or nobody may. */
  unasked(count: number): void
  switchedOff(count: number): void
  /** The same of parcels that the total never had. */
  aside(counts: { readonly unasked: number; readonly switchedOff: number }): void
  /** How many of the total have not been asked about yet. */
  remaining(): number
  /** Stores what has gathered. */
  write(): Promise<void>
  /** About how many a carrier answered, whatever the answer. */
  answered(carrier: string): number
  summary(): Omit<SyncSummary, 'nextAt' | 'continuing'>
}

export type OutcomeBookOptions = {
  readonly record: (outcomes: readonly TrackingOutcome[]) => Promise<TrackingRecorded>
  readonly changes: ParcelChanges
  readonly total: number
  readonly report: (progress: SyncProgress) => void
  readonly clock: Clock
}

/** Outcomes in one transaction, and how long the first of them may wait: what a kill in between costs is asking again. */
const gathering = { outcomes: 200, ms: 500 }

/** Not a carrier's failure: an account is off, and the others do not know the parcel. */
const accountOff: AskFailure = 'account-off'

/** As many failed parcels as a selection may name are named. */
const failedNamed = 100_000

/** Makes an empty book. */
export function createOutcomeBook({ record, changes, total, report, clock }: OutcomeBookOptions): OutcomeBook {
  let carrier: string | null = null
  let waiting: TrackingOutcome[] = []
  let waitingSince = 0
  let skipped = 0
  const tally = { done: 0, answered: 0, changed: 0, notFound: 0, failed: 0, unasked: 0, switchedOff: 0 }
  const failures: Record<string, number> = {}
  const failedIds = new Set<ParcelId>()
  const answeredBy = new Map<string, number>()

  const tell = () =>
    report({
      done: tally.done,
      total: Math.max(total, tally.done),
      changed: tally.changed,
      failed: tally.failed,
      carrier,
    })

  const count = (outcome: TrackingOutcome) => {
    tally.done++
    if (outcome.kind === 'failed' && outcome.failure === accountOff) {
      tally.switchedOff++
      return
    }
    if (outcome.kind === 'failed') {
      tally.failed++
      if (failedIds.size <= failedNamed) failedIds.add(outcome.parcelId)
      failures[outcome.failure] = (failures[outcome.failure] ?? 0) + 1
      return
    }
    tally.answered++
    failedIds.delete(outcome.parcelId)
    if (outcome.kind === 'not-found') tally.notFound++
  }

  const write = async () => {
    const outcomes = waiting
    waiting = []
    if (outcomes.length === 0) return
    const { changed } = await record(outcomes)
    for (const outcome of outcomes) count(outcome)
    tally.changed += changed.length
    changes.add(outcomes.map(({ parcelId }) => parcelId))
    tell()
  }

  return {
    at(id) {
      carrier = id
      tell()
    },
    async note(id, outcomes) {
      answeredBy.set(id, (answeredBy.get(id) ?? 0) + outcomes.filter(({ kind }) => kind !== 'failed').length)
      if (waiting.length === 0) waitingSince = clock.now()
      waiting.push(...outcomes)
      if (waiting.length >= gathering.outcomes || clock.now() - waitingSince >= gathering.ms) await write()
    },
    unasked(more) {
      tally.unasked += more
      skipped += more
    },
    switchedOff(more) {
      tally.switchedOff += more
      skipped += more
    },
    aside(counts) {
      tally.unasked += counts.unasked
      tally.switchedOff += counts.switchedOff
    },
    remaining: () => Math.max(0, total - tally.done - skipped),
    write,
    answered: (id) => answeredBy.get(id) ?? 0,
    summary: () => ({
      checked: tally.answered,
      changed: tally.changed,
      notFound: tally.notFound,
      failed: tally.failed,
      unasked: tally.unasked,
      queued: 0,
      switchedOff: tally.switchedOff,
      failures,
      failedIds: failedIds.size > failedNamed ? null : [...failedIds],
    }),
  }
}
