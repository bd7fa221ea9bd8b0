import type { PriceQuestion } from './price-question.ts'

type Limit = {
  readonly name: string
  readonly value: number | undefined
  readonly least: number
  readonly most: number
}

const sum = (...sides: readonly (number | undefined)[]): number | undefined =>
  sides.reduce((total, side) => (total === undefined || side === undefined ? undefined : total + side), 0)

/** Limits of the three formats in centimetres. What was not told is not held against anything. */
function limitsOf({ type, size }: PriceQuestion, longest: number): readonly Limit[] {
  const { length, width, height, diameter } = size
  if (type === 1) {
    return [
      { name: 'comprimento', value: length, least: 16, most: 60 },
      { name: 'largura', value: width, least: 11, most: 60 },
      { name: 'comprimento + largura', value: sum(length, width), least: 27, most: 120 },
    ]
  }
  if (type === 3) {
    return [
      { name: 'comprimento', value: length, least: 18, most: longest },
      { name: 'diametro', value: diameter, least: 5, most: 91 },
      { name: 'comprimento + o dobro do diametro', value: sum(length, diameter, diameter), least: 28, most: 200 },
    ]
  }
  return [
    { name: 'comprimento', value: length, least: 15, most: longest },
    { name: 'largura', value: width, least: 10, most: longest },
    { name: 'altura', value: height, least: 1, most: longest },
    { name: 'comprimento + largura + altura', value: sum(length, width, height), least: 26, most: 200 },
  ]
}

/** In which words a size is refused; undefined: it is within the limits. The real texts are not known. */
export function sizeRefusal(question: PriceQuestion, longestSideCm: number): string | undefined {
  for (const { name, value, least, most } of limitsOf(question, longestSideCm)) {
    if (value === undefined) continue
    if (value > most) return `Dimensao ${name} (${value} cm) superior ao limite de ${most} cm.`
    if (value < least) return `Dimensao ${name} (${value} cm) inferior ao minimo de ${least} cm.`
  }
  return undefined
}

/** Grams by volume: cm³ / 6, a roll's as length × diameter². Undefined without a size, and for envelopes, which have none. */
export function volumeWeight({ type, size, volumeG }: PriceQuestion): number | undefined {
  if (type === 1) return undefined
  if (volumeG !== undefined) return volumeG
  const { length, width, height, diameter } = size
  const sides = type === 3 ? [length, diameter, diameter] : [length, width, height]
  const volume = sides.reduce<number>((product, side) => product * (side ?? 0), 1)
  return volume === 0 ? undefined : Math.round(volume / 6)
}
