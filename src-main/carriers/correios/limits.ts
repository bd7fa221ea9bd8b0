import type { FreightService, QuoteRefusal, QuoteRefusalCode } from '../../domain/quote.ts'
import type { Shipment, ShipmentFormat } from '../../domain/shipment.ts'
import { extraCodes, serviceCode, serviceOf, type KnownService } from './services.ts'

type Side = 'length' | 'width' | 'height' | 'diameter' | 'sum'
type Span = { readonly least: number; readonly most: number }
type Sizes = Partial<Record<Side, Span>>

/**
 * Sizes in millimetres. Where sources disagree the laxer one stands, and the carrier decides the rest: the longest side is 100 cm in the
 * limits of 2022 (Mandaê, Nuvemshop) and 105 cm in the calculator's manual of 2017 and a shop module of 2026; the shortest sides are
 * 15 x 10 x 1 cm in 2022 and 16 x 11 x 2 cm in 2017. A roll's `sum` is its length and twice its diameter.
 */
const sizes: Readonly<Record<ShipmentFormat, Sizes>> = {
  box: {
    length: { least: 150, most: 1050 },
    width: { least: 100, most: 1050 },
    height: { least: 10, most: 1050 },
    sum: { least: 260, most: 2000 },
  },
  roll: {
    length: { least: 180, most: 1050 },
    diameter: { least: 50, most: 910 },
    sum: { least: 280, most: 2000 },
  },
  envelope: {
    length: { least: 160, most: 600 },
    width: { least: 110, most: 600 },
    sum: { least: 270, most: 1200 },
  },
}

/** Grandes Formatos (conditions of national parcels of 04/04/2018): one side up to 150 cm, all three up to 300 cm. */
const largeMost = { side: 1500, sum: 3000 }

/**
 * Declared values in centavos: the least is that of SIGEP WEB's manual of 2018 (it has only risen since), the most the highest that is
 * known: 10.000 for SEDEX (2018 to 2020), 4.668,29 for PAC (2026), 100 for Mini Envios (about 2020). What applies today within
 * them, the carrier says.
 */
const declaredValues: Readonly<Record<'019' | '064' | '065', Span>> = {
  '019': { least: 1850, most: 1_000_000 },
  '064': { least: 1850, most: 466_829 },
  '065': { least: 1, most: 10_000 },
}

/** What the carrier would refuse of a shipment by a service, the worst first; of a service that nobody knows, only sizes. */
export function checkShipment(service: FreightService, shipment: Shipment): readonly QuoteRefusal[] {
  const code = serviceCode(service.code)
  const traits = serviceOf({ ...service, code })
  return [...weightRefusals(traits, shipment), ...sizeRefusals(traits, shipment), ...extraRefusals(traits, shipment)]
}

function weightRefusals(traits: KnownService | null, { weightG }: Shipment): QuoteRefusal[] {
  const limit = traits?.maxWeightG
  return limit !== undefined && weightG > limit ? [refusal('quote.too-heavy', { limit, is: weightG })] : []
}

/** Sides of a box in the order of the limits, which are those of the longest, the middle and the shortest side. */
export const longestFirst = ({ lengthMm, widthMm, heightMm }: Shipment): readonly [number, number, number] => {
  const [longest = 0, middle = 0, shortest = 0] = [lengthMm, widthMm, heightMm ?? 0].sort((a, b) => b - a)
  return [longest, middle, shortest]
}

function measuresOf(shipment: Shipment): readonly (readonly [Side, number])[] {
  const { lengthMm, widthMm } = shipment
  switch (shipment.format) {
    case 'roll':
      return [
        ['length', lengthMm],
        ['diameter', widthMm],
        ['sum', lengthMm + 2 * widthMm],
      ]
    case 'envelope':
      return [
        ['length', Math.max(lengthMm, widthMm)],
        ['width', Math.min(lengthMm, widthMm)],
        ['sum', lengthMm + widthMm],
      ]
    case 'box': {
      const [longest, middle, shortest] = longestFirst(shipment)
      return [
        ['length', longest],
        ['width', middle],
        ['height', shortest],
        ['sum', longest + middle + shortest],
      ]
    }
  }
}

function sizeRefusals(traits: KnownService | null, shipment: Shipment): QuoteRefusal[] {
  const measures = measuresOf(shipment)
  const most = (side: Side, usual: number) =>
    traits?.large && shipment.format === 'box' ? (side === 'sum' ? largeMost.sum : largeMost.side) : usual
  const judged = measures.flatMap(([side, is]) => {
    const span = sizes[shipment.format][side]
    return span ? [{ side, is, least: span.least, most: most(side, span.most) }] : []
  })
  return [
    ...judged.flatMap(({ side, is, most }) =>
      is > most ? [refusal('quote.too-large', { side, limit: most, is })] : [],
    ),
    ...judged.flatMap(({ side, is, least }) =>
      is < least ? [refusal('quote.too-small', { side, limit: least, is })] : [],
    ),
  ]
}

function extraRefusals(traits: KnownService | null, shipment: Shipment): QuoteRefusal[] {
  if (traits === null) return []
  const { declaredValue, receipt, ownHands } = shipment
  const lacks = (asked: boolean, extra: string) =>
    asked && !traits.extras.includes(extra) ? [refusal('quote.extra-not-offered', { extra })] : []
  return [
    ...valueRefusals(traits, declaredValue),
    ...lacks(receipt, extraCodes.receipt),
    ...lacks(ownHands, extraCodes.ownHands),
  ]
}

function valueRefusals({ declaredValue: extra }: KnownService, value: number | null): QuoteRefusal[] {
  if (value === null) return []
  if (extra === null) return [refusal('quote.extra-not-offered', { extra: 'declared-value' })]
  const { least, most } = declaredValues[extra]
  return value < least || value > most ? [refusal('quote.declared-value-range', { least, most, is: value })] : []
}

const refusal = (code: QuoteRefusalCode, detail: NonNullable<QuoteRefusal['detail']>): QuoteRefusal => ({
  code,
  carrierSays: null,
  carrierCode: null,
  detail,
})
