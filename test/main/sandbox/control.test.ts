import { connect } from 'node:net'
import { expect, it } from 'vitest'
import type { CarrierCounters, LedgerEntry } from '../../../src-main/sandbox/ledger.ts'
import { hour, monday, sandboxUnderTest } from './sandbox-under-test.ts'

type LedgerBody = { last: number; entries: LedgerEntry[]; counters: Record<string, CarrierCounters> }

it('sets the clock, moves it and runs it faster', async () => {
  const { control, wall } = await sandboxUnderTest()
  expect((await control('GET', '/clock')).body).toMatchObject({ now: monday, factor: 1 })
  await control('POST', '/clock', { now: '2026-12-01T00:00:00Z', advanceMs: hour, factor: 60 })
  wall.advance(60_000)
  const { body } = await control<{ iso: string; factor: number }>('GET', '/clock')
  expect(body).toMatchObject({ iso: '2026-12-01T02:00:00.000Z', factor: 60 })
  await control('POST', '/clock', { factor: 0 })
  wall.advance(hour)
  expect((await control('GET', '/clock')).body).toMatchObject({ iso: '2026-12-01T02:00:00.000Z' })
})

it('lets sleepers of its clock wake in its own time', async () => {
  const { sandbox, wall } = await sandboxUnderTest()
  const woken: string[] = []
  sandbox.clock.run(60)
  const inAnHour = sandbox.clock.sleep(hour).then(() => woken.push('hour'))
  const inADay = sandbox.clock.sleep(24 * hour).then(() => woken.push('day'))
  wall.advance(60_000)
  await inAnHour
  expect(woken).toEqual(['hour'])
  sandbox.clock.advance(23 * hour)
  await inADay
  const given = new AbortController()
  const never = sandbox.clock.sleep(1000 * hour, given.signal)
  given.abort()
  await never
})

it('says the time of an answer in its Date header, so that a caller can find his clock wrong', async () => {
  const { ask, sandbox } = await sandboxUnderTest()
  sandbox.clock.set(monday - 5 * hour)
  const { headers } = await ask('/control/state')
  expect(Date.parse(headers.get('date') ?? '')).toBe(monday - 5 * hour)
})

it('tells the truth about a journey as it goes on', async () => {
  const { control, wall } = await sandboxUnderTest()
  await control('POST', '/journeys', {
    carrier: 'correios',
    code: 'QN123456785BR',
    promisedOn: '2026-11-20',
    events: [
      { code: 'PO/01', at: monday + hour, status: 'posted' },
      { code: 'BDE/93', at: monday + 2 * hour, status: 'posted', invented: true },
    ],
  })
  const truth = async () => (await control('GET', '/journeys/QN123456785BR')).body
  expect(await truth()).toMatchObject({
    known: false,
    status: 'registered',
    events: [],
    promisedOn: null,
    nextAt: monday + hour,
  })
  wall.advance(hour)
  expect(await truth()).toMatchObject({
    known: true,
    status: 'posted',
    promisedOn: '2026-11-20',
    nextAt: monday + 2 * hour,
  })
  wall.advance(hour)
  expect(await truth()).toMatchObject({
    status: 'posted',
    events: [{ code: 'PO/01', at: monday + hour, text: 'Objeto postado' }, { code: 'BDE/93' }],
    invented: ['BDE/93'],
    nextAt: null,
  })
  expect((await control('GET', '/journeys?carrier=correios&status=posted')).body).toMatchObject({
    journeys: [{ code: 'QN123456785BR' }],
  })
  expect((await control('GET', '/journeys?status=delivered')).body).toMatchObject({ journeys: [] })
  expect((await control('GET', '/journeys/QN999999999BR')).status).toBe(404)
  await control('DELETE', '/journeys')
  expect((await control('GET', '/journeys/QN123456785BR')).status).toBe(404)
})

it('makes the same journeys from the same seed', async () => {
  const [one, another] = [await sandboxUnderTest(), await sandboxUnderTest()]
  const request = [
    { carrier: 'correios', template: 'sedex' },
    { carrier: 'inpost', template: 'locker', startAt: '2026-11-01T08:00:00+01:00' },
  ]
  expect(await one.control('POST', '/journeys', request)).toEqual(await another.control('POST', '/journeys', request))
})

