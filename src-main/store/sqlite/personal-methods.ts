import { isOf, mentions, personalFields, type Person, type Whose } from '../../domain/person.ts'
import type { ParcelId } from '../../domain/parcel.ts'
import { readTaxNumber } from '../../domain/cpf-cnpj.ts'
import type { PersonalLogEntry, PersonsTraces } from '../store.ts'
import { anonymise } from './anonymise.ts'
import type { Connection, Row } from './connection.ts'
import type { ReaderContext } from './reader-context.ts'
import type { Shape } from './removed-parcels.ts'
import { join, name, sql, type Sql } from './sql.ts'
import type { WriterContext } from './writer-context.ts'

const whoseColumns = name('recipientName, email, phone, document')

/** Parcels that nobody is asked about any more, whose story ended before a moment, and that still say whose they are. */
const oldAndPersonal = (before: number): Sql => sql`
  watch <> 'watched' AND coalesce(deliveredAt, lastEventAt, createdAt) < ${before}
  AND (coalesce(${name(personalFields.join(', '))}) IS NOT NULL
    OR EXISTS (SELECT 1 FROM tracking_answers WHERE parcelId = parcels.id))`

/** Reads of personal data. They go through all parcels where no index helps: nobody does this often. */
export const personalReader = {
  tracesOf({ connection }: ReaderContext, person: Person): PersonsTraces {
    return connection.snapshot(() => ({
      ids: idsOf(connection, person),
      removed: removedOf(connection, person).length,
      searches: searchesOf(connection, person).length + viewsOf(connection, person).length,
    }))
  },

  countOldPersonal: ({ connection }: ReaderContext, before: number): number =>
    connection.number(sql`SELECT count(*) FROM parcels WHERE ${oldAndPersonal(before)}`),

  oldPersonal: ({ connection }: ReaderContext, before: number, after: ParcelId, limit: number): ParcelId[] =>
    connection.numbers(
      sql`SELECT id FROM parcels WHERE id > ${after} AND ${oldAndPersonal(before)} ORDER BY id LIMIT ${limit}`,
    ),

  personalLog: ({ connection }: ReaderContext, limit: number): PersonalLogEntry[] =>
    connection
      .all(sql`SELECT at, kind, rule, parcels, files FROM personal_log ORDER BY id DESC LIMIT ${limit}`)
      .map((row) => ({
        at: Number(row['at']),
        kind: row['kind'] as PersonalLogEntry['kind'],
        rule: String(row['rule']),
        parcels: Number(row['parcels']),
        files: Number(row['files']),
      })),
}

/** Erasing personal data, for good. */
export const personalWriter = {
  anonymiseParcels({ connection }: WriterContext, ids: readonly ParcelId[], now: number): number {
    return securely(connection, () => anonymise(connection, ids, now))
  },

  /** Removed parcels of a person can't be taken back any more; searches and saved filters that name them go. */
  forgetPerson({ connection }: WriterContext, person: Person): number {
    return securely(connection, () => {
      const removed = removedOf(connection, person)
      for (const { step, parcel } of removed) {
        connection.run(sql`DELETE FROM removed_rows WHERE stepId = ${step} AND parcelId = ${parcel}`)
        connection.run(sql`UPDATE undo_steps SET count = count - 1 WHERE id = ${step}`)
      }
      connection.run(sql`UPDATE undo_steps SET state = 'erased', detail = '{}' WHERE state = 'open' AND count < 1`)
      forgetFileNames(connection, person)
      for (const key of searchesOf(connection, person)) connection.run(sql`DELETE FROM preferences WHERE key = ${key}`)
      for (const id of viewsOf(connection, person)) connection.run(sql`DELETE FROM views WHERE id = ${id}`)
      return removed.length
    })
  },

  notePersonal({ connection }: WriterContext, entry: PersonalLogEntry): void {
    connection.run(sql`
      INSERT INTO personal_log (at, kind, rule, parcels, files)
      VALUES (${entry.at}, ${entry.kind}, ${entry.rule}, ${entry.parcels}, ${entry.files})`)
  },

  /**
   * Writes the file anew, so that nothing of what was erased is left in pages that are free or half full, and brings the
   * write-ahead log back into it. Throws when the disk has no room for a second copy.
   */
  rewriteFile({ connection }: WriterContext): boolean {
    connection.run(sql`INSERT INTO parcels_fts (parcels_fts) VALUES ('optimize')`)
    connection.execute('VACUUM')
    const [checkpoint] = connection.all(sql`PRAGMA wal_checkpoint(TRUNCATE)`)
    return checkpoint?.['busy'] === 0
  },
}

