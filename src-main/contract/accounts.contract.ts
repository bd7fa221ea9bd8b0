import { z } from 'zod'
import { environments } from '../domain/account.ts'
import { DaySchema } from '../domain/parcel-query.ts'
import { command, query, task } from './define.ts'

/** One field of a carrier's account form. */
const AccountField = z.strictObject({
  key: z.string(),
  kind: z.enum(['text', 'digits', 'secret', 'choice']),
  required: z.boolean(),
  /** Exact number of digits, for `digits`. */
  digits: z.int().positive().optional(),
  choices: z.array(z.strictObject({ value: z.string(), label: z.string() })).optional(),
})

export const CarrierInfo = z.strictObject({
  id: z.string(),
  label: z.string(),
  /** Empty: the carrier's tracking is public and needs no account. */
  account: z.array(AccountField),
  environments: z.array(z.enum(environments)),
  can: z.strictObject({
    tracking: z.boolean(),
    quoting: z.boolean(),
    prePosting: z.boolean(),
    suspension: z.boolean(),
  }),
  /** How many event codes its table knows. */
  eventCodes: z.int().nonnegative(),
})
export type CarrierInfo = z.output<typeof CarrierInfo>

/** What an account may be permitted. */
const permissionName = z.enum([
  'token',
  'tracking',
  'price',
  'deadline',
  'postal-code',
  'pre-posting',
  'suspension',
  'contract',
])

export const AccountView = z.strictObject({
  id: z.int().positive(),
  carrier: z.string(),
  name: z.string(),
  environment: z.enum(environments),
  fields: z.record(z.string(), z.string()),
  /** Which secrets are in the keychain; never their values. */
  secrets: z.record(z.string(), z.boolean()),
  secretsEnteredAt: z.int().nullable(),
  /** When the carrier ends them at the latest, counted from when they were entered; null: it does not. */
  secretsEndAt: z.int().nullable(),
  /** When others were entered that wait until the carrier takes them; null: none wait. */
  nextSecretsEnteredAt: z.int().nullable(),
  /** What the last test of the connection found; null: it was never tested. Made once a day by itself. */
  access: z
    .strictObject({
      checkedAt: z.int(),
      /** Permissions that were granted before and are missing now. */
      lost: z.array(permissionName),
      /** First day on which the contract or one of the account's own cards ends; null: none is told. */
      endsOn: DaySchema.nullable(),
    })
    .nullable(),
  /** Since when nothing is asked with it; null: it is on. */
  offSince: z.int().nullable(),
  parcels: z.int().nonnegative(),
  /** Watched parcels that depend on it: those known for it, and all of its carrier where there is no other account. */
  dependents: z.int().nonnegative(),
})
export type AccountView = z.output<typeof AccountView>

/** What *Test connection* found, each told apart from the others. */
export const checkVerdicts = [
  'connected',
  /** User or access code wrong. */
  'credentials-wrong',
  /** Entered a short while ago and refused: the carrier takes up to two hours; tried again until `until`. */
  'credentials-too-fresh',
  'access-code-expired',
  'posting-card-unknown',
  /** The access is there, the tracking API is not in the contract. `detail.service` is what to ask the account manager for. */
  'tracking-not-enabled',
  'carrier-down',
  'no-network',
  /** `detail.minutes`: how far this computer's clock is off. */
  'clock-wrong',
  'sandbox-not-running',
  'secret-missing',
  'keychain-unavailable',
  'answer-not-understood',
] as const
export type CheckVerdict = (typeof checkVerdicts)[number]

export const AccountCheck = z.strictObject({
  verdict: z.enum(checkVerdicts),
  /** Set while Despacho keeps trying: until when. */
  until: z.int().nullable(),
  /** The carrier's own words or code, for support. */
  carrierSays: z.string().nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  permissions: z.array(
    z.strictObject({
      name: permissionName,
      state: z.enum(['granted', 'missing', 'not-tried']),
      service: z.string().nullable(),
    }),
  ),
  /** What the contract is, where the carrier tells; null: it does not. */
  contract: z
    .strictObject({
      cnpj: z.string(),
      contract: z.string(),
      endsOn: DaySchema.nullable(),
      cards: z.array(
        z.strictObject({
          number: z.string(),
          active: z.boolean(),
          endsOn: DaySchema.nullable(),
          services: z.array(z.strictObject({ code: z.string(), name: z.string() })),
        }),
      ),
    })
    .nullable(),
  /**
   * Secrets that wait beside those in use: `waiting` until the carrier takes them, tried by themselves for two hours; `refused`
   * after that. Null: none wait; what waited and was taken is in use.
   */
  next: z.strictObject({ enteredAt: z.int(), until: z.int(), state: z.enum(['waiting', 'refused']) }).nullable(),
  /** The account is switched off: apart from this test nothing is asked with it. */
  off: z.boolean(),
  at: z.int(),
})
export type AccountCheck = z.output<typeof AccountCheck>

export const accounts = {
  'carriers.list': query({ input: z.strictObject({}), output: z.array(CarrierInfo) }),
  'accounts.list': query({ input: z.strictObject({}), output: z.array(AccountView) }),
  /** Stores an account; secrets go to the keychain and never come back. An absent secret leaves the stored one. */
  'accounts.save': command({
    input: z.strictObject({
      id: z.int().positive().optional(),
      carrier: z.string(),
      name: z.string().trim().min(1).max(80),
      environment: z.enum(environments),
      fields: z.record(z.string(), z.string().max(500)),
      secrets: z.record(z.string(), z.string().max(500)).optional(),
      /** New secrets wait beside those in use until the carrier takes them; `accounts.check` tries them. */
      beside: z.boolean().optional(),
    }),
    output: z.strictObject({ id: z.int().positive() }),
    errors: [
      'carrier-unknown',
      'account-unknown',
      'name-taken',
      'field-invalid',
      'secret-missing',
      'keychain-unavailable',
    ],
  }),
  /** Tries the connection and tells what is wrong, one case from another. A verdict is an answer, not an error. */
  'accounts.check': task({
    input: z.strictObject({ id: z.int().positive() }),
    progress: z.strictObject({ step: z.enum(['keychain', 'network', 'token', 'tracking']) }),
    output: AccountCheck,
    errors: ['account-unknown'],
  }),
  /** Throws away secrets that wait beside those in use. */
  'accounts.discardNext': command({
    input: z.strictObject({ id: z.int().positive() }),
    output: z.strictObject({}),
    errors: ['account-unknown'],
  }),
  /** Switches one account off or on: off, nothing is asked with it but by `accounts.check`, and other accounts of its carrier go on. */
  'accounts.switch': command({
    input: z.strictObject({ id: z.int().positive(), on: z.boolean() }),
    output: z.strictObject({}),
    errors: ['account-unknown'],
  }),
  /** Refused while watched parcels depend on the account, unless `parcels` says what becomes of them. */
  'accounts.remove': command({
    input: z.strictObject({
      id: z.int().positive(),
      parcels: z
        .discriminatedUnion('kind', [
          /** Another account of the same carrier is asked about them. */
          z.strictObject({ kind: z.literal('move'), to: z.int().positive() }),
          /** Nobody is asked about them until a person asks. */
          z.strictObject({ kind: z.literal('stop') }),
        ])
        .optional(),
    }),
    output: z.strictObject({}),
    errors: ['account-unknown', 'account-in-use', 'keychain-unavailable'],
  }),
}
