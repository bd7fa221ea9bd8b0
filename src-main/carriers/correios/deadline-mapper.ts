import type { QuoteRefusal, ServiceDeadline } from '../../domain/quote.ts'
import { fail, ok, type Result } from '../../domain/result.ts'
import type { CarrierFailure } from '../carrier.ts'
import { textOfHtml } from '../kit/html-text.ts'
import { dayIn } from '../kit/local-time.ts'
import { wholeIn } from './amounts.ts'
import { refusalOf } from './quote-refusals.ts'
import { DeadlineItem } from './quote-schemas.ts'

/**
 * What one item of a deadline answer says. An error text beside a deadline is a warning: the old codes 010 and 011 (collected from an agency,
 * up to seven days more) came that way, and the parcel may be posted.
 */
export function mapDeadline(item: unknown): Result<ServiceDeadline, CarrierFailure | QuoteRefusal> {
  const parsed = DeadlineItem.safeParse(item)
  if (!parsed.success) return malformed('a deadline that is none')
  const { txErro, mensagem, prazoEntrega, dataMaxima, msgPrazo } = parsed.data
  const days = wholeIn(prazoEntrega)
  const latestOn = dataMaxima === undefined ? null : dayIn(dataMaxima)
  const error = txErro ?? mensagem
  // Zero days beside an error is how the old calculator said that there is no deadline.
  if (error !== undefined && (days ?? 0) === 0) return fail(refusalOf(error))
  if (days === null) return malformed('a deadline without days')
  const warning = [msgPrazo, error].flatMap((text) => (text === undefined ? [] : [textOfHtml(text)])).join(' · ')
  return ok({
    days,
    latestOn,
    homeDelivery: parsed.data.entregaDomiciliar,
    onSaturdays: parsed.data.entregaSabado,
    onSundays: parsed.data.entregaDomingo,
    warning: warning === '' ? null : warning,
  })
}

const malformed = (message: string): Result<never, CarrierFailure> =>
  fail({ code: 'carrier.malformed-answer', message, retryable: true })
