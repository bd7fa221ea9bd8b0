import type { CarrierFailure, QuoteAnswers, QuoteQuestion, Quoting } from '../carriers/carrier.ts'
import type { AccountId } from '../domain/account.ts'
import type { Clock } from '../domain/clock.ts'
import { weightBand } from '../domain/freight-band.ts'
import type { FreightService, QuoteRefusal, ServiceDeadline, ServicePrice } from '../domain/quote.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import type { Shipment } from '../domain/shipment.ts'
import { chargedWeight } from '../domain/volumetric-weight.ts'
import type { QuotedAnswer, QuotedQuestion, Said, Store } from '../store/store.ts'
import type { CarrierLine, LineFailure } from './carrier-lines.ts'
import { createQuoteRefusals } from './quote-refusals.ts'

/** Nobody is asked: there is no network, or a person switched the carrier or the account off. */
export type NotAsked = { readonly code: 'off-line' | 'switched-off' | 'sandbox-not-running' }

/** An answer to one half of a question, and whether the carrier gave it now or before. */
export type DeskAnswer<T> = Result<
  Said<T> & { readonly now: boolean },
  CarrierFailure | QuoteRefusal | LineFailure | NotAsked
>

export type DeskAnswers = {
  readonly prices: ReadonlyMap<string, DeskAnswer<ServicePrice>>
  readonly deadlines: ReadonlyMap<string, DeskAnswer<ServiceDeadline>>
}

export type DeskOptions = {
  readonly signal: AbortSignal
  /** Asked again, whatever was said before. */
  readonly anew?: boolean
  /** Hears of each half as it comes. */
  readonly told?: (answers: Partial<DeskAnswers>) => void
}

/** The carriers' answers to questions of freight, each asked once while it holds. */
export type QuoteDesk = {
  /** Both halves of every question, from what was said today and from the carrier. */
  ask(
    line: CarrierLine,
    quoting: Quoting,
    questions: readonly QuoteQuestion[],
    options: DeskOptions,
  ): Promise<DeskAnswers>
  /** Services of the contract: those heard of today, else asked for, else those heard of last. */
  services(
    line: CarrierLine,
    quoting: Quoting,
    signal: AbortSignal,
  ): Promise<Result<readonly FreightService[], CarrierFailure | LineFailure>>
  /** Services heard of last, without asking. */
  knownServices(account: AccountId): Promise<readonly FreightService[] | null>
}

/** Tariffs change from one day to another at the earliest, and a question names its posting day. */
const holdsMs = 24 * 3_600_000

type Part = 'price' | 'deadline'
type Recorded = QuotedQuestion & QuotedAnswer

/** Makes the desk. */
export function createQuoteDesk(store: Pick<Store, 'read' | 'write'>, clock: Clock): QuoteDesk {
  const { read, write } = { read: store.read.quotes, write: store.write.quotes }
  const refusals = createQuoteRefusals(clock)

  /** Puts questions to the carrier, remembers what it says, and answers each of them. */
  const askHalf = async <T>(
    part: Part,
    open: ReadonlyMap<string, QuotedQuestion>,
    send: () => Promise<QuoteAnswers<T>>,
    record: (question: QuotedQuestion, said: Said<T>) => Recorded,
  ): Promise<Map<string, DeskAnswer<T>>> => {
    const answers: QuoteAnswers<T> = open.size === 0 ? new Map() : await send()
    const at = clock.now()
    const heard: Recorded[] = []
    const known = new Map<string, DeskAnswer<T>>()
    for (const [key, question] of open) {
      const answer: Result<T, CarrierFailure | QuoteRefusal> = answers.get(key) ?? fail(unanswered)
      known.set(key, answer.ok ? ok({ value: answer.value, at, now: true }) : answer)
      if (answer.ok) heard.push(record(question, { value: answer.value, at }))
      else if (isRefusal(answer.error)) refusals.note(refusalKey(part, question), answer.error)
    }
    if (heard.length > 0) await write.record(heard)
    return known
  }

  /** What is known of one half without asking. */
  const fromBefore = <T>(
    part: Part,
    questions: ReadonlyMap<string, QuotedQuestion>,
    kept: readonly (Said<T> | null)[],
  ): Map<string, DeskAnswer<T>> => {
    const known = new Map<string, DeskAnswer<T>>()
    ;[...questions].forEach(([key, question], index) => {
      const said = kept[index]
      const refusal = refusals.of(refusalKey(part, question))
      if (said) known.set(key, ok({ ...said, now: false }))
      else if (refusal) known.set(key, fail(refusal))
    })
    return known
  }

  return {
    async ask(line, quoting, questions, { signal, anew = false, told = () => undefined }) {
      const account = line.account?.id ?? 0
      const asked = new Map(questions.map((question) => [question.key, quotedQuestion(account, question)]))
      const kept = anew ? [] : await read.fresh([...asked.values()], clock.now() - holdsMs)
      const before = anew ? new Map<string, QuotedQuestion>() : asked
      const prices = fromBefore(
        'price',
        before,
        kept.map(({ price }) => price),
      )
      const deadlines = fromBefore(
        'deadline',
        before,
        kept.map(({ deadline }) => deadline),
      )
      told({ prices, deadlines })

      const credentials = await line.credentials()
      const context = line.context(signal)
      const half = async <T>(
        part: Part,
        known: Map<string, DeskAnswer<T>>,
        ask: (...call: Parameters<Quoting['prices']>) => Promise<QuoteAnswers<T>>,
        record: (question: QuotedQuestion, said: Said<T>) => Recorded,
      ): Promise<void> => {
        const open = new Map([...asked].filter(([key]) => !known.has(key)))
        const put = questions.filter(({ key }) => open.has(key))
        if (credentials.ok) {
          const send = () => ask(put, credentials.value, context)
          for (const [key, answer] of await askHalf(part, open, send, record)) known.set(key, answer)
        } else for (const key of open.keys()) known.set(key, credentials)
        told(part === 'price' ? { prices } : { deadlines })
      }
      await Promise.all([
        half('price', prices, quoting.prices, (question, price) => ({ ...question, price, deadline: null })),
        half('deadline', deadlines, quoting.deadlines, (question, deadline) => ({
          ...question,
          price: null,
          deadline,
        })),
      ])
      return { prices, deadlines }
    },

    async services(line, quoting, signal) {
      const account = line.account?.id ?? 0
      const kept = await read.services(account)
      if (kept && kept.at >= clock.now() - holdsMs) return ok(kept.value)
      const credentials = await line.credentials()
      const answer = credentials.ok ? await quoting.services(credentials.value, line.context(signal)) : credentials
      if (!answer.ok) return kept ? ok(kept.value) : answer
      await write.recordServices(account, answer.value, clock.now())
      return answer
    },

    knownServices: async (account) => (await read.services(account))?.value ?? null,
  }
}

const unanswered: CarrierFailure = {
  code: 'carrier.malformed-answer',
  message: 'a question was not answered',
  retryable: true,
}

/** Whether an answer is the carrier's no to this question, and not a failure to ask it. */
export const isRefusal = (error: { readonly code: string }): error is QuoteRefusal => error.code.startsWith('quote.')

const refusalKey = (part: Part, { account, service, shipment }: QuotedQuestion): string =>
  JSON.stringify([part, account, service, shipment])

/** A question as the store keeps it. */
export const quotedQuestion = (
  account: AccountId,
  { service, shipment }: { readonly service: string; readonly shipment: Shipment },
): QuotedQuestion => ({ account, service, shipment, band: weightBand(chargedWeight(shipment).weightG) })
