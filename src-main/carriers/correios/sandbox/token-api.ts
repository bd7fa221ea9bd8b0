import { z } from 'zod'
import type { CarrierAnswer } from '../../../sandbox/carrier-sandbox.ts'
import { emptyResponse, jsonBody, jsonResponse, type SandboxRequest } from '../../../sandbox/http-message.ts'
import { createRateBucket, type RateBucket } from '../../../sandbox/rate-bucket.ts'
import type { CorreiosAccount, CorreiosState } from './accounts.ts'
import { refusal, shapedRefusal } from './message.ts'
import { tokenTimes, type TokenDesk, type TokenScope } from './tokens.ts'

/** `dr` is a number in the manual; clients send it as text too. */
const Numbered = z.object({ numero: z.string(), contrato: z.string().optional(), dr: z.unknown().optional() })

const limit = { perSecond: 3, burst: 3 }

/** APIs that a token of a contract reaches; pre-posting (36) and interaction (93) need a card's. */
const contractApis = [27, 34, 35, 41, 76, 78, 87, 566, 587]
const userApis = [5, 566]

/** User and code of a Basic header. */
function basicOf(header: string): { user: string; code: string } | undefined {
  const encoded = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(header)?.[1]
  if (encoded === undefined) return undefined
  const text = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  return colon < 0 ? { user: text, code: '' } : { user: text.slice(0, colon), code: text.slice(colon + 1) }
}

/** `POST /token/v1/autentica…`: one token a scope, for 24 hours, three requests a second. */
export function createTokenApi(parts: {
  now(): number
  wallNow(): number
  state: CorreiosState
  tokens: TokenDesk
}): (request: SandboxRequest) => CarrierAnswer {
  const { now, state, tokens } = parts
  const buckets = new Map<string, RateBucket>()

  const bucketOf = (caller: string) => {
    const bucket = buckets.get(caller) ?? createRateBucket(limit, parts.wallNow)
    buckets.set(caller, bucket)
    return bucket
  }

  const answer = (response: CarrierAnswer['response'], authorisedAs: string | null = null): CarrierAnswer => ({
    response,
    authorisedAs,
    answered: [],
  })

  /** The account of a caller, or in which words he is refused. */
  const enter = (user: string, code: string): CorreiosAccount | string => {
    const account = state.accounts.find((candidate) => candidate.user === user)
    if (code === '') return 'Senha não foi informada'
    const fresh = account?.activeFrom != null && now() < account.activeFrom
    if (!account || account.accessCode !== code || fresh) return 'Usuário ou código de acesso inválido'
    if (account.expiresAt !== null && now() >= account.expiresAt) return 'Código de acesso expirado'
    return account
  }

  const issued = (account: CorreiosAccount, scope: TokenScope, more: object) => {
    const token = tokens.issue(scope)
    const body = {
      ambiente: 'SANDBOX',
      id: account.user,
      ip: '127.0.0.1',
      perfil: 'PJ',
      cnpj: account.cnpj,
      ...more,
      api: userApis,
      ...tokenTimes(token),
      token: token.text,
    }
    return answer(jsonResponse(201, body), `${account.user}/${scope.kind}`)
  }

  const forCard = (request: SandboxRequest, account: CorreiosAccount) => {
    const body = Numbered.safeParse(jsonBody(request))
    if (!body.success) return answer(refusal(request, now(), 400, 'Número do cartão de postagem não informado'))
    const card = account.cards.find(({ number }) => number === body.data.numero)
    const ofContract = body.data.contrato === undefined || body.data.contrato === account.contract
    if (!card || !ofContract) {
      const text = `TOK-003: Cartão de postagem não localizado: ${body.data.numero}`
      return answer(refusal(request, now(), 400, text), account.user)
    }
    const { number, dr, apis } = card
    const scope: TokenScope = { kind: 'card', user: account.user, number, contract: account.contract, apis }
    return issued(account, scope, { cartaoPostagem: { numero: number, contrato: account.contract, dr, api: apis } })
  }

  const forContract = (request: SandboxRequest, account: CorreiosAccount) => {
    const body = Numbered.safeParse(jsonBody(request))
    const dr = account.cards[0]?.dr ?? 72
    if (!body.success || body.data.numero !== account.contract) {
      return answer(refusal(request, now(), 400, 'Contrato não localizado'), account.user)
    }
    const { user, contract } = account
    const scope: TokenScope = { kind: 'contract', user, number: contract, contract, apis: contractApis }
    return issued(account, scope, { contrato: { numero: contract, dr, api: contractApis } })
  }

  return (request) => {
    const header = request.headers['authorization'] ?? ''
    if (/^Bearer /i.test(header)) {
      return answer(refusal(request, now(), 401, "GTW-014: Esquema inválido. Utilize 'Authorization: Basic'"))
    }
    const basic = basicOf(header)
    const caller = basic?.user ?? ''
    if (!bucketOf(caller).take()) return answer(emptyResponse(429))
    const entered = enter(caller, basic?.code ?? '')
    if (typeof entered === 'string') {
      return answer(shapedRefusal(state.unauthorisedBody, request, now(), 401, entered))
    }
    const { user } = entered
    switch (request.path) {
      case '/token/v1/autentica':
        return issued(entered, { kind: 'user', user, number: user, contract: null, apis: userApis }, {})
      case '/token/v1/autentica/contrato':
        return forContract(request, entered)
      case '/token/v1/autentica/cartaopostagem':
        return forCard(request, entered)
      default:
        return answer(refusal(request, now(), 404, 'Recurso não encontrado'), user)
    }
  }
}
