import { useI18n } from 'vue-i18n'
import { useFormat } from '../../../ui/use-format.ts'
import { shownPostalCode } from '../shipment-form.ts'
import type { FreightTable } from './freight-tables.store.ts'

type Period = { readonly validFrom: string | null; readonly validTo: string | null }
type Span = { readonly fromCep: string; readonly toCep: string }
type Band = { readonly fromG: number; readonly toG: number | null }

/** What tables, their rows and gaps have in common, in words. */
export function useTableWords() {
  const { t } = useI18n({ useScope: 'global' })
  const { format } = useFormat()

  function validity({ validFrom, validTo }: Period): string {
    const from = validFrom && format.value.day(validFrom)
    const to = validTo && format.value.day(validTo)
    const key = from && to ? 'both' : from ? 'from' : to ? 'to' : 'always'
    return t(`freightTables.validity.${key}`, { from: from ?? '', to: to ?? '' })
  }

  /** From the first to the last day that any of the services has. */
  function validityOf({ services }: FreightTable): string {
    const [starts, ends] = [services.map((one) => one.validFrom), services.map((one) => one.validTo)]
    return validity({
      validFrom: starts.includes(null) ? null : ([...starts].sort()[0] ?? null),
      validTo: ends.includes(null) ? null : ([...ends].sort().at(-1) ?? null),
    })
  }

  const ceps = ({ fromCep, toCep }: Span): string =>
    fromCep === toCep ? shownPostalCode(fromCep) : `${shownPostalCode(fromCep)} – ${shownPostalCode(toCep)}`

  /** Both ends included; a gram is the least that anything weighs. */
  function weights({ fromG, toG }: Band): string {
    if (toG !== null) return `${format.value.weight(fromG)} – ${format.value.weight(toG)}`
    return fromG <= 1
      ? t('freightTables.rows.anyWeight')
      : t('freightTables.rows.open', { from: format.value.weight(fromG) })
  }

  return { validity, validityOf, ceps, weights }
}
