import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import ExcelJS from 'exceljs'
import { pendingFile } from './pending-file.ts'
import type { SheetColumn, SheetKind, SheetValue, SheetWriter } from './sheet-writer.ts'

/** What a workbook is written with. */
export type XlsxOptions = { readonly sheet: string; readonly columns: readonly SheetColumn[] }

const formats: Readonly<Record<SheetKind, string>> = {
  text: '@',
  number: '0',
  day: 'dd/mm/yyyy',
  instant: 'dd/mm/yyyy hh:mm',
  money: '#,##0.00',
}

const header: Partial<ExcelJS.Style> = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE2E8F0' } },
}
const fault: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFECACA' } }

/** The same object for every cell of a kind: exceljs then knows its style without comparing. */
const styles = (more: Partial<ExcelJS.Style>): Readonly<Record<SheetKind, Partial<ExcelJS.Style>>> => ({
  text: { ...more, numFmt: formats.text },
  number: { ...more, numFmt: formats.number },
  day: { ...more, numFmt: formats.day },
  instant: { ...more, numFmt: formats.instant },
  money: { ...more, numFmt: formats.money },
})
const plainStyles = styles({})
const markedStyles = styles({ fill: fault })
const dayMs = 86_400_000

/**
 * Writes a workbook of one sheet with exceljs' streaming writer: header frozen, auto filter, cells typed.
 *
 * Texts have the format of text, so that one which begins with `=` stays text even when a person edits the cell, and shared
 * strings are off because all of them would be kept in memory.
 */
export function openXlsxWriter(target: string, { sheet, columns }: XlsxOptions): SheetWriter {
  const file = pendingFile(target)
  const stream = createWriteStream(file.path)
  const ended = finished(stream)
  let failure: unknown
  ended.catch((error: unknown) => (failure = error))
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream,
    useSharedStrings: false,
    useStyles: true,
    zip: { zlib: { level: 1 } },
  })
  const worksheet = workbook.addWorksheet(sheetName(sheet), { views: [{ state: 'frozen', ySplit: 1 }] })
  worksheet.columns = columns.map(({ title, width, kind }) => ({
    header: title,
    width,
    style: { numFmt: formats[kind] },
  }))
  worksheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: Math.max(1, columns.length) } }
  const titles = worksheet.getRow(1)
  columns.forEach((_, i) => Object.assign(titles.getCell(i + 1), { style: { ...header, numFmt: '@' } }))
  titles.commit()
  let last = 1

  return {
    row(values, marked) {
      const row = worksheet.getRow(++last)
      for (let i = 0; i < columns.length; i++) {
        const kind = columns[i]?.kind ?? 'text'
        const value = typed(values[i] ?? null, kind)
        const isMarked = marked?.has(i) === true
        if (value === null && !isMarked) continue
        const cell = row.getCell(i + 1)
        cell.value = value
        cell.style = (isMarked ? markedStyles : plainStyles)[kind]
      }
      row.commit()
    },
    async drained() {
      await setImmediate()
      if (failure !== undefined) throw failure
      if (stream.writableNeedDrain) await Promise.race([once(stream, 'drain'), ended])
    },
    async finish() {
      try {
        await Promise.race([workbook.commit(), ended])
        await ended
      } catch (error) {
        await file.discard()
        throw error
      }
      await file.place()
    },
    async discard() {
      stream.destroy()
      await ended.catch(() => undefined)
      await file.discard()
    },
  }
}

function typed(value: SheetValue, kind: SheetKind): ExcelJS.CellValue {
  if (value === null || value === '') return null
  if (typeof value === 'number') return value
  if (kind !== 'day' && kind !== 'instant') return cellSafe(value)
  const at = Date.parse(value.length === 10 ? `${value}T00:00:00Z` : `${value}Z`)
  return Number.isNaN(at) ? cellSafe(value) : serial(at)
}

/** The serial number of a day: as a number it is the same in every zone, which a `Date` is not. */
const serial = (at: number): number => (at - Date.UTC(1899, 11, 30)) / dayMs

const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/
const unwritables = new RegExp(unwritable, 'g')

/**
 * Text as a workbook may hold it: without the characters that XML can't, which would make all of it unreadable, and with the
 * underscore escaped of what would be taken for such a character's code.
 */
function cellSafe(text: string): string {
  const clean = unwritable.test(text) ? text.replaceAll(unwritables, '') : text
  const short = clean.length > 32_767 ? clean.slice(0, 32_767) : clean
  return short.includes('_x') ? short.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : short
}

/** Sheet names have at most 31 characters and none of `[]:*?/\`. */
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31) || '1'
