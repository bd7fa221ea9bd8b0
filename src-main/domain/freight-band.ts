/** Upper ends of the carrier's weight bands up to a kilogram, in grams; each further kilogram is a band of its own. */
const smallBands = [300, 500, 1000]

/** Upper end, in grams, of the weight band that a charged weight falls into: prices are the same within one. */
export function weightBand(chargedWeightG: number): number {
  return smallBands.find((end) => chargedWeightG <= end) ?? Math.ceil(chargedWeightG / 1000) * 1000
}
