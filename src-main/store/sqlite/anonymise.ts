import { personalFields } from '../../domain/person.ts'
import type { Connection } from './connection.ts'
import { name, sql } from './sql.ts'

const emptied = name(personalFields.map((field) => `${field} = NULL`).join(', '))

/** The old and new values that history quotes. */
const quoted = name(
  [...personalFields, 'postalCode'].flatMap((field) => [`'$."${field}.old"'`, `'$."${field}.new"'`]).join(', '),
)

/** Of a CEP its first five digits, of other countries' codes the first two characters: a region, not a street. */
const region =
  name(`CASE WHEN postalCode GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]' THEN substr(postalCode, 1, 5) || '000'
  ELSE substr(postalCode, 1, 2) END`)

/**
 * Takes out of parcels what says whose they are: their own fields, what history quotes, the carrier's answers, details of
 * events, the search index, what could be taken back. Inside the caller's transaction. Nothing brings it back.
 */
export function anonymise(connection: Connection, ids: readonly number[], now: number): number {
  const these = sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`
  keepsNothingOfTheOld(connection, true)
  const changed = connection.run(sql`
    UPDATE parcels SET ${emptied}, postalCode = ${region}, anonymisedAt = ${now}, updatedAt = ${now} WHERE id IN ${these}`)
  keepsNothingOfTheOld(connection, false)
  connection.run(sql`DELETE FROM tracking_answers WHERE parcelId IN ${these}`)
  connection.run(sql`
    UPDATE actions SET detail = json_remove(detail, ${quoted}) WHERE parcelId IN ${these} AND kind IN ('changed', 'edited')`)
  forgetDetails(connection, ids)
  connection.run(
    sql`UPDATE undo_steps SET state = 'erased', detail = '{}', parcelId = NULL WHERE state = 'open' AND parcelId IN ${these}`,
  )
  connection.run(sql`
    INSERT INTO actions (parcelId, at, kind, detail)
    SELECT id, CAST(${now} AS INTEGER), 'anonymised', '{}' FROM parcels WHERE id IN ${these}`)
  return changed
}

/** Events are never altered but for this; what else stands in them stays. */
function forgetDetails(connection: Connection, ids: readonly number[]): void {
  const guard = connection.get(
    sql`SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = 'events_append_only'`,
  )
  connection.execute('DROP TRIGGER events_append_only')
  connection.run(sql`
    UPDATE events SET detail = NULL
    WHERE parcelId IN (SELECT value FROM json_each(${JSON.stringify(ids)})) AND detail IS NOT NULL`)
  connection.execute(String(guard?.['sql']))
}

/** The search index otherwise notes that something is gone, and what it was, until it merges its pieces. */
function keepsNothingOfTheOld(connection: Connection, on: boolean): void {
  connection.run(
    sql`INSERT INTO parcels_fts (parcels_fts, rank) VALUES ('secure-delete', CAST(${on ? 1 : 0} AS INTEGER))`,
  )
}
