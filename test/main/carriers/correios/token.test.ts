import { describe, expect, it } from 'vitest'
import { fetchTracking } from '../../../../src-main/carriers/correios/client.ts'
import { json, type Reply } from '../../../support/loopback-server.ts'
import { all, askedCodes, bench, codes, credentials, isToken, kinds, objects, refusal, token } from './bench.ts'

describe('the token', () => {
  it('is one for all, however many wait', async () => {
    const under = await bench(objects)
    const asked = codes(500)
    expect(await kinds(asked, under)).toEqual(all(asked, 'known'))
    await fetchTracking(codes(1), credentials, under.context)
    expect(under.tokens()).toBe(1)
    const batches = under.server.ledger.filter((arrival) => !isToken(arrival))
    expect(batches.map((arrival) => askedCodes(arrival).length)).toEqual([...Array.from({ length: 10 }, () => 50), 1])
  })

  it('is asked for again before it ends, and not earlier', async () => {
    const under = await bench(objects, (n) => token(`t${n}`, { expiraEm: '2026-11-20T10:00:00' }))
    const ask = () => fetchTracking(codes(1), credentials, under.context)
    await ask()
    under.clock.advance(44 * 60_000)
    await ask()
    expect(under.tokens()).toBe(1)
    under.clock.advance(2 * 60_000)
    await ask()
    expect(under.tokens()).toBe(2)
    expect(under.server.ledger.at(-1)?.headers['authorization']).toBe('Bearer t2')
  })

  it.each([
    [401, 'GTW-008: Token não válido para este ambiente.'],
    [403, ''],
    [400, 'GTW-008: Token não válido para este ambiente.'],
  ])('that ends in mid-batch (%i %s) is renewed once, for all batches that it failed', async (status, message) => {
    let ended = false
    const under = await bench((arrival, number) => {
      if (number > 3) ended = true
      return ended && arrival.headers['authorization'] === 'Bearer t1' ? refusal(status, message) : objects(arrival)
    })
    const asked = codes(400)
    expect(await kinds(asked, under)).toEqual(all(asked, 'known'))
    expect(under.tokens()).toBe(2)
  })

  it('that is refused again and again is a refusal, not a loop', async () => {
    const under = await bench(() => refusal(401))
    expect(await kinds(codes(1), under)).toEqual(all(codes(1), 'carrier.credentials'))
    expect(under.tokens()).toBe(2)
    expect(under.server.ledger).toHaveLength(4)
  })

  it('is not asked for over and over with credentials that were refused a moment ago', async () => {
    const under = await bench(objects, () => refusal(401))
    for (let i = 0; i < 5; i++) expect(await kinds(codes(2), under)).toEqual(all(codes(2), 'carrier.credentials'))
    expect(under.tokens()).toBe(1)
    await fetchTracking(codes(1), { ...credentials, accessCode: 'outro' }, under.context)
    expect(under.tokens()).toBe(2)
    under.clock.advance(61_000)
    await fetchTracking(codes(1), { ...credentials, accessCode: 'outro' }, under.context)
    expect(under.tokens()).toBe(3)
  })

  it('lasts even where this clock says that it has ended on arrival', async () => {
    const under = await bench(objects, (n) => token(`t${n}`, { expiraEm: '2020-01-01T00:00:00' }))
    await fetchTracking(codes(1), credentials, under.context)
    await fetchTracking(codes(1), credentials, under.context)
    expect(under.tokens()).toBe(1)
  })

  it('is kept for its whole life by the carrier’s clock, however wrong this one is', async () => {
    const date = 'Fri, 20 Nov 2026 14:00:00 GMT'
    const given = (n: number) => json({ token: `t${n}`, expiraEm: '2026-11-20T12:00:00' }, 201, { date })
    const under = await bench(objects, given, true)
    await fetchTracking(codes(1), credentials, under.context)
    under.clock.advance(44 * 60_000)
    await fetchTracking(codes(1), credentials, under.context)
    expect(under.tokens()).toBe(1)
    under.clock.advance(2 * 60_000)
    await fetchTracking(codes(1), credentials, under.context)
    expect(under.tokens()).toBe(2)
  })

  it('still comes for the others when one of those who wait gives up', async () => {
    let give: (reply: Reply) => void = () => undefined
    const under = await bench(objects, () => new Promise<Reply>((resolve) => (give = resolve)))
    const stop = new AbortController()
    const given = fetchTracking(['A'], credentials, { ...under.context, signal: stop.signal })
    const waited = fetchTracking(codes(1), credentials, under.context)
    await expect.poll(() => under.tokens()).toBe(1)
    stop.abort()
    expect((await given).get('A')).toMatchObject({ error: { code: 'carrier.cancelled' } })
    give(token('t1'))
    expect((await waited).get(codes(1)[0] ?? '')).toMatchObject({ ok: true })
    expect(under.tokens()).toBe(1)
  })

  it('is no longer asked for when nobody waits any more', async () => {
    const under = await bench(objects, (n) => (n === 1 ? () => undefined : token('t2')))
    const stop = new AbortController()
    const given = fetchTracking(['A'], credentials, { ...under.context, signal: stop.signal })
    await expect.poll(() => under.tokens()).toBe(1)
    stop.abort()
    await given
    expect(await kinds(codes(1), under)).toEqual(all(codes(1), 'known'))
    expect(under.tokens()).toBe(2)
  })
})
