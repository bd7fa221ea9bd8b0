import { z } from 'zod'
import { parcelDataFields } from '../domain/parcel.ts'
import {
  delimiters,
  fileProblems,
  importFields,
  ImportMapping,
  presetDecisions,
  ReadOptions,
  Rejection,
  textEncodings,
} from '../domain/import-field.ts'
import { command, query, task } from './define.ts'
import { FileRef } from './files.contract.ts'

/** How certain a guess about a column is. A mapping is certain when its code column is and nothing contradicts. */
const Certainty = z.enum(['certain', 'likely', 'none'])

export const ImportColumn = z.strictObject({
  index: z.int().nonnegative(),
  /** The header's words, or null without a header. */
  title: z.string().nullable(),
  samples: z.array(z.string()),
  guess: z.strictObject({
    field: z.enum(importFields).nullable(),
    certainty: Certainty,
    by: z.enum(['title', 'content', 'preset', 'none']),
  }),
})
export type ImportColumn = z.output<typeof ImportColumn>

export const ImportPreset = z.strictObject({
  id: z.int().positive(),
  name: z.string(),
  /** Titles of the columns it was made for, as they stood in the file. */
  titles: z.array(z.string()),
  options: ReadOptions,
  mapping: ImportMapping,
  /** What becomes of rows that differ from what is stored. */
  changes: z.enum(presetDecisions),
  updatedAt: z.int(),
})
export type ImportPreset = z.output<typeof ImportPreset>

export const ImportInspection = z.strictObject({
  name: z.string(),
  size: z.int().nonnegative(),
  format: z.enum(['text', 'workbook']),
  sheets: z.array(z.string()),
  sheet: z.string().nullable(),
  encoding: z.enum(textEncodings).nullable(),
  delimiter: z.enum(delimiters).nullable(),
  header: z.boolean(),
  columns: z.array(ImportColumn),
  /** The first rows as they stand in the file, the header not among them. */
  rows: z.array(z.array(z.string())),
  mapping: ImportMapping,
  certain: z.boolean(),
  /** The preset whose titles these are, if one is known, and what differs from it. */
  preset: z
    .strictObject({
      id: z.int(),
      name: z.string(),
      missing: z.array(z.string()),
      added: z.array(z.string()),
      changes: z.enum(presetDecisions),
    })
    .nullable(),
})
export type ImportInspection = z.output<typeof ImportInspection>

export const ImportProgress = z.strictObject({
  file: z.string(),
  /** In `finishing`, `done` and `total` count steps after the last row, not rows. */
  phase: z.enum(['reading', 'storing', 'finishing']),
  done: z.int().nonnegative(),
  /** Estimated from the bytes read; null while unknown. */
  total: z.int().nonnegative().nullable(),
  rowsPerSecond: z.number().nonnegative(),
  secondsLeft: z.number().nonnegative().nullable(),
  rejected: z.int().nonnegative(),
})
export type ImportProgress = z.output<typeof ImportProgress>

/** A stored parcel that the file would change: field by field, old and new. */
export const ImportChange = z.strictObject({
  line: z.int().positive(),
  code: z.string(),
  differences: z.array(
    z.strictObject({ field: z.enum(parcelDataFields), old: z.string().nullable(), new: z.string().nullable() }),
  ),
})
export type ImportChange = z.output<typeof ImportChange>

export const ImportCheck = z.strictObject({
  rows: z.int().nonnegative(),
  new: z.int().nonnegative(),
  changed: z.int().nonnegative(),
  unchanged: z.int().nonnegative(),
  rejected: z.int().nonnegative(),
  /** Codes of no known carrier, kept only when the mapping's `defaultCarrier` says so. */
  unknownCodes: z.int().nonnegative(),
  /** The first few hundred; the whole list goes into the report. */
  changes: z.array(ImportChange),
  rejections: z.array(Rejection),
})
export type ImportCheck = z.output<typeof ImportCheck>

export const ImportSummary = z.strictObject({
  /** Rows that became new parcels. */
  stored: z.int().nonnegative(),
  /** Rows that differ from what is stored; applied when `changes` is `accept`. */
  changed: z.int().nonnegative(),
  unchanged: z.int().nonnegative(),
  rejected: z.int().nonnegative(),
  /** A workbook of the rejected rows with their reasons, to correct and import again; null when none was rejected. */
  report: FileRef.nullable(),
  files: z.array(
    z.strictObject({
      name: z.string(),
      stored: z.int(),
      changed: z.int(),
      unchanged: z.int(),
      rejected: z.int(),
      /** Why nothing of this file was taken, if so; the other files are not touched by it. */
      problem: z
        .enum(fileProblems)
        .or(z.enum(['mapping-uncertain', 'mapping-without-code', 'preset-unfit']))
        .nullable(),
      detail: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  ),
  rejections: z.array(Rejection),
})
export type ImportSummary = z.output<typeof ImportSummary>

export const imports = {
  /** Looks into a file: format, encoding, delimiter, sheets, first rows, a guess for each column. */
  'imports.inspect': query({
    input: z.strictObject({ file: FileRef, options: ReadOptions.optional(), preset: z.int().positive().optional() }),
    output: ImportInspection,
    errors: [...fileProblems, 'preset-unknown'],
  }),
  /** Checks every row against the rules and against what is stored; stores nothing. */
  'imports.check': task({
    input: z.strictObject({ file: FileRef, options: ReadOptions.optional(), mapping: ImportMapping }),
    progress: ImportProgress,
    output: ImportCheck,
    errors: [...fileProblems, 'mapping-without-code'],
  }),
  /**
   * Stores the good rows of each file, one transaction a file. Without `mapping` and `preset` the proposed mapping is
   * used, and the file refused when that is not certain. Fails as a whole only when every file did.
   */
  'imports.run': task({
    input: z.strictObject({
      files: z.array(FileRef).min(1).max(100),
      /** Id or name. */
      preset: z.union([z.int().positive(), z.string()]).optional(),
      options: ReadOptions.optional(),
      mapping: ImportMapping.optional(),
      /** What becomes of rows that differ from what is stored: all or none. Absent: as the preset says, else accept. */
      changes: z.enum(['accept', 'keep']).optional(),
    }),
    progress: ImportProgress,
    output: ImportSummary,
    errors: [...fileProblems, 'mapping-uncertain', 'mapping-without-code', 'preset-unknown', 'preset-unfit'],
  }),
  'imports.presets': query({ input: z.strictObject({}), output: z.array(ImportPreset) }),
  'imports.savePreset': command({
    input: z.strictObject({
      id: z.int().positive().optional(),
      name: z.string().trim().min(1).max(80),
      titles: z.array(z.string()),
      options: ReadOptions,
      mapping: ImportMapping,
      changes: z.enum(presetDecisions).default('ask'),
    }),
    output: z.strictObject({ id: z.int().positive() }),
    errors: ['name-taken'],
  }),
  'imports.removePreset': command({
    input: z.strictObject({ id: z.int().positive() }),
    output: z.strictObject({}),
    errors: ['preset-unknown'],
  }),
}
