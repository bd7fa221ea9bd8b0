import { describe, expect, it } from 'vitest'
import { connect, fine, get, now, post, serve, signal } from './bench.ts'

describe('what is repeated', () => {
  it('repeats a GET after 500 with growing pauses, until it is answered', async () => {
    const server = await serve({ status: 500 }, { status: 502 }, { status: 503 }, fine)
    const { http, clock } = connect(server.url)
    expect(await http.send(get, signal())).toMatchObject({ ok: true, value: { status: 200, text: '{"fine":true}' } })
    expect(clock.pauses).toEqual([500, 1000, 2000])
    expect(server.ledger.map(({ path }) => path)).toEqual(Array.from({ length: 4 }, () => '/objects?code=1'))
  })

  it('spreads the pauses by chance', async () => {
    const server = await serve({ status: 500 }, { status: 500 }, fine)
    const chances = [0, 0.999]
    const { http, clock } = connect(server.url, { random: () => chances.shift() ?? 0.5 })
    await http.send(get, signal())
    expect(clock.pauses).toEqual([250, 1499])
  })

  it('gives up after its tries and says what the last one said', async () => {
    const server = await serve({ status: 503, body: 'token=abc' })
    const { http } = connect(server.url)
    expect(await http.send(get, signal())).toEqual({
      ok: false,
      error: { code: 'carrier.down', message: 'answered 503', retryable: true, retryAfterMs: 4000 },
    })
    expect(server.ledger).toHaveLength(4)
  })

  it('does not repeat what must not be sent twice', async () => {
    const server = await serve({ status: 500 }, fine)
    const { http } = connect(server.url)
    expect(await http.send(post, signal())).toMatchObject({ ok: false, error: { code: 'carrier.down' } })
    expect(server.ledger).toHaveLength(1)
  })

  it('repeats a POST that the carrier has not carried out (429), or that may be sent twice', async () => {
    const server = await serve({ status: 429, headers: { 'retry-after': '1' } }, fine, { status: 500 }, fine)
    const { http } = connect(server.url)
    expect(await http.send(post, signal())).toMatchObject({ ok: true })
    expect(await http.send({ ...post, repeatable: true }, signal())).toMatchObject({ ok: true })
    expect(server.ledger.map(({ body }) => body)).toEqual(Array.from({ length: 4 }, () => '{"code":1}'))
  })

  it('hands 4xx and redirections to the carrier at once, and follows none', async () => {
    const server = await serve({ status: 404, body: 'no' }, { status: 302, headers: { location: 'http://192.0.2.1/' } })
    const { http } = connect(server.url)
    expect(await http.send(get, signal())).toMatchObject({ ok: true, value: { status: 404, text: 'no' } })
    expect(await http.send(get, signal())).toMatchObject({ ok: true, value: { status: 302 } })
    expect(server.ledger).toHaveLength(2)
  })
})

describe('Retry-After', () => {
  it('is obeyed in seconds, by every request of the same budget', async () => {
    const server = await serve({ status: 429, headers: { 'retry-after': '17' } }, fine)
    const { http, clock } = connect(server.url)
    await http.send(get, signal())
    expect(clock.now() - now).toBe(17_000)
    expect(await http.send(get, signal())).toMatchObject({ ok: true })
    expect(server.ledger).toHaveLength(3)
  })

  it('is obeyed as an HTTP date, counted from the answer’s own date', async () => {
    const headers = { date: 'Fri, 20 Nov 2026 09:00:00 GMT', 'retry-after': 'Fri, 20 Nov 2026 09:00:42 GMT' }
    const server = await serve({ status: 429, headers }, fine)
    const { http, clock } = connect(server.url)
    await http.send(get, signal())
    expect(clock.now() - now).toBe(42_000)
  })

  it('is obeyed with 503 too', async () => {
    const server = await serve({ status: 503, headers: { 'retry-after': '9' } }, fine)
    const { http, clock } = connect(server.url)
    await http.send(get, signal())
    expect(clock.pauses).toEqual([9000])
  })

  it('is not waited for when it is long: the caller is told, and nobody asks before', async () => {
    const server = await serve({ status: 429, headers: { 'retry-after': '3600' } }, fine)
    const { http, clock } = connect(server.url)
    const limited = { ok: false, error: { code: 'carrier.rate-limited', retryable: true, retryAfterMs: 3_600_000 } }
    expect(await http.send(get, signal())).toMatchObject(limited)
    expect(await http.send(get, signal())).toMatchObject(limited)
    expect(server.ledger).toHaveLength(1)
    clock.advance(3_600_000)
    expect(await http.send(get, signal())).toMatchObject({ ok: true })
  })

  it('is replaced by growing pauses where a 429 has none', async () => {
    const server = await serve({ status: 429 }, { status: 429 }, { status: 429 }, fine)
    const { http, clock } = connect(server.url)
    expect(await http.send(get, signal())).toMatchObject({ ok: true })
    expect(clock.pauses).toEqual([1000, 2000, 4000])
  })
})
