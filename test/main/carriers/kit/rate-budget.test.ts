import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRateBudget } from '../../../../src-main/carriers/kit/rate-budget.ts'
import { createVirtualClock } from '../../../support/virtual-clock.ts'
import { runs } from '../../../support/property-runs.ts'

const signal = () => new AbortController().signal

describe('a rate budget', () => {
  it('never gives more turns in any stretch of time than the bucket and what has flowed into it', async () => {
    const limits = fc.record({ perSecond: fc.integer({ min: 1, max: 50 }), burst: fc.integer({ min: 1, max: 20 }) })
    /** Pauses between askers, milliseconds: crowds and trickles. */
    const arrivals = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3000 })), {
      minLength: 1,
      maxLength: 40,
    })
    await fc.assert(
      fc.asyncProperty(limits, arrivals, async (limit, pauses) => {
        const clock = createVirtualClock(0)
        const budget = createRateBudget(limit, 60_000, clock)
        const given: number[] = []
        const takers: Promise<void>[] = []
        for (const pause of pauses) {
          if (pause > 0) await clock.sleep(pause)
          takers.push(budget.take(signal()).then(() => void given.push(clock.now())))
        }
        await Promise.all(takers)
        expect(given).toHaveLength(pauses.length)
        given.forEach((from, i) =>
          given
            .slice(i)
            .forEach((to, more) =>
              expect(more + 1).toBeLessThanOrEqual(limit.burst + ((to - from) / 1000) * limit.perSecond + 1e-6),
            ),
        )
      }),
      { numRuns: runs(60) },
    )
  })

  it('gives turns in the order in which they were asked for', async () => {
    const clock = createVirtualClock(0)
    const budget = createRateBudget({ perSecond: 10, burst: 1 }, 60_000, clock)
    const order: number[] = []
    await Promise.all([1, 2, 3, 4].map((number) => budget.take(signal()).then(() => order.push(number))))
    expect(order).toEqual([1, 2, 3, 4])
    expect(clock.now()).toBe(300)
  })

  it('passes over who gave up', async () => {
    const clock = createVirtualClock(0)
    const budget = createRateBudget({ perSecond: 1, burst: 1 }, 60_000, clock)
    await budget.take(signal())
    const stop = new AbortController()
    const [gaveUp, waited] = [budget.take(stop.signal), budget.take(signal())]
    stop.abort()
    expect(await gaveUp).toBe('cancelled')
    expect(await waited).toBe('granted')
    expect(clock.now()).toBe(1000)
    expect(await budget.take(AbortSignal.abort())).toBe('cancelled')
  })

  it('makes everybody wait through a short pause, and nobody through a long one', async () => {
    const clock = createVirtualClock(0)
    const budget = createRateBudget({ perSecond: 100, burst: 100 }, 60_000, clock)
    budget.pauseUntil(5000)
    expect(await budget.take(signal())).toBe('granted')
    expect(clock.now()).toBe(5000)
    budget.pauseUntil(clock.now() + 60_001)
    expect(await budget.take(signal())).toBe('paused')
    expect(clock.now()).toBe(5000)
  })

  it('sends away those who wait already when a long pause begins', async () => {
    const clock = createVirtualClock(0)
    const budget = createRateBudget({ perSecond: 1, burst: 1 }, 60_000, clock)
    await budget.take(signal())
    const waiting = budget.take(signal())
    budget.pauseUntil(3_600_000)
    expect(await waiting).toBe('paused')
  })
})
