import { z } from 'zod'
import { text } from './schemas.ts'

/** A list, of which a single entry may come without the brackets; nonsense is as good as none. */
const list = z
  .union([z.array(z.unknown()), z.record(z.string(), z.unknown()).transform((one): unknown[] => [one])])
  .optional()
  .catch(undefined)

/** An amount as it came: text with a decimal comma (`"1.234,56"`), or a number. */
const amount = z.union([z.string(), z.number()]).optional().catch(undefined)

/** `S` or `N`; null for anything else. */
const flag = text.transform((value) => {
  if (value === undefined) return null
  return /^s(im)?$/i.test(value) ? true : /^n([aã]o)?$/i.test(value) ? false : null
})

/** What every item of a batch echoes, and how it refuses: `txErro` by the manual, `mensagem` where a message stands in for it. */
const echo = { coProduto: text, nuRequisicao: text, txErro: text, mensagem: text }

/** Of any item: what it answers to. */
export const QuotedItem = z.object(echo)

/** One item of the answer of `POST /preco/v1/nacional`. */
export const PriceItem = z.object({
  ...echo,
  pcFinal: amount,
  pcProduto: amount,
  psCobrado: amount,
  inPesoCubico: flag,
  servicoAdicional: list,
})
export type PriceItem = z.output<typeof PriceItem>

/** One additional service of a price. */
export const PricedExtra = z.object({ coServAdicional: text, pcServicoAdicional: amount })

/** One item of the answer of `POST /prazo/v1/nacional`. */
export const DeadlineItem = z.object({
  ...echo,
  prazoEntrega: amount,
  dataMaxima: text,
  entregaDomiciliar: flag,
  entregaSabado: flag,
  entregaDomingo: flag,
  msgPrazo: text,
})
export type DeadlineItem = z.output<typeof DeadlineItem>
