import type { FreightService } from '../../domain/quote.ts'

/** What a service is related to; limits, extras and the posting card go by it. */
export type ServiceFamily = 'pac' | 'sedex' | 'mini'

/** Codes of the additional services that are asked for by name. */
export const extraCodes = { receipt: '001', ownHands: '002' } as const

/** What is known of a service besides what the contract says. */
export type KnownService = {
  readonly code: string
  readonly family: ServiceFamily
  /** As people say it. */
  readonly short: string
  /** The additional service that declares a value: one to a service, any other refuses the whole item. */
  readonly declaredValue: '019' | '064' | '065' | null
  /** Additional services that may be asked for, the declared value apart. */
  readonly extras: readonly string[]
  readonly maxWeightG: number
  /** Grandes Formatos: sides up to 150 cm. */
  readonly large?: true
  /** From the recipient back: not quoted for what is sent. */
  readonly reverse?: true
  /** What most contracts have; `name` as Meu Contrato calls it. */
  readonly common?: { readonly name: string }
}

const receiptAndOwnHands = [extraCodes.receipt, extraCodes.ownHands]
const kg = 1000

/** Conditions of national parcels of 04/04/2018, 5.1: 30 kg, the fast ones 10 kg, large formats within a state 50 kg. */
const sedex = { family: 'sedex', declaredValue: '019', extras: receiptAndOwnHands, maxWeightG: 30 * kg } as const
const fast = { ...sedex, maxWeightG: 10 * kg } as const
const pac = { family: 'pac', declaredValue: '064', extras: receiptAndOwnHands, maxWeightG: 30 * kg } as const
/** A table of 2026 goes up to 1 kg; that 300 g are the limit is UNCONFIRMED, so it is the carrier that says so. Extras: a contract of 2024. */
const mini = { family: 'mini', declaredValue: '065', extras: [extraCodes.receipt], maxWeightG: 1 * kg } as const

/**
 * Services by code, from contracts and clients of 2022 to 2026. A contract may have others: `serviceOf` knows them by name, and
 * what is not known refuses nothing here.
 */
const known: readonly KnownService[] = [
  { ...pac, code: '03298', short: 'PAC', common: { name: 'PAC CONTRATO AG' } },
  { ...sedex, code: '03220', short: 'SEDEX', common: { name: 'SEDEX CONTRATO AG' } },
  { ...fast, code: '03158', short: 'SEDEX 10', common: { name: 'SEDEX 10 CONTRATO AG' } },
  { ...fast, code: '03140', short: 'SEDEX 12', common: { name: 'SEDEX 12 CONTRATO AG' } },
  { ...fast, code: '03204', short: 'SEDEX Hoje', common: { name: 'SEDEX HOJE CONTRATO AG' } },
  { ...mini, code: '04227', short: 'Mini Envios', common: { name: 'CORREIOS MINI ENVIOS CTR AG' } },
  { ...fast, code: '03662', short: 'SEDEX Hoje Empresarial' },
  { ...mini, code: '04235', short: 'Mini Envios' },
  { ...mini, code: '04391', short: 'Mini Envios' },
  { ...sedex, code: '03212', short: 'SEDEX Grandes Formatos', maxWeightG: 50 * kg, large: true },
  { ...pac, code: '03328', short: 'PAC Grandes Formatos', maxWeightG: 50 * kg, large: true },
  { ...sedex, code: '03271', short: 'SEDEX Pagamento na Entrega' },
  { ...pac, code: '03310', short: 'PAC Pagamento na Entrega' },
  { ...sedex, code: '03352', short: 'SEDEX Kit' },
  { ...sedex, code: '04219', short: 'SEDEX Kit Isenção', declaredValue: null },
  { ...pac, code: '04000', short: 'PAC PC' },
  { ...sedex, code: '04090', short: 'SEDEX PC' },
  { ...sedex, code: '04014', short: 'SEDEX à vista' },
  { ...pac, code: '04510', short: 'PAC à vista' },
  { ...fast, code: '04790', short: 'SEDEX 10 à vista' },
  { ...fast, code: '04782', short: 'SEDEX 12 à vista' },
  { ...fast, code: '04804', short: 'SEDEX Hoje à vista' },
  { ...pac, code: '39870', short: 'PAC Log+' },
  { ...sedex, code: '39888', short: 'SEDEX Log+' },
  { ...sedex, code: '03050', short: 'SEDEX' },
  { ...pac, code: '03085', short: 'PAC' },
  { ...sedex, code: '04162', short: 'SEDEX' },
  { ...pac, code: '04669', short: 'PAC' },
  { ...sedex, code: '03247', short: 'SEDEX Reverso', reverse: true },
  { ...pac, code: '03301', short: 'PAC Reverso', reverse: true },
  { ...fast, code: '03174', short: 'SEDEX 12 Reverso', reverse: true },
  { ...fast, code: '03182', short: 'SEDEX 10 Reverso', reverse: true },
  { ...fast, code: '03190', short: 'SEDEX Hoje Reverso', reverse: true },
]

const byCode: ReadonlyMap<string, KnownService> = new Map(known.map((service) => [service.code, service]))

/** Five digits: a code that was taken for a number has lost its leading zero. */
export const serviceCode = (code: string): string => code.trim().padStart(5, '0')

/** What is known of a service by its code, else by its name; null: a stranger. */
export function serviceOf({ code, name = '' }: Pick<FreightService, 'code'> & { name?: string }): KnownService | null {
  const own = byCode.get(code)
  if (own) return own
  const traits = traitsOf(name)
  return traits && { ...traits, code, short: name }
}

/** By how a name begins, since surcharges and returns have the service's name further on. */
function traitsOf(name: string): Omit<KnownService, 'code' | 'short'> | null {
  const reverse = /REVERS|DEVOLU|DESVIO/i.test(name) ? ({ reverse: true } as const) : {}
  const large = /GRANDES?\s+FORMATO/i.test(name) ? ({ large: true, maxWeightG: 50 * kg } as const) : {}
  if (/^(CORREIOS )?MINI ENVIOS\b/i.test(name)) return { ...mini, ...reverse }
  if (/^SEDEX (10|12|HOJE)\b/i.test(name)) return { ...fast, ...reverse }
  if (/^SEDEX\b/i.test(name)) return { ...sedex, ...large, ...reverse }
  return /^PAC\b/i.test(name) ? { ...pac, ...large, ...reverse } : null
}

/** Whether a service of a contract is one that parcels are sent by: most of its list are APIs, labels and surcharges. */
export function isQuoted(service: FreightService): boolean {
  const traits = serviceOf(service)
  return traits !== null && traits.reverse !== true
}

/** What is quoted where the contract does not tell its services: the API that tells them is one that few contracts have. */
export const commonServices: readonly FreightService[] = known.flatMap(({ code, common }) =>
  common ? [{ code, name: common.name }] : [],
)
