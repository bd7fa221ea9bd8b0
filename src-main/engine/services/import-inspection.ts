import type { Delimiter, ImportMapping, PresetDecision, TextEncoding } from '../../domain/import-field.ts'
import type { ColumnGuess } from '../../domain/import-mapping.ts'
import { shownCells, type ImportPlan } from './import-plan.ts'

/** A file as the mapping screen shows it. */
export type ImportInspection = {
  readonly name: string
  readonly size: number
  readonly format: 'text' | 'workbook'
  readonly sheets: readonly string[]
  readonly sheet: string | null
  readonly encoding: TextEncoding | null
  readonly delimiter: Delimiter | null
  readonly header: boolean
  readonly columns: readonly {
    readonly index: number
    readonly title: string | null
    readonly samples: readonly string[]
    readonly guess: ColumnGuess
  }[]
  readonly rows: readonly (readonly string[])[]
  readonly mapping: ImportMapping
  readonly certain: boolean
  readonly preset: {
    readonly id: number
    readonly name: string
    readonly missing: readonly string[]
    readonly added: readonly string[]
    readonly changes: PresetDecision
  } | null
}

const shownRows = 20
const shownSamples = 3
const nothing: ColumnGuess = { field: null, certainty: 'none', by: 'none' }

/** What a screen is told of a plan. */
export function inspectionOf(plan: ImportPlan): ImportInspection {
  const { table, titles, guesses, preset } = plan
  const rows = plan.sample.filter(({ malformed }) => !malformed).map(shownCells)
  return {
    name: plan.name,
    size: table.size,
    format: table.format,
    sheets: table.sheets,
    sheet: table.sheet,
    encoding: table.encoding,
    delimiter: table.delimiter,
    header: plan.header,
    columns: Array.from({ length: plan.columns }, (_, index) => ({
      index,
      title: titles === null ? null : (titles[index] ?? ''),
      samples: [...new Set(rows.map((row) => row[index] ?? '').filter((cell) => cell.trim() !== ''))].slice(
        0,
        shownSamples,
      ),
      guess: guesses[index] ?? nothing,
    })),
    rows: rows.slice(0, shownRows),
    mapping: plan.mapping,
    certain: plan.certain,
    preset: preset && {
      id: preset.preset.id,
      name: preset.preset.name,
      missing: preset.missing,
      added: preset.added,
      changes: preset.preset.changes,
    },
  }
}
