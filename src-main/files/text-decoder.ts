import iconv from 'iconv-lite'
import type { TextEncoding } from '../domain/import-field.ts'
import { FileFailure } from './file-failure.ts'

/** Decodes a file piece by piece. */
export type PieceDecoder = { write(bytes: Buffer): string; end(): string }

/**
 * A decoder that leaves the byte order mark out. UTF-8 is strict; the single-byte tables come from iconv-lite because Node's
 * own `windows-1252` takes 0x80 to 0x9f for control characters before Node 24.
 */
export function pieceDecoder(encoding: TextEncoding): PieceDecoder {
  if (encoding === 'utf-8') {
    const decoder = new TextDecoder('utf-8', { fatal: true })
    const decode = (run: () => string): string => {
      try {
        return run()
      } catch {
        throw new FileFailure('file-encoding', 'bytes that are not UTF-8', { encoding })
      }
    }
    return {
      write: (bytes) => decode(() => decoder.decode(bytes, { stream: true })),
      end: () => decode(() => decoder.decode()),
    }
  }
  const decoder = iconv.getDecoder(encoding, { stripBOM: true })
  return { write: (bytes) => decoder.write(bytes), end: () => decoder.end() ?? '' }
}
