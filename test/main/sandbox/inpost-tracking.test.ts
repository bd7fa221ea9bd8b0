import { expect, it } from 'vitest'
import { hour, monday, sandboxUnderTest } from './sandbox-under-test.ts'

const code = '620000000000000000000017'
const journey = {
  carrier: 'inpost',
  code,
  facts: { service: 'inpost_locker_standard', pickupPoint: 'WAW99X' },
  events: [
    { code: 'confirmed', at: monday, status: 'pre-posted' },
    { code: 'out_for_delivery', at: monday + hour, place: { name: 'WAW' }, status: 'out-for-delivery' },
    { code: 'ready_to_pickup', at: monday + 2 * hour, status: 'awaiting-pickup' },
  ],
}

it('tells a parcel to anybody, newest first, in Warsaw time with its offset', async () => {
  const { ask, control, wall } = await sandboxUnderTest()
  await control('POST', '/journeys', journey)
  wall.advance(1.5 * hour)
  const answer = await ask(`/inpost/v1/tracking/${code}`, { headers: { 'x-request-id': 'abc' } })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('x-request-id')).toBe('abc')
  expect(await answer.json()).toMatchObject({
    tracking_number: code,
    type: 'inpost_locker_standard',
    status: 'out_for_delivery',
    custom_attributes: { target_machine_id: 'WAW99X', target_machine_detail: { type: ['parcel_locker'] } },
    tracking_details: [
      { status: 'out_for_delivery', origin_status: 'DOR', agency: 'WAW', datetime: '2026-11-16T14:00:00.000+01:00' },
      { status: 'confirmed', origin_status: 'PPN', agency: null, datetime: '2026-11-16T13:00:00.000+01:00' },
    ],
    created_at: '2026-11-16T13:00:00.000+01:00',
  })
})

it('writes summer time with its own offset', async () => {
  const { ask, control } = await sandboxUnderTest()
  const at = Date.parse('2026-07-01T10:00:00Z')
  await control('POST', '/journeys', { ...journey, events: [{ code: 'confirmed', at, status: 'pre-posted' }] })
  const body = (await (await ask(`/inpost/v1/tracking/${code}`)).json()) as { created_at: string }
  expect(body.created_at).toBe('2026-07-01T12:00:00.000+02:00')
})

it('knows nothing of other numbers, of other shapes and of what has not begun', async () => {
  const { ask, control, sandbox } = await sandboxUnderTest()
  await control('POST', '/journeys', journey)
  sandbox.clock.set(monday - hour)
  for (const number of [code, '620000000000000000000018', 'QN123456785BR']) {
    const answer = await ask(`/inpost/v1/tracking/${number}`)
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({ status: 404, error: 'resource_not_found', details: {} })
  }
})

it('lists its statuses', async () => {
  const { ask } = await sandboxUnderTest()
  const body = (await (await ask('/inpost/v1/statuses')).json()) as { count: number; items: { name: string }[] }
  expect(body.items).toHaveLength(body.count)
  expect(body.items.map(({ name }) => name)).toContain('ready_to_pickup')
})