it('says what is wrong with a request', async () => {
  const { control, ask } = await sandboxUnderTest()
  const status = async (method: string, path: string, body?: unknown) => (await control(method, path, body)).status
  expect(await status('POST', '/clock', { now: 'yesterday' })).toBe(400)
  expect(await status('POST', '/clock', { unheard: 1 })).toBe(400)
  expect(await status('POST', '/journeys', { carrier: 'correios', template: 'teleport' })).toBe(400)
  expect(await status('POST', '/journeys', { carrier: 'nobody', template: 'pac' })).toBe(400)
  expect(await status('POST', '/carriers/correios', { unauthorisedBody: 'song' })).toBe(400)
  expect(await status('GET', '/carriers/nobody')).toBe(404)
  expect(await status('GET', '/ledger?since=x')).toBe(400)
  expect(await status('GET', '/nothing')).toBe(404)
  expect(await status('PUT', '/clock')).toBe(405)
  expect((await ask('/ups/track')).status).toBe(404)
  expect((await ask('/inpost/v1/tracking/%E0%A4%A')).status).toBe(400)
})

it('keeps a ledger of what each carrier was asked and answered', async () => {
  const { control, track, wall } = await sandboxUnderTest()
  const events = [{ code: 'PO/01', at: monday, status: 'posted' }]
  await control('POST', '/journeys', { carrier: 'correios', code: 'QN123456785BR', events })
  await track(['QN123456785BR', 'AA123456785BR'])
  wall.advance(5000)
  await track(['QN123456785BR'])
  const { body } = await control<LedgerBody>('GET', '/ledger')
  expect(body.entries.map(({ method, path, status }) => [method, path.split('?')[0], status])).toEqual([
    ['POST', '/token/v1/autentica/cartaopostagem', 201],
    ['GET', '/srorastro/v1/objetos', 200],
    ['POST', '/token/v1/autentica/cartaopostagem', 201],
    ['GET', '/srorastro/v1/objetos', 200],
  ])
  expect(body.entries[1]).toMatchObject({
    codes: ['QN123456785BR', 'AA123456785BR'],
    answered: ['QN123456785BR'],
    authorisedAs: 'lojaexemplo/card',
    fault: null,
  })
  expect(JSON.stringify(body)).not.toContain('codigo-de-acesso')
  expect(body.counters['correios']).toMatchObject({
    requests: 4,
    maxPerSecond: 2,
    maxConcurrency: 1,
    codesAsked: 3,
    codesAnswered: 2,
    byStatus: { 200: 2, 201: 2 },
  })
  const later = await control<LedgerBody>('GET', '/ledger?since=3&carrier=correios')
  expect(later.body.entries.map(({ number }) => number)).toEqual([4])
  await control('DELETE', '/ledger')
  expect((await control<LedgerBody>('GET', '/ledger')).body.entries).toEqual([])
})

it('counts how many requests are under way at once', async () => {
  const { ask, sandbox, wall } = await sandboxUnderTest()
  sandbox.faults.add({ kind: 'timeout', ms: 1000 })
  const answers = [1, 2, 3].map((number) => ask(`/inpost/v1/tracking/${number}`))
  await expect.poll(() => sandbox.ledger.counters('inpost').requests).toBe(3)
  wall.advance(1000)
  await Promise.all(answers)
  expect(sandbox.ledger.counters('inpost')).toMatchObject({ maxConcurrency: 3, maxPerSecond: 3, faults: 3 })
})

it('shows its state, and hands out the sample shop', async () => {
  const { control } = await sandboxUnderTest()
  const sample = await control<{ parcels: { code: string }[] }>('POST', '/sample', { parcels: 60 })
  expect(sample.body.parcels).toHaveLength(60)
  const state = await control('GET', '/state')
  expect(state.body).toMatchObject({
    seed: 'test',
    clock: { now: monday },
    journeys: { total: 60 },
    carriers: [
      { id: 'correios', sampleAccount: { user: 'lojaexemplo' } },
      { id: 'inpost', sampleAccount: null },
    ],
  })
})

it('refuses pages in a browser: an Origin, or another Host', async () => {
  const { ask, url } = await sandboxUnderTest()
  expect((await ask('/control/state', { headers: { origin: 'https://example.com' } })).status).toBe(403)
  const { port } = new URL(url)
  const firstLine = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write('GET /control/state HTTP/1.1\r\nHost: evil.example:80\r\nConnection: close\r\n\r\n')
    })
    socket.once('data', (data) => resolve(String(data).split('\r\n')[0] ?? ''))
    socket.once('error', reject)
  })
  expect(firstLine).toBe('HTTP/1.1 403 Forbidden')
})

it('breaks off what is under way when it stops', async () => {
  const { ask, sandbox } = await sandboxUnderTest()
  sandbox.faults.add({ kind: 'timeout' })
  const answer = ask('/inpost/v1/statuses')
  const broken = expect(answer).rejects.toThrow()
  await expect.poll(() => sandbox.ledger.counters('inpost').requests).toBe(1)
  await sandbox.stop()
  await broken
  expect(await sandbox.start()).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
})
