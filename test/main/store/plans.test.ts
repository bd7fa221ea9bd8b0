import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { parcelSortKeys, type ParcelQuery } from '../../../src-main/domain/parcel-query.ts'
import { firstStalledAfter, openStatuses } from '../../../src-main/domain/stillness.ts'
import type { Connection } from '../../../src-main/store/sqlite/connection.ts'
import { deliveredSince, latePerCarrier, perDay } from '../../../src-main/store/sqlite/delivery-reader.ts'
import { narrow } from '../../../src-main/store/sqlite/narrowing.ts'
import { openFile } from '../../../src-main/store/sqlite/open-file.ts'
import { ParcelList } from '../../../src-main/store/sqlite/parcel-list.ts'
import { isFailing, listedColumns } from '../../../src-main/store/sqlite/parcel-row.ts'
import { sql, type Sql } from '../../../src-main/store/sqlite/sql.ts'
import { cleanUpStores, temporaryFolder } from './temporary-store.ts'

cleanUpStores()

const asOf = { now: 60_000, today: '2026-03-10' }
const opened: Connection[] = []
afterEach(() => {
  for (const connection of opened.splice(0)) connection.close()
})

/** An empty file whose counts say that it holds a million, so that routes are chosen as for a million. */
function asIfFull(counts: Record<string, number> = {}): Connection {
  const dir = temporaryFolder()
  const file = openFile({ file: join(dir, 'a.sqlite'), backups: join(dir, 'backups'), now: 0 })
  if (!file.ok) throw new Error(file.error.code)
  opened.push(file.value)
  for (const [key, n] of Object.entries({ 'status registered': 1_000_000, ...counts })) {
    const [kind = '', value = ''] = key.split(' ')
    file.value.run({ text: 'INSERT INTO counts VALUES (?, ?, ?)', values: [kind, value, n] })
  }
  return file.value
}

const planOf = (connection: Connection, query: Sql): string =>
  connection
    .all({ text: `EXPLAIN QUERY PLAN ${query.text}`, values: query.values })
    .map((row) => String(row['detail']))
    .join('\n')

function plansOf(connection: Connection, query: ParcelQuery): string[] {
  const list = new ParcelList(connection, narrow(query, asOf), query.sort)
  const value = ['weightG', 'declaredValue', 'lastEventAt', 'deliveredAt', 'checkedAt', 'createdAt', 'id'].includes(
    list.sort.by,
  )
    ? 7
    : 'x'
  return [null, { value, id: 7 }]
    .flatMap((after) => list.statements(listedColumns(asOf), after, 200))
    .map((statement) => planOf(connection, statement))
}

describe('plans of lists at a million parcels', () => {
  it.each(parcelSortKeys)('walk an index in order of %s, both ways', (by) => {
    const connection = asIfFull()
    for (const direction of ['asc', 'desc'] as const) {
      for (const plan of plansOf(connection, { sort: { by, direction } })) {
        expect(plan).not.toContain('TEMP B-TREE')
        if (by !== 'id') expect(plan).toContain(`INDEX parcels_by_${by}`)
      }
    }
  })

  it('walk one status by its own index, newest first', () => {
    const connection = asIfFull({ 'status delivered': 600_000 })
    for (const plan of plansOf(connection, { filter: { status: ['delivered'] } })) {
      expect(plan).toContain('SEARCH p USING INDEX parcels_by_status (status=?')
      expect(plan).not.toContain('TEMP B-TREE')
    }
  })

  it('walk the index of the order when most parcels match', () => {
    const connection = asIfFull({ 'status delivered': 600_000 })
    for (const plan of plansOf(connection, {
      filter: { status: ['delivered'] },
      sort: { by: 'city', direction: 'asc' },
    })) {
      expect(plan).toContain('INDEX parcels_by_city')
      expect(plan).not.toContain('TEMP B-TREE')
    }
  })

  it('gather what few parcels match and sort it', () => {
    const connection = asIfFull({ 'status lost': 12 })
    for (const plan of plansOf(connection, { filter: { status: ['lost'] }, sort: { by: 'city', direction: 'asc' } })) {
      expect(plan).toContain('USING INTEGER PRIMARY KEY')
      expect(plan).toContain('parcels_by_status')
    }
  })

  it('read a search in the order in which the search index has it', () => {
    for (const plan of plansOf(asIfFull(), { text: 'silva' })) {
      expect(plan).toContain('SCAN f VIRTUAL TABLE INDEX')
      expect(plan).not.toContain('TEMP B-TREE')
    }
  })
})

