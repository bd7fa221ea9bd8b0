import { cellText, type Cell } from './cell.ts'
import { fieldOfContent, looksLikeCode } from './column-content.ts'
import { fieldOfTitle, isReportTitle, unitInTitle, type FoundTitle } from './column-titles.ts'
import { dateOrderOf } from './date-text.ts'
import type { RecogniseCode } from './import-code.ts'
import type { ImportField, ImportMapping } from './import-field.ts'
import { currencyIn } from './money-text.ts'
import { plainText } from './plain-text.ts'

export type ColumnGuess = {
  readonly field: ImportField | null
  readonly certainty: 'certain' | 'likely' | 'none'
  readonly by: 'title' | 'content' | 'preset' | 'none'
}

/** What a file's first rows say about its columns. */
export type MappingProposal = {
  readonly header: boolean
  /** Titles as they stand, one a column; null without a header. */
  readonly titles: readonly string[] | null
  readonly guesses: readonly ColumnGuess[]
  readonly mapping: ImportMapping
  /** The code column is certain and nothing contradicts: the mapping may be used without a person looking at it. */
  readonly certain: boolean
}

const nothing: ColumnGuess = { field: null, certainty: 'none', by: 'none' }

/** Proposes a mapping from the first rows. `header` is the person's word on whether the first row has titles. */
export function proposeMapping(
  rows: readonly (readonly Cell[])[],
  recognise: RecogniseCode,
  header: boolean = hasHeader(rows, recognise),
): MappingProposal {
  const texts = rows.map((row) => row.map(cellText))
  const titles = header ? (texts[0] ?? []).map((title) => title.trim()) : null
  const body = header ? texts.slice(1) : texts
  const width = Math.max(0, ...texts.map((row) => row.length))
  const columns = Array.from({ length: width }, (_, index) => body.map((row) => row[index] ?? ''))
  const found = columns.map((_, index) => fieldOfTitle(titles?.[index] ?? ''))
  const guesses = settle(
    columns.map((cells, index) =>
      isReportTitle(titles?.[index] ?? '') ? nothing : guessOf(found[index] ?? null, cells, recognise),
    ),
  )
  const mapping = mappingOf(guesses, columns, titles, languageOf(found))
  const certain =
    guesses.some(({ field, certainty }) => field === 'code' && certainty === 'certain') &&
    !contradicts(guesses, columns, recognise)
  return { header, titles, guesses, mapping, certain }
}

/**
 * Whether the first row has titles: it has words that the dictionary knows, or no code where the rows below have one, or
 * nothing but words where rows below have numbers.
 */
export function hasHeader(rows: readonly (readonly Cell[])[], recognise: RecogniseCode): boolean {
  const first = (rows[0] ?? []).map(cellText)
  const below = rows.slice(1, 50)
  if (first.some((cell) => looksLikeCode(cell, recognise) === 'code')) return false
  const known = first.filter((cell) => fieldOfTitle(cell)?.exact === true).length
  if (known >= 2 || (known === 1 && first.filter((cell) => cell.trim() !== '').length <= 2)) return true
  if (first.some((cell) => /\d{4,}/.test(cell) || fieldOfContent([cell], recognise) !== null)) return false
  if (below.length === 0) return known > 0
  return first.some((cell, index) => {
    const cells = below.map((row) => cellText(row[index]))
    return cell.trim() !== '' && fieldOfContent(cells, recognise) !== null
  })
}

function guessOf(title: FoundTitle | null, cells: readonly string[], recognise: RecogniseCode): ColumnGuess {
  const content = fieldOfContent(cells, recognise)
  if (title?.exact) return { field: title.field, certainty: 'certain', by: 'title' }
  if (content?.sure) return { field: content.field, certainty: 'certain', by: 'content' }
  if (title)
    return { field: title.field, certainty: content?.field === title.field ? 'certain' : 'likely', by: 'title' }
  if (content) return { field: content.field, certainty: 'likely', by: 'content' }
  return nothing
}

const ranks = { certain: 2, likely: 1, none: 0 } as const

/** One column a field: the surer one keeps it, of two equally sure the one told by its title, then the first. */
function settle(guesses: readonly ColumnGuess[]): ColumnGuess[] {
  const keeper = new Map<ImportField, number>()
  const weight = (guess: ColumnGuess): number => ranks[guess.certainty] * 2 + (guess.by === 'title' ? 1 : 0)
  guesses.forEach((guess, index) => {
    if (guess.field === null) return
    const kept = guesses[keeper.get(guess.field) ?? -1]
    if (!kept || weight(guess) > weight(kept)) keeper.set(guess.field, index)
  })
  return guesses.map((guess, index) => (guess.field !== null && keeper.get(guess.field) === index ? guess : nothing))
}

