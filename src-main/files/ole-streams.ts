import type { FileHandle } from 'node:fs/promises'
import { readAt } from './detect-encoding.ts'

/** The first bytes of an OLE compound file: `.xls` and `.doc` of 1997, and workbooks encrypted with a password. */
export const oleMark = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])

const entrySize = 128
const endOfChain = 0xfffffffe
const headerFatSectors = 109
const mostDirectorySectors = 256

/** Names of the streams in an OLE compound file ([MS-CFB] 2.2 to 2.6), which tell what the file is. */
export async function oleStreamNames(file: FileHandle): Promise<string[]> {
  const header = await readAt(file, 0, 512)
  if (header.length < 512) return []
  const shift = header.readUInt16LE(30)
  if (shift !== 9 && shift !== 12) return []
  const size = 1 << shift
  const sector = (number: number): Promise<Buffer> => readAt(file, (number + 1) * size, size)

  /** The sector after this one, looked up in the allocation table. */
  const next = async (number: number): Promise<number> => {
    const perSector = size / 4
    const part = Math.floor(number / perSector)
    if (part >= headerFatSectors) return endOfChain
    const table = await sector(header.readUInt32LE(76 + part * 4))
    const place = (number % perSector) * 4
    return place + 4 <= table.length ? table.readUInt32LE(place) : endOfChain
  }

  const names: string[] = []
  let at = header.readUInt32LE(48)
  for (let count = 0; at < 0xfffffffa && count < mostDirectorySectors; count++) {
    const entries = await sector(at)
    for (let from = 0; from + entrySize <= entries.length; from += entrySize) {
      const length = entries.readUInt16LE(from + 64)
      if (length >= 2 && length <= 64) names.push(entries.toString('utf16le', from, from + length - 2))
    }
    at = await next(at)
  }
  return names
}
