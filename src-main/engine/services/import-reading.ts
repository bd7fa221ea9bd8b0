import type { Carrier } from '../../carriers/carrier.ts'
import { recogniseCarrier } from '../../carriers/recognise.ts'
import { columnLetter, type TableRow } from '../../domain/cell.ts'
import type { RecogniseCode } from '../../domain/import-code.ts'
import type { Rejection } from '../../domain/import-field.ts'
import { createRowCheck, type CellFault, type CheckedRow } from '../../domain/import-row.ts'
import { plainText } from '../../domain/plain-text.ts'
import { createSeenCodes } from '../../domain/seen-codes.ts'
import { FileFailure } from '../../files/file-failure.ts'
import type { ImportRow } from '../../store/store.ts'
import type { ImportPlan } from './import-plan.ts'

/** A row that was not taken, with all that is wrong with it. */
export type RejectedRow = { readonly row: TableRow; readonly faults: readonly CellFault[] }

/** What a piece of a file turned out to be. */
export type ReadBatch = {
  readonly good: readonly ImportRow[]
  /** Rows that stand in the file before, word for word. */
  readonly repeated: number
  readonly rejected: readonly RejectedRow[]
}

/** Whose code it is, by the carriers of the registry. */
export const recogniser =
  (carriers: readonly Carrier[]): RecogniseCode =>
  (code) =>
    recogniseCarrier(code, carriers)

/** The carrier that a cell names: by its id or its label, alone or among other words (`Correios - PAC`). */
function carrierNames(carriers: readonly Carrier[]): (name: string) => string | null {
  const known = carriers.flatMap(({ id, label }) => [id, label].map((name) => ({ id, name: ` ${plainText(name)} ` })))
  const answers = new Map<string, string | null>()
  return (name) => {
    const answer = answers.get(name)
    if (answer !== undefined) return answer
    const words = ` ${plainText(name)} `
    const found = known.find((carrier) => words.includes(carrier.name))?.id ?? null
    if (answers.size < 1000) answers.set(name, found)
    return found
  }
}

/**
 * Reads a file to its end and checks every row. Works in pieces of some sixty kilobytes with the event loop between them, so
 * that whoever asks for a list meanwhile waits for milliseconds only.
 */
export async function* readChecked(
  plan: ImportPlan,
  carriers: readonly Carrier[],
): AsyncGenerator<ReadBatch, void, undefined> {
  const { table, mapping } = plan
  const needed = new Set(mapping.columns.map(({ index }) => index))
  const seen = createSeenCodes()
  const codeAt = mapping.columns.find(({ field }) => field === 'code')?.index ?? null
  const check = createRowCheck({
    mapping,
    width: table.format === 'text' && plan.titles ? plan.titles.length : null,
    date1904: table.date1904,
    recognise: recogniser(carriers),
    carrierNamed: carrierNames(carriers),
    carrierNames: carriers.map(({ label }) => label).join(', '),
  })
  /** A code that came before with other data: the second one is not taken, for nobody knows which is right. */
  const once = (row: TableRow, checked: CheckedRow): CheckedRow | 'repeated' => {
    if (!checked.ok) return checked
    const before = seen(checked.data, row.line)
    if (before.kind === 'first') return checked
    if (before.kind === 'same') return 'repeated'
    const fault = { reason: 'code-twice-in-file', detail: { line: before.line } } as const
    return { ok: false, faults: [{ ...fault, index: codeAt, field: 'code', value: checked.data.code }] }
  }

  let header = plan.header
  for await (const rows of table.rows()) {
    const good: ImportRow[] = []
    const rejected: RejectedRow[] = []
    let repeated = 0
    for (const row of rows) {
      if (header) {
        header = false
        continue
      }
      const checked = once(row, check(row))
      if (checked === 'repeated') repeated++
      else if (checked.ok) good.push({ line: row.line, data: checked.data })
      else rejected.push({ row, faults: checked.faults })
    }
    for (const column of table.columnsWithoutResults) {
      if (needed.has(column)) throw new FileFailure('file-formulas-without-values', `column ${columnLetter(column)}`)
    }
    yield { good, repeated, rejected }
  }
}

/** The faults of a row as a screen lists them. */
export function rejectionsOf({ row, faults }: RejectedRow, plan: ImportPlan): Rejection[] {
  return faults.map(({ index, field, value, reason, detail }) => ({
    file: plan.name,
    sheet: plan.table.sheet,
    line: row.line,
    column: index === null ? null : columnName(index, plan.titles),
    field,
    value,
    reason,
    ...(detail ? { detail: { ...detail } } : {}),
  }))
}

/** The title of a column, or its letter where it has none. */
export const columnName = (index: number, titles: readonly string[] | null): string =>
  titles?.[index] || columnLetter(index)
