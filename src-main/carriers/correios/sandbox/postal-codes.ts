import { brazilianCity, placeBehind } from '../../../sandbox/sample/addresses.ts'
import type { QuoteSettings } from './quote-settings.ts'
import { inCapital, stateOf } from './states.ts'

/** What is behind a CEP. */
export type PostalPlace = {
  readonly cep: string
  readonly uf: string
  readonly city: string
  /** Null: the CEP is that of a whole town. */
  readonly street: string | null
  readonly district: string | null
}

/** Whether a CEP is one: eight digits of a state's range, and not one that the settings have struck off. */
export const isPostalCode = (cep: string, { unknownPostalCodes }: Pick<QuoteSettings, 'unknownPostalCodes'>): boolean =>
  stateOf(cep) !== undefined && !unknownPostalCodes.some((digits) => cep.startsWith(digits))

/**
 * The place of a CEP, always the same: streets, districts and cities of the sample shop's parcels where it is one of their cities,
 * otherwise one of its state's towns, which have one CEP for the whole town where it ends in 000.
 */
export function postalPlace(cep: string, settings: Pick<QuoteSettings, 'unknownPostalCodes'>): PostalPlace | undefined {
  const state = stateOf(cep)
  if (!state || !isPostalCode(cep, settings)) return undefined
  const known = brazilianCity(cep)
  const town = state.towns[Number(cep.slice(0, 3)) % state.towns.length] ?? state.capital
  const city = known?.city ?? (inCapital(cep) ? state.capital : town)
  const whole = !known && !inCapital(cep) && cep.endsWith('000')
  const { street, district } = whole ? { street: null, district: null } : placeBehind(cep)
  return { cep, uf: state.uf, city, street, district }
}
