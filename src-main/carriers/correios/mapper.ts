import { fail, ok, type Result } from '../../domain/result.ts'
import { inCarrierOrder, type Place, type TrackingEvent } from '../../domain/tracking-event.ts'
import type { CarrierFailure, TrackingAnswer } from '../carrier.ts'
import { dayIn, instantOf } from '../kit/local-time.ts'
import { textOfHtml } from '../kit/html-text.ts'
import { redact } from '../kit/redact.ts'
import { SroEvent, SroObject } from './schemas.ts'
import { meaningOf } from './status-map.ts'
import { brasiliaZone, zoneOf } from './zones.ts'

/** The code that an object of an answer is about, cleaned; null when it does not say. */
export function codeOf(object: unknown): string | null {
  return SroObject.safeParse(object).data?.codObjeto?.toUpperCase() ?? null
}

/** What one object of an answer says about its code. */
export function mapObject(object: unknown): Result<TrackingAnswer, CarrierFailure> {
  const parsed = SroObject.safeParse(object)
  if (!parsed.success) return malformed('an object that is none')
  const { mensagem, eventos, dtPrevista } = parsed.data
  // A list by another name would look like parcels to which nothing happens, and nobody would notice.
  if (mensagem === undefined && eventos === undefined) return malformed('an object with neither events nor a message')
  const raw = JSON.stringify(object)
  if (mensagem !== undefined && (eventos ?? []).length === 0) return mapMessage(mensagem, raw)
  const promisedOn = dtPrevista === undefined ? null : dayIn(dtPrevista)
  return ok({ kind: 'known', events: mapEvents(eventos ?? []), promisedOn, raw })
}

const malformed = (message: string): Result<never, CarrierFailure> =>
  fail({ code: 'carrier.malformed-answer', message, retryable: true })

/** True for the carrier's "I do not know this code (yet)", SRO-020. */
export const saysNotFound = (message: string): boolean => /\bSRO-020\b|não encontrado/i.test(message.normalize('NFC'))

/** The carrier's own code within a message, such as `SRO-020`. */
export const carrierCodeIn = (message: string): string | undefined => /\b([A-Z]{3}-\d{3})\b/.exec(message)?.[1]

function mapMessage(message: string, raw: string): Result<TrackingAnswer, CarrierFailure> {
  if (saysNotFound(message)) return ok({ kind: 'not-found', raw })
  const carrierCode = carrierCodeIn(message)
  return fail({
    code: 'carrier.rejected',
    message: redact(message).slice(0, 300),
    retryable: false,
    ...(carrierCode === undefined ? {} : { carrierCode }),
  })
}

/** SRO sends events newest first; an event without a readable time gets that of the nearest older one, else newer one. */
function mapEvents(events: readonly unknown[]): TrackingEvent[] {
  const read = events.map((event) => SroEvent.safeParse(event).data ?? null)
  const times = read.map((event) => (event ? timeOf(event) : null))
  const nearest = (index: number) => times.slice(index).find(isTime) ?? times.slice(0, index).findLast(isTime) ?? 0
  return inCarrierOrder(
    events.map((event, index) => {
      const known = read[index]
      const at = times[index] ?? null
      if (known && at !== null && known.codigo !== undefined) return mapEvent(known, at)
      return { ...mapOddEvent(event, known ?? null), at: nearest(index) }
    }),
  )
}

const isTime = (time: number | null): time is number => time !== null

function timeOf(event: SroEvent): number | null {
  const zone = zoneOfEvent(event)
  return instantOf(event.dtHrCriado ?? '', zone) ?? instantOf(event.dtHrGravado ?? '', zone)
}

const zoneOfEvent = ({ unidade }: SroEvent) => zoneOf(unidade?.endereco?.uf, unidade?.endereco?.cidade)

/** `BDE/01`: the type with its leading zero, which some answers lose by sending a number. */
const codeOfEvent = ({ codigo = '?', tipo }: SroEvent) =>
  codigo.toUpperCase() + (tipo === undefined ? '' : `/${tipo.padStart(2, '0')}`)

function mapEvent(event: SroEvent, at: number): TrackingEvent {
  const code = codeOfEvent(event)
  const text = event.descricao ?? event.descCodigo ?? code
  return {
    code,
    at,
    zone: zoneOfEvent(event),
    meaning: meaningOf(code, text),
    text,
    detail: detailOf(event),
    place: placeOf(event.unidade),
    destination: placeOf(event.unidadeDestino),
  }
}

/** An event that lacks its code or its time, or is none at all: kept with what can be read, and it decides nothing. */
function mapOddEvent(event: unknown, read: SroEvent | null): TrackingEvent {
  const saysNothing = read?.codigo === undefined && read?.descricao === undefined && read?.descCodigo === undefined
  if (read === null || saysNothing) {
    return { code: '?', at: 0, zone: brasiliaZone, meaning: 'unknown', text: JSON.stringify(event).slice(0, 200) }
  }
  const mapped = mapEvent(read, 0)
  // The new texts of 2025/26 have no confirmed code: a code may be absent there, a time never.
  return timeOf(read) === null ? { ...mapped, meaning: 'unknown' } : mapped
}

function detailOf({ detalhe, dtLimiteRetirada }: SroEvent): string | undefined {
  const limit = dtLimiteRetirada === undefined ? null : dayIn(dtLimiteRetirada)
  const parts = [textOfHtml(detalhe ?? ''), limit === null ? '' : `Retirar até ${limit.split('-').reverse().join('/')}`]
  return parts.filter((part) => part !== '').join(' · ') || undefined
}

function placeOf(unit: SroEvent['unidade']): Place | undefined {
  const { cidade: city, uf: state, pais } = unit?.endereco ?? {}
  const name = unit?.nome ?? unit?.tipo
  const country = countryOf(pais, state)
  return name === undefined && city === undefined && state === undefined && country === undefined
    ? undefined
    : { name, city, state: state?.toUpperCase(), country }
}

/** SRO writes the country's name or two letters, and mostly nothing at home. */
function countryOf(country: string | undefined, state: string | undefined): string | undefined {
  if (country !== undefined && /^[a-z]{2}$/i.test(country)) return country.toUpperCase()
  if (/^bra[sz]il$/i.test(country ?? '')) return 'BR'
  return country === undefined && /^[a-z]{2}$/i.test(state ?? '') ? 'BR' : undefined
}
