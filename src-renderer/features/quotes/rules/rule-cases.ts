import type { FreightTable } from '../tables/freight-tables.store.ts'
import { tableServiceKey } from '../../../../src-main/contract/freight-tables.contract.ts'
import type { Quote } from '../../../../src-main/contract/quotes.contract.ts'
import type { InputFor } from '../../../api/client.ts'
import { shortName } from '../quote-text.ts'

export type RuleCase = InputFor<'rateRules.try'>['cases'][number]

/** A kept quote as rules see it: only what has a price and a deadline can be chosen. */
export function caseOf({ shipment, offers }: Quote): RuleCase {
  const { to, weightG, declaredValue } = shipment
  return {
    facts: { to, state: null, weightG, declaredValue, channel: null },
    offers: offers.flatMap(({ service, price, deadline }) =>
      price && deadline
        ? [
            {
              service: service.code,
              total: price.value.total,
              days: deadline.value.days,
              latestOn: deadline.value.latestOn,
            },
          ]
        : [],
    ),
  }
}

/** What services are called: those of kept quotes, then those of the shop's own tables, which have the table's name beside them. */
export function serviceNames(quotes: readonly Quote[], tables: readonly FreightTable[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const { offers } of quotes)
    for (const { service } of offers) if (!names.has(service.code)) names.set(service.code, shortName(service.name))
  for (const { id, name, services } of tables)
    for (const { service } of services)
      names.set(tableServiceKey(id, service), service === name ? name : `${service} (${name})`)
  return names
}
