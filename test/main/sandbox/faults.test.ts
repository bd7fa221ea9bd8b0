import { expect, it } from 'vitest'
import { hour, monday, sandboxUnderTest, type SandboxUnderTest } from './sandbox-under-test.ts'

const code = '620000000000000000000017'
const path = `/inpost/v1/tracking/${code}`

async function withParcel(): Promise<SandboxUnderTest> {
  const sandbox = await sandboxUnderTest()
  await sandbox.control('POST', '/journeys', {
    carrier: 'inpost',
    code,
    events: [{ code: 'confirmed', at: monday - hour, place: { name: 'Łódź, główna' }, status: 'pre-posted' }],
  })
  return sandbox
}

it('answers 429 with the pause it was told, or with none', async () => {
  const { ask, control } = await withParcel()
  await control('POST', '/faults', { carrier: 'inpost', kind: 'rate-limit', retryAfter: 7, times: 1 })
  await control('POST', '/faults', { carrier: 'inpost', kind: 'rate-limit', times: 1 })
  const answers = [await ask(path), await ask(path), await ask(path)]
  expect(answers.map(({ status, headers }) => [status, headers.get('retry-after')])).toEqual([
    [429, '7'],
    [429, null],
    [200, null],
  ])
})

it.each([500, 502, 503, 504])('answers %i', async (status) => {
  const { ask, control } = await withParcel()
  await control('POST', '/faults', { kind: 'status', status })
  expect((await ask(path)).status).toBe(status)
})

it('keeps a caller waiting for as long as it was told', async () => {
  const { ask, control, sandbox, wall } = await withParcel()
  await control('POST', '/faults', { kind: 'timeout', ms: 5000 })
  const answer = ask(path)
  await expect.poll(() => sandbox.ledger.since(0).length).toBe(1)
  expect(sandbox.ledger.since(0)[0]?.status).toBeNull()
  wall.advance(5000)
  expect((await answer).status).toBe(200)
  expect(sandbox.ledger.since(0)[0]).toMatchObject({ status: 200, fault: 'timeout', answered: [code] })
})

it('keeps a caller waiting until he gives up', async () => {
  const { ask, control, sandbox } = await withParcel()
  await control('POST', '/faults', { kind: 'timeout' })
  const patience = new AbortController()
  const answer = ask(path, { signal: patience.signal })
  await expect.poll(() => sandbox.ledger.since(0).length).toBe(1)
  patience.abort()
  await expect(answer).rejects.toThrow()
  await expect.poll(() => sandbox.ledger.since(0)[0]?.status).toBe(0)
})

it('breaks the connection off', async () => {
  const { ask, control, sandbox } = await withParcel()
  await control('POST', '/faults', { kind: 'reset', times: 1 })
  await expect(ask(path)).rejects.toThrow()
  expect(sandbox.ledger.since(0)[0]).toMatchObject({ status: 0, fault: 'reset' })
})

it('spoils the body of the real answer', async () => {
  const { ask, control } = await withParcel()
  const bodyWith = async (kind: string) => {
    await control('DELETE', '/faults')
    await control('POST', '/faults', { kind })
    return ask(path)
  }
  const cut = await (await bodyWith('cut')).text()
  expect(cut).toMatch(/^\{"tracking_number"/)
  expect(() => JSON.parse(cut) as unknown).toThrow()

  const bytes = await (await bodyWith('wrong-charset')).arrayBuffer()
  expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow()

  const extended = (await (await bodyWith('extra-fields')).json()) as { tracking_details: object[] }
  expect(extended).toMatchObject({ campoNovo: 'valor novo', tracking_number: code })
  expect(extended.tracking_details[0]).toHaveProperty('campoNovo')
})

it('answers something else altogether', async () => {
  const { ask, control } = await withParcel()
  const answerWith = async (fault: object) => {
    await control('DELETE', '/faults')
    await control('POST', '/faults', fault)
    const answer = await ask(path)
    return [answer.status, answer.headers.get('content-type'), await answer.text()]
  }
  expect(await answerWith({ kind: 'html', status: 502 })).toEqual([
    502,
    'text/html; charset=UTF-8',
    expect.stringContaining('<html'),
  ])
  expect(await answerWith({ kind: 'empty' })).toEqual([200, 'application/json;charset=UTF-8', ''])
  expect(await answerWith({ kind: 'msg-body' })).toEqual([200, expect.anything(), expect.stringMatching(/^\{"msg":"/)])
})

it('hits one carrier, a path, a code, every so many, so many times', async () => {
  const { ask, control, sandbox } = await withParcel()
  const other = '620000000000000000000018'
  const statuses = async (...paths: string[]) => {
    const answers: number[] = []
    for (const one of paths) answers.push((await ask(one)).status)
    return answers
  }
  sandbox.faults.add({ carrier: 'correios', kind: 'status' })
  expect(await statuses(path)).toEqual([200])
  sandbox.faults.add({ match: code, kind: 'status', status: 503, times: 1 })
  expect(await statuses(`/inpost/v1/tracking/${other}`, path, path)).toEqual([404, 503, 200])
  sandbox.faults.add({ match: '/v1/statuses', kind: 'status', status: 504 })
  expect(await statuses('/inpost/v1/statuses', path)).toEqual([504, 200])
  await control('DELETE', '/faults')
  sandbox.faults.add({ kind: 'status', every: 3, times: 2 })
  expect(await statuses(...Array.from({ length: 9 }, () => path))).toEqual([
    200, 200, 500, 200, 200, 500, 200, 200, 200,
  ])
})

it('lists and removes faults, and refuses those it does not know', async () => {
  const { control } = await withParcel()
  const added = await control<{ id: number }>('POST', '/faults', { kind: 'reset' })
  expect(added.status).toBe(201)
  expect((await control('GET', '/faults')).body).toMatchObject({ faults: [{ rule: { kind: 'reset' }, applied: 0 }] })
  expect((await control('DELETE', `/faults/${added.body.id}`)).status).toBe(200)
  expect((await control('DELETE', `/faults/${added.body.id}`)).status).toBe(404)
  expect((await control('POST', '/faults', { kind: 'earthquake' })).status).toBe(400)
  expect((await control('POST', '/faults', { kind: 'reset', carrier: 'ups' })).status).toBe(400)
})
