import type { Carrier } from '../carriers/carrier.ts'
import { recogniseCarrier } from '../carriers/recognise.ts'
import { checkCode } from '../domain/import-code.ts'

/**
 * Whose a code that is not stored would be: `carrier`, or the `reason` for which an import would refuse it with what its
 * sentence needs. Flat, so that it can go with an error.
 */
export function whoseCode(code: string, carriers: readonly Carrier[]): Readonly<Record<string, string | number>> {
  const recognise = (text: string) => recogniseCarrier(text, carriers)
  const checked = checkCode(code, { recognise, named: null, defaultCarrier: undefined })
  return 'carrier' in checked ? { carrier: checked.carrier } : { ...checked.detail, reason: checked.reason }
}