/** In one transaction, with what is deleted written over. */
function securely<T>(connection: Connection, work: () => T): T {
  connection.database.pragma('secure_delete = ON')
  try {
    return connection.transaction(work)
  } finally {
    connection.database.pragma('secure_delete = OFF')
  }
}

/** A file may have been named after the person whose order was in it. */
function forgetFileNames(connection: Connection, person: Person): void {
  for (const row of connection.all(sql`SELECT DISTINCT name FROM imports`)) {
    const file = String(row['name'])
    if (!mentions(person, file)) continue
    connection.run(sql`UPDATE imports SET name = '…' WHERE name = ${file}`)
    connection.run(sql`
      UPDATE actions SET detail = json_set(detail, '$.file', '…') WHERE kind = 'changed' AND detail ->> '$.file' = ${file}`)
  }
}

const whoseOf = (row: Row): Whose => row as unknown as Whose

/**
 * Compares one by one, so that accents and punctuation can't hide anybody. A document has an index; for the rest all
 * parcels are gone through, which takes a second or two for a million.
 */
function idsOf(connection: Connection, person: Person): ParcelId[] {
  const condition = candidates(person)
  const rows = connection
    .prepare(`SELECT id, ${whoseColumns.text} FROM parcels WHERE ${condition.text} ORDER BY id DESC`)
    .iterate(...condition.values)
  const ids: ParcelId[] = []
  for (const row of rows) if (isOf(person, whoseOf(row))) ids.push(Number(row['id']))
  return ids
}

function candidates({ by, value }: Person): Sql {
  if (by !== 'document') return name(by === 'name' ? 'recipientName IS NOT NULL' : `${by} IS NOT NULL`)
  const read = readTaxNumber(value)
  const bare = value.replace(/[^\p{L}\p{N}]/gu, '')
  const spellings = [...new Set([value, bare, bare.toUpperCase(), read.kind === 'valid' ? read.number : bare])]
  return sql`document IN (${join(
    spellings.map((spelling) => sql`${spelling}`),
    ', ',
  )})`
}

/** Removed parcels of a person that could still come back. */
function removedOf(connection: Connection, person: Person): { step: number; parcel: ParcelId }[] {
  const theirs: { step: number; parcel: ParcelId }[] = []
  for (const step of connection.all(sql`SELECT id, detail FROM undo_steps WHERE kind = 'removed' AND detail <> '{}'`)) {
    const columns = (JSON.parse(String(step['detail'])) as Shape)['parcels'] ?? []
    const cell = (column: string) => name(`body ->> '$[0][${columns.indexOf(column)}]' AS ${column}`)
    const rows = connection.all(sql`
      SELECT parcelId, ${join(['recipientName', 'email', 'phone', 'document'].map(cell), ', ')} FROM removed_rows
      WHERE stepId = ${Number(step['id'])} AND source = 'parcels'`)
    for (const row of rows)
      if (isOf(person, whoseOf(row))) theirs.push({ step: Number(step['id']), parcel: Number(row['parcelId']) })
  }
  return theirs
}

/** Screens remember what was searched for. */
const searchesOf = (connection: Connection, person: Person): string[] =>
  connection
    .all(sql`SELECT key, value FROM preferences WHERE key GLOB 'screen/*'`)
    .filter((row) => mentions(person, String(row['value'])))
    .map((row) => String(row['key']))

const viewsOf = (connection: Connection, person: Person): number[] =>
  connection
    .all(sql`SELECT id, name, query FROM views`)
    .filter((row) => mentions(person, String(row['name'])) || mentions(person, String(row['query'])))
    .map((row) => Number(row['id']))
