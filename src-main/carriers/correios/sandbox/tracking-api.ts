import { checkS10 } from '../../../domain/tracking-code.ts'
import type { CarrierAnswer } from '../../../sandbox/carrier-sandbox.ts'
import { emptyResponse, jsonResponse, type SandboxRequest } from '../../../sandbox/http-message.ts'
import type { JourneyBook } from '../../../sandbox/journey-book.ts'
import { createRateBucket, type RateBucket } from '../../../sandbox/rate-bucket.ts'
import type { Demand, Gateway } from './gateway.ts'
import { refusal } from './message.ts'
import type { Token } from './tokens.ts'
import { trackedObject, unknownObject, type Extent } from './tracked-object.ts'

const limit = { perSecond: 50, burst: 55 }
const mostCodes = 50
const demand: Demand = { api: 87, service: '38229', scopes: ['card'], limited: false }

const listPath = '/srorastro/v1/objetos'
const extents: Readonly<Record<string, Extent>> = { T: 'T', P: 'P', U: 'U' }
const extentTexts: Readonly<Record<Extent, string>> = {
  T: 'Todos os Eventos',
  P: 'Primeiro Evento',
  U: 'Último Evento',
}

/** The codes that a tracking request asks about, in its path or its query (repeated or separated by commas). */
export function codesAskedFor(request: SandboxRequest): readonly string[] {
  if (request.path.startsWith(`${listPath}/`)) return [decodeURIComponent(request.path.slice(listPath.length + 1))]
  return request.query
    .getAll('codigosObjetos')
    .flatMap((value) => value.split(','))
    .map((code) => code.trim())
    .filter((code) => code !== '')
}

/** `GET /srorastro/v1/objetos…`: with a card's token, 50 requests a second, up to 50 codes each. */
export function createTrackingApi(parts: {
  now(): number
  wallNow(): number
  journeys: JourneyBook
  gateway: Gateway
}): (request: SandboxRequest) => CarrierAnswer {
  const { now, journeys, gateway } = parts
  const buckets = new Map<string, RateBucket>()

  const bucketOf = (contract: string) => {
    const bucket = buckets.get(contract) ?? createRateBucket(limit, parts.wallNow)
    buckets.set(contract, bucket)
    return bucket
  }

  const objectOf = (code: string, token: Token, extent: Extent) => {
    if (checkS10(code).kind !== 'valid') return { known: false, object: unknownObject(code, true) }
    const journey = journeys.find('correios', code)
    const ours = journey && (journey.owner === null || journey.owner === token.scope.contract)
    const object = ours ? trackedObject(journey, now(), extent) : undefined
    return { known: object !== undefined, object: object ?? unknownObject(code, false) }
  }

  const track = (request: SandboxRequest, token: Token, headers: Readonly<Record<string, string>>): CarrierAnswer => {
    const authorisedAs = `${token.scope.user}/${token.scope.kind}`
    const refused = (text: string) => ({ response: refusal(request, now(), 400, text), authorisedAs, answered: [] })
    const codes = codesAskedFor(request)
    const fallback = request.path === listPath ? 'U' : 'T'
    const extent = extents[request.query.get('resultado') ?? fallback]
    if (extent === undefined) return refused('SRO-009: Parâmetro resultado inválido')
    if (codes.length === 0) return refused('Nenhum código de objeto informado')
    if (codes.length > mostCodes) return refused(`Quantidade de objetos superior ao limite de ${mostCodes}`)
    const objects = codes.map((code) => ({ code, ...objectOf(code, token, extent) }))
    const body = {
      versao: '3.5.38',
      quantidade: objects.length,
      objetos: objects.map(({ object }) => object),
      tipoResultado: extentTexts[extent],
    }
    const answered = objects.filter(({ known }) => known).map(({ code }) => code)
    return { response: jsonResponse(200, body, headers), authorisedAs, answered }
  }

  return (request) => {
    const caller = gateway(request, demand)
    if (!caller.ok) return caller.error
    const { token, authorisedAs } = caller.value
    const bucket = bucketOf(token.scope.contract ?? token.scope.user)
    const taken = bucket.take()
    const headers = {
      'x-ratelimit-replenish-rate': String(limit.perSecond),
      'x-ratelimit-burst-capacity': String(limit.burst),
      'x-ratelimit-remaining': String(bucket.left()),
    }
    if (!taken) return { authorisedAs, answered: [], response: emptyResponse(429, headers) }
    return track(request, token, headers)
  }
}
