import { z } from 'zod'
import { FreightGap } from '../domain/freight-gaps.ts'
import { FreightFault } from '../domain/freight-row-check.ts'
import { FreightRow, FreightTable } from '../domain/freight-table.ts'
import { fileProblems, ReadOptions } from '../domain/import-field.ts'
import { locales } from '../domain/locale.ts'
import { command, query, task } from './define.ts'
import { FileRef } from './files.contract.ts'
import { ImportProgress } from './imports.contract.ts'

export { tableServiceKey } from '../domain/freight-table.ts'

const count = z.int().nonnegative()
const id = z.int().positive()
const { name, carrier, kgPerM3, dayCount } = FreightTable.shape

/** What became of a file, or would. */
export const FreightImportSummary = z.strictObject({
  /** Null: nothing was stored, since rows are refused or it was only checked. */
  table: id.nullable(),
  name: z.string(),
  read: count,
  refused: count,
  /** The first few hundred, by line. A file with one of them is not stored. */
  faults: z.array(FreightFault),
  /** Places, weights and days without a price between others that have one; the first few hundred. They are no reason to refuse. */
  gaps: z.array(FreightGap),
  gapCount: count,
})
export type FreightImportSummary = z.output<typeof FreightImportSummary>

export const freightTables = {
  'freightTables.list': query({ input: z.strictObject({}), output: z.array(FreightTable) }),
  /** A page of a table's rows in the order of their lines. */
  'freightTables.rows': query({
    input: z.strictObject({ id, after: count.optional(), limit: z.int().min(1).max(1000) }),
    output: z.strictObject({ rows: z.array(FreightRow), next: z.int().nullable() }),
    errors: ['table-unknown'],
  }),
  /**
   * Reads a table out of a workbook or a text file: all of it or nothing. What is not given is as in the table that is replaced, or
   * the file's name, no carrier, no cubic factor, business days.
   */
  'freightTables.import': task({
    input: z.strictObject({
      file: FileRef,
      name: name.optional(),
      carrier: carrier.optional(),
      kgPerM3: kgPerM3.optional(),
      dayCount: dayCount.optional(),
      /** Of rows that name no service; absent: the table's name. */
      service: z.string().trim().min(1).max(80).optional(),
      /** Of weights that name no unit; absent: as titles or numbers tell. */
      weightUnit: z.enum(['g', 'kg']).optional(),
      options: ReadOptions.optional(),
      replaces: id.optional(),
      /** Says what storing would do and stores nothing. */
      checkOnly: z.boolean().optional(),
    }),
    progress: ImportProgress,
    output: FreightImportSummary,
    errors: [
      ...fileProblems,
      'freight-columns',
      'freight-weight-unit',
      'freight-too-long',
      'name-taken',
      'table-unknown',
    ],
  }),
  /** Writes a table as a workbook that is read again as the same table. */
  'freightTables.export': task({
    input: z.strictObject({ id, file: FileRef, locale: z.enum(locales).optional() }),
    progress: z.strictObject({ done: count, total: count }),
    output: z.strictObject({ rows: count, file: FileRef }),
    errors: ['table-unknown', 'file-type', 'file-locked', 'disk-full'],
  }),
  'freightTables.remove': command({
    input: z.strictObject({ id }),
    output: z.strictObject({}),
    errors: ['table-unknown'],
  }),
}
