import type { StepId, UndoOutcome, UndoStep } from '../store.ts'
import type { Connection, Row } from './connection.ts'
import { watchOf } from './parcel-import.ts'
import type { ReaderContext } from './reader-context.ts'
import { RemovedParcels, type Shape } from './removed-parcels.ts'
import { join, name, sql, type Sql, type Value } from './sql.ts'
import type { WriterContext } from './writer-context.ts'

/** Why a step that is not open any more can't be taken back. */
const refusals: Readonly<Record<string, Extract<UndoOutcome, string>>> = {
  undone: 'undone-already',
  expired: 'undo-expired',
  overtaken: 'changed-since',
  erased: 'undo-erased',
}

/** How long a step that is over can still say why it is. */
const remembered = 30 * 86_400_000

/** Reads of what can be taken back. */
export const undoReader = {
  undoSteps: ({ connection }: ReaderContext, since: number, limit: number): UndoStep[] =>
    connection
      .all(
        sql`
        SELECT s.id, s.at, s.kind, s.count, p.code AS code FROM undo_steps s LEFT JOIN parcels p ON p.id = s.parcelId
        WHERE s.state = 'open' AND s.at >= ${since} ORDER BY s.id DESC LIMIT ${limit}`,
      )
      .map((row) => ({
        id: Number(row['id']),
        at: Number(row['at']),
        kind: row['kind'] === 'removed' ? 'removed' : 'edited',
        count: Number(row['count']),
        code: row['code'] === null ? null : String(row['code']),
      })),
}

/** Taking back what was done, and forgetting it for good. */
export const undoWriter = {
  undo({ connection }: WriterContext, id: StepId | null, since: number, now: number): UndoOutcome {
    const parcels = new RemovedParcels(connection)
    return connection.transaction(() => {
      const step = connection.get(
        id === null
          ? sql`SELECT * FROM undo_steps WHERE state = 'open' AND at >= ${since} ORDER BY id DESC LIMIT 1`
          : sql`SELECT * FROM undo_steps WHERE id = ${id}`,
      )
      if (!step) return id === null ? 'nothing-to-undo' : 'undo-expired'
      if (step['state'] !== 'open') return refusals[String(step['state'])] ?? 'undo-expired'
      if (Number(step['at']) < since) return 'undo-expired'
      const stepId = Number(step['id'])
      if (step['kind'] === 'edited') return undoEdit(connection, step, now)
      const outcome = parcels.restore(stepId, JSON.parse(String(step['detail'])) as Shape)
      close(connection, stepId, 'undone')
      return { kind: 'removed', ...outcome }
    })
  },

  expireUndo({ connection }: WriterContext, since: number, rows: number): boolean {
    return connection.transaction(() => {
      const gone = connection.run(sql`
        DELETE FROM removed_rows WHERE (stepId, source, parcelId) IN (
          SELECT stepId, source, parcelId FROM removed_rows
          WHERE stepId IN (SELECT id FROM undo_steps WHERE state <> 'open' OR at < ${since}) LIMIT ${rows})`)
      connection.run(sql`
        UPDATE undo_steps SET state = 'expired', detail = '{}', parcelId = NULL WHERE state = 'open' AND at < ${since}`)
      connection.run(sql`
        DELETE FROM undo_steps WHERE state <> 'open' AND at < ${since - remembered}
          AND NOT EXISTS (SELECT 1 FROM removed_rows WHERE stepId = undo_steps.id)`)
      return gone >= rows
    })
  },
}

/** Puts back what stood there, unless it was changed again: then the newer change counts. */
function undoEdit(connection: Connection, step: Row, now: number): UndoOutcome {
  const stepId = Number(step['id'])
  const parcelId = Number(step['parcelId'])
  const detail = JSON.parse(String(step['detail'])) as Readonly<Record<string, Value>>
  const stored = connection.get(sql`SELECT note, carrier, watch FROM parcels WHERE id = ${parcelId}`)
  const fields = (['note', 'carrier'] as const).filter((field) => `${field}.new` in detail)
  if (!stored || fields.some((field) => stored[field] !== detail[`${field}.new`])) {
    close(connection, stepId, 'overtaken')
    return stored ? 'changed-since' : 'parcel-unknown'
  }
  const back: Record<string, Value> = {}
  const assignments: Sql[] = [sql`updatedAt = ${now}`]
  for (const field of fields) {
    const before = detail[`${field}.old`] ?? null
    back[`${field}.old`] = stored[field] ?? null
    back[`${field}.new`] = before
    assignments.push(sql`${name(field)} = ${before}`)
    if (field === 'carrier') assignments.push(...watchOf(String(before), stored['watch'], now))
  }
  connection.run(sql`UPDATE parcels SET ${join(assignments, ', ')} WHERE id = ${parcelId}`)
  connection.run(
    sql`INSERT INTO actions (parcelId, at, kind, detail) VALUES (${parcelId}, ${now}, 'edited', ${JSON.stringify(back)})`,
  )
  close(connection, stepId, 'undone')
  return { kind: 'edited', parcelId }
}

/** A step that is over remembers that it was, and nothing of what it was about. */
function close(connection: Connection, id: StepId, state: 'undone' | 'overtaken'): void {
  connection.run(sql`UPDATE undo_steps SET state = ${state}, detail = '{}', parcelId = NULL WHERE id = ${id}`)
}
