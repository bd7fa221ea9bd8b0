/** Families of services, as far as tariff, deadline and limits tell them apart. */
export type ServiceKind = 'sedex' | 'pac' | 'sedex-10' | 'sedex-12' | 'sedex-today' | 'mini'

/** A service that carries parcels. */
export type PostalService = {
  readonly code: string
  readonly name: string
  readonly kind: ServiceKind
  /** Code of the additional service by which this one declares a value. */
  readonly declaredValue: string
  /** Codes of the additional services that may be asked for with it. */
  readonly extras: readonly string[]
  readonly heaviestG: number
  readonly reverse: boolean
}

const families: Readonly<Record<ServiceKind, Pick<PostalService, 'declaredValue' | 'extras' | 'heaviestG'>>> = {
  sedex: { declaredValue: '019', extras: ['001', '002', '011', '017', '019', '025'], heaviestG: 30_000 },
  pac: { declaredValue: '064', extras: ['001', '002', '011', '017', '025', '064'], heaviestG: 30_000 },
  'sedex-10': { declaredValue: '019', extras: ['001', '002', '011', '017', '019', '025'], heaviestG: 10_000 },
  'sedex-12': { declaredValue: '019', extras: ['001', '002', '011', '017', '019', '025'], heaviestG: 10_000 },
  'sedex-today': { declaredValue: '019', extras: ['001', '002', '011', '017', '019', '025'], heaviestG: 10_000 },
  mini: { declaredValue: '065', extras: ['001', '025', '065'], heaviestG: 1000 },
}

const service = (code: string, name: string, kind: ServiceKind): PostalService => ({
  code,
  name,
  kind,
  ...families[kind],
  reverse: name.endsWith('REVERSO'),
})

/** Services that have a tariff and deadlines here. A contract's own list says which of them it may use. */
export const postalServices: ReadonlyMap<string, PostalService> = new Map(
  [
    service('03220', 'SEDEX CONTRATO AG', 'sedex'),
    service('03298', 'PAC CONTRATO AG', 'pac'),
    service('03158', 'SEDEX 10 CONTRATO AG', 'sedex-10'),
    service('03140', 'SEDEX 12 CONTRATO AG', 'sedex-12'),
    service('03204', 'SEDEX HOJE CONTRATO AG', 'sedex-today'),
    service('03662', 'SEDEX HOJE EMPRESARIAL', 'sedex-today'),
    service('04227', 'CORREIOS MINI ENVIOS CTR AG', 'mini'),
    service('03247', 'SEDEX REVERSO', 'sedex'),
    service('03301', 'PAC REVERSO', 'pac'),
    service('03050', 'SEDEX CONTRATO UO', 'sedex'),
    service('03085', 'PAC CONTRATO UO', 'pac'),
  ].map((one) => [one.code, one]),
)

/** Services of a contract that carry nothing: each lets an API answer. */
export const enablingServices: ReadonlyMap<string, string> = new Map([
  ['38202', 'API PRECOS'],
  ['38210', 'API PRAZOS'],
  ['86720', 'API PRE-POSTAGEM'],
  ['38229', 'API SRO RASTRO'],
  ['38237', 'API SRO INTERATIVIDADE'],
  ['86738', 'API BUSCA CEP'],
  ['86711', 'API BUSCA AGENCIAS'],
])

/** What a card has unless its settings say otherwise. */
export const usualServices: readonly string[] = [
  '03220',
  '03298',
  '03158',
  '03140',
  '03204',
  '04227',
  '03247',
  '03301',
  ...enablingServices.keys(),
]

/** Name of a service as the contract has it; codes that nobody knows here have one too. */
export const serviceName = (code: string): string =>
  postalServices.get(code)?.name ?? enablingServices.get(code) ?? `SERVICO ${code}`
