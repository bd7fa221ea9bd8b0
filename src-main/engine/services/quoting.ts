import type { Carrier, QuoteQuestion, Quoting } from '../../carriers/carrier.ts'
import type { Account, AccountId } from '../../domain/account.ts'
import type { Clock } from '../../domain/clock.ts'
import { bestOffers, type Offer, type OfferProblem } from '../../domain/offer.ts'
import { problem, type Problem } from '../../domain/problem.ts'
import type { Choice } from '../../domain/choose-service.ts'
import { tableOfferFor } from '../../domain/freight-price.ts'
import type { FreightService } from '../../domain/quote.ts'
import { fail, ok, type Result } from '../../domain/result.ts'
import type { Shipment } from '../../domain/shipment.ts'
import { surchargeOf } from '../../domain/surcharge.ts'
import { chargedWeight, type ChargedWeight } from '../../domain/volumetric-weight.ts'
import type { AsOf, KeptQuote, Store } from '../../store/store.ts'
import type { CarrierLine, CarrierLines } from '../carrier-lines.ts'
import type { FreightTablesService } from './freight-tables.ts'
import type { RateRulesService } from './rate-rules.ts'
import { chooseOffer } from '../offer-choice.ts'
import { makeOffer, makeTableOffer } from '../offer-maker.ts'
import { quotedQuestion, type DeskAnswer, type DeskAnswers, type QuoteDesk } from '../quote-desk.ts'

/** A shipment as a person asks about it: the shop's own postal code and today are taken for granted. */
export type QuoteInput = Omit<Shipment, 'from' | 'postedOn'> & {
  readonly account?: AccountId | undefined
  readonly from?: string | undefined
  readonly postedOn?: string | undefined
  /** Asked again, whatever the carrier said today. */
  readonly anew?: boolean | undefined
}

/** All that a contract's services have to offer for one shipment. */
export type QuoteView = {
  readonly at: number
  readonly account: { readonly id: AccountId; readonly name: string }
  readonly shipment: Shipment
  /** What is charged, grams, and why; `volumetricG` is null for what has no volume that counts. */
  readonly charged: ChargedWeight
  readonly offers: readonly Offer[]
  readonly cheapest: string | null
  readonly fastest: string | null
  /** What the rules take, and why. */
  readonly choice: Choice
  /** Why the carrier could not be asked about any service; null: it could. */
  readonly trouble: OfferProblem['code'] | null
  /** Whether the carrier is still being asked. */
  readonly waiting: boolean
}

export type QuoteProblem = Problem<'no-quoting-account' | 'account-unknown' | 'origin-missing' | 'cancelled'>

/** Freight quotes for one shipment. */
export type QuotingService = {
  /**
   * Asks about every service of the contract. After two seconds without all answers `report` is told what there is instead; the
   * answer comes when the carrier has answered or failed.
   */
  single(
    input: QuoteInput,
    task: { readonly signal: AbortSignal; readonly report: (view: QuoteView) => void },
  ): Promise<Result<QuoteView, QuoteProblem>>
  kept(): Promise<readonly KeptQuote[]>
}

export type QuotingOptions = {
  readonly store: Pick<Store, 'read' | 'write'>
  readonly carriers: readonly Carrier[]
  readonly lines: CarrierLines
  readonly desk: QuoteDesk
  readonly clock: Clock
  /** Who waits is a person: the wall clock. */
  readonly wallClock: Clock
  readonly asOf: () => AsOf
  /** Why nobody is asked now; null: the carrier is asked. */
  readonly idle: (account: Account) => 'off-line' | 'switched-off' | null
  /** The shop's own tables. */
  readonly tables: Pick<FreightTablesService, 'prices'>
  readonly rules: Pick<RateRulesService, 'list'>
}

/** Longest wait of a person; what takes longer is replaced until it comes. */
const patienceMs = 1_800

/** How many quotes are listed. */
const listed = 30

