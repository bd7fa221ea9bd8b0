import { z } from 'zod'
import { carrierSettings, type CarrierAnswer, type CarrierSandbox } from '../../../sandbox/carrier-sandbox.ts'
import { jsonResponse, type SandboxRequest, type SandboxResponse } from '../../../sandbox/http-message.ts'
import { listedSteps, type Journey } from '../../../sandbox/journey.ts'
import { statuses, textOf, originOf } from './statuses.ts'
import { templates } from './templates.ts'
import { warsawTime } from './warsaw-time.ts'

/** The carrier's envelope of everything that goes wrong. */
const failure = (status: number, error: string, message: string): SandboxResponse =>
  jsonResponse(status, { status, error, message, details: {} })

const trackedNumber = (path: string) => /^\/v1\/tracking\/([^/]+)$/.exec(path)

/** A parcel as `GET /v1/tracking/{number}` tells it; undefined while the carrier has heard nothing of it. */
function trackedParcel(journey: Journey, now: number): object | undefined {
  const steps = listedSteps(journey, now)
  const [newest] = steps
  const oldest = steps.at(-1)
  if (!newest || !oldest) return undefined
  const { service, pickupPoint } = journey.facts
  const machine = {
    target_machine_id: pickupPoint,
    target_machine_detail: {
      name: pickupPoint,
      address: { line1: 'Prosta 1', line2: '00-001 Warszawa' },
      type: ['parcel_locker'],
    },
  }
  return {
    tracking_number: journey.code,
    type: service,
    service,
    status: newest.event.code,
    custom_attributes: { size: 'A', ...(pickupPoint === null ? {} : machine) },
    tracking_details: steps.map(({ at, event }) => ({
      status: event.code,
      origin_status: originOf(event.code),
      agency: event.place?.name ?? null,
      datetime: warsawTime(at),
    })),
    expected_flow: [],
    created_at: warsawTime(oldest.at),
    updated_at: warsawTime(newest.visibleAt),
  }
}

/** InPost's public tracking (ShipX): no account, one number a request. */
export const inpostSandbox: CarrierSandbox = {
  id: 'inpost',
  templates,
  local: { zone: 'Europe/Warsaw', offsetHours: 1 },
  textOf,
  codeFor: (number) => `62${String(number).padStart(22, '0')}`,
  sampleAccount: null,
  open(world) {
    const respond = (request: SandboxRequest): SandboxResponse & { readonly answered?: string } => {
      if (request.method !== 'GET') return failure(405, 'method_not_allowed', 'Method not allowed.')
      if (request.path === '/v1/statuses') {
        const items = statuses.map(({ name, title }) => ({ name, title, description: title }))
        return jsonResponse(200, { href: '/v1/statuses', count: items.length, page: 1, per_page: items.length, items })
      }
      const [, number = ''] = trackedNumber(request.path) ?? []
      const journey = /^\d{24}$/.test(number) ? world.journeys.find('inpost', number) : undefined
      const parcel = journey && trackedParcel(journey, world.now())
      if (!parcel) return failure(404, 'resource_not_found', 'Nie znaleziono przesyłki o podanym numerze.')
      return { ...jsonResponse(200, parcel), answered: number }
    }

    return {
      codesIn: (request) => trackedNumber(request.path)?.slice(1, 2) ?? [],
      handle(request): CarrierAnswer {
        const { answered, ...response } = respond(request)
        const requestId = request.headers['x-request-id']
        const headers = { ...response.headers, ...(requestId ? { 'x-request-id': requestId } : {}) }
        return {
          response: { ...response, headers },
          authorisedAs: null,
          answered: answered === undefined ? [] : [answered],
        }
      },
      settings: carrierSettings(
        z.strictObject({}),
        () => ({}),
        () => undefined,
      ),
    }
  },
}
