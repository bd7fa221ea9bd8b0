import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { cellText, columnLetter, type Cell } from '../../domain/cell.ts'
import { fieldOfTitle, isReportTitle } from '../../domain/column-titles.ts'
import { readDay } from '../../domain/date-text.ts'
import type { ImportField } from '../../domain/import-field.ts'
import type { Locale } from '../../domain/locale.ts'
import { currencyIn } from '../../domain/money-text.ts'
import { plainText } from '../../domain/plain-text.ts'
import { fill, words } from '../../domain/words/index.ts'
import { writeProblemOf } from '../../files/pending-file.ts'
import { maxSheetRows, type SheetColumn, type SheetValue, type SheetWriter } from '../../files/sheet-writer.ts'
import { openXlsxWriter } from '../../files/xlsx-writer.ts'
import type { ImportPlan } from './import-plan.ts'
import { columnName, type RejectedRow } from './import-reading.ts'

/**
 * The workbook of the rows that were not taken: their cells under their titles, the faulty ones marked, then why. Corrected
 * and dropped in again it is read like the file it came from, whatever preset that needed: titles that only a preset
 * understands are replaced by ours, and units, currencies and days stand in the cells.
 */
export type RejectedRows = {
  add(rejected: RejectedRow, plan: ImportPlan): void
  drained(): Promise<void>
  /** The path, or null when there was no row or no room to write it. Asked for again it is the same. */
  finish(): Promise<string | null>
  discard(): Promise<void>
}

type ReportColumn = { readonly key: string; readonly title: string }

/** Prepares the workbook; it is begun with the first row. */
export function rejectedRows(folder: string, name: string, plans: readonly ImportPlan[], locale: Locale): RejectedRows {
  const { file, rejected, ...said } = {
    file: words[locale].file,
    rejected: words[locale].file.rejected,
    reason: words[locale].reason,
  }
  const columns = reportColumns(plans, locale)
  const place = new Map(columns.map(({ key }, index) => [key, index]))
  const path = join(folder, name)
  let writer: SheetWriter | null = null
  let count = 0
  let finished: Promise<string | null> | undefined

  const begin = (): SheetWriter => {
    const text = (title: string, width: number): SheetColumn => ({ title, width, kind: 'text' })
    return openXlsxWriter(path, {
      sheet: rejected,
      columns: [
        ...columns.map(({ title }) => text(title, 20)),
        text(file.reason, 80),
        text(file.line, 12),
        text(file.source, 24),
      ],
    })
  }

  const finish = async (): Promise<string | null> => {
    if (!writer) return null
    try {
      await writer.finish()
      return path
    } catch (error) {
      if (writeProblemOf(error) === null) throw error
      return null
    }
  }

  return {
    add({ row, faults }, plan) {
      if (count >= maxSheetRows) return
      count++
      writer ??= begin()
      const values: SheetValue[] = columns.map(() => null)
      const marked = new Set<number>()
      row.cells.forEach((cell, index) => {
        const at = place.get(columnKey(plan, index))
        if (at !== undefined) values[at] = selfContained(cell, plan, index)
      })
      const sentences = faults.map(({ index, reason, detail }) => {
        const at = index === null ? undefined : place.get(columnKey(plan, index))
        if (at !== undefined) marked.add(at)
        const sentence = fill(said.reason[reason], detail)
        return index === null ? sentence : `${columnName(index, plan.titles)}: ${sentence}`
      })
      writer.row([...values, sentences.join(' '), row.line, plan.name], marked)
    },
    drained: async () => writer?.drained(),
    finish: () => (finished ??= finish()),
    discard: async () => writer?.discard(),
  }
}

/** Makes the folder that reports are written to. */
export const prepareFolder = (folder: string): Promise<unknown> => mkdir(folder, { recursive: true })

/** All columns of all files: those of one field are one column, the others go by their titles. */
function reportColumns(plans: readonly ImportPlan[], locale: Locale): ReportColumn[] {
  const columns = new Map<string, string>()
  for (const plan of plans) {
    for (let index = 0; index < Math.max(plan.columns, plan.titles?.length ?? 0); index++) {
      const key = columnKey(plan, index)
      if (!columns.has(key) && !isReportTitle(plan.titles?.[index] ?? ''))
        columns.set(key, reportTitle(plan, index, locale))
    }
  }
  return [...columns].map(([key, title]) => ({ key, title }))
}

const fieldAt = (plan: ImportPlan, index: number): ImportField | undefined =>
  plan.mapping.columns.find((column) => column.index === index)?.field

function columnKey(plan: ImportPlan, index: number): string {
  const field = fieldAt(plan, index)
  return field === undefined
    ? `title:${plainText(plan.titles?.[index] ?? '') || columnLetter(index)}`
    : `field:${field}`
}

function reportTitle(plan: ImportPlan, index: number, locale: Locale): string {
  const field = fieldAt(plan, index)
  const title = plan.titles?.[index] ?? ''
  if (field === undefined) return title || columnLetter(index)
  const found = fieldOfTitle(title)
  return found?.exact === true && found.field === field ? title : words[locale].importField[field]
}

/** A cell that says by itself what its file's mapping said of it. */
function selfContained(cell: Cell, plan: ImportPlan, index: number): SheetValue {
  const { mapping, table } = plan
  const text = cellText(cell).trim()
  const bare = /^[\d.,' \u00a0x×*/]+$/i.test(text)
  switch (fieldAt(plan, index)) {
    case 'weight':
      return bare ? `${text} ${mapping.weightUnit}` : text
    case 'length':
    case 'width':
    case 'height':
    case 'dimensions':
      return bare ? `${text} ${mapping.lengthUnit}` : text
    case 'declaredValue':
      return bare && currencyIn(text) === null ? `${text} ${mapping.currency}` : text
    case 'postedOn':
    case 'shopPromisedOn':
      return readDay(cell, mapping.dateOrder, table.date1904) ?? text
    default:
      return text
  }
}
