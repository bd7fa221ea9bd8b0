import { fail, ok, type Result } from '../../domain/result.ts'
import type { CallContext, CarrierFailure, Credentials } from '../carrier.ts'
import type { CarrierHttp, CarrierRequest, CarrierResponse } from '../kit/carrier-http.ts'
import { parseJson } from '../kit/json.ts'
import { instantOf } from '../kit/local-time.ts'
import { manyMayListen } from '../kit/many-listeners.ts'
import { secretsOf } from '../kit/redact.ts'
import { failureOf } from './errors.ts'
import { TokenAnswer } from './schemas.ts'

export type Token = {
  readonly value: string
  /** When to ask for the next one, milliseconds UTC. */
  readonly renewAt: number
  /** Numbers of the APIs that it opens, as far as the carrier lists them. */
  readonly apis: readonly number[]
  /** Contract of the posting card, as the price API wants to see it again together with `dr`; null: not told. */
  readonly contract: string | null
  /** Directorate of the contract. */
  readonly dr: number | null
  /** Fourteen digits; null for a person's access. */
  readonly cnpj: string | null
}

/** One token for all requests that an account makes by one posting card. */
export type TokenKeeper = {
  /** The token in force; asked for once however many wait. */
  current(context: CallContext): Promise<Result<Token, CarrierFailure>>
  /** The carrier refused this token: the next `current` asks for another, unless somebody has already done so. */
  discard(token: Token): void
  /** Forgets everything, a refusal included: the person wants to know how it is now. */
  forget(): void
}

/**
 * A new token is given from 30 minutes before the end of the old one, and the same one before that (token API 1.21), so it is
 * asked for in between.
 */
const renewBeforeEndMs = 15 * 60_000
/** Where the answer does not say how long it lasts, or its end is past by this computer's clock. */
const shortLifeMs = 5 * 60_000
/** Refused credentials are not tried again within this: a row of wrong tries may lock the user out. */
const refusalStandsMs = 60_000

/** Three requests a second, then 429 (token API 1.21); a third of that is plenty for one a day. */
const tokenBudget = { name: 'token', perSecond: 1, burst: 2 }

/** Keepers by connection and credentials, since a connection is one account in one environment, and gone with it. */
const keepers = new WeakMap<CarrierHttp, Map<string, TokenKeeper>>()

/** The cards of an account, before and after its credentials were changed: more are not in use at a time. */
const keepersPerConnection = 4

/** The keeper of an account's tokens for one posting card; a new one when its credentials changed. */
export function tokenKeeper(credentials: Credentials, http: CarrierHttp): TokenKeeper {
  const { user, accessCode, postingCard, contract, dr } = credentials
  const key = JSON.stringify([user, accessCode, postingCard, contract, dr])
  const known = keepers.get(http) ?? new Map<string, TokenKeeper>()
  keepers.set(http, known)
  const keeper = known.get(key) ?? createTokenKeeper(credentials)
  // The one used last stands last, so that the first is the one to forget.
  known.delete(key)
  known.set(key, keeper)
  for (const old of [...known.keys()].slice(0, -keepersPerConnection)) known.delete(old)
  return keeper
}

type Asked = Promise<Result<Token, CarrierFailure>>

function createTokenKeeper(credentials: Credentials): TokenKeeper {
  let held: Token | null = null
  let refusal: { readonly failure: CarrierFailure; readonly until: number } | null = null
  /** The request under way, and how many wait for it: it is cancelled when nobody does any more. */
  let asking: { readonly answer: Asked; waiting: number; readonly ending: AbortController } | null = null

  const ask = (context: CallContext): NonNullable<typeof asking> => {
    const ending = new AbortController()
    const answer = askForToken(credentials, { ...context, signal: ending.signal }).then((result) => {
      if (result.ok) held = result.value
      else if (!result.error.retryable)
        refusal = { failure: result.error, until: context.clock.now() + refusalStandsMs }
      return result
    })
    const request = { answer, waiting: 0, ending }
    const over = () => {
      if (asking === request) asking = null
    }
    answer.then(over, over)
    return request
  }

  return {
    async current(context) {
      const now = context.clock.now()
      if (context.signal.aborted) return fail(cancelled)
      if (held && held.renewAt > now) return ok(held)
      if (refusal && refusal.until > now) return fail(refusal.failure)
      refusal = null
      const shared = (asking ??= ask(context))
      shared.waiting++
      const result = await orCancelled(shared.answer, context.signal)
      shared.waiting--
      if (shared.waiting === 0 && asking === shared) {
        asking = null
        shared.ending.abort()
      }
      return result
    },
    discard(token) {
      if (held?.value === token.value) held = null
    },
    forget() {
      held = null
      refusal = null
    },
  }
}

const cancelled: CarrierFailure = { code: 'carrier.cancelled', message: 'cancelled', retryable: true }

/** A shared answer, or `cancelled` for the one whose signal is aborted while others go on waiting. */
async function orCancelled(answer: Asked, signal: AbortSignal): Asked {
  manyMayListen(signal)
  let stop: () => void = () => undefined
  const aborted = new Promise<Result<Token, CarrierFailure>>((resolve) => {
    stop = () => resolve(fail(cancelled))
    signal.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([answer, aborted])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

/** The request for a token of the posting card's scope, which alone reaches all APIs. */
export function tokenRequest(credentials: Credentials): CarrierRequest {
  const { user = '', accessCode = '', postingCard = '', contract, dr } = credentials
  return {
    method: 'POST',
    path: '/token/v1/autentica/cartaopostagem',
    headers: { authorization: `Basic ${Buffer.from(`${user}:${accessCode}`, 'utf8').toString('base64')}` },
    body: { numero: postingCard, ...(contract ? { contrato: contract } : {}), ...(dr ? { dr: Number(dr) } : {}) },
    repeatable: true,
    budget: tokenBudget,
  }
}

async function askForToken(credentials: Credentials, { http, signal, clock }: CallContext): Asked {
  const request = tokenRequest(credentials)
  const sent = await http.send(request, signal)
  if (!sent.ok) return sent
  const response = sent.value
  if (response.status !== 200 && response.status !== 201) {
    return fail(failureOf(response, 'token', secretsOf(request.headers ?? {})))
  }
  const parsed = TokenAnswer.safeParse(parseJson(response.text))
  if (!parsed.success) {
    return fail({
      code: 'carrier.malformed-answer',
      message: 'the answer of the token API has no token',
      retryable: true,
    })
  }
  return ok(tokenOf(parsed.data, response, clock.now()))
}

/** `expiraEm` counts by the carrier's clock: the answer's `Date` says how far that is from ours. */
function tokenOf(answer: TokenAnswer, { clockOffMs = 0 }: CarrierResponse, now: number): Token {
  const end = instantOf(`${answer.expiraEm ?? ''}${answer.zoneOffset ?? '-03:00'}`, 'UTC')
  const leftMs = end === null ? 0 : end - (now - clockOffMs)
  const { cartaoPostagem, contrato, cnpj = '' } = answer
  return {
    value: answer.token,
    renewAt: now + Math.max(shortLifeMs, leftMs - renewBeforeEndMs),
    apis: [...new Set([cartaoPostagem?.api, contrato?.api, answer.api, answer.apis].flatMap((list) => list ?? []))],
    contract: cartaoPostagem?.contrato ?? contrato?.numero ?? null,
    // Nothing has the number 0, which is what an absent one is read as.
    dr: cartaoPostagem?.dr || contrato?.dr || null,
    cnpj: /^\d{14}$/.test(cnpj) ? cnpj : null,
  }
}
