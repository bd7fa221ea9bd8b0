import type { Cell, TableRow } from '../domain/cell.ts'
import { excelDateText } from '../domain/excel-date.ts'
import { FileFailure } from './file-failure.ts'
import { maxCellCharacters, maxColumns } from './table.ts'
import { unescapeControls } from './workbook-parts.ts'
import type { XmlListener } from './xml-events.ts'

/** What the cells of a sheet refer to. */
export type SheetContext = {
  readonly strings: readonly string[]
  /** By style: shows a date. */
  readonly dates: readonly boolean[]
  readonly date1904: boolean
  /** Filled while reading. */
  readonly columnsWithoutResults: Set<number>
}

/** Listens to the XML of a sheet and makes rows of it; `take` answers those finished since it was last called. */
export function sheetRows(context: SheetContext): XmlListener & { take(): TableRow[] } {
  let rows: TableRow[] = []
  let line = 0
  let cells: Cell[] = []
  let filled = false
  let column = -1
  let type = 'n'
  let style = 0
  let formula = false
  let value: string | null = null
  let listening = false
  let phonetic = false

  const finishCell = (): void => {
    if (formula && (value === null || (value === '' && type !== 'str'))) {
      context.columnsWithoutResults.add(column)
      return
    }
    const cell = value === null ? '' : cellOf(value, type, style, context, line)
    if (cell === '') return
    if (column >= maxColumns) {
      throw new FileFailure('file-too-many-columns', `column ${column + 1} in row ${line}`, {
        columns: column + 1,
        limit: maxColumns,
      })
    }
    while (cells.length < column) cells.push('')
    cells[column] = cell
    filled ||= typeof cell === 'number' || cell.trim() !== ''
  }

  return {
    open(name, attributes) {
      if (name === 'row') {
        const number = Number(attributes['r'])
        line = number > line ? number : line + 1
        cells = []
        filled = false
        column = -1
      } else if (name === 'c') {
        const reference = attributes['r']
        column = reference === undefined ? column + 1 : columnOf(reference)
        type = attributes['t'] ?? 'n'
        style = Number(attributes['s'] ?? 0)
        formula = false
        value = null
      } else if (name === 'f') formula = true
      else if (name === 'rPh') phonetic = true
      else if (name === 'v' || (name === 't' && !phonetic)) {
        value ??= ''
        listening = true
      }
    },
    text(piece) {
      if (!listening) return
      value = (value ?? '') + piece
      if (value.length > maxCellCharacters) {
        throw tooLarge(line)
      }
    },
    close(name) {
      if (name === 'v' || name === 't') listening = false
      else if (name === 'rPh') phonetic = false
      else if (name === 'c') finishCell()
      else if (name === 'row' && filled) rows.push({ line, cells })
    },
    take() {
      const taken = rows
      rows = []
      return taken
    },
  }
}

function cellOf(value: string, type: string, style: number, context: SheetContext, line: number): Cell {
  switch (type) {
    case 's':
      return checkedLength(context.strings[Number(value)] ?? '', line)
    case 'str':
    case 'inlineStr':
      return unescapeControls(value)
    case 'b':
      return value === '1' || value === 'true' ? 'true' : 'false'
    case 'd':
    case 'e':
      return value
    default: {
      if (value.trim() === '') return ''
      const number = Number(value)
      if (!Number.isFinite(number)) return value
      return context.dates[style] === true ? (excelDateText(number, context.date1904) ?? number) : number
    }
  }
}

function checkedLength(text: string, line: number): string {
  if (text.length <= maxCellCharacters) return text
  throw tooLarge(line)
}

const tooLarge = (line: number): FileFailure =>
  new FileFailure('file-cell-too-large', `a cell of row ${line} exceeds ${maxCellCharacters} characters`, {
    line,
    limit: maxCellCharacters / 1000,
  })

/** `BC12` is column 54 (from 0). */
function columnOf(reference: string): number {
  let column = 0
  for (let i = 0; i < reference.length; i++) {
    const letter = (reference.charCodeAt(i) | 32) - 96
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column - 1
}
