import { expect, it, vi } from 'vitest'
import type { CarrierFailure } from '../../../src-main/carriers/carrier.ts'
import { fail, ok } from '../../../src-main/domain/result.ts'
import type { CarrierLine } from '../../../src-main/engine/carrier-lines.ts'
import { createAccountChecks } from '../../../src-main/engine/services/account-check.ts'
import type { Store } from '../../../src-main/store/store.ts'
import { account, fakeCarrier, fakeLine } from './fake-carrier.ts'

const hour = 3_600_000
const now = 100 * hour

type World = {
  failure?: Partial<CarrierFailure> & Pick<CarrierFailure, 'code'>
  secretsEnteredAt?: number
  sandboxed?: boolean
  online?: boolean
  resolves?: boolean
  line?: Partial<CarrierLine>
  noSandbox?: boolean
}

async function check(world: World) {
  const permissions = [{ name: 'tracking', state: 'missing', service: '38229' }] as const
  const failure = world.failure ? { message: 'words', retryable: false, ...world.failure } : null
  const plain = fakeCarrier()
  const carrier = {
    ...plain,
    capabilities: { ...plain.capabilities, access: { check: async () => ({ failure, permissions }) } },
  }
  const own = account({ secretsEnteredAt: world.secretsEnteredAt ?? 0 })
  const tooFresh = vi.fn()
  const checks = createAccountChecks({
    secretChange: { tryNext: async () => null },
    memories: { note: async () => undefined },
    store: { read: { accounts: { get: async (id: number) => (id === 1 ? own : null) } } } as unknown as Pick<
      Store,
      'read'
    >,
    carriers: [carrier],
    lines: {
      to: async () => [],
      of: () =>
        world.noSandbox ? fail('sandbox-not-running') : ok(fakeLine(carrier, { account: own, ...world.line })),
      networkBack: () => undefined,
      forget: () => undefined,
      sandboxed: world.sandboxed ?? false,
      close: async () => undefined,
    },
    clock: { now: () => now, sleep: async () => undefined },
    isOnline: () => world.online ?? true,
    resolves: async () => world.resolves ?? true,
    tooFresh,
  })
  const steps: string[] = []
  const found = await checks.check(1, new AbortController().signal, (step) => steps.push(step))
  if (!found.ok) throw new Error(found.error.code)
  return { ...found.value, tooFresh, steps }
}

it('is connected when the carrier has nothing to say against it', async () => {
  expect(await check({})).toMatchObject({
    verdict: 'connected',
    until: null,
    at: now,
    steps: ['keychain', 'network', 'token', 'tracking'],
  })
})

it.each<[World, string]>([
  [{ failure: { code: 'carrier.credentials' } }, 'credentials-wrong'],
  [{ failure: { code: 'carrier.credentials' }, secretsEnteredAt: now - 2 * hour + 1 }, 'credentials-too-fresh'],
  [{ failure: { code: 'carrier.credentials-expired' } }, 'access-code-expired'],
  [{ failure: { code: 'carrier.posting-card-unknown' } }, 'posting-card-unknown'],
  [{ failure: { code: 'carrier.not-enabled' } }, 'tracking-not-enabled'],
  [{ failure: { code: 'carrier.down' } }, 'carrier-down'],
  [{ failure: { code: 'carrier.timeout' } }, 'carrier-down'],
  [{ failure: { code: 'carrier.unreachable' } }, 'carrier-down'],
  [{ failure: { code: 'carrier.unreachable' }, online: false }, 'no-network'],
  [{ failure: { code: 'carrier.unreachable' }, resolves: false }, 'no-network'],
  [{ failure: { code: 'carrier.unreachable' }, sandboxed: true }, 'sandbox-not-running'],
  [{ noSandbox: true }, 'sandbox-not-running'],
  [{ failure: { code: 'carrier.clock-wrong', clockOffMs: 47 * 60_000 } }, 'clock-wrong'],
  [{ failure: { code: 'carrier.malformed-answer' } }, 'answer-not-understood'],
  [{ line: { credentials: async () => fail({ code: 'secret-missing', field: 'accessCode' }) } }, 'secret-missing'],
  [
    { line: { credentials: async () => fail({ code: 'keychain-unavailable', message: 'locked' }) } },
    'keychain-unavailable',
  ],
])('tells %o apart as %s', async (world, verdict) => {
  expect((await check(world)).verdict).toBe(verdict)
})

it('says until when it goes on trying a fresh access code, and does', async () => {
  const entered = now - hour
  const found = await check({ failure: { code: 'carrier.credentials' }, secretsEnteredAt: entered })
  expect(found.until).toBe(entered + 2 * hour)
  expect(found.tooFresh).toHaveBeenCalledExactlyOnceWith(1, entered + 2 * hour)
})

it('says what to ask the account manager for, how far the clock is off, and the carrier’s own code', async () => {
  expect((await check({ failure: { code: 'carrier.not-enabled' } })).detail).toEqual({ service: '38229' })
  expect((await check({ failure: { code: 'carrier.clock-wrong', clockOffMs: -47 * 60_000 } })).detail).toEqual({
    minutes: -47,
  })
  expect((await check({ failure: { code: 'carrier.not-enabled', carrierCode: 'GTW-012' } })).carrierSays).toBe(
    'GTW-012',
  )
})
