import type { Cell } from './cell.ts'
import type { Day } from './day.ts'
import { excelDateText } from './excel-date.ts'

export type DateOrder = 'day-first' | 'month-first'

/** Serial numbers of 1982 to 2119: other numbers in a column of dates are no dates. */
const firstSerial = 30_000
const lastSerial = 80_000

const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:.*)?$/
const parted = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:[ ,T]+\d{1,2}[:h].*)?$/

/**
 * The day that a cell says: ISO, `31/12/2026`, `31.12.2026`, `12/31/26`, an Excel serial, each with or without a time. `order`
 * settles what the numbers leave open; with points between them the day is always first. Null for what is no day that exists.
 */
export function readDay(cell: Cell, order: DateOrder, date1904 = false): Day | null {
  if (typeof cell === 'number') return daySerial(cell, date1904)
  const text = cell.trim()
  const years = iso.exec(text)
  if (years) return dayOfParts(years[1] ?? '', years[2] ?? '', years[3] ?? '')
  const parts = parted.exec(text)
  if (parts) {
    const [, first = '', separator, second = '', year = ''] = parts
    const century = year.length === 2 ? `20${year}` : year
    const monthFirst = separator !== '.' && Number(first) <= 12 && (Number(second) > 12 || order === 'month-first')
    return monthFirst ? dayOfParts(century, first, second) : dayOfParts(century, second, first)
  }
  return /^\d{5}([.,]\d+)?$/.test(text) ? daySerial(Number(text.replace(',', '.')), date1904) : null
}

/** The order that dates prove by a number above 12; day first where none does. */
export function dateOrderOf(texts: Iterable<string>): DateOrder {
  let dayFirst = 0
  let monthFirst = 0
  for (const text of texts) {
    const parts = parted.exec(text.trim())
    if (!parts || parts[2] === '.') continue
    if (Number(parts[1]) > 12) dayFirst++
    else if (Number(parts[3]) > 12) monthFirst++
  }
  return monthFirst > dayFirst ? 'month-first' : 'day-first'
}

function daySerial(serial: number, date1904: boolean): Day | null {
  if (serial < firstSerial - (date1904 ? 1462 : 0) || serial > lastSerial) return null
  return excelDateText(Math.floor(serial), date1904)
}

const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Reckoned without a `Date`, which would take longer than all else about a row. */
function dayOfParts(yearText: string, monthText: string, dayText: string): Day | null {
  const [year, month, day] = [Number(yearText), Number(monthText), Number(dayText)]
  if (year < 1990 || year > 2199 || day < 1 || day > (monthDays[month - 1] ?? 0)) return null
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  if (month === 2 && day === 29 && !leap) return null
  return `${yearText}-${monthText.padStart(2, '0')}-${dayText.padStart(2, '0')}`
}
