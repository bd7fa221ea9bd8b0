import type { ParcelSelection } from '../../domain/parcel-query.ts'
import type { TrackingOutcome } from '../../domain/tracking-check.ts'
import type { ParcelId } from '../../domain/parcel.ts'
import type { AsOf, TrackingRecorded } from '../store.ts'
import { conditionOf, narrowSelection } from './narrowing.ts'
import { toTheMinute } from './parcel-row.ts'
import { OutcomeRecorder } from './outcome-recorder.ts'
import { sql } from './sql.ts'
import type { WriterContext } from './writer-context.ts'

/** Writes of what carriers said, as the writer's thread does them. */
export const trackingWriter = {
  recordOutcomes(context: WriterContext, outcomes: readonly TrackingOutcome[]): TrackingRecorded {
    const recorder = new OutcomeRecorder(context.connection)
    const changed = new Set<ParcelId>()
    context.connection.transaction(() => {
      for (const outcome of outcomes) if (recorder.record(outcome)) changed.add(outcome.parcelId)
    })
    return { changed: [...changed] }
  },

  askNow(context: WriterContext, selection: ParcelSelection, asOf: AsOf): number {
    const narrowing = narrowSelection(selection, toTheMinute(asOf))
    return context.connection.transaction(() =>
      context.connection.run(sql`
        UPDATE parcels SET urgent = 1, nextCheckAt = ${asOf.now}
        WHERE watch <> 'untracked' AND id IN (SELECT p.id FROM parcels p WHERE ${conditionOf(narrowing)})`),
    )
  },
}
