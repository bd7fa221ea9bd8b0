import fc from 'fast-check'
import { expect, it } from 'vitest'
import { areFresh, freshSecretMs, retryAt, type AskFailure } from '../../../src-main/engine/retry-time.ts'

const minute = 60_000
const codes: AskFailure[] = [
  'carrier.unreachable',
  'carrier.rate-limited',
  'carrier.rejected',
  'carrier.credentials',
  'internal',
]

it('is never before the carrier said, and always later than now', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...codes),
      fc.nat(1e9),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (code, retryAfterMs, random) => {
        const at = retryAt({ code, retryAfterMs }, 1000, () => random)
        expect(at).toBeGreaterThanOrEqual(1000 + retryAfterMs)
        expect(at).toBeGreaterThan(1000)
      },
    ),
  )
})

it('comes soon for a network that failed, late for a code that the carrier rejects', () => {
  const noJitter = () => 0
  expect(retryAt({ code: 'carrier.unreachable' }, 0, noJitter)).toBe(5 * minute)
  expect(retryAt({ code: 'carrier.rejected' }, 0, noJitter)).toBe(360 * minute)
})

it('goes on trying while an access code is fresh, and seldom after that', () => {
  const noJitter = () => 0
  const refused = { code: 'carrier.credentials', secretsEnteredAt: 0 } as const
  expect(retryAt(refused, freshSecretMs - 1, noJitter) - freshSecretMs + 1).toBe(5 * minute)
  expect(retryAt(refused, freshSecretMs, noJitter) - freshSecretMs).toBe(30 * minute)
  expect(areFresh(null, 0)).toBe(false)
})
