import type { ParcelId } from '../../domain/parcel.ts'
import type { StoreCheck } from '../store.ts'
import type { Checked, Finding } from './checked.ts'
import type { Connection, Row } from './connection.ts'
import { checkStories } from './check-stories.ts'
import { cleanCode } from '../../domain/tracking-code.ts'
import { countedColumns } from './counted-columns.ts'
import { PresetRow, ViewRow } from './kept-methods.ts'
import { name, sql, type Sql } from './sql.ts'

/** The first of many: a file with a million faults is told by a hundred of them. */
const findingsKept = 100

const invariants: Readonly<Record<string, (connection: Connection) => Checked>> = {
  'file-integrity': (connection) => pragmaCheck(connection, 'integrity_check'),
  'foreign-keys': (connection) => ({
    rows: count(connection, sql`SELECT count(*) FROM events`),
    found: connection
      .all(sql`PRAGMA foreign_key_check`)
      .map((row) => ({ message: `${row['table']} refers to a missing ${row['parent']}`, parcelId: null })),
  }),
  'codes-clean-and-unique': checkCodes,
  'counts-as-counted': checkCounts,
  'events-once': (connection) => ({
    rows: count(connection, sql`SELECT count(*) FROM events`),
    found: parcelsOf(
      connection,
      sql`SELECT parcelId AS id FROM events GROUP BY parcelId, position HAVING count(*) > 1`,
      'two events have the same place in the order',
    ),
  }),
  'status-from-events': checkStories,
  'watch-and-next-check': checkWatch,
  'history-readable': (connection) => ({
    rows: count(connection, sql`SELECT count(*) FROM actions`),
    found: parcelsOf(
      connection,
      sql`SELECT parcelId AS id FROM actions WHERE NOT json_valid(detail)`,
      'a line of history is not readable',
    ),
  }),
  'kept-readable': checkKept,
}

/** Goes through every invariant that one state of the file must satisfy. */
export function checkStore(connection: Connection): StoreCheck {
  return connection.snapshot(() => {
    const checked: { invariant: string; rows: number }[] = []
    const found: { invariant: string; message: string; parcelId: ParcelId | null }[] = []
    for (const [invariant, check] of Object.entries(invariants)) {
      const result = check(connection)
      checked.push({ invariant, rows: result.rows })
      for (const finding of result.found.slice(0, findingsKept)) found.push({ invariant, ...finding })
    }
    return { checked, found, version: connection.pragma('user_version') }
  })
}

const count = (connection: Connection, query: Sql): number => connection.number(query)

function pragmaCheck(connection: Connection, pragma: string): Checked {
  const rows = connection.all(sql`PRAGMA ${name(pragma)}`)
  const messages = rows.map((row) => String(Object.values(row)[0])).filter((message) => message !== 'ok')
  const tables = count(connection, sql`SELECT count(*) FROM sqlite_schema`)
  return { rows: tables, found: messages.map((message) => ({ message, parcelId: null })) }
}

function parcelsOf(connection: Connection, query: Sql, message: string): Finding[] {
  return connection.all(sql`${query} LIMIT ${findingsKept}`).map((row) => ({ message, parcelId: Number(row['id']) }))
}

function checkCodes(connection: Connection): Checked {
  const found: Finding[] = []
  let rows = 0
  let before = ''
  for (const row of connection.prepare('SELECT id, code FROM parcels ORDER BY code').iterate()) {
    rows++
    const code = String(row['code'])
    const parcelId = Number(row['id'])
    if (code !== cleanCode(code)) found.push({ message: `code ${code} is not clean`, parcelId })
    if (code === before) found.push({ message: `code ${code} is there twice`, parcelId })
    before = code
  }
  return { rows, found }
}

function checkCounts(connection: Connection): Checked {
  const found: Finding[] = []
  let rows = 0
  for (const kind of countedColumns) {
    const kept = connection.all(sql`SELECT value, n FROM counts WHERE kind = ${kind} AND n <> 0`)
    const real = connection.all(sql`
      SELECT ${name(kind)} AS value, count(*) AS n FROM parcels WHERE ${name(kind)} IS NOT NULL GROUP BY ${name(kind)}`)
    rows += real.length
    const byValue = (list: readonly Row[]) => new Map(list.map((row) => [String(row['value']), Number(row['n'])]))
    const [keptBy, realBy] = [byValue(kept), byValue(real)]
    for (const value of new Set([...keptBy.keys(), ...realBy.keys()])) {
      const [n, m] = [keptBy.get(value) ?? 0, realBy.get(value) ?? 0]
      if (n !== m) found.push({ message: `${kind} ${value}: ${n} kept, ${m} counted`, parcelId: null })
    }
  }
  return { rows, found }
}

function checkWatch(connection: Connection): Checked {
  const rules: readonly (readonly [Sql, string])[] = [
    [sql`watch = 'watched' AND nextCheckAt IS NULL`, 'watched, but never due'],
    [
      sql`watch IN ('ended', 'silent') AND nextCheckAt IS NOT NULL AND urgent = 0`,
      'not watched and not asked for, but due',
    ],
    [sql`watch = 'untracked' AND nextCheckAt IS NOT NULL`, 'nobody can be asked, but due'],
    [
      sql`watch = 'untracked' AND carrier <> 'unknown' OR watch <> 'untracked' AND carrier = 'unknown'`,
      'watch and carrier contradict',
    ],
    [sql`urgent = 1 AND nextCheckAt IS NULL`, 'asked for, but never due'],
    [
      sql`watch = 'ended' AND status NOT IN ('delivered', 'returned', 'lost', 'cancelled')
        OR watch = 'watched' AND status IN ('delivered', 'returned', 'lost', 'cancelled')`,
      'watch and status contradict',
    ],
  ]
  return {
    rows: count(connection, sql`SELECT count(*) FROM parcels`),
    found: rules.flatMap(([condition, message]) =>
      parcelsOf(connection, sql`SELECT id FROM parcels WHERE ${condition}`, message),
    ),
  }
}

function checkKept(connection: Connection): Checked {
  const presets = connection.all(sql`SELECT * FROM presets`)
  const views = connection.all(sql`SELECT * FROM views`)
  const found = [
    ...presets
      .filter((row) => !PresetRow.safeParse(row).success)
      .map((row) => `preset ${String(row['name'])} is not readable`),
    ...views
      .filter((row) => !ViewRow.safeParse(row).success)
      .map((row) => `view ${String(row['name'])} is not readable`),
  ]
  return { rows: presets.length + views.length, found: found.map((message) => ({ message, parcelId: null })) }
}