/** A code column without anything like a code in it, or a second column of codes. */
function contradicts(
  guesses: readonly ColumnGuess[],
  columns: readonly (readonly string[])[],
  recognise: RecogniseCode,
): boolean {
  const codeAt = guesses.findIndex(({ field }) => field === 'code')
  const filled = (columns[codeAt] ?? []).filter((cell) => cell.trim() !== '')
  const wordy =
    filled.length > 0 && filled.every((cell) => looksLikeCode(cell, recognise) === 'no' && !/\d{5,}/.test(cell))
  const secondCodes = columns.some(
    (cells, index) =>
      index !== codeAt &&
      guesses[index]?.field == null &&
      fieldOfContent(cells, recognise)?.sure === true &&
      fieldOfContent(cells, recognise)?.field === 'code',
  )
  return wordy || secondCodes
}

function languageOf(found: readonly (FoundTitle | null)[]): 'pt' | 'pl' | 'en' {
  const count = (language: string): number => found.filter((title) => title?.language === language).length
  return count('pl') > count('pt') ? 'pl' : count('en') > count('pt') ? 'en' : 'pt'
}

function mappingOf(
  guesses: readonly ColumnGuess[],
  columns: readonly (readonly string[])[],
  titles: readonly string[] | null,
  language: 'pt' | 'pl' | 'en',
): ImportMapping {
  const cellsOf = (...fields: ImportField[]): string[] =>
    guesses
      .flatMap(({ field }, index) => (field !== null && fields.includes(field) ? (columns[index] ?? []) : []))
      .filter((cell) => cell.trim() !== '')
  const unitOf = (...fields: ImportField[]): string | null => {
    const index = guesses.findIndex(({ field }) => field !== null && fields.includes(field))
    return unitInTitle(titles?.[index] ?? '')
  }
  const valueTitle = titles?.[guesses.findIndex(({ field }) => field === 'declaredValue')] ?? ''
  const currency =
    currencyIn(valueTitle) ??
    cellsOf('declaredValue')
      .map(currencyIn)
      .find((found) => found !== null) ??
    (language === 'pl' ? 'PLN' : 'BRL')
  const weightUnit = unitOf('weight')
  const lengthUnit = unitOf('length', 'width', 'height', 'dimensions')
  return {
    columns: guesses.flatMap(({ field }, index) => (field === null ? [] : [{ index, field }])),
    weightUnit: weightUnit === 'kg' || weightUnit === 'g' ? weightUnit : likelyWeightUnit(cellsOf('weight')),
    lengthUnit:
      lengthUnit === 'mm' || lengthUnit === 'cm'
        ? lengthUnit
        : likelyLengthUnit(cellsOf('length', 'width', 'height', 'dimensions')),
    dateOrder: dateOrderOf([...cellsOf('postedOn'), ...cellsOf('shopPromisedOn')]),
    currency,
  }
}

/** Fractions are of kilograms; whole numbers too while all are small, for no shop sends parcels of thirty grams only. */
function likelyWeightUnit(cells: readonly string[]): 'g' | 'kg' {
  if (cells.some((cell) => /[.,]\d{1,2}(?!\d)|^0[.,]\d+/.test(cell))) return 'kg'
  return cells.length > 0 && cells.every((cell) => Number.parseFloat(cell) <= 30) ? 'kg' : 'g'
}

function likelyLengthUnit(cells: readonly string[]): 'mm' | 'cm' {
  const numbers = cells
    .flatMap((cell) => cell.match(/\d+/g) ?? [])
    .map(Number)
    .sort((a, b) => a - b)
  return (numbers[Math.floor(numbers.length / 2)] ?? 0) > 105 ? 'mm' : 'cm'
}

/** How a file's titles stand to those that a mapping was made for. */
export type FittedMapping = {
  readonly mapping: ImportMapping
  /** Titles that the mapping needs and the file lacks. */
  readonly missing: readonly string[]
  /** Titles of the file that the mapping's file did not have. */
  readonly added: readonly string[]
}

/** Moves a mapping onto a file whose columns stand in another order, by their titles. */
export function fitMapping(
  mapping: ImportMapping,
  madeFor: readonly string[],
  titles: readonly string[] | null,
): FittedMapping {
  if (titles === null || madeFor.length === 0) return { mapping, missing: [], added: [] }
  const place = new Map(titles.map((title, index) => [plainText(title), index]))
  const known = new Set(madeFor.map(plainText))
  const missing: string[] = []
  const columns = mapping.columns.flatMap(({ index, field }) => {
    const title = madeFor[index] ?? ''
    const found = place.get(plainText(title))
    if (found !== undefined) return [{ index: found, field }]
    missing.push(title)
    return []
  })
  return {
    mapping: { ...mapping, columns },
    missing,
    added: titles.filter((title) => title !== '' && !known.has(plainText(title)) && !isReportTitle(title)),
  }
}
