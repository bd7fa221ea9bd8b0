import { once } from 'node:events'
import { createServer } from 'node:net'
import { MockAgent } from 'undici'
import { describe, expect, it, onTestFinished } from 'vitest'
import { systemClock } from '../../../../src-main/domain/clock.ts'
import { cutWithin, silence } from '../../../support/loopback-server.ts'
import { connect, fine, get, serve, signal } from './bench.ts'

describe('what a network does', () => {
  it('calls a silent carrier a time-out', async () => {
    const server = await serve(silence)
    const { http } = connect(server.url, { timeoutMs: 40, tries: 2 })
    expect(await http.send(get, signal())).toMatchObject({
      ok: false,
      error: { code: 'carrier.timeout', retryable: true },
    })
    expect(server.ledger).toHaveLength(2)
  })

  it('calls an answer that dribbles on and on a time-out', async () => {
    const server = await serve((response) => {
      response.writeHead(200)
      response.write('{"a":')
    })
    const { http } = connect(server.url, { timeoutMs: 40, tries: 1 })
    expect(await http.send(get, signal())).toMatchObject({ ok: false, error: { code: 'carrier.timeout' } })
  })

  it('repeats what was cut in the middle of its JSON', async () => {
    const server = await serve(cutWithin('{"objetos":[{"cod'), fine)
    const { http } = connect(server.url)
    expect(await http.send(get, signal())).toMatchObject({ ok: true, value: { text: '{"fine":true}' } })
  })

  it('says unreachable when every try is cut', async () => {
    const server = await serve(cutWithin('{'))
    const { http } = connect(server.url, { tries: 2 })
    expect(await http.send(get, signal())).toMatchObject({ ok: false, error: { code: 'carrier.unreachable' } })
  })

  it('says unreachable when nobody listens', async () => {
    const probe = createServer().listen(0, '127.0.0.1')
    await once(probe, 'listening')
    const address = probe.address()
    const port = typeof address === 'object' && address ? address.port : 0
    probe.close()
    await once(probe, 'close')
    const { http } = connect(`http://127.0.0.1:${port}`, { tries: 2 })
    expect(await http.send(get, signal())).toMatchObject({
      ok: false,
      error: { code: 'carrier.unreachable', message: 'ECONNREFUSED' },
    })
  })

  it('breaks off an answer that does not end', async () => {
    const server = await serve({ status: 200, body: 'x'.repeat(200_000) })
    const { http } = connect(server.url, { largestAnswer: 100_000 })
    expect(await http.send(get, signal())).toMatchObject({ ok: false, error: { code: 'carrier.malformed-answer' } })
    expect(server.ledger).toHaveLength(1)
  })

  it('reads the encoding that the answer names', async () => {
    const body = Buffer.from('{"texto":"não"}', 'latin1')
    const server = await serve({
      status: 200,
      headers: { 'content-type': 'application/json; charset=ISO-8859-1' },
      body,
    })
    const { http } = connect(server.url)
    expect(await http.send(get, signal())).toMatchObject({ ok: true, value: { text: '{"texto":"não"}' } })
  })
})

describe('cancelling', () => {
  it('ends a request under way, one that waits for its turn and one that pauses', async () => {
    const server = await serve(silence)
    const { http } = connect(server.url, { budget: { perSecond: 1, burst: 1, concurrency: 1 }, clock: systemClock })
    const stop = new AbortController()
    const sent = [1, 2, 3].map(() => http.send(get, stop.signal))
    await expect.poll(() => server.ledger.length).toBe(1)
    stop.abort()
    for (const one of await Promise.all(sent))
      expect(one).toMatchObject({ ok: false, error: { code: 'carrier.cancelled' } })
    expect(server.ledger).toHaveLength(1)
  })

  it('does not begin what was cancelled before', async () => {
    const server = await serve(fine)
    const { http } = connect(server.url)
    expect(await http.send(get, AbortSignal.abort())).toMatchObject({ ok: false, error: { code: 'carrier.cancelled' } })
    expect(server.ledger).toHaveLength(0)
  })
})

describe('this computer’s clock', () => {
  it('is compared with the answer’s date, but not with a sandbox’s', async () => {
    const server = await serve({ status: 401, headers: { date: 'Fri, 20 Nov 2026 09:00:00 GMT' } })
    expect(await connect(server.url, { comparesClock: true }).http.send(get, signal())).toMatchObject({
      value: { clockOffMs: 3 * 3_600_000 },
    })
    expect((await connect(server.url).http.send(get, signal())) as unknown).toMatchObject({
      value: { clockOffMs: undefined },
    })
  })

  /** TLS that fails because of a date; the same host tells its time without TLS. */
  function certificate(code: string, date: string | null) {
    const agent = new MockAgent()
    agent.disableNetConnect()
    onTestFinished(() => agent.close())
    agent
      .get('https://carrier.test')
      .intercept({ path: '/objects?code=1' })
      .replyWithError(Object.assign(new Error(code), { code }))
    const plain = agent.get('http://carrier.test').intercept({ path: '/' })
    if (date === null) plain.replyWithError(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }))
    else plain.reply(301, '', { headers: { date } })
    return connect('https://carrier.test', { dispatcher: agent, tries: 1 })
  }

  it.each([
    ['CERT_HAS_EXPIRED', 'Wed, 20 Nov 2024 12:00:00 GMT', 'carrier.clock-wrong'],
    ['CERT_HAS_EXPIRED', 'Fri, 20 Nov 2026 12:00:30 GMT', 'carrier.unreachable'],
    ['CERT_HAS_EXPIRED', null, 'carrier.unreachable'],
    ['CERT_NOT_YET_VALID', 'Mon, 20 Nov 2028 12:00:00 GMT', 'carrier.clock-wrong'],
    ['CERT_NOT_YET_VALID', null, 'carrier.clock-wrong'],
  ])('%s while the host says it is %s: %s', async (code, date, failure) => {
    const { http } = certificate(code, date)
    expect(await http.send(get, signal())).toMatchObject({ ok: false, error: { code: failure } })
  })
})

describe('secrets', () => {
  it('are neither in the log nor in failures', async () => {
    const secret = 'c0d1g0-de-acesso'
    const authorization = `Basic ${Buffer.from(`loja:${secret}`).toString('base64')}`
    const server = await serve({ status: 500, body: secret }, { status: 429, body: secret }, cutWithin(secret), {
      status: 503,
    })
    const { http, log } = connect(server.url)
    const failed = await http.send(
      { method: 'GET', path: `/x/${secret}?token=${secret}`, headers: { authorization } },
      signal(),
    )
    const told = JSON.stringify([failed, log])
    expect(log).toHaveLength(4)
    expect(told).not.toContain(secret)
    expect(told).not.toContain(authorization.slice(6))
  })
})