describe('plans of what stands still', () => {
  const stillness = { after: firstStalledAfter, countries: { inpost: 'PL' } } as const

  it.each([{ stalled: true }, { stalledDays: 4 }])('read one stretch of an index for each status: %j', (filter) => {
    const connection = asIfFull()
    const { ids } = narrow({ filter }, { ...asOf, stillness }).terms[0] ?? {}
    if (!ids) throw new Error('no index')
    const plan = planOf(connection, sql`SELECT count(*) FROM (${ids})`)
    const stretches = plan.match(/COVERING INDEX parcels_still \(status=\? AND <expr><\?\)/g) ?? []
    expect(stretches).toHaveLength(openStatuses.length)
    expect(plan).not.toContain('SCAN p')
  })

  it('gather few and sort them', () => {
    const connection = asIfFull()
    const query: ParcelQuery = { filter: { stalled: true }, sort: { by: 'city', direction: 'asc' } }
    for (const plan of plansOf(connection, query)) {
      expect(plan).toContain('USING INTEGER PRIMARY KEY')
      expect(plan).toContain('parcels_still')
    }
  })
})

describe('plans of what was delivered', () => {
  it('go through a stretch of an index in its order and touch no row', () => {
    const plan = planOf(asIfFull(), deliveredSince('2026-01-01'))
    expect(plan).toBe('SEARCH parcels USING COVERING INDEX parcels_delivered (deliveredOn>?)')
  })

  it('count by day and by carrier from indices alone, over the days asked about', () => {
    const connection = asIfFull()
    const from = '2026-02-01'
    const to = '2026-03-02'
    expect(planOf(connection, perDay('postedOn', 'parcels_by_postedOn', from, to))).toBe(
      'SEARCH parcels USING COVERING INDEX parcels_by_postedOn (postedOn>? AND postedOn<?)',
    )
    expect(planOf(connection, perDay('deliveredOn', 'parcels_delivered', from, to))).toBe(
      'SEARCH parcels USING COVERING INDEX parcels_delivered (deliveredOn>? AND deliveredOn<?)',
    )
    expect(planOf(connection, latePerCarrier(from, to, asOf))).toContain(
      'SEARCH p USING COVERING INDEX parcels_promised (promisedOn>? AND promisedOn<?)',
    )
  })
})

describe('plans of counts and of what is due', () => {
  const connectionPlan = (text: string) => planOf(asIfFull(), { text, values: [] })

  it('look at one index each', () => {
    const open = "p.status NOT IN ('delivered', 'returned', 'lost', 'cancelled')"
    expect(connectionPlan(`SELECT count(*) FROM parcels p WHERE p.promisedOn < '2026-01-01' AND ${open}`)).toContain(
      'COVERING INDEX parcels_promised_open',
    )
    expect(connectionPlan('SELECT count(*) FROM parcels p WHERE p.deliveredOn > p.promisedOn')).toContain(
      'COVERING INDEX parcels_delivered_late',
    )
    expect(connectionPlan(`SELECT count(*) FROM parcels p WHERE ${isFailing.text}`)).toContain(
      'COVERING INDEX parcels_failing',
    )
    expect(
      connectionPlan(
        "SELECT id FROM parcels INDEXED BY parcels_due WHERE carrier = 'x' AND urgent = 0 AND nextCheckAt <= 5 ORDER BY nextCheckAt, id LIMIT 9",
      ),
    ).not.toContain('TEMP B-TREE')
  })
})
