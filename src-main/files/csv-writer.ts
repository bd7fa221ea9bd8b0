import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { pendingFile } from './pending-file.ts'
import type { SheetColumn, SheetValue, SheetWriter } from './sheet-writer.ts'

/** How numbers and days look in the language of whoever opens the file. */
export type CsvForm = { readonly decimalComma: boolean; readonly dayFirst: '/' | '.' | null }

/**
 * Writes a CSV as Excel opens it by a double click in Portuguese and Polish: UTF-8 with its mark, semicolons, `\r\n`.
 *
 * Text that would be a formula gets an apostrophe in front, which the import takes away again.
 */
export function openCsvWriter(target: string, columns: readonly SheetColumn[], form: CsvForm): SheetWriter {
  const file = pendingFile(target)
  const stream = createWriteStream(file.path)
  const ended = finished(stream)
  ended.catch(() => undefined)
  let text = `\ufeff${columns.map(({ title }) => quoted(title)).join(';')}\r\n`

  const drained = async (): Promise<void> => {
    const full = text !== '' && !stream.write(text)
    text = ''
    if (full) await Promise.race([once(stream, 'drain'), ended])
  }
  return {
    row(values) {
      text += `${values.map((value, i) => cell(value, columns[i], form)).join(';')}\r\n`
    },
    drained,
    async finish() {
      try {
        stream.end(text)
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

function cell(value: SheetValue, column: SheetColumn | undefined, form: CsvForm): string {
  if (value === null) return ''
  if (typeof value === 'number') {
    const digits = column?.kind === 'money' ? value.toFixed(2) : String(value)
    return form.decimalComma ? digits.replace('.', ',') : digits
  }
  if (column?.kind === 'day' || column?.kind === 'instant') {
    const time = value.slice(11)
    const day =
      form.dayFirst === null ? value.slice(0, 10) : value.slice(0, 10).split('-').reverse().join(form.dayFirst)
    return time === '' ? day : `${day} ${time}`
  }
  return quoted(harmless(value))
}

/** Text that no spreadsheet program takes for a formula. */
export function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

const quoted = (text: string): string => (/[";\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
