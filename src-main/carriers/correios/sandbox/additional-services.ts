/** A service that is added to another one. */
export type AdditionalService = {
  readonly code: string
  readonly initials: string
  readonly name: string
  /** Centavos; null: a share of the declared value. */
  readonly price: number | null
  /** Codes that can't be asked for beside it. */
  readonly excludes: readonly string[]
}

/** Everything that can be added, with invented prices. */
export const additionalServices: ReadonlyMap<string, AdditionalService> = new Map(
  [
    { code: '001', initials: 'AR', name: 'AVISO DE RECEBIMENTO', price: 740, excludes: [] },
    { code: '002', initials: 'MP', name: 'MAO PROPRIA NACIONAL', price: 880, excludes: ['011'] },
    { code: '011', initials: 'EV', name: 'ENTREGA NO VIZINHO', price: 0, excludes: ['002'] },
    { code: '017', initials: 'EL', name: 'ELEICAO', price: 0, excludes: [] },
    { code: '019', initials: 'VD', name: 'VALOR DECLARADO NACIONAL PREMIUM E EXPRESSO', price: null, excludes: [] },
    { code: '025', initials: 'RR', name: 'REGISTRO NACIONAL', price: 0, excludes: [] },
    { code: '064', initials: 'VD', name: 'VALOR DECLARADO NACIONAL STANDARD', price: null, excludes: [] },
    { code: '065', initials: 'VD', name: 'VALOR DECLARADO CORREIOS MINI ENVIOS', price: null, excludes: [] },
  ].map((one) => [one.code, one]),
)

/** Share of the declared value above the automatic cover that is charged. */
export const adValorem = 0.01

/** What declaring a value costs, all in centavos; halves go up, as in the carrier's own examples. */
export const declaredValuePrice = (declared: number, cover: number): number =>
  Math.max(0, Math.round((declared - cover) * adValorem))
