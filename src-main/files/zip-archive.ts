import type { Readable } from 'node:stream'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { FileFailure, fileFailureOf } from './file-failure.ts'

const megabyte = 1 << 20

/** What a workbook may unpack to: more than a full sheet of a million rows needs. */
export const zipLimits = {
  unpackedBytes: 2048 * megabyte,
  /** Sheets pack well, but not like this; looked at from `ratioFrom` bytes on. */
  ratio: 250,
  ratioFrom: 64 * megabyte,
  entries: 10_000,
  /** All of them are held in memory while a sheet is read. */
  sharedStringsBytes: 400 * megabyte,
}

/** A zip file whose table of contents was read and found sane; entries are opened in whatever order they are wanted. */
export type ZipArchive = {
  readonly names: readonly string[]
  has(name: string): boolean
  unpackedSize(name: string): number
  stream(name: string): Promise<Readable>
  text(name: string): Promise<string>
  close(): void
}

/**
 * Opens a zip file by its central directory. Sizes are judged before anything is unpacked; yauzl breaks off an entry that
 * yields more than the directory says.
 */
export async function openZip(path: string): Promise<ZipArchive> {
  const zip = await opened(path)
  const entries = new Map<string, Entry>()
  try {
    let unpacked = 0
    let packed = 0
    for await (const entry of zip.eachEntry()) {
      entries.set(entry.fileName, entry)
      unpacked += entry.uncompressedSize
      packed += entry.compressedSize
      if (isBomb(unpacked, packed) || entries.size > zipLimits.entries)
        throw zipBomb(`${unpacked} bytes from ${packed}`)
      if (entry.isEncrypted()) throw new FileFailure('file-password', 'encrypted entry of a zip file')
    }
  } catch (error) {
    zip.close()
    throw readFailureOf(error)
  }

  const stream = async (name: string): Promise<Readable> => {
    const entry = entries.get(name)
    if (!entry) throw new FileFailure('file-damaged', `no part ${name}`)
    try {
      return await zip.openReadStreamPromise(entry)
    } catch (error) {
      throw readFailureOf(error)
    }
  }

  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    unpackedSize: (name) => entries.get(name)?.uncompressedSize ?? 0,
    stream,
    async text(name) {
      const parts: Buffer[] = []
      try {
        for await (const part of await stream(name)) parts.push(part as Buffer)
      } catch (error) {
        throw readFailureOf(error)
      }
      return Buffer.concat(parts).toString('utf8')
    },
    close: () => zip.close(),
  }
}

async function opened(path: string): Promise<ZipFile> {
  try {
    return await yauzl.openPromise(path, { lazyEntries: true, autoClose: false })
  } catch (error) {
    throw readFailureOf(error)
  }
}

const isBomb = (unpacked: number, packed: number): boolean =>
  unpacked > zipLimits.unpackedBytes || (unpacked > zipLimits.ratioFrom && unpacked > packed * zipLimits.ratio)

/** The failure of a file that would unpack to more than it should. */
export const zipBomb = (message: string): FileFailure =>
  new FileFailure('file-zip-bomb', message, { limit: zipLimits.unpackedBytes / megabyte })

/** What an error while unpacking means: the file system's, a lie about sizes, or damage. */
export function readFailureOf(error: unknown): unknown {
  const failure = fileFailureOf(error)
  if (failure instanceof FileFailure || !(failure instanceof Error)) return failure
  if (/too many bytes/i.test(failure.message)) return zipBomb(failure.message)
  return new FileFailure('file-damaged', failure.message)
}
