import { describe, expect, it, onTestFinished } from 'vitest'
import type { Health } from '../../../../src-main/carriers/kit/health.ts'
import { systemClock } from '../../../../src-main/domain/clock.ts'
import { silence, startLoopbackServer } from '../../../support/loopback-server.ts'
import { connect, fine, get, serve, signal } from './bench.ts'

describe('the breaker', () => {
  const breaker = { failures: 3, firstRestMs: 10_000, longestRestMs: 40_000 }

  it('leaves a carrier that keeps failing alone, probes it once and comes back', async () => {
    let down = true
    const server = await startLoopbackServer(() => (down ? { status: 500 } : fine))
    onTestFinished(server.stop)
    const { http, clock } = connect(server.url, { tries: 1, breaker })
    for (let i = 0; i < 3; i++) await http.send(get, signal())
    expect(http.health()).toMatchObject({ state: 'down', reason: 'carrier.down', nextTryAt: clock.now() + 10_000 })

    const alone = await http.send(get, signal())
    expect(alone).toMatchObject({ ok: false, error: { code: 'carrier.left-alone', retryAfterMs: 10_000 } })
    expect(server.ledger).toHaveLength(3)

    clock.advance(10_000)
    const probes = await Promise.all([1, 2, 3].map(() => http.send(get, signal())))
    expect(server.ledger).toHaveLength(4)
    expect(probes.map((probe) => (probe.ok ? 'ok' : probe.error.code)).sort()).toEqual([
      'carrier.down',
      'carrier.left-alone',
      'carrier.left-alone',
    ])
    expect(http.health().nextTryAt).toBe(clock.now() + 20_000)

    clock.advance(20_000)
    down = false
    expect(await http.send(get, signal())).toMatchObject({ ok: true })
    expect(http.health()).toMatchObject({ state: 'up', reason: null, nextTryAt: null, lastAnswerAt: clock.now() })
  })

  it('rests longer after each probe that fails, up to a limit', async () => {
    const server = await serve({ status: 500 })
    const { http, clock } = connect(server.url, { tries: 1, breaker })
    const rests: number[] = []
    for (let i = 0; i < 3; i++) await http.send(get, signal())
    for (let i = 0; i < 4; i++) {
      const rest = (http.health().nextTryAt ?? 0) - clock.now()
      rests.push(rest)
      clock.advance(rest)
      await http.send(get, signal())
    }
    expect(rests).toEqual([10_000, 20_000, 40_000, 40_000])
  })

  it('stops repeating as soon as it opens, and says when to come again', async () => {
    const server = await serve({ status: 500 })
    const { http } = connect(server.url, { tries: 10, breaker })
    expect(await http.send(get, signal())).toMatchObject({
      ok: false,
      error: { code: 'carrier.down', retryAfterMs: 10_000 },
    })
    expect(server.ledger).toHaveLength(3)
  })

  it('takes neither 4xx nor 429 for a failure of the carrier', async () => {
    const server = await serve({ status: 429, headers: { 'retry-after': '1' } }, { status: 400 })
    const { http } = connect(server.url, { tries: 1, breaker: { ...breaker, failures: 1 } })
    await http.send(get, signal())
    expect(http.health()).toMatchObject({ state: 'slow', reason: 'carrier.rate-limited' })
    await http.send(get, signal())
    expect(http.health().state).toBe('up')
  })

  it('frees the probe’s place when the probe is cancelled', async () => {
    const server = await serve({ status: 500 }, { status: 500 }, { status: 500 }, silence, fine)
    const { http, clock } = connect(server.url, { tries: 1, breaker })
    for (let i = 0; i < 3; i++) await http.send(get, signal())
    clock.advance(10_000)
    const stop = new AbortController()
    const probe = http.send(get, stop.signal)
    await expect.poll(() => server.ledger.length).toBe(4)
    stop.abort()
    await probe
    await expect.poll(async () => (await http.send(get, signal())).ok).toBe(true)
  })
})

describe('the budget, judged by the server', () => {
  /** The most arrivals in any window of this many milliseconds. */
  const busiest = (arrivals: readonly number[], windowMs: number) =>
    Math.max(...arrivals.map((from) => arrivals.filter((at) => at >= from && at < from + windowMs).length))

  it('is never exceeded, neither in requests a second nor in requests at once', async () => {
    const server = await startLoopbackServer(() => fine)
    onTestFinished(server.stop)
    const budget = { perSecond: 100, burst: 5, concurrency: 3 }
    const { http } = connect(server.url, { budget, clock: systemClock })
    const sent = await Promise.all(Array.from({ length: 45 }, () => http.send(get, signal())))
    expect(sent.every(({ ok }) => ok)).toBe(true)
    const arrivals = server.ledger.map(({ at }) => at)
    // The wire, or a busy machine, may hold up as many as are under way and let them arrive together.
    for (const windowMs of [50, 100, 200]) {
      const allowed = budget.burst + (windowMs / 1000) * budget.perSecond + budget.concurrency
      expect(busiest(arrivals, windowMs)).toBeLessThanOrEqual(allowed)
    }
    expect(Math.max(...server.ledger.map(({ atOnce }) => atOnce))).toBeLessThanOrEqual(budget.concurrency)
  })

  it('counts a named budget apart', async () => {
    const server = await serve(fine)
    const { http, clock } = connect(server.url, { budget: { perSecond: 1, burst: 1, concurrency: 9 } })
    const named = { ...get, budget: { name: 'token', perSecond: 1, burst: 3 } }
    await Promise.all([get, named, named, named].map((request) => http.send(request, signal())))
    expect(clock.pauses).toEqual([])
    await http.send(named, signal())
    expect(clock.pauses).toEqual([1000])
  })
})

describe('health', () => {
  it('is told to whoever listens, each change once', async () => {
    const server = await serve(fine, { status: 500 }, fine)
    const { http } = connect(server.url)
    const seen: Health[] = []
    const stop = http.onHealth((health) => seen.push(health))
    expect(http.health()).toEqual({ state: 'idle', since: null, nextTryAt: null, reason: null, lastAnswerAt: null })
    await http.send(get, signal())
    await http.send(get, signal())
    http.refused({ code: 'carrier.credentials', message: '', retryable: false })
    http.accepted()
    stop()
    http.refused({ code: 'carrier.credentials', message: '', retryable: false })
    expect(seen.map(({ state, reason }) => [state, reason])).toEqual([
      ['up', null],
      ['slow', 'carrier.down'],
      ['up', null],
      ['refused', 'carrier.credentials'],
      ['up', null],
    ])
  })

  it('stays refused while the carrier answers, until the access is accepted', async () => {
    const server = await serve({ status: 401 })
    const { http } = connect(server.url)
    http.refused({ code: 'carrier.credentials', message: '', retryable: false })
    await http.send(get, signal())
    expect(http.health().state).toBe('refused')
  })
})
