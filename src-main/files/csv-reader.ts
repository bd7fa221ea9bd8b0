import { open } from 'node:fs/promises'
import type { TableRow } from '../domain/cell.ts'
import type { Delimiter, ReadOptions } from '../domain/import-field.ts'
import { csvLines } from './csv-lines.ts'
import { detectDelimiter, namedDelimiter } from './detect-delimiter.ts'
import { detectEncoding, readAt } from './detect-encoding.ts'
import { FileFailure, fileFailureOf } from './file-failure.ts'
import type { Table } from './table.ts'
import { pieceDecoder, type PieceDecoder } from './text-decoder.ts'

const pieceSize = 64 * 1024
const sampleSize = 256 * 1024

/** Opens a text file as a table; encoding and delimiter are found by looking where the options do not say. */
export async function openCsv(path: string, options: ReadOptions): Promise<Table> {
  const file = await open(path)
  try {
    const { size, mtimeMs } = await file.stat()
    const encoding = options.encoding ?? (await detectEncoding(file))
    const start = await readAt(file, 0, sampleSize)
    const sample = decodeStart(start, encoding)
    if (start.length === size && sample.trim() === '') throw new FileFailure('file-empty', 'nothing but white space')
    const named = namedDelimiter(sample)
    const delimiter: Delimiter = options.delimiter ?? named ?? detectDelimiter(sample, start.length === size)
    let done = 0
    return {
      format: 'text',
      size,
      sheets: [],
      sheet: null,
      encoding,
      delimiter,
      date1904: false,
      columnsWithoutResults: new Set(),
      progress: () => (size === 0 ? 1 : done / size),
      async *rows() {
        done = 0
        for await (const rows of readRows(
          path,
          delimiter,
          pieceDecoder(encoding),
          { size, mtimeMs },
          (bytes) => (done += bytes),
        )) {
          const first = rows[0]
          const batch = named && first?.line === 1 ? rows.slice(1) : rows
          if (batch.length > 0) yield batch
        }
      },
    }
  } catch (error) {
    throw fileFailureOf(error)
  } finally {
    await file.close()
  }
}

/** Decodes the start of a file, which may end in the middle of a character. */
function decodeStart(start: Buffer, encoding: NonNullable<ReadOptions['encoding']>): string {
  return pieceDecoder(encoding).write(start)
}

async function* readRows(
  path: string,
  delimiter: Delimiter,
  decoder: PieceDecoder,
  before: { readonly size: number; readonly mtimeMs: number },
  read: (bytes: number) => void,
): AsyncGenerator<readonly TableRow[], void, undefined> {
  const lines = csvLines(delimiter)
  const piece = Buffer.alloc(pieceSize)
  const file = await open(path).catch((error: unknown) => Promise.reject(fileFailureOf(error)))
  try {
    for (;;) {
      const { bytesRead } = await file.read(piece, 0, pieceSize, null)
      if (bytesRead === 0) break
      read(bytesRead)
      yield lines.push(decoder.write(piece.subarray(0, bytesRead)))
    }
    yield lines.push(decoder.end())
    yield lines.end()
    const { size, mtimeMs } = await file.stat()
    if (size !== before.size || mtimeMs !== before.mtimeMs)
      throw new FileFailure('file-locked', 'changed while being read')
  } catch (error) {
    throw fileFailureOf(error)
  } finally {
    await file.close()
  }
}
