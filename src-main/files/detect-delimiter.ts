import { delimiters, type Delimiter } from '../domain/import-field.ts'
import { csvLines } from './csv-lines.ts'

const linesLookedAt = 50

/** The delimiter that a first line like `sep=;`, meant for Excel, names. */
export function namedDelimiter(sample: string): Delimiter | null {
  const named = /^sep=(.)\r?\n/i.exec(sample)?.[1]
  return delimiters.find((delimiter) => delimiter === named) ?? null
}

/**
 * Finds the delimiter by trying each on the first lines: the one that splits most of them into the same number of cells wins,
 * more cells before fewer. The first row counts most: a decimal comma splits all rows but not the titles. Quoted line breaks are respected. A file of one column has none; `;` then does no harm.
 */
export function detectDelimiter(sample: string, whole: boolean): Delimiter {
  let best: Delimiter = ';'
  let bestScore = 0
  for (const delimiter of delimiters) {
    const score = evenness(sample, delimiter, whole)
    if (score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  return best
}

function evenness(sample: string, delimiter: Delimiter, whole: boolean): number {
  const widths = new Map<number, number>()
  let rows = 0
  let first = 0
  try {
    const reader = csvLines(delimiter)
    const read = reader.push(sample)
    for (const row of whole ? [...read, ...reader.end()] : read) {
      if (rows === linesLookedAt) break
      rows++
      first ||= row.cells.length
      if (!row.malformed) widths.set(row.cells.length, (widths.get(row.cells.length) ?? 0) + 1)
    }
  } catch {
    return 0
  }
  let score = 0
  for (const [width, count] of widths) {
    if (width < 2) continue
    const share = count / rows
    const likeFirst = width === first ? 1 : 0.25
    score = Math.max(score, share * share * (1 + Math.log2(width)) * likeFirst)
  }
  return score
}
