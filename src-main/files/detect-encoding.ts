import { isAscii, isUtf8 } from 'node:buffer'
import type { FileHandle } from 'node:fs/promises'
import iconv from 'iconv-lite'
import type { TextEncoding } from '../domain/import-field.ts'

const chunkSize = 1 << 20
const sampleSize = 64 * 1024

/** Finds the encoding of a text file: its mark, zero bytes, strict UTF-8 over the whole file, else the letters that it makes. */
export async function detectEncoding(file: FileHandle): Promise<TextEncoding> {
  const start = await readAt(file, 0, 4096)
  const marked = encodingOfMark(start) ?? wideEncoding(start)
  if (marked) return marked
  const sample = await firstNotUtf8(file)
  return sample === null ? 'utf-8' : singleByteEncoding(sample)
}

/** The encoding that a byte order mark tells. */
export function encodingOfMark(start: Buffer): TextEncoding | null {
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return 'utf-8'
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  return null
}

/** UTF-16 without a mark: in a table of Latin letters every other byte is zero. */
export function wideEncoding(start: Buffer): TextEncoding | null {
  const pairs = Math.floor(start.length / 2)
  if (pairs < 2) return null
  let even = 0
  let odd = 0
  for (let i = 0; i < pairs * 2; i += 2) {
    if (start[i] === 0) even++
    if (start[i + 1] === 0) odd++
  }
  if (odd > pairs * 0.6 && even < pairs * 0.05) return 'utf-16le'
  if (even > pairs * 0.6 && odd < pairs * 0.05) return 'utf-16be'
  return null
}

const typical = {
  pt: 'áàâãéêíóôõúüçÁÀÂÃÉÊÍÓÔÕÚÜÇ',
  pl: 'ąćęłńóśźżĄĆĘŁŃÓŚŹŻ',
  /** What both alphabets and their texts have beside letters. */
  neutral: 'ºª°–—“”‘’…€§·•\u00a0',
  /** Of those, what stands around words and not inside them. */
  outside: '“”…€§•',
}

/** What each table of single bytes is used for, the likeliest first: it is taken where others explain the bytes no better. */
const singleByteTables = [
  ['windows-1252', typical.pt],
  ['windows-1250', typical.pl],
  ['iso-8859-2', typical.pl],
  ['cp850', typical.pt],
] as const

/**
 * Tells Windows-1252, CP850, ISO-8859-2 and Windows-1250 apart by what their bytes become: letters of Portuguese or of Polish,
 * not a mixture of both, inside words and in their case, and no signs in the middle of words.
 */
export function singleByteEncoding(bytes: Buffer): TextEncoding {
  let best: TextEncoding = 'windows-1252'
  let bestScore = Number.NEGATIVE_INFINITY
  for (const [encoding, letters] of singleByteTables) {
    const score = letterScore(iconv.decode(bytes, encoding), letters)
    if (score > bestScore) {
      best = encoding
      bestScore = score
    }
  }
  return best
}

function letterScore(text: string, letters: string): number {
  let score = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x80) continue
    const character = text[i] ?? ''
    const before = text[i - 1] ?? ' '
    const after = text[i + 1] ?? ' '
    if (letters.includes(character)) score += fitsWord(before, character, after) ? 2 : -2
    else if (typical.neutral.includes(character)) {
      score += typical.outside.includes(character) && isLetter(before) && isLetter(after) ? -2 : 2
    } else if (code < 0xa0 || code === 0xfffd) score -= 5
    else score -= 2
  }
  return score
}

/** A letter alone, or a capital inside a word of small letters, is more likely a sign read with the wrong table. */
function fitsWord(before: string, letter: string, after: string): boolean {
  if (!isLetter(before) && !isLetter(after)) return false
  return isSmall(letter) || !(isSmall(before) || (isLetter(before) && isSmall(after)))
}

const isLetter = (character: string): boolean => character.toLowerCase() !== character.toUpperCase()
const isSmall = (character: string): boolean => isLetter(character) && character === character.toLowerCase()

/** Goes through the file; null when all of it is UTF-8, otherwise bytes of lines around those that are not. */
async function firstNotUtf8(file: FileHandle): Promise<Buffer | null> {
  const chunk = Buffer.alloc(chunkSize)
  let position = 0
  let kept = 0
  for (;;) {
    const { bytesRead } = await file.read(chunk, kept, chunkSize - kept, position)
    const bytes = chunk.subarray(0, kept + bytesRead)
    const atEnd = bytesRead === 0
    if (bytes.length === 0) return null
    const whole = atEnd ? bytes.length : bytes.length - brokenTail(bytes)
    const part = bytes.subarray(0, whole)
    if (!isAscii(part) && !isUtf8(part)) return linesWithHighBytes(part)
    if (atEnd) return null
    bytes.copy(chunk, 0, whole)
    kept = bytes.length - whole
    position += bytesRead
  }
}

/** Bytes at the end that begin a character of UTF-8 and do not finish it. */
function brokenTail(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) {
      const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return needs > back ? back : 0
    }
  }
  return 0
}

function linesWithHighBytes(bytes: Buffer): Buffer {
  const picked: Buffer[] = []
  let length = 0
  let at = bytes.findIndex((byte) => byte >= 0x80)
  while (at >= 0 && at < bytes.length && length < sampleSize) {
    const from = bytes.lastIndexOf(0x0a, at) + 1
    const end = bytes.indexOf(0x0a, at)
    const to = Math.min(end < 0 ? bytes.length : end + 1, from + sampleSize)
    picked.push(bytes.subarray(from, to))
    length += to - from
    at = to
    while (at < bytes.length && (bytes[at] ?? 0) < 0x80) at++
  }
  return Buffer.concat(picked)
}

/** Up to `length` bytes from a place in a file. */
export async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, position)
  return buffer.subarray(0, bytesRead)
}
