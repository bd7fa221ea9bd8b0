import type { z } from 'zod'
import type { Environment } from '../domain/account.ts'
import type { Clock } from '../domain/clock.ts'
import type { Day } from '../domain/day.ts'
import type { CalendarCountry } from '../domain/holidays.ts'
import type { EventMeaning } from '../domain/parcel-status.ts'
import type { FreightService, QuoteRefusal, ServiceDeadline, ServicePrice } from '../domain/quote.ts'
import type { Result } from '../domain/result.ts'
import type { Shipment } from '../domain/shipment.ts'
import type { TrackingEvent } from '../domain/tracking-event.ts'
import type { CarrierHttp } from './kit/carrier-http.ts'

/** Why a carrier gave no usable answer, in words that every carrier shares. The page makes a sentence of `code`. */
export type CarrierFailure = {
  readonly code:
    | 'carrier.unreachable'
    | 'carrier.timeout'
    | 'carrier.down'
    | 'carrier.rate-limited'
    | 'carrier.malformed-answer'
    | 'carrier.rejected'
    | 'carrier.credentials'
    | 'carrier.credentials-expired'
    | 'carrier.not-enabled'
    | 'carrier.posting-card-unknown'
    | 'carrier.clock-wrong'
    | 'carrier.left-alone'
    | 'carrier.cancelled'
  /** For the log, already free of secrets. */
  readonly message: string
  readonly retryable: boolean
  readonly retryAfterMs?: number
  /** The carrier's own code (`GTW-012`), shown to support. */
  readonly carrierCode?: string
  /** With `carrier.clock-wrong`: how far this computer's clock is ahead (negative: behind), where the carrier told the time. */
  readonly clockOffMs?: number
}

/** Everything that a carrier may touch of the outside world. */
export type CallContext = {
  /** Budgeted, timed, retried and redacted; speaks to the environment of the account. */
  readonly http: CarrierHttp
  readonly signal: AbortSignal
  readonly clock: Clock
}

/** What a carrier knows of one code. */
export type TrackingAnswer =
  | {
      readonly kind: 'known'
      /** The carrier's order, oldest first. */
      readonly events: readonly TrackingEvent[]
      readonly promisedOn: Day | null
      /** The part of the answer about this code as it came, JSON text. */
      readonly raw: string
    }
  | { readonly kind: 'not-found'; readonly raw: string }

/** The account as a carrier sees it: its fields and, at the moment of a call, its secrets. */
export type Credentials = Readonly<Record<string, string>>

export type Tracking = {
  readonly maxCodesPerCall: number
  /** False: public tracking, asked without an account. */
  readonly needsAccount: boolean
  /** Answers each code by itself: one that fails never takes the others with it. Every code asked for is in the map. */
  fetch(
    codes: readonly string[],
    credentials: Credentials,
    context: CallContext,
  ): Promise<ReadonlyMap<string, Result<TrackingAnswer, CarrierFailure>>>
}

/** One service asked about for one shipment; answers are told apart by `key`. */
export type QuoteQuestion = { readonly key: string; readonly service: string; readonly shipment: Shipment }

/** Answers of a carrier by the question's key; every question that was asked is in it. */
export type QuoteAnswers<Answer> = ReadonlyMap<string, Result<Answer, CarrierFailure | QuoteRefusal>>

/** Prices and deadlines of a contract's services. */
export type Quoting = {
  /** Services that the account may quote. */
  services(credentials: Credentials, context: CallContext): Promise<Result<readonly FreightService[], CarrierFailure>>
  /** Says without asking what the carrier would refuse, in its order of gravity; empty: it may be asked. */
  check(service: FreightService, shipment: Shipment): readonly QuoteRefusal[]
  /** Asked in as few requests as the carrier allows; what it refuses of one question never takes the others with it. */
  prices(
    questions: readonly QuoteQuestion[],
    credentials: Credentials,
    context: CallContext,
  ): Promise<QuoteAnswers<ServicePrice>>
  deadlines(
    questions: readonly QuoteQuestion[],
    credentials: Credentials,
    context: CallContext,
  ): Promise<QuoteAnswers<ServiceDeadline>>
}

