import PQueue from 'p-queue'
import { Agent, type Dispatcher } from 'undici'
import type { Clock } from '../../domain/clock.ts'
import { fail, ok } from '../../domain/result.ts'
import { createBreaker, type Admission, type BreakerOptions } from './breaker.ts'
import type { CarrierHttp, CarrierRequest, CarrierResponse } from './carrier-http.ts'
import { dateIn, isLoopback, judgeCertificate } from './clock-off.ts'
import { createHealthRecord, type Health, type HealthListener } from './health.ts'
import { manyMayListen } from './many-listeners.ts'
import { createRateBudget, type RateBudget, type RateLimit } from './rate-budget.ts'
import { redact, secretsOf } from './redact.ts'
import { cancelled, passing, signOf, verdictOf, type Verdict } from './verdict.ts'
import { exchange, type Wire, type WireAnswer, type WireFailure } from './wire.ts'

/** One try, as the log sees it: no query, no headers, no bodies. */
export type HttpLogLine = {
  readonly account: string
  readonly method: string
  readonly host: string
  readonly path: string
  readonly attempt: number
  readonly ms: number
  /** HTTP status, or what went wrong instead. */
  readonly outcome: string
  /** Length of the answer, in bytes. */
  readonly bytes: number
}

export type CarrierHttpOptions = {
  /** Base address of the account's environment. */
  readonly baseUrl: string
  /** Names the account in the log: budgets, breaker and health are one account's, so each account has its own connection. */
  readonly account: string
  readonly budget: RateLimit & { readonly concurrency: number }
  /** The wall clock, also where a sandbox has its own time: limits protect a real server from real requests. */
  readonly clock: Clock
  /** From 0 up to 1, as `Math.random`. */
  readonly random: () => number
  readonly log?: ((line: HttpLogLine) => void) | undefined
  /** Other ways to the network than a direct one: a proxy, a test's. Whoever hands it in closes it. */
  readonly dispatcher?: Dispatcher | undefined
  readonly timeoutMs?: number
  readonly tries?: number
  readonly largestAnswer?: number
  readonly breaker?: BreakerOptions
  /** False: the other side keeps a time of its own. Default: true unless the address is a loopback one. */
  readonly comparesClock?: boolean
}

/** A connection with its health, for whoever owns it; a carrier sees only `CarrierHttp`. */
export type CarrierConnection = Required<CarrierHttp> & {
  health(): Health
  onHealth(listener: HealthListener): () => void
  /** The network is back: what failed meanwhile says nothing of the carrier, which is not left alone for it. */
  networkBack(): void
  close(): Promise<void>
}

const defaults = {
  timeoutMs: 20_000,
  tries: 4,
  largestAnswer: 16 * 1024 * 1024,
  breaker: { failures: 8, firstRestMs: 30_000, longestRestMs: 600_000 },
}
const firstPauseMs = 500
const longestPauseMs = 30_000
/** A carrier that asks to wait longer than this is not waited for within a call: the caller is told when to come again. */
const longestWaitMs = 60_000
/** An answer later than this makes the carrier `slow`. */
const slowMs = 5000

/** Makes the connection of one account with one carrier. */
export function createCarrierHttp(options: CarrierHttpOptions): CarrierConnection {
  const { clock, random, budget } = options
  const { timeoutMs, tries, largestAnswer, breaker: breakerOptions } = { ...defaults, ...options }
  const baseUrl = options.baseUrl.replace(/\/+$/, '')
  const dispatcher =
    options.dispatcher ?? new Agent({ connect: { timeout: timeoutMs }, headersTimeout: 0, bodyTimeout: 0 })
  const breaker = createBreaker(breakerOptions, clock, random)
  const health = createHealthRecord(breaker, clock)
  const atOnce = new PQueue({ concurrency: budget.concurrency })
  const turnsOf = budgetsByName(budget, clock)
  const comparesClock = options.comparesClock ?? !isLoopback(baseUrl)
  const tryOnce = createTry({ wire: { baseUrl, dispatcher, timeoutMs, largestAnswer }, breaker, health, options })

  /** Growing pauses, spread by chance so that callers who failed together do not come again together. */
  const growing = (number: number) => Math.min(longestPauseMs, firstPauseMs * 2 ** (number - 1)) * (0.5 + random())

  const responseOf = ({ status, headers, text }: WireAnswer): CarrierResponse => {
    const date = comparesClock ? dateIn(headers) : null
    return { status, headers, text, clockOffMs: date === null ? undefined : clock.now() - date }
  }

  const send: CarrierHttp['send'] = async (request, signal) => {
    manyMayListen(signal)
    const turns = turnsOf(request.budget)
    const repeatable = request.repeatable ?? request.method === 'GET'
    for (let number = 1; ; number++) {
      if (signal.aborted) return fail(cancelled)
      const verdict = await atOnce
        .add(() => tryOnce(request, turns, number, signal), { signal })
        .catch((error: unknown) => {
          if (signal.aborted) return { kind: 'final', failure: cancelled } as const
          throw error
        })
      if (verdict.kind === 'answer') return ok(responseOf(verdict.answer))
      if (verdict.kind === 'final') return fail(verdict.failure)
      const { failure, limited, waitMs } = verdict
      const pause = waitMs ?? (limited ? 2 : 1) * growing(number)
      if (limited) turns.pauseUntil(clock.now() + pause)
      const { openUntil } = breaker
      // What was not carried out may be sent again, even if it must not be sent twice.
      if (number >= tries || !(repeatable || limited) || openUntil !== null || pause > longestWaitMs) {
        return fail({ ...failure, retryAfterMs: Math.round(openUntil === null ? pause : openUntil - clock.now()) })
      }
      if (!limited) await clock.sleep(pause, signal)
    }
  }

  return {
    send,
    refused: (failure) => health.refused(failure),
    accepted: () => health.refused(null),
    health: health.current,
    onHealth: health.listen,
    networkBack: breaker.forget,
    close: () => (options.dispatcher ? Promise.resolve() : dispatcher.close()),
  }
}

