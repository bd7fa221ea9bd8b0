import type { Quote } from '../../../src-main/contract/quotes.contract.ts'
import type { Formats } from '../../ui/format.ts'
import { shownPostalCode } from './shipment-form.ts'

type Translate = (key: string, params?: Record<string, unknown>, count?: number) => string

/**
 * A quote in a few lines for a chat with the customer: only what the customer is told, the cheapest first. A price that the
 * carrier did not give for this shipment is said to need confirming.
 */
export function quoteText(quote: Quote, t: Translate, format: Formats): string {
  const { to, weightG } = quote.shipment
  const lines = quote.offers
    .filter(({ customer }) => customer?.total != null)
    .sort((a, b) => (a.customer?.total ?? 0) - (b.customer?.total ?? 0))
    .map(({ service, price: paid, customer }) => {
      const price = format.money(customer?.total ?? 0, 'BRL')
      const name = shortName(service.name)
      const line = customer?.latestOn
        ? t('quotes.text.by', { name, price, day: format.day(customer.latestOn) })
        : t('quotes.text.only', { name, price })
      return paid?.source === 'last-known' ? t('quotes.text.unconfirmed', { line }) : line
    })
  return [t('quotes.text.head', { cep: shownPostalCode(to), weight: format.weight(weightG) }), ...lines].join('\n')
}

/** Whether there is anything to tell a customer: a price. */
export const hasText = ({ offers }: Quote): boolean => offers.some(({ customer }) => customer?.total != null)

/** A contract's name of a service as people say it: without the kind of contract. */
export const shortName = (name: string): string =>
  name.replace(/^CORREIOS /, '').replace(/ (CONTRATO|CONTR|CTR)\b.*$/, '')