/** What a contract is, as the carrier has it. */
export type ContractFacts = {
  /** Fourteen digits. */
  readonly cnpj: string
  readonly contract: string
  readonly endsOn: Day | null
  readonly cards: readonly {
    readonly number: string
    readonly active: boolean
    readonly endsOn: Day | null
    readonly services: readonly FreightService[]
  }[]
}

/** A place behind a postal code, as the carrier has it. */
export type PostalPlace = {
  readonly code: string
  readonly state: string
  readonly city: string
  readonly district: string | null
  readonly street: string | null
}

/** One permission of an account, as *Test connection* shows it. */
export type Permission = {
  readonly name: 'token' | 'tracking' | 'price' | 'deadline' | 'postal-code' | 'pre-posting' | 'suspension' | 'contract'
  readonly state: 'granted' | 'missing' | 'not-tried'
  /** What to ask the account manager for, such as `38229`. */
  readonly service: string | null
}

export type AccessCheck = {
  readonly failure: CarrierFailure | null
  readonly permissions: readonly Permission[]
  /** What the contract is, where the carrier tells. */
  readonly contract?: ContractFacts
}

/** How an account field is asked for and checked. */
export type AccountField = {
  readonly key: string
  readonly kind: 'text' | 'digits' | 'secret' | 'choice'
  readonly required: boolean
  readonly digits?: number
  readonly choices?: readonly { readonly value: string; readonly label: string }[]
}

/** How sure a carrier is that a code is its own. `maybe`: of its shape, but others' too. */
export type Recognition = 'yes' | 'maybe' | 'no'

/**
 * A carrier: one folder that holds all of it, one line in the registry.
 *
 * A capability that is absent is `undefined`, so that the compiler makes the caller ask and screens hide what can't be done.
 */
export type Carrier = {
  /** Stable: stored with every parcel. */
  readonly id: string
  readonly label: string
  /** Whose public holidays it keeps; absent: Brazil's. */
  readonly country?: CalendarCountry
  readonly accountFields: readonly AccountField[]
  /** Days after which the carrier ends a secret that was entered; absent: it does not. */
  readonly secretLifeDays?: number
  /** Checks and cleans the fields (a posting card gets its leading zero back). */
  readonly account: z.ZodType<Record<string, string>>
  /** Base address of each environment; the sandbox's comes from the application. */
  readonly hosts: Readonly<Partial<Record<Exclude<Environment, 'sandbox'>, string>>>
  /** Expects a cleaned code: upper case, no spaces, dashes or parentheses. */
  recognise(code: string): Recognition
  /** The carrier's page of a parcel, for people. */
  publicUrl(code: string): string | null
  readonly budget: { readonly perSecond: number; readonly burst: number; readonly concurrency: number }
  /** Event code (`BDE/01`) → what it means; the status table that conformance tests go through. */
  readonly statusTable: ReadonlyMap<string, EventMeaning>
  readonly capabilities: {
    readonly tracking?: Tracking
    readonly quoting?: Quoting
    readonly contract?: {
      facts(credentials: Credentials, context: CallContext): Promise<Result<ContractFacts, CarrierFailure>>
    }
    readonly postalCodes?: {
      /** Null: the carrier knows no such code. */
      find(
        code: string,
        credentials: Credentials,
        context: CallContext,
      ): Promise<Result<PostalPlace | null, CarrierFailure>>
    }
    /** Says whether the account may do what it should; tries without changing anything at the carrier. */
    readonly access?: { check(credentials: Credentials, context: CallContext): Promise<AccessCheck> }
  }
}

export const defineCarrier = <const C extends Carrier>(carrier: C): C => carrier
