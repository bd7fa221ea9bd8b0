import { z } from 'zod'

/**
 * What a column of a file may hold: the fields of a parcel, and `dimensions`, three lengths in one cell (`20 x 15 x 10`).
 *
 * Units in files are people's: kilograms or grams, centimetres or millimetres; the check of a row settles them.
 */
export const importFields = [
  'code',
  'carrier',
  'orderNumber',
  'channel',
  'recipientName',
  'email',
  'phone',
  'document',
  'street',
  'streetNumber',
  'complement',
  'district',
  'city',
  'state',
  'postalCode',
  'country',
  'weight',
  'length',
  'width',
  'height',
  'dimensions',
  'declaredValue',
  'service',
  'items',
  'invoiceNumber',
  'invoiceKey',
  'postedOn',
  'shopPromisedOn',
  'note',
] as const
export type ImportField = (typeof importFields)[number]

/** Encodings a text file may be in. */
export const textEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'cp850',
  'iso-8859-2',
  'windows-1250',
] as const
export type TextEncoding = (typeof textEncodings)[number]

export const delimiters = [';', ',', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/** How to read a file: found by looking, changeable by the person. Absent means as found. */
export const ReadOptions = z.strictObject({
  /** Name of the sheet of a workbook; absent: the first. */
  sheet: z.string().optional(),
  encoding: z.enum(textEncodings).optional(),
  delimiter: z.enum(delimiters).optional(),
  /** Whether the first row names the columns. */
  header: z.boolean().optional(),
})
export type ReadOptions = z.output<typeof ReadOptions>

/** What a preset decides of rows that differ from what is stored: ask the person, keep what is stored, accept what the file says. */
export const presetDecisions = ['ask', 'keep', 'accept'] as const
export type PresetDecision = (typeof presetDecisions)[number]

/** Which column (from 0) holds which field, and in which units numbers without one are. */
export const ImportMapping = z.strictObject({
  columns: z.array(z.strictObject({ index: z.int().min(0), field: z.enum(importFields) })).max(100),
  weightUnit: z.enum(['g', 'kg']),
  lengthUnit: z.enum(['mm', 'cm']),
  /** Order of day and month where a date leaves it open. */
  dateOrder: z.enum(['day-first', 'month-first']),
  /** Of declared values without a currency sign, ISO 4217. */
  currency: z.string().length(3),
  /** Carrier of rows whose file names none and whose code several or none recognise; `unknown` keeps such codes. Absent: they are rejected. */
  defaultCarrier: z.string().optional(),
})
export type ImportMapping = z.output<typeof ImportMapping>

/** Why a cell, and with it its row, was not taken. The page makes a sentence of each. */
export const rejectionReasons = [
  'code-missing',
  /** `detail.expected` has the code with the right digit. */
  'code-check-digit',
  /** 1,12E+11: the spreadsheet program rounded the number, its last digits are lost. */
  'code-scientific',
  /** Digits that would be a code with the zeros in front that a spreadsheet program dropped. */
  'code-leading-zeros',
  'code-unknown-format',
  /** Two carriers use codes of this shape and the file names none; `detail.carriers` lists them. */
  'code-ambiguous',
  'code-twice-in-file',
  'carrier-unknown',
  'document-check-digit',
  'document-format',
  'email-format',
  'postal-code-format',
  /** Neither two letters of ISO 3166 nor a country's name in Portuguese, Polish or English. */
  'country-format',
  'weight-format',
  'length-format',
  'value-format',
  'date-format',
  'invoice-key-check-digit',
  'invoice-key-format',
  /** A cell is longer than any field may be; `detail.length`, `detail.limit`. */
  'cell-too-long',
  /** More or fewer cells than the header; `detail.cells`, `detail.columns`. */
  'row-width',
  /** A quote is opened and not closed, or the line can't be read as this format. */
  'row-malformed',
] as const
export type RejectionReason = (typeof rejectionReasons)[number]

/** One row of a file that was not stored, and the cell that is to blame. */
export const Rejection = z.strictObject({
  file: z.string(),
  sheet: z.string().nullable(),
  /** Line of a text file or row of a sheet, from 1, the header counted. */
  line: z.int().positive(),
  /** Title of the column, or its letter where there is no header; null when the row as a whole is meant. */
  column: z.string().nullable(),
  field: z.enum(importFields).nullable(),
  value: z.string(),
  reason: z.enum(rejectionReasons),
  detail: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type Rejection = z.output<typeof Rejection>

/** Why a file as a whole can't be read. */
export const fileProblems = [
  'file-empty',
  'file-gone',
  /** Another program holds it, or its rights forbid reading. */
  'file-locked',
  'file-type',
  'file-folder',
  /** A pipe or a device: it has no end, or makes its reader wait. */
  'file-device',
  /** Excel 97-2003 (.xls): to be saved as .xlsx. */
  'file-xls-1997',
  'file-password',
  'file-damaged',
  /** Unpacks to more than any spreadsheet of people does. */
  'file-zip-bomb',
  /** More columns than `detail.limit`. */
  'file-too-many-columns',
  'file-cell-too-large',
  /** Formulas whose results the program that wrote it did not store. */
  'file-formulas-without-values',
  'file-no-rows',
  'file-sheet-missing',
  'file-encoding',
] as const
export type FileProblem = (typeof fileProblems)[number]
