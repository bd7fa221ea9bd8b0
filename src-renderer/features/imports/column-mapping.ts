import type { ImportField, ImportInspection, ImportMapping, ReadOptions } from './import-types.ts'

/** The field that a column is read as; null when it is left out. */
export function fieldOf(mapping: ImportMapping, index: number): ImportField | null {
  return mapping.columns.find((column) => column.index === index)?.field ?? null
}

/** The mapping with a column read as another field. A field comes from one column: the one that had it lets it go. */
export function withField(mapping: ImportMapping, index: number, field: ImportField | null): ImportMapping {
  const others = mapping.columns.filter((column) => column.index !== index && column.field !== field)
  const columns = field ? [...others, { index, field }] : others
  return { ...mapping, columns: columns.sort((a, b) => a.index - b.index) }
}

/** A new guess for the columns that keeps what the person said of units, dates, currency and carrier. */
export function withColumnsOf(mapping: ImportMapping, guess: ImportMapping): ImportMapping {
  return { ...mapping, columns: guess.columns }
}

/** True when a column holds the codes: without one there is nothing to import. */
export function hasCode(mapping: ImportMapping): boolean {
  return mapping.columns.some((column) => column.field === 'code')
}

/** The titles of a file's columns, as a preset keeps them; a column without one has the empty title. */
export function titlesOf(inspection: ImportInspection): string[] {
  return inspection.columns.map((column) => column.title ?? '')
}

/** True when two files have the same columns, so that what was said of one holds for the other. */
export function sameColumns(a: ImportInspection, b: ImportInspection): boolean {
  return a.header === b.header && JSON.stringify(titlesOf(a)) === JSON.stringify(titlesOf(b))
}

/** How a file was read in the end: what was found, and what the person changed. */
export function readOptionsOf(inspection: ImportInspection): ReadOptions {
  return {
    ...(inspection.sheet === null ? {} : { sheet: inspection.sheet }),
    ...(inspection.encoding === null ? {} : { encoding: inspection.encoding }),
    ...(inspection.delimiter === null ? {} : { delimiter: inspection.delimiter }),
    header: inspection.header,
  }
}

/** The letter that spreadsheets call a column by: 0 is A, 26 is AA. */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter
}