/** Makes the service. */
export function createQuoting(options: QuotingOptions): QuotingService {
  const { store, desk, clock, wallClock } = options

  const accountFor = async (id: AccountId | undefined): Promise<Result<Account, QuoteProblem>> => {
    const accounts = await store.read.accounts.list()
    const quotes = ({ carrier }: Account) => options.carriers.find((one) => one.id === carrier)?.capabilities.quoting
    const account = id === undefined ? accounts.find(quotes) : accounts.find((one) => one.id === id)
    if (account && quotes(account)) return ok(account)
    return fail(
      id === undefined
        ? problem('no-quoting-account', 'no account of a carrier that quotes')
        : problem('account-unknown', `no account ${id} of a carrier that quotes`),
    )
  }

  /** The offers of the contract's services, then those of services that only the shop's own tables have. */
  const offersOf = async ({ account, quoting, shipment, services, ...known }: Asking): Promise<readonly Offer[]> => {
    const surcharge = surchargeOf(account.fields)
    const tables = await options.tables.prices(shipment)
    const offers = services.map(async (service) => {
      const price = known.prices.get(service.code) ?? known.trouble
      const deadline = known.deadlines.get(service.code) ?? known.trouble
      const question = quotedQuestion(account.id, { service: service.code, shipment })
      const nearest = price?.ok && deadline?.ok ? null : await store.read.quotes.nearest(question)
      const refusals = quoting.check(service, shipment)
      const table = tableOfferFor(tables, service)
      return makeOffer({ service, shipment, refusals, price, deadline, nearest, table, surcharge })
    })
    const own = tables.filter((offer) => !services.some((service) => tableOfferFor([offer], service)))
    return [...(await Promise.all(offers)), ...own.map((offer) => makeTableOffer(offer, surcharge))]
  }

  const viewOf = async (state: Asking, waiting: boolean): Promise<QuoteView> => {
    const offers = await offersOf(state)
    const { account, shipment } = state
    return {
      at: clock.now(),
      account: { id: account.id, name: account.name },
      shipment,
      charged: chargedWeight(shipment),
      offers,
      ...bestOffers(offers),
      choice: chooseOffer(await options.rules.list(), shipment, null, offers),
      trouble: state.trouble && !state.trouble.ok ? state.trouble.error.code : null,
      waiting,
    }
  }

  /** Finds out which services there are and asks about each; `state` has at any time what is known. */
  const askAll = async (state: Asking, line: CarrierLine, signal: AbortSignal): Promise<void> => {
    const services = await desk.services(line, state.quoting, signal)
    if (!services.ok) {
      state.trouble = fail(services.error)
      return
    }
    state.services = services.value
    const askable = services.value.filter((service) => state.quoting.check(service, state.shipment).length === 0)
    const questions = askable.map(({ code }): QuoteQuestion => ({ key: code, service: code, shipment: state.shipment }))
    const take = (answers: Partial<DeskAnswers>): void => void Object.assign(state, answers)
    take(await desk.ask(line, state.quoting, questions, { signal, anew: state.anew, told: take }))
  }

  const begin = async (
    input: QuoteInput,
  ): Promise<Result<{ state: Asking; line: CarrierLine | null }, QuoteProblem>> => {
    const found = await accountFor(input.account)
    if (!found.ok) return found
    const account = found.value
    const carrier = options.carriers.find(({ id }) => id === account.carrier)
    const quoting = carrier?.capabilities.quoting
    if (!carrier || !quoting) return fail(problem('no-quoting-account', 'the carrier quotes nothing'))
    const {
      account: _account,
      anew = false,
      from = account.fields['originPostalCode'],
      postedOn = options.asOf().today,
      ...rest
    } = input
    if (!from) return fail(problem('origin-missing', 'neither the question nor the account has an origin'))
    const idle = options.idle(account)
    const line = idle === null ? options.lines.of(carrier, account) : null
    const known = (await desk.knownServices(account.id)) ?? []
    const trouble = idle ?? (line?.ok === false ? line.error : null)
    const state: Asking = {
      account,
      quoting,
      anew,
      shipment: { ...rest, from, postedOn },
      services: known,
      prices: new Map(),
      deadlines: new Map(),
      trouble: trouble === null ? null : fail({ code: trouble }),
    }
    return ok({ state, line: line?.ok ? line.value : null })
  }

  return {
    async single(input, { signal, report }) {
      const begun = await begin(input)
      if (!begun.ok) return begun
      const { state, line } = begun.value
      if (line) {
        const patience = new AbortController()
        const asking = askAll(state, line, signal).finally(() => patience.abort())
        await wallClock.sleep(patienceMs, AbortSignal.any([patience.signal, signal]))
        if (!patience.signal.aborted && !signal.aborted) report(await viewOf(state, true))
        await asking
      }
      if (signal.aborted) return fail(problem('cancelled', 'stopped'))
      const view = await viewOf(state, false)
      await store.write.quotes.keep(view, view.at)
      return ok(view)
    },

    kept: () => store.read.quotes.kept(listed),
  }
}

/** What is known while a carrier is being asked. */
type Asking = {
  readonly account: Account
  readonly quoting: Quoting
  readonly anew: boolean
  readonly shipment: Shipment
  services: readonly FreightService[]
  prices: DeskAnswers['prices']
  deadlines: DeskAnswers['deadlines']
  /** Why no service at all can be asked about. */
  trouble: DeskAnswer<never> | null
}