/** The budgets of a connection: its own, and one for each API that the carrier counts by itself. */
function budgetsByName(own: RateLimit, clock: Clock): (named: CarrierRequest['budget']) => RateBudget {
  const budgets = new Map<string, RateBudget>()
  return (named) => {
    const key = named?.name ?? ''
    const budget = budgets.get(key) ?? createRateBudget(named ?? own, longestWaitMs, clock)
    budgets.set(key, budget)
    return budget
  }
}

type TryParts = {
  readonly wire: Wire
  readonly breaker: ReturnType<typeof createBreaker>
  readonly health: ReturnType<typeof createHealthRecord>
  readonly options: Pick<CarrierHttpOptions, 'clock' | 'log' | 'account'>
}

/** One try: past the breaker, with a turn of the budget, over the wire, and the books kept about how it went. */
function createTry({ wire, breaker, health, options: { clock, log, account } }: TryParts) {
  const { host } = new URL(wire.baseUrl)
  const leftAlone = (waitMs: number): Verdict => ({
    kind: 'final',
    failure: passing('carrier.left-alone', 'left alone after failures in a row', waitMs),
    sign: 'none',
  })

  const admit = async (
    turns: RateBudget,
    signal: AbortSignal,
  ): Promise<Verdict | Extract<Admission, { kind: 'admitted' }>> => {
    const { openUntil } = breaker
    if (openUntil !== null && openUntil > clock.now()) return leftAlone(openUntil - clock.now())
    const turn = await turns.take(signal)
    if (turn === 'cancelled') return { kind: 'final', failure: cancelled, sign: 'none' }
    if (turn === 'paused') {
      const failure = passing('carrier.rate-limited', 'the carrier asked to wait', turns.pausedUntil() - clock.now())
      return { kind: 'final', failure, sign: 'none' }
    }
    const admission = breaker.enter()
    return admission.kind === 'left-alone' ? leftAlone(admission.retryAfterMs) : admission
  }

  const judge = async (outcome: WireAnswer | WireFailure, signal: AbortSignal): Promise<Verdict> =>
    outcome.kind === 'certificate-date'
      ? judgeCertificate(outcome.cause, wire, clock.now, signal)
      : verdictOf(outcome, clock.now())

  return async (request: CarrierRequest, turns: RateBudget, attempt: number, signal: AbortSignal): Promise<Verdict> => {
    const admission = await admit(turns, signal)
    if (admission.kind !== 'admitted') return admission
    try {
      const startedAt = clock.now()
      const outcome = await exchange(wire, request, signal)
      const ms = clock.now() - startedAt
      const path = redact(request.path.split('?')[0] ?? '', secretsOf(request.headers ?? {}))
      const words = outcome.kind === 'answer' ? String(outcome.status) : `${outcome.kind} ${outcome.cause}`
      const bytes = outcome.kind === 'answer' ? Buffer.byteLength(outcome.text) : 0
      log?.({ account, method: request.method, host, path, attempt, ms, outcome: words, bytes })
      if (outcome.kind === 'answer') health.answered()
      const verdict = await judge(outcome, signal)
      const sign = signOf(verdict)
      admission.end(sign)
      if (verdict.kind === 'answer') health.good(ms > slowMs)
      else if (sign !== 'none') health.bad(verdict.failure)
      return verdict
    } catch (bug) {
      admission.end('none')
      throw bug
    }
  }
}
