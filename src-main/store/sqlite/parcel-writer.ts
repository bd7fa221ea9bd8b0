import type { ParcelId } from '../../domain/parcel.ts'
import type { ParcelSelection } from '../../domain/parcel-query.ts'
import type { AsOf, FinishingSteps, ImportRowOutcome, StepId, WatchedFileTaken } from '../store.ts'
import { conditionOf, narrowSelection } from './narrowing.ts'
import type { PackedRows } from './packed-rows.ts'
import { ParcelImport, watchOf, type ImportFile } from './parcel-import.ts'
import { toTheMinute } from './parcel-row.ts'
import { RemovedParcels } from './removed-parcels.ts'
import { join, sql, type Sql, type Value } from './sql.ts'
import type { WriterContext } from './writer-context.ts'

/** Writes of parcels, as the writer's thread does them. */
export const parcelWriter = {
  beginImport(context: WriterContext, file: ImportFile): void {
    if (context.import) throw new Error('another file is being stored')
    context.import = new ParcelImport(context.connection, file)
  },

  addToImport(context: WriterContext, rows: PackedRows): ImportRowOutcome {
    return currentImport(context).add(rows)
  },

  finishImport(context: WriterContext): FinishingSteps {
    return currentImport(context).finish()
  },

  commitImport(context: WriterContext, taken?: WatchedFileTaken): void {
    currentImport(context).commit(taken)
    context.import = null
  },

  rollbackImport(context: WriterContext): void {
    context.import?.rollback()
    context.import = null
  },

  editParcel(
    context: WriterContext,
    id: ParcelId,
    edit: { note?: string | null | undefined; carrier?: string | undefined },
    now: number,
  ): { step: StepId | null } | null {
    const { connection } = context
    return connection.transaction(() => {
      const stored = connection.get(sql`SELECT note, carrier, watch FROM parcels WHERE id = ${id}`)
      if (!stored) return null
      const assignments: Sql[] = []
      const detail: Record<string, Value> = {}
      for (const field of ['note', 'carrier'] as const) {
        const value = edit[field]
        if (value === undefined || value === stored[field]) continue
        detail[`${field}.old`] = stored[field] ?? null
        detail[`${field}.new`] = value
        assignments.push(field === 'note' ? sql`note = ${value}` : sql`carrier = ${value}`)
        if (field === 'carrier') assignments.push(...watchOf(String(value), stored['watch'], now))
      }
      if (assignments.length === 0) return { step: null }
      connection.run(sql`UPDATE parcels SET ${join(assignments, ', ')}, updatedAt = ${now} WHERE id = ${id}`)
      connection.run(
        sql`INSERT INTO actions (parcelId, at, kind, detail) VALUES (${id}, ${now}, 'edited', ${JSON.stringify(detail)})`,
      )
      connection.run(sql`
        INSERT INTO undo_steps (at, kind, count, parcelId, detail) VALUES (${now}, 'edited', 1, ${id}, ${JSON.stringify(detail)})`)
      return { step: connection.number(sql`SELECT last_insert_rowid() AS id`) }
    })
  },

  removeParcels(
    { connection }: WriterContext,
    selection: ParcelSelection,
    asOf: AsOf,
  ): { removed: number; step: StepId | null } {
    const condition = conditionOf(narrowSelection(selection, toTheMinute(asOf)))
    const parcels = new RemovedParcels(connection)
    return connection.transaction(() => parcels.remove(condition, asOf.now))
  },
}

function currentImport(context: WriterContext): ParcelImport {
  if (!context.import) throw new Error('no file is being stored')
  return context.import
}
