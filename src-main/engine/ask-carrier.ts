import { randomUUID } from 'node:crypto'
import type { CarrierFailure, Tracking, TrackingAnswer } from '../carriers/carrier.ts'
import type { AccountId } from '../domain/account.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import type { Logger } from '../log/logger.ts'
import type { CarrierLine, LineFailure } from './carrier-lines.ts'
import type { FailedAsk } from './retry-time.ts'

/** What one code brought, and the account it was asked with. */
export type Asked = Result<TrackingAnswer & { readonly account?: AccountId | null }, FailedAsk>

/** Failures that say something about the account and nothing about the parcel: another account may do better. */
const accountsFault: ReadonlySet<string> = new Set<CarrierFailure['code'] | LineFailure['code']>([
  'carrier.credentials',
  'carrier.credentials-expired',
  'carrier.not-enabled',
  'carrier.posting-card-unknown',
  'secret-missing',
])

/**
 * Asks a carrier about codes, one account after another: a code that the first account's contract does not know, or
 * whose access is refused, is asked for with the next. Every code has its own answer.
 *
 * Not found anywhere is "not found" only when every account could be asked; otherwise it is the failure of the one that
 * could not. An account that is switched off is passed over, and what nobody else knows waits for it.
 */
export async function askCarrier(
  codes: readonly string[],
  lines: readonly CarrierLine[],
  signal: AbortSignal,
  log: Logger,
): Promise<ReadonlyMap<string, Asked>> {
  const answers = new Map<string, Asked>()
  let open = codes
  let passedOver = false
  for (const line of lines) {
    if (open.length === 0 || signal.aborted) break
    if (line.isOff()) {
      passedOver = true
      continue
    }
    const given = await askWith(line, open, signal, log)
    for (const code of open) answers.set(code, better(answers.get(code), given.get(code) ?? missing))
    open = open.filter((code) => mayBeKnownElsewhere(answers.get(code)))
  }
  return passedOver ? new Map([...answers].map(([code, asked]) => [code, orWaiting(asked)])) : answers
}

/** What the others do not know may be known to an account that is off. */
const orWaiting = (asked: Asked): Asked =>
  asked.ok && asked.value.kind === 'not-found' ? fail({ code: 'account-off' }) : asked

const missing: Asked = fail({ code: 'carrier.malformed-answer', says: 'the answer does not mention this code' })

const mayBeKnownElsewhere = (asked: Asked | undefined): boolean => {
  if (!asked) return true
  return asked.ok ? asked.value.kind === 'not-found' : accountsFault.has(asked.error.code)
}

/** Of two accounts' answers the one that tells more: known, then failed (who knows?), then not found. */
function better(before: Asked | undefined, now: Asked): Asked {
  if (!before || (now.ok && now.value.kind === 'known')) return now
  return before.ok && !now.ok ? now : before
}

async function askWith(
  line: CarrierLine,
  codes: readonly string[],
  signal: AbortSignal,
  log: Logger,
): Promise<ReadonlyMap<string, Asked>> {
  const { tracking } = line.carrier.capabilities
  const credentials = await line.credentials()
  if (!tracking) return new Map()
  if (!credentials.ok) return new Map(codes.map((code) => [code, fail({ code: credentials.error.code })]))
  const fetched = await fetchAll(
    tracking,
    codes,
    (some) => tracking.fetch(some, credentials.value, line.context(signal)),
    (error, code) => {
      const id = randomUUID().slice(0, 8)
      log.error({ id, carrier: line.carrier.id, code, err: error }, 'a carrier failed unexpectedly')
    },
  )
  const secretsEnteredAt = line.account?.secretsEnteredAt
  const entries = [...fetched].map(([code, result]): [string, Asked] => [
    code,
    result.ok
      ? ok({ ...result.value, account: line.account?.id ?? null })
      : fail(failedAsk(result.error, secretsEnteredAt)),
  ])
  return new Map(entries)
}

const failedAsk = (error: FetchFailure, secretsEnteredAt: FailedAsk['secretsEnteredAt']): FailedAsk => ({
  code: error.code,
  says: error.message,
  retryAfterMs: error.retryAfterMs,
  secretsEnteredAt,
})

type FetchFailure = CarrierFailure | { code: 'internal'; message?: undefined; retryAfterMs?: undefined }

type Fetched = ReadonlyMap<string, Result<TrackingAnswer, FetchFailure>>

/** Fetches; a throw is a bug of the carrier's folder, and halving finds the one code that it is about. */
async function fetchAll(
  tracking: Tracking,
  codes: readonly string[],
  fetch: (codes: readonly string[]) => ReturnType<Tracking['fetch']>,
  failed: (error: unknown, code: string) => void,
): Promise<Fetched> {
  try {
    return await fetch(codes)
  } catch (error) {
    const [only, ...others] = codes
    if (only === undefined) return new Map()
    if (others.length === 0) {
      failed(error, only)
      return new Map([[only, fail({ code: 'internal' as const })]])
    }
    const middle = Math.ceil(codes.length / 2)
    const first = await fetchAll(tracking, codes.slice(0, middle), fetch, failed)
    return new Map([...first, ...(await fetchAll(tracking, codes.slice(middle), fetch, failed))])
  }
}
