import { open, stat, type FileHandle } from 'node:fs/promises'
import type { FileProblem, ReadOptions } from '../domain/import-field.ts'
import type { Problem } from '../domain/problem.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import { openCsv } from './csv-reader.ts'
import { encodingOfMark, readAt, wideEncoding } from './detect-encoding.ts'
import { FileFailure, fileFailureOf } from './file-failure.ts'
import { oleMark, oleStreamNames } from './ole-streams.ts'
import type { Table } from './table.ts'
import { openXlsx } from './xlsx-reader.ts'
import { openZip } from './zip-archive.ts'

/** Opens a file as a table by what is in it; its name says nothing for certain. */
export async function openTable(path: string, options: ReadOptions): Promise<Result<Table, Problem<FileProblem>>> {
  try {
    return ok((await contentOf(path)) === 'workbook' ? await openXlsx(path, options) : await openCsv(path, options))
  } catch (error) {
    const failure = fileFailureOf(error)
    if (failure instanceof FileFailure) return fail(failure.problem)
    throw failure
  }
}

async function contentOf(path: string): Promise<'workbook' | 'text'> {
  await requireFile(path)
  const file = await open(path)
  try {
    const start = await readAt(file, 0, 4096)
    if (start.length === 0) throw new FileFailure('file-empty', 'no bytes')
    if (start.subarray(0, 8).equals(oleMark)) throw await oleFailure(file)
    if (isBiff(start)) throw new FileFailure('file-xls-1997', 'BIFF without a compound file')
    const type = typeByMark(start) ?? typeByText(start)
    if (type === 'ZIP') {
      await requireWorkbook(path)
      return 'workbook'
    }
    if (type !== null) throw wrongType(type)
    return 'text'
  } finally {
    await file.close()
  }
}

/** A pipe would keep whoever opens it waiting for somebody to write, so it is told before it is opened. */
async function requireFile(path: string): Promise<void> {
  const found = await stat(path)
  if (found.isDirectory()) throw new FileFailure('file-folder', 'a folder')
  if (!found.isFile()) throw new FileFailure('file-device', 'a pipe or a device')
}

const wrongType = (type: string): FileFailure => new FileFailure('file-type', `content is ${type}`, { type })

async function oleFailure(file: FileHandle): Promise<FileFailure> {
  const names = await oleStreamNames(file)
  if (names.includes('EncryptedPackage')) return new FileFailure('file-password', 'encrypted package')
  if (names.includes('Workbook') || names.includes('Book'))
    return new FileFailure('file-xls-1997', 'compound file with a workbook')
  return names.length === 0
    ? new FileFailure('file-damaged', 'compound file without a directory')
    : wrongType(names.includes('WordDocument') ? 'DOC' : 'OLE')
}

/** Sheets of Excel 2 to 4 stand alone: a beginning-of-file record, its length 4 to 8, its kind. */
const isBiff = (start: Buffer): boolean =>
  start[0] === 0x09 &&
  [0x00, 0x02, 0x04, 0x08].includes(start[1] ?? -1) &&
  (start[2] ?? 0) >= 4 &&
  (start[2] ?? 0) <= 16 &&
  start[3] === 0

const marks: readonly (readonly [type: string, mark: string])[] = [
  ['ZIP', 'PK\x03\x04'],
  ['ZIP', 'PK\x05\x06'],
  ['PDF', '%PDF'],
  ['PNG', '\x89PNG'],
  ['JPEG', '\xff\xd8\xff'],
  ['GIF', 'GIF8'],
  ['GZIP', '\x1f\x8b'],
  ['RAR', 'Rar!'],
  ['7Z', '7z\xbc\xaf'],
  ['EXE', 'MZ\x90'],
  ['RTF', '{\\rtf'],
  ['SQLITE', 'SQLite format 3'],
]

function typeByMark(start: Buffer): string | null {
  const head = start.toString('latin1', 0, 16)
  return marks.find(([, mark]) => head.startsWith(mark))?.[0] ?? null
}

/** Text that is no table: pages saved as `.xls`, XML, JSON; and bytes that are no text. */
function typeByText(start: Buffer): string | null {
  const wide = encodingOfMark(start) ?? wideEncoding(start)
  if (wide !== 'utf-16le' && wide !== 'utf-16be' && start.includes(0)) return 'BIN'
  const text = (wide === 'utf-16le' ? start.toString('utf16le') : start.toString('latin1'))
    .replace(/^(\ufeff|ï»¿)/, '')
    .trimStart()
  if (/^<(!doctype html|html|head|meta|table|body|div|style|script)\b/i.test(text)) return 'HTML'
  if (/^<\?xml\b/i.test(text)) return /<(html|table)\b/i.test(text) ? 'HTML' : 'XML'
  if (/^(\{\s*"|\[\s*[{[])/.test(text)) return 'JSON'
  return null
}

const otherPackages: readonly (readonly [part: RegExp, type: string])[] = [
  [/^xl\/workbook\.bin$/, 'XLSB'],
  [/^word\//, 'DOCX'],
  [/^ppt\//, 'PPTX'],
  [/^Index\/.*\.iwa$/, 'NUMBERS'],
]

/** Tells a workbook from whatever else comes in a zip file. */
async function requireWorkbook(path: string): Promise<void> {
  const zip = await openZip(path)
  try {
    const other = otherPackages.find(([part]) => zip.names.some((name) => part.test(name)))
    if (other) throw wrongType(other[1])
    if (zip.has('[Content_Types].xml') && zip.names.some((name) => /(^|\/)workbook\.xml$/i.test(name))) return
    if (!zip.has('mimetype')) throw wrongType('ZIP')
    const kind = await zip.text('mimetype')
    throw wrongType(kind.includes('spreadsheet') ? 'ODS' : 'ZIP')
  } finally {
    zip.close()
  }
}
