import type { Shipment, ShipmentFormat } from '../../domain/shipment.ts'
import type { QuoteQuestion } from '../carrier.ts'
import { longestFirst } from './limits.ts'
import { extraCodes, serviceCode, serviceOf } from './services.ts'

/** Envelope, parcel, roll; the calculator of 2017 numbered them otherwise. */
const objectTypes: Readonly<Record<ShipmentFormat, string>> = { envelope: '1', box: '2', roll: '3' }

/** A question as an item of `POST /preco/v1/nacional`, without its number and its contract. Grams, whole centimetres. */
export function priceItem({ service, shipment }: QuoteQuestion): Readonly<Record<string, unknown>> {
  const code = serviceCode(service)
  const extras = extrasOf(code, shipment)
  return {
    coProduto: code,
    cepOrigem: shipment.from,
    cepDestino: shipment.to,
    psObjeto: shipment.weightG,
    tpObjeto: objectTypes[shipment.format],
    ...measuresOf(shipment),
    dtEvento: dateOf(shipment),
    ...(extras.length > 0 ? { servicosAdicionais: extras.map((coServAdicional) => ({ coServAdicional })) } : {}),
    ...(shipment.declaredValue === null ? {} : { vlDeclarado: shipment.declaredValue / 100 }),
  }
}

/** A question as an item of `POST /prazo/v1/nacional`, without its number. */
export const deadlineItem = ({ service, shipment }: QuoteQuestion): Readonly<Record<string, unknown>> => ({
  coProduto: serviceCode(service),
  cepOrigem: shipment.from,
  cepDestino: shipment.to,
  dtEvento: dateOf(shipment),
})

/** A service that nobody knows is asked with the extra of SEDEX, which most have; the carrier refuses it where it is another one. */
export function declaredValueExtra(code: string): string | null {
  const traits = serviceOf({ code })
  return traits === null ? '019' : traits.declaredValue
}

function extrasOf(code: string, { declaredValue, receipt, ownHands }: Shipment): string[] {
  const value = declaredValue === null ? null : declaredValueExtra(code)
  return [
    ...(value === null ? [] : [value]),
    ...(receipt ? [extraCodes.receipt] : []),
    ...(ownHands ? [extraCodes.ownHands] : []),
  ]
}

/** Requests by POST have the day as dd/MM/yyyy. */
const dateOf = ({ postedOn }: Shipment) => postedOn.split('-').reverse().join('/')

/** Whole centimetres, rounded up so that nothing is quoted for less than it is; a box by its longest side first. */
function measuresOf(shipment: Shipment): Readonly<Record<string, number>> {
  switch (shipment.format) {
    case 'envelope':
      return {
        comprimento: centimetres(Math.max(shipment.lengthMm, shipment.widthMm)),
        largura: centimetres(Math.min(shipment.lengthMm, shipment.widthMm)),
      }
    case 'roll':
      return { comprimento: centimetres(shipment.lengthMm), diametro: centimetres(shipment.widthMm) }
    case 'box': {
      const [longest, middle, shortest] = longestFirst(shipment)
      return { comprimento: centimetres(longest), largura: centimetres(middle), altura: centimetres(shortest) }
    }
  }
}

const centimetres = (mm: number) => Math.ceil(mm / 10)
