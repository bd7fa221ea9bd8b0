import { z } from 'zod'
import { defineCarrier, type Carrier, type CarrierFailure, type Tracking } from '../../../src-main/carriers/carrier.ts'
import type { Account } from '../../../src-main/domain/account.ts'
import { fail, ok } from '../../../src-main/domain/result.ts'
import type { CarrierLine } from '../../../src-main/engine/carrier-lines.ts'

/** A carrier that answers what a test says. */
export const fakeCarrier = (more: { fetch?: Tracking['fetch']; maxCodesPerCall?: number; id?: string } = {}): Carrier =>
  defineCarrier({
    id: more.id ?? 'fake',
    label: 'Fake',
    accountFields: [
      { key: 'user', kind: 'text', required: true },
      { key: 'accessCode', kind: 'secret', required: true },
    ],
    account: z
      .object({ user: z.string().trim().min(1), accessCode: z.string().optional() })
      .transform(({ user }) => ({ user })),
    hosts: { production: 'https://carrier.invalid' },
    recognise: () => 'maybe',
    publicUrl: () => null,
    budget: { perSecond: 100, burst: 100, concurrency: 2 },
    statusTable: new Map(),
    capabilities: {
      tracking: {
        maxCodesPerCall: more.maxCodesPerCall ?? 3,
        needsAccount: true,
        fetch: more.fetch ?? (async (codes) => new Map(codes.map((code) => [code, known]))),
      },
    },
  })

/** An answer without events. */
export const known = ok({ kind: 'known', events: [], promisedOn: null, raw: '{}' } as const)
export const notFound = ok({ kind: 'not-found', raw: '{}' } as const)
export const failed = (code: CarrierFailure['code'], more: Partial<CarrierFailure> = {}) =>
  fail({ code, message: code, retryable: true, ...more })

export const account = (more: Partial<Account> = {}): Account => ({
  id: 1,
  carrier: 'fake',
  name: 'Fake',
  environment: 'production',
  fields: { user: 'u' },
  createdAt: 0,
  updatedAt: 0,
  secretsEnteredAt: 0,
  nextSecretsEnteredAt: null,
  offSince: null,
  ...more,
})

/** A line whose carrier is asked without a network. */
export const fakeLine = (carrier: Carrier, more: Partial<CarrierLine> = {}): CarrierLine => ({
  carrier,
  account: account(),
  isOff: () => false,
  health: () => ({ state: 'up', since: 0, nextTryAt: null, reason: null, lastAnswerAt: null }),
  credentials: async () => ok({ user: 'u', accessCode: 'secret' }),
  context: (signal) => ({
    http: { send: async () => failed('carrier.unreachable') },
    signal,
    clock: { now: () => 0, sleep: async () => undefined },
  }),
  ...more,
})
