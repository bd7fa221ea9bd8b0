import type { Carrier } from '../../carriers/carrier.ts'
import type { Clock } from '../../domain/clock.ts'
import type { FileProblem, Rejection } from '../../domain/import-field.ts'
import type { RowData } from '../../domain/import-row.ts'
import { parcelDataFields, type ParcelData, type ParcelDataField } from '../../domain/parcel.ts'
import { problem, type Problem } from '../../domain/problem.ts'
import { fail, ok, type Result } from '../../domain/result.ts'
import { FileFailure } from '../../files/file-failure.ts'
import type { ImportRow, ParcelReader } from '../../store/store.ts'
import type { ImportPlan } from './import-plan.ts'
import { progressMeter } from './import-progress.ts'
import { readChecked, rejectionsOf } from './import-reading.ts'
import type { ImportTask } from './imports.ts'

/** A field that a file would change. */
export type Difference = { readonly field: ParcelDataField; readonly old: string | null; readonly new: string | null }

/** What storing a file would do. */
export type ImportCheck = {
  readonly rows: number
  readonly new: number
  readonly changed: number
  readonly unchanged: number
  readonly rejected: number
  readonly unknownCodes: number
  /** The first few hundred. */
  readonly changes: readonly {
    readonly line: number
    readonly code: string
    readonly differences: readonly Difference[]
  }[]
  readonly rejections: readonly Rejection[]
}

/** So many changes and rejections are listed; all of them are counted. */
export const listedAtMost = 500

type CheckParts = {
  readonly carriers: readonly Carrier[]
  readonly clock: Clock
  readonly byCodes: ParcelReader['byCodes']
}

/** Goes through a file as an import would and stores nothing. */
export async function checkFile(
  plan: ImportPlan,
  { carriers, clock, byCodes }: CheckParts,
  { signal, report }: ImportTask,
): Promise<Result<ImportCheck, Problem<FileProblem | 'cancelled'>>> {
  const sum = { rows: 0, new: 0, changed: 0, unchanged: 0, rejected: 0, unknownCodes: 0 }
  const changes: ImportCheck['changes'][number][] = []
  const rejections: Rejection[] = []
  const meter = progressMeter(plan.name, 'reading', clock, report)
  try {
    for await (const { good, repeated, rejected } of readChecked(plan, carriers)) {
      if (signal.aborted) return fail(problem('cancelled', 'stopped; nothing was stored'))
      sum.rows += good.length + repeated + rejected.length
      sum.rejected += rejected.length
      sum.unchanged += repeated
      for (const row of rejected) if (rejections.length < listedAtMost) rejections.push(...rejectionsOf(row, plan))
      sum.unknownCodes +=
        good.filter(({ data }) => data.carrier === 'unknown').length +
        rejected.filter(({ faults }) => faults.some(({ reason }) => reason === 'code-unknown-format')).length
      const stored =
        good.length === 0 ? new Map<string, ParcelData>() : await byCodes(good.map(({ data }) => data.code))
      for (const row of good) {
        const differences = differencesOf(row, stored.get(row.data.code))
        if (differences === null) sum.new++
        else if (differences.length === 0) sum.unchanged++
        else {
          sum.changed++
          if (changes.length < listedAtMost) changes.push({ line: row.line, code: row.data.code, differences })
        }
      }
      meter.at(sum.rows, sum.rejected, plan.table.progress())
    }
  } catch (error) {
    if (error instanceof FileFailure) return fail(error.problem)
    throw error
  }
  meter.end(sum.rows, sum.rejected)
  return ok({ ...sum, changes, rejections: rejections.slice(0, listedAtMost) })
}

/** Field by field what a row would change; null when its code is not stored. What the file does not tell is left alone. */
function differencesOf({ data }: ImportRow, stored: ParcelData | undefined): Difference[] | null {
  if (!stored) return null
  const differences: Difference[] = []
  for (const field of parcelDataFields) {
    const told: RowData[ParcelDataField] = data[field]
    if (told === undefined || told === stored[field]) continue
    differences.push({ field, old: textOf(stored[field]), new: textOf(told) })
  }
  return differences
}

const textOf = (value: string | number | null): string | null => (value === null ? null : String(value))
