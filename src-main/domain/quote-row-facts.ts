import { plainText } from './plain-text.ts'

/** What of an offer is compared. */
type Compared = {
  readonly service: { readonly code: string; readonly name: string }
  readonly price: { readonly value: { readonly total: number } } | null
}

/** What of a row is looked at. */
type Row<O> = {
  readonly used: string | null
  readonly result: {
    readonly offers: readonly O[]
    readonly cheapest: string | null
    readonly fastest: string | null
    readonly choice: { readonly service: string | null }
  } | null
}

/** What a list says of a quoted row: the offers that matter, and what choosing otherwise costs. Centavos. */
export type QuoteRowFacts<O> = {
  readonly cheapest: O | null
  readonly fastest: O | null
  readonly chosen: O | null
  /** The offer of the service that was used; null: none is known by that name. */
  readonly used: O | null
  /** How much more the chosen one costs than the cheapest; null: there is no price. */
  readonly chosenOverCheapest: number | null
  /** How much more the used one costs than the chosen; negative: it was cheaper. */
  readonly usedOverChosen: number | null
}

/** Reads a row's result; without one all is null. */
export function quoteRowFacts<O extends Compared>({ result, used }: Row<O>): QuoteRowFacts<O> {
  const offers = result?.offers ?? []
  const byCode = (code: string | null | undefined): O | null =>
    offers.find(({ service }) => service.code === code) ?? null
  const [cheapest, fastest] = [byCode(result?.cheapest), byCode(result?.fastest)]
  const chosen = byCode(result?.choice.service)
  const usedOffer = used === null ? null : offerNamed(offers, used)
  return {
    cheapest,
    fastest,
    chosen,
    used: usedOffer,
    chosenOverCheapest: difference(chosen, cheapest),
    usedOverChosen: difference(usedOffer, chosen),
  }
}

/**
 * The offer of a service as people write it: by its code, or by the words that the contract begins it with (`SEDEX` is SEDEX
 * CONTRATO AG, and not SEDEX 10).
 */
export function offerNamed<O extends Compared>(offers: readonly O[], name: string): O | null {
  const wanted = plainText(name)
  return (
    offers.find(({ service }) => service.code === name.trim() || plainText(service.name) === wanted) ??
    offers.find(({ service }) => plainText(service.name).replace(/ (contrato|contr|ctr)\b.*$/, '') === wanted) ??
    null
  )
}

const difference = (one: Compared | null, other: Compared | null): number | null =>
  one?.price && other?.price ? one.price.value.total - other.price.value.total : null
