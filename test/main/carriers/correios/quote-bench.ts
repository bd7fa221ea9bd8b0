import type { QuoteQuestion } from '../../../../src-main/carriers/carrier.ts'
import type { Shipment } from '../../../../src-main/domain/shipment.ts'
import { json, type Arrival, type Reply } from '../../../support/loopback-server.ts'
import { token } from './bench.ts'

/** 300 g in a small box, from the middle of São Paulo to that of Rio de Janeiro, with nothing extra. */
export const shipment = (more: Partial<Shipment> = {}): Shipment => ({
  from: '01001000',
  to: '20040002',
  weightG: 300,
  format: 'box',
  lengthMm: 200,
  widthMm: 150,
  heightMm: 100,
  declaredValue: null,
  receipt: false,
  ownHands: false,
  postedOn: '2026-11-20',
  ...more,
})

export const question = (key: string, service = '03298', more: Partial<Shipment> = {}): QuoteQuestion => ({
  key,
  service,
  shipment: shipment(more),
})

/** As many questions, each about another weight. */
export const questions = (count: number, service = '03298'): QuoteQuestion[] =>
  Array.from({ length: count }, (_, i) => question(`k${i}`, service, { weightG: 300 + i }))

type Item = Readonly<Record<string, unknown>> & { readonly coProduto: string; readonly nuRequisicao: string }

/** The items of a request to the price or the deadline API. */
export const askedItems = ({ body }: Arrival): readonly Item[] => {
  const { parametrosProduto, parametrosPrazo } = JSON.parse(body) as Record<string, readonly Item[] | undefined>
  return parametrosProduto ?? parametrosPrazo ?? []
}

export const isBatch = ({ path }: Arrival) => path === '/preco/v1/nacional' || path === '/prazo/v1/nacional'

/** What the item costs: its weight in centavos, so that a price tells which question it answers. */
export const priced = ({ coProduto, nuRequisicao, psObjeto }: Item) => ({
  coProduto,
  nuRequisicao,
  pcProduto: `${String(psObjeto).slice(0, -2)},${String(psObjeto).slice(-2)}`,
  pcFinal: `${String(psObjeto).slice(0, -2)},${String(psObjeto).slice(-2)}`,
  psCobrado: String(psObjeto),
  inPesoCubico: 'N',
})

/** Every item has its price. */
export const prices = (arrival: Arrival): Reply => json(askedItems(arrival).map(priced))

/** Every item takes seven days. */
export const deadlines = (arrival: Arrival): Reply =>
  json(
    askedItems(arrival).map(({ coProduto, nuRequisicao }) => ({
      coProduto,
      nuRequisicao,
      prazoEntrega: 7,
      dataMaxima: '2026-12-01T23:58:00',
      entregaDomiciliar: 'S',
    })),
  )

/** A token that names its contract, as those of posting cards do. */
export const cardToken = (n: number, more: object = {}): Reply =>
  token(`t${n}`, {
    cnpj: '11222333000181',
    cartaoPostagem: { numero: '0012345678', contrato: '9912345678', dr: 72, api: [34, 35, 36, 41, 87, 93] },
    ...more,
  })
