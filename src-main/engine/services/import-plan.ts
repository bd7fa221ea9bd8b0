import { basename } from 'node:path'
import { cellText, columnLetter, type TableRow } from '../../domain/cell.ts'
import type { RecogniseCode } from '../../domain/import-code.ts'
import type { FileProblem, ImportMapping, ReadOptions } from '../../domain/import-field.ts'
import { fitMapping, proposeMapping, type ColumnGuess } from '../../domain/import-mapping.ts'
import { problem, type Problem } from '../../domain/problem.ts'
import { fail, ok, type Result } from '../../domain/result.ts'
import { FileFailure } from '../../files/file-failure.ts'
import { openTable } from '../../files/open-file.ts'
import type { Table } from '../../files/table.ts'
import type { Preset } from '../../store/store.ts'
import { bestPreset, type PresetFit } from './import-presets.ts'

/** A file opened and understood as far as its first rows tell. */
export type ImportPlan = {
  readonly name: string
  readonly table: Table
  readonly header: boolean
  readonly titles: readonly string[] | null
  /** The first rows, the header not among them. */
  readonly sample: readonly TableRow[]
  readonly columns: number
  readonly guesses: readonly ColumnGuess[]
  readonly mapping: ImportMapping
  readonly certain: boolean
  readonly preset: PresetFit | null
}

/** How the person wants the file read. A preset is tried on it, a mapping taken as it is. */
export type PlanRequest = {
  readonly options?: ReadOptions | undefined
  readonly preset?: Preset | undefined
  readonly mapping?: ImportMapping | undefined
}

/** Rows that are looked at for a guess: enough to meet a day above 12 or a decimal comma. */
const rowsLookedAt = 400

/** Opens a file and proposes what its columns are. */
export async function planImport(
  path: string,
  request: PlanRequest,
  recognise: RecogniseCode,
  presets: readonly Preset[],
): Promise<Result<ImportPlan, Problem<FileProblem>>> {
  const options = { ...request.preset?.options, ...request.options }
  const opened = await openTable(path, options)
  if (!opened.ok) return opened
  const table = opened.value
  const read = await firstRows(table)
  if (!read.ok) return read
  const rows = read.value
  const withoutResults = [...table.columnsWithoutResults]
  const unreadable = fail(problem('file-formulas-without-values', `column ${columnLetter(withoutResults[0] ?? 0)}`))
  if (rows.length <= 1 && withoutResults.length > 0) return unreadable
  if (rows.length === 0) return fail(problem('file-empty', 'no row with anything in it'))
  const readable = rows.filter(({ malformed }) => !malformed)
  const proposal = proposeMapping(
    readable.map(({ cells }) => cells),
    recognise,
    options.header,
  )
  if (proposal.header && rows.length === 1) return fail(problem('file-no-rows', 'a header and nothing below it'))
  const fit = request.mapping
    ? null
    : bestPreset(request.preset ? [request.preset] : presets, proposal.titles, request.preset !== undefined)
  const fitted = fit && fitMapping(fit.preset.mapping, fit.preset.titles, proposal.titles)
  const mapping =
    request.mapping ?? (fitted ? completed(fitted.mapping, proposal.mapping, fit.preset.mapping) : proposal.mapping)
  const needed = new Set(mapping.columns.map(({ index }) => index))
  const hasCode = mapping.columns.some(({ field }) => field === 'code')
  if (withoutResults.some((column) => needed.has(column) || !hasCode)) return unreadable
  return ok({
    name: basename(path),
    table,
    header: proposal.header,
    titles: proposal.titles,
    sample: proposal.header ? rows.slice(1) : rows,
    columns: Math.max(...readable.map(({ cells }) => cells.length), 0),
    guesses: fitted ? presetGuesses(proposal.guesses, mapping) : proposal.guesses,
    mapping,
    certain: fitted ? hasCode && fitted.missing.length === 0 : proposal.certain,
    preset: fit,
  })
}

async function firstRows(table: Table): Promise<Result<TableRow[], Problem<FileProblem>>> {
  const rows: TableRow[] = []
  try {
    for await (const batch of table.rows()) {
      rows.push(...batch.slice(0, rowsLookedAt - rows.length))
      if (rows.length >= rowsLookedAt) break
    }
    return ok(rows)
  } catch (error) {
    if (error instanceof FileFailure) return fail(error.problem)
    throw error
  }
}

/** A preset's mapping, with the proposal's columns for those of its fields whose titles the file lacks. */
function completed(fitted: ImportMapping, proposed: ImportMapping, whole: ImportMapping): ImportMapping {
  const lacking = new Set(whole.columns.map(({ field }) => field))
  const taken = new Set<number>()
  for (const { index, field } of fitted.columns) {
    lacking.delete(field)
    taken.add(index)
  }
  const found = proposed.columns.filter(({ index, field }) => lacking.has(field) && !taken.has(index))
  return { ...fitted, columns: [...fitted.columns, ...found] }
}

function presetGuesses(proposed: readonly ColumnGuess[], mapping: ImportMapping): ColumnGuess[] {
  return proposed.map((_, index) => {
    const field = mapping.columns.find((column) => column.index === index)?.field
    return field === undefined
      ? { field: null, certainty: 'none', by: 'none' }
      : { field, certainty: 'certain', by: 'preset' }
  })
}

/** The cells of a row as a screen shows them. */
export const shownCells = (row: TableRow): string[] => row.cells.map((cell) => cellText(cell).slice(0, 200))
