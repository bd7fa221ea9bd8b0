import type { Shipment } from './shipment.ts'

/** What volumetric weight depends on. */
export type Measures = Pick<Shipment, 'format' | 'lengthMm' | 'widthMm' | 'heightMm'>

/** Volumetric weight up to and including this is not charged (conditions of national parcels of 04/04/2018, 6.1.1). */
export const uncountedVolumetricG = 5000

/** Cubic centimetres to a kilogram; the same number of cubic millimetres to a gram (6.3). */
const divisor = 6000

/**
 * What a parcel weighs by its volume, in whole grams, half a gram rounded up: length x width x height / 6000, a roll length x
 * diameter². Null for an envelope, which is never charged by volume (6.4). How the carrier itself rounds is UNCONFIRMED; its
 * answer (`chargedWeightG`) counts. The largest product of three measures of a shipment is far below 2⁵³, so it is exact.
 */
export function volumetricWeightG(measures: Measures): number | null {
  const volume = volumeMm3(measures)
  return volume === null ? null : Math.floor((volume + divisor / 2) / divisor)
}

/** What a parcel is charged by. */
export type ChargedWeight = {
  /** Grams that are charged: the real ones, or those of the volume. */
  readonly weightG: number
  /** Null: the format has none. */
  readonly volumetricG: number | null
  readonly byVolume: boolean
}

/** The weight that is charged: the larger one, where the volumetric weight counts at all. */
export function chargedWeight(shipment: Measures & Pick<Shipment, 'weightG'>): ChargedWeight {
  const volumetricG = volumetricWeightG(shipment)
  const volume = volumeMm3(shipment) ?? 0
  // Compared before rounding: a hair above five kilograms is above.
  const byVolume = volume > uncountedVolumetricG * divisor && volume > shipment.weightG * divisor
  return { weightG: byVolume && volumetricG !== null ? volumetricG : shipment.weightG, volumetricG, byVolume }
}

function volumeMm3({ format, lengthMm, widthMm, heightMm }: Measures): number | null {
  if (format === 'envelope') return null
  return lengthMm * widthMm * (format === 'roll' ? widthMm : (heightMm ?? 0))
}
