import type { z } from 'zod'
import type { SandboxRequest, SandboxResponse } from './http-message.ts'
import type { JourneyBook } from './journey-book.ts'
import type { JourneyTemplate } from './journey-plan.ts'
import type { Random } from './random.ts'

/** What a carrier's sandbox may touch. */
export type SandboxWorld = {
  /** The sandbox's time: of events, of tokens, of everything an answer says. */
  now(): number
  /** The wall clock: of request limits, because real requests meet them. */
  wallNow(): number
  readonly random: Random
  readonly journeys: JourneyBook
}

/** An answer, and what the ledger wants to know about it. */
export type CarrierAnswer = {
  readonly response: SandboxResponse
  /** Whom the carrier took the caller for (never a secret); null: for nobody. */
  readonly authorisedAs: string | null
  /** Of the codes that were asked about, those about which the carrier told something. */
  readonly answered: readonly string[]
}

/** A carrier's sandbox at work. */
export type OpenCarrierSandbox = {
  handle(request: SandboxRequest): CarrierAnswer
  /**
   * What a request asks about, for the ledger and for faults of one code: tracking codes, postal codes, the numbers of a batch's
   * questions. Needs no permission.
   */
  codesIn(request: SandboxRequest): readonly string[]
  /** The same in full, one line for each code, where a code is but a number that the caller chose. */
  questionsIn?(request: SandboxRequest): readonly string[]
  /** Accounts, limits and the like, as the control API shows and changes them. */
  readonly settings: CarrierSettings
}

/** What the control API may see and change of a carrier. */
export type CarrierSettings = {
  show(): unknown
  readonly schema: z.ZodType
  /** Takes what `schema` has checked. */
  change(settings: unknown): void
}

/** A carrier's sandbox: one folder beside the carrier and one line in `carriers.ts`. */
export type CarrierSandbox = {
  /** Id of the carrier, and the first part of every path: `/correios/…`. */
  readonly id: string
  readonly templates: readonly JourneyTemplate[]
  /** Zone in which the carrier works; the hours of planned events are hours there. */
  readonly local: { readonly zone: string; readonly offsetHours: number }
  /** Text of an event code, for events that are given without one. */
  textOf(code: string): string
  /** A valid code of the carrier for a journey of this template, another one for each number. */
  codeFor(number: number, template: JourneyTemplate): string
  /** Field values, secrets included, of an account that the sandbox accepts; null: the carrier needs none. */
  readonly sampleAccount: Readonly<Record<string, string>> | null
  open(world: SandboxWorld): OpenCarrierSandbox
}

/** A carrier's settings out of a schema and a place where they are kept. */
export const carrierSettings = <S extends z.ZodType>(
  schema: S,
  show: () => unknown,
  change: (settings: z.output<S>) => void,
): CarrierSettings => ({ schema, show, change: (settings) => change(schema.parse(settings)) })
