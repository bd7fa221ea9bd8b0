import type { CarrierAnswer } from '../../../sandbox/carrier-sandbox.ts'
import { emptyResponse, type SandboxRequest } from '../../../sandbox/http-message.ts'
import { createRateBucket, type RateBucket } from '../../../sandbox/rate-bucket.ts'
import { fail, ok, type Result } from '../../../domain/result.ts'
import type { CorreiosAccount, CorreiosState } from './accounts.ts'
import { refusal } from './message.ts'
import type { Token, TokenDesk, TokenScope } from './tokens.ts'

/** What an API demands of who asks it. */
export type Demand = {
  /** Number that the token has to list. */
  readonly api: number
  /** Service of the contract that lets the API answer; null: it needs none. */
  readonly service: string | null
  readonly scopes: readonly TokenScope['kind'][]
  /** Whether the account's limit of requests a second holds for it. */
  readonly limited: boolean
}

/** Who has been let in. */
export type Caller = { readonly token: Token; readonly account: CorreiosAccount; readonly authorisedAs: string }

/** What stands before every API but the token's: 401 without a Bearer, GTW-008, GTW-012, 429. */
export type Gateway = (request: SandboxRequest, demand: Demand) => Result<Caller, CarrierAnswer>

/** Services of the contract that a token may use: its card's, or those of all cards. */
export const servicesOf = ({ account, token }: Pick<Caller, 'account' | 'token'>): readonly string[] =>
  account.cards
    .filter(({ number }) => token.scope.kind !== 'card' || number === token.scope.number)
    .flatMap(({ services }) => services)

/** Makes the gateway. */
export function createGateway(parts: {
  now(): number
  wallNow(): number
  state: CorreiosState
  tokens: TokenDesk
}): Gateway {
  const { now, state, tokens } = parts
  const buckets = new Map<string, { perSecond: number; bucket: RateBucket }>()

  const takesOne = (user: string) => {
    const perSecond = state.quotes.requestsPerSecond
    if (perSecond === null) return true
    let kept = buckets.get(user)
    if (kept?.perSecond !== perSecond) {
      kept = { perSecond, bucket: createRateBucket({ perSecond, burst: perSecond }, parts.wallNow) }
      buckets.set(user, kept)
    }
    return kept.bucket.take()
  }

  return (request, { api, service, scopes, limited }) => {
    const refused = (authorisedAs: string | null, response: CarrierAnswer['response']) =>
      fail({ response, authorisedAs, answered: [] })
    const bearer = /^Bearer (.+)$/i.exec(request.headers['authorization'] ?? '')?.[1]
    if (bearer === undefined) return refused(null, refusal(request, now(), 401, 'GTW-001: Token não informado'))
    const token = state.refuseTokens ? undefined : tokens.valid(bearer)
    if (!token) return refused(null, refusal(request, now(), 403, 'GTW-008: Token não válido para este ambiente.'))
    const authorisedAs = `${token.scope.user}/${token.scope.kind}`
    const account = state.accounts.find(({ user }) => user === token.scope.user)
    const listed = scopes.includes(token.scope.kind) && token.scope.apis.includes(api)
    if (!account || !listed || (service !== null && !servicesOf({ account, token }).includes(service))) {
      return refused(authorisedAs, refusal(request, now(), 403, `GTW-012: Acesso não autorizado - API ${api} restrita`))
    }
    if (limited && !takesOne(account.user)) return refused(authorisedAs, emptyResponse(429))
    return ok({ token, account, authorisedAs })
  }
}
