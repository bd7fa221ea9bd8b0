import type { Carrier, QuoteQuestion } from '../carriers/carrier.ts'
import type { Account } from '../domain/account.ts'
import type { Clock } from '../domain/clock.ts'
import { bestOffers } from '../domain/offer.ts'
import type { QuoteJob, QuoteRow, QuoteRowResult } from '../domain/quote-job.ts'
import type { FreightService } from '../domain/quote.ts'
import type { Shipment } from '../domain/shipment.ts'
import { surchargeOf, type Surcharge } from '../domain/surcharge.ts'
import type { Store } from '../store/store.ts'
import { priceFromTable, tableOfferFor, type IndexedFreightTable } from '../domain/freight-price.ts'
import type { RateRule } from '../domain/rate-rules.ts'
import { chooseOffer } from './offer-choice.ts'
import type { FreightTablesService } from './services/freight-tables.ts'
import type { RateRulesService } from './services/rate-rules.ts'
import type { CarrierLine } from './carrier-lines.ts'
import { makeOffer, makeTableOffer } from './offer-maker.ts'
import { isRefusal, type DeskAnswer, type DeskAnswers, type QuoteDesk } from './quote-desk.ts'

/** How far a job is. */
export type QuoteJobProgress = {
  readonly done: number
  readonly total: number
  /** Rows that can't be quoted. */
  readonly bad: number
  /** Why the carrier does not answer just now; null: it does. */
  readonly trouble: string | null
}

/** Quotes the open rows of a job until none is left. Answers why it stopped by itself; null: every row has its answer. */
export type QuoteJobRunner = (
  job: QuoteJob,
  line: CarrierLine,
  account: Account,
  task: { readonly signal: AbortSignal; readonly report: (progress: QuoteJobProgress) => void },
) => Promise<string | null>

export type QuoteJobRunnerOptions = {
  readonly store: Pick<Store, 'read' | 'write'>
  readonly desk: QuoteDesk
  readonly clock: Clock
  readonly rules: Pick<RateRulesService, 'list'>
  /** The shop's own tables. */
  readonly tables: Pick<FreightTablesService, 'indexed'>
}

/** What every row of a round is quoted with. */
type Basis = {
  readonly services: readonly FreightService[]
  readonly carrier: Carrier
  readonly surcharge: Surcharge
  readonly tables: readonly IndexedFreightTable[]
  readonly rules: readonly RateRule[]
}

/** Rows that are asked about together: enough to fill the carrier's batches, few enough that a kill costs seconds. */
const chunk = 100

/** After this many fruitless tries in a row, each after a longer pause, the job waits for a person. */
const tries = 8
const firstPauseMs = 2_000
const longestPauseMs = 120_000

/** Makes the runner. */
export function createQuoteJobRunner(options: QuoteJobRunnerOptions): QuoteJobRunner {
  const { store, desk, clock } = options

  /** Questions of several rows that are the same are one question. */
  const questionsOf = (
    rows: readonly QuoteRow[],
    services: readonly FreightService[],
    carrier: Carrier,
  ): Map<string, QuoteQuestion> => {
    const questions = new Map<string, QuoteQuestion>()
    for (const { shipment } of rows)
      for (const service of shipment ? services : [])
        if (shipment && carrier.capabilities.quoting?.check(service, shipment).length === 0) {
          const key = keyOf(service, shipment)
          questions.set(key, { key, service: service.code, shipment })
        }
    return questions
  }

  const resultOf = (
    { shipment, channel }: { readonly shipment: Shipment; readonly channel: string | null },
    { services, carrier, surcharge, tables, rules }: Basis,
    answers: DeskAnswers,
  ): QuoteRowResult => {
    const own = priceFromTable(tables, shipment)
    const asked = services.map((service) => {
      const key = keyOf(service, shipment)
      const refusals = carrier.capabilities.quoting?.check(service, shipment) ?? []
      const price = answers.prices.get(key) ?? null
      const deadline = answers.deadlines.get(key) ?? null
      return makeOffer({ service, shipment, refusals, price, deadline, nearest: null, table: null, surcharge })
    })
    const others = own.filter((offer) => !services.some((service) => tableOfferFor([offer], service)))
    const offers = [...asked, ...others.map((offer) => makeTableOffer(offer, surcharge))]
    return { offers, ...bestOffers(offers), choice: chooseOffer(rules, shipment, channel, offers) }
  }

  const round = async (
    job: QuoteJob,
    rows: readonly QuoteRow[],
    line: CarrierLine,
    account: Account,
    signal: AbortSignal,
  ): Promise<{ readonly done: number; readonly trouble: string | null }> => {
    const { quoting } = line.carrier.capabilities
    if (!quoting) return { done: 0, trouble: 'carrier.not-enabled' }
    const services = await desk.services(line, quoting, signal)
    if (!services.ok) return { done: 0, trouble: services.error.code }
    const questions = questionsOf(rows, services.value, line.carrier)
    const answers = await desk.ask(line, quoting, [...questions.values()], { signal })
    const basis: Basis = {
      services: services.value,
      carrier: line.carrier,
      surcharge: surchargeOf(account.fields),
      tables: await options.tables.indexed(),
      rules: await options.rules.list(),
    }
    const results: { row: number; result: QuoteRowResult }[] = []
    let trouble: string | null = null
    for (const { row, shipment, channel } of rows) {
      if (!shipment) continue
      const keys = services.value.map((service) => keyOf(service, shipment)).filter((key) => questions.has(key))
      const open = keys.map((key) => troubleOf(answers.prices.get(key)) ?? troubleOf(answers.deadlines.get(key)))
      const why = open.find((code) => code !== null) ?? null
      trouble ??= why
      if (why === null) results.push({ row, result: resultOf({ shipment, channel }, basis, answers) })
    }
    if (results.length > 0) await store.write.quoteJobs.record(job.id, results)
    return { done: results.length, trouble }
  }

  return async (job, line, account, { signal, report }) => {
    let done = job.done
    let fruitless = 0
    const tell = (trouble: string | null) => report({ done, total: job.total - job.bad, bad: job.bad, trouble })
    tell(null)
    for (;;) {
      const rows = await store.read.quoteJobs.open(job.id, chunk)
      if (rows.length === 0 || signal.aborted) return null
      const { done: more, trouble } = await round(job, rows, line, account, signal)
      done += more
      if (signal.aborted) return null
      tell(trouble)
      fruitless = more > 0 ? 0 : fruitless + 1
      if (trouble !== null && (isFinal(trouble) || fruitless >= tries)) return trouble
      if (trouble !== null) await clock.sleep(Math.min(firstPauseMs * 2 ** fruitless, longestPauseMs), signal)
    }
  }
}

/** Waiting does not mend these: the access itself is refused. */
const isFinal = (trouble: string): boolean =>
  [
    'carrier.credentials',
    'carrier.credentials-expired',
    'carrier.not-enabled',
    'carrier.posting-card-unknown',
    'keychain-unavailable',
    'secret-missing',
  ].includes(trouble)

/** A refusal is an answer; anything else that is none leaves the row open. */
const troubleOf = (answer: DeskAnswer<unknown> | undefined): string | null => {
  if (answer === undefined) return 'carrier.malformed-answer'
  return answer.ok || isRefusal(answer.error) ? null : answer.error.code
}

const keyOf = (service: FreightService, shipment: Shipment): string => `${service.code} ${JSON.stringify(shipment)}`
