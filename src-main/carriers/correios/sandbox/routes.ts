import { distanceBand } from './distance.ts'
import type { QuoteSettings } from './quote-settings.ts'
import type { PostalService } from './services.ts'
import { inCapital } from './states.ts'

/** Furthest distance of the services that run between capitals by the hour. */
const furthest: Partial<Record<PostalService['kind'], number>> = { 'sedex-10': 3, 'sedex-12': 3, 'sedex-today': 0 }

/** How the carrier says that a service does not go from one place to another. */
export const unservedText = 'ERP-006: CEP de origem nao pode postar para CEP de destino'

/** Whether a service goes from one CEP to another: those by the hour only between capitals that are near. */
export function isServed(
  service: PostalService,
  from: string,
  to: string,
  { unserved }: Pick<QuoteSettings, 'unserved'>,
): boolean {
  const closed = unserved.some(
    (pair) =>
      (pair.product === undefined || pair.product === service.code) &&
      from.startsWith(pair.from) &&
      to.startsWith(pair.to),
  )
  if (closed) return false
  const limit = furthest[service.kind]
  if (limit === undefined) return true
  return inCapital(from) && inCapital(to) && (distanceBand(from, to) ?? 6) <= limit
}
