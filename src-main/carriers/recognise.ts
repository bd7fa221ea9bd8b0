import type { Carrier } from './carrier.ts'

export type Recognised =
  | { readonly kind: 'one'; readonly carrier: string }
  | { readonly kind: 'several'; readonly carriers: readonly string[] }
  | { readonly kind: 'none' }

/** Whose code this is: a carrier that is sure wins; several that are not leave it to the person. */
export function recogniseCarrier(code: string, carriers: readonly Carrier[]): Recognised {
  const sure = carriers.filter((carrier) => carrier.recognise(code) === 'yes')
  const candidates = sure.length > 0 ? sure : carriers.filter((carrier) => carrier.recognise(code) === 'maybe')
  const [first, ...others] = candidates.map((carrier) => carrier.id)
  if (first === undefined) return { kind: 'none' }
  return others.length === 0 ? { kind: 'one', carrier: first } : { kind: 'several', carriers: [first, ...others] }
}
