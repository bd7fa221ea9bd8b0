import type { Cell } from './cell.ts'
import { readDecimal, scaled } from './decimal-number.ts'

/** Nothing that a parcel carrier takes weighs more. */
const heaviestG = 1_000_000
const longestMm = 10_000

const weightPowers = { g: 0, kg: 3 } as const
const lengthPowers = { mm: 0, cm: 1, m: 3 } as const

/** A weight in grams: the unit in the cell wins over the column's. Null for what is no weight. */
export function readWeight(cell: Cell, columnUnit: 'g' | 'kg'): number | null {
  const { number, unit } = withUnit(cell, /^(.*?)\s*(kgs?|quilos?|gr?|gramas?)\.?$/i)
  const written = unit === undefined ? columnUnit : /^[kq]/i.test(unit) ? 'kg' : 'g'
  return measured(number, weightPowers[written], heaviestG)
}

/** A length in millimetres: the unit in the cell wins over the column's. Null for what is no length. */
export function readLength(cell: Cell, columnUnit: 'mm' | 'cm'): number | null {
  const { number, unit } = withUnit(cell, /^(.*?)\s*(mm|cm|m)\.?$/i)
  const written = unit === undefined ? columnUnit : (unit.toLowerCase() as keyof typeof lengthPowers)
  return measured(number, lengthPowers[written], longestMm)
}

/** Length, width and height out of one cell: `20x15x10`, `20 X 15 X 10 cm`, `20*15*10`, `20/15/10`. */
export function readDimensions(cell: Cell, columnUnit: 'mm' | 'cm'): readonly [number, number, number] | null {
  const parts = String(cell)
    .trim()
    .split(/\s*[x×*/]\s*/i)
  if (parts.length !== 3) return null
  const unit = /(mm|cm|m)\.?$/i.exec(parts[2] ?? '')?.[1] ?? ''
  const lengths = parts.map((part) => readLength(/[a-z]\.?$/i.test(part) ? part : part + unit, columnUnit))
  const [length, width, height] = lengths
  if (length == null || width == null || height == null) return null
  return [length, width, height]
}

function withUnit(cell: Cell, shape: RegExp): { readonly number: Cell; readonly unit?: string } {
  if (typeof cell === 'number') return { number: cell }
  const [, number, unit] = shape.exec(cell.trim()) ?? []
  return number === undefined || unit === undefined ? { number: cell } : { number, unit }
}

/** Something that rounds to nothing (0,350 where grams are meant) is in another unit than its column. */
function measured(number: Cell, power: number, most: number): number | null {
  const decimal = readDecimal(number, power === 0 ? 'thousands' : 'fraction')
  const value = decimal === null ? null : scaled(decimal, power)
  if (value === null || value < 0 || value > most) return null
  const vanished = value === 0 && decimal !== null && /[1-9]/.test(decimal.whole + decimal.fraction)
  return vanished ? null : value
}
