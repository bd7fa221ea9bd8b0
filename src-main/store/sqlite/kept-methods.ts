import { z } from 'zod'
import { ImportMapping, presetDecisions, ReadOptions } from '../../domain/import-field.ts'
import { ParcelQuery } from '../../domain/parcel-query.ts'
import type { Preset, View } from '../store.ts'
import type { Connection } from './connection.ts'
import type { ReaderContext } from './reader-context.ts'
import { name as column, sql } from './sql.ts'
import type { WriterContext } from './writer-context.ts'

const json = z.string().transform((text): unknown => JSON.parse(text))

/** A preset as its row must be; the check of the store goes by the same. */
export const PresetRow = z.object({
  id: z.number(),
  name: z.string(),
  titles: json.pipe(z.array(z.string())),
  options: json.pipe(ReadOptions),
  mapping: json.pipe(ImportMapping),
  changes: z.enum(presetDecisions),
  updatedAt: z.number(),
})

const Columns = z.array(z.object({ key: z.string(), width: z.number().optional() }))

/** A saved filter as its row must be. */
export const ViewRow = z.object({
  id: z.number(),
  name: z.string(),
  query: json.pipe(ParcelQuery),
  columns: json.pipe(Columns).nullable(),
})

/** Reads of what people keep. A row that an older application wrote and this one can't read is left out, not lost. */
export const keptReader = {
  presets: ({ connection }: ReaderContext): Preset[] =>
    connection.all(sql`SELECT * FROM presets ORDER BY name`).flatMap((row) => PresetRow.safeParse(row).data ?? []),

  views: ({ connection }: ReaderContext): View[] =>
    connection.all(sql`SELECT * FROM views ORDER BY name`).flatMap((row) => {
      const view = ViewRow.safeParse(row).data
      return view
        ? [{ id: view.id, name: view.name, query: view.query, ...(view.columns ? { columns: view.columns } : {}) }]
        : []
    }),

  preference({ connection }: ReaderContext, key: string): string | null {
    const value = connection.get(sql`SELECT value FROM preferences WHERE key = ${key}`)?.['value']
    return typeof value === 'string' ? value : null
  },
}

/** Writes of what people keep. */
export const keptWriter = {
  savePreset(
    { connection }: WriterContext,
    preset: Omit<Preset, 'id' | 'updatedAt'> & { id?: number | undefined },
    now: number,
  ): number | 'name-taken' {
    return connection.transaction(() => {
      if (isTaken(connection, 'presets', preset.name, preset.id)) return 'name-taken'
      const id = preset.id ?? nextId(connection, 'presets')
      connection.run(sql`
        INSERT INTO presets (id, name, titles, options, mapping, changes, updatedAt)
        VALUES (${id}, ${preset.name}, ${JSON.stringify(preset.titles)}, ${JSON.stringify(preset.options)}, ${JSON.stringify(preset.mapping)}, ${preset.changes}, ${now})
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, titles = excluded.titles, options = excluded.options,
          mapping = excluded.mapping, changes = excluded.changes, updatedAt = excluded.updatedAt`)
      return id
    })
  },

  removePreset: ({ connection }: WriterContext, id: number): boolean =>
    connection.run(sql`DELETE FROM presets WHERE id = ${id}`) > 0,

  saveView({ connection }: WriterContext, view: Omit<View, 'id'> & { id?: number | undefined }): number | 'name-taken' {
    return connection.transaction(() => {
      if (isTaken(connection, 'views', view.name, view.id)) return 'name-taken'
      const id = view.id ?? nextId(connection, 'views')
      const columns = view.columns ? JSON.stringify(view.columns) : null
      connection.run(sql`
        INSERT INTO views (id, name, query, columns) VALUES (${id}, ${view.name}, ${JSON.stringify(view.query)}, ${columns})
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, query = excluded.query, columns = excluded.columns`)
      return id
    })
  },

  removeView: ({ connection }: WriterContext, id: number): boolean =>
    connection.run(sql`DELETE FROM views WHERE id = ${id}`) > 0,

  savePreference({ connection }: WriterContext, key: string, value: string | null): void {
    if (value === null) connection.run(sql`DELETE FROM preferences WHERE key = ${key}`)
    else {
      connection.run(sql`
        INSERT INTO preferences (key, value) VALUES (${key}, ${value}) ON CONFLICT (key) DO UPDATE SET value = excluded.value`)
    }
  },
}

type Named = 'presets' | 'views'

function isTaken(connection: Connection, table: Named, name: string, id: number | undefined): boolean {
  const namesake = connection.get(sql`SELECT id FROM ${column(table)} WHERE name = ${name}`)
  return namesake !== undefined && namesake['id'] !== id
}

/** Ids are never given twice: AUTOINCREMENT remembers the highest that there ever was. */
const nextId = (connection: Connection, table: Named): number =>
  connection.number(sql`SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = ${table}), 0) + 1 AS id`)
