import type { PricePart, QuoteRefusal, ServicePrice } from '../../domain/quote.ts'
import { fail, ok, type Result } from '../../domain/result.ts'
import type { CarrierFailure } from '../carrier.ts'
import { centavosIn, wholeIn } from './amounts.ts'
import { refusalOf } from './quote-refusals.ts'
import { PricedExtra, PriceItem } from './quote-schemas.ts'

/** What one item of a price answer says. A price that can't be read, or is nothing, is never taken for one. */
export function mapPrice(item: unknown): Result<ServicePrice, CarrierFailure | QuoteRefusal> {
  const parsed = PriceItem.safeParse(item)
  if (!parsed.success) return malformed('a price that is none')
  const { txErro, mensagem, pcFinal, pcProduto, servicoAdicional, psCobrado, inPesoCubico } = parsed.data
  const refused = txErro ?? (pcFinal === undefined ? mensagem : undefined)
  if (refused !== undefined) return fail(refusalOf(refused))
  const total = centavosIn(pcFinal)
  if (total === null || total === 0) return malformed('a price without an amount')
  const extras = (servicoAdicional ?? []).map(partOf)
  if (extras.some((part) => part === null)) return malformed('an additional service without an amount')
  const parts = extras.filter((part): part is PricePart => part !== null)
  const service = centavosIn(pcProduto) ?? total - parts.reduce((sum, { price }) => sum + price, 0)
  if (service < 0) return malformed('additional services for more than the whole')
  return ok({
    total,
    service,
    extras: parts,
    chargedWeightG: wholeIn(psCobrado) || null,
    byVolume: inPesoCubico,
  })
}

function partOf(extra: unknown): PricePart | null {
  const { coServAdicional: code, pcServicoAdicional } = PricedExtra.safeParse(extra).data ?? {}
  const price = centavosIn(pcServicoAdicional)
  return code === undefined || price === null ? null : { code: code.padStart(3, '0'), price }
}

const malformed = (message: string): Result<never, CarrierFailure> =>
  fail({ code: 'carrier.malformed-answer', message, retryable: true })
