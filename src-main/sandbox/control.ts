import type { z } from 'zod'
import type { CarrierSandbox, OpenCarrierSandbox } from './carrier-sandbox.ts'
import { ClockChange, JourneyRequests, SampleRequest } from './control-schemas.ts'
import { FaultRule, type FaultBook } from './faults.ts'
import { jsonBody, jsonResponse, type SandboxRequest, type SandboxResponse } from './http-message.ts'
import type { Journey } from './journey.ts'
import type { JourneyBook } from './journey-book.ts'
import type { JourneyMaker } from './journey-maker.ts'
import type { Ledger } from './ledger.ts'
import type { SandboxClock } from './sandbox-clock.ts'
import { sampleShop } from './sample/sample-shop.ts'

/** What the control API is a view of. */
export type ControlParts = {
  readonly seed: string | number
  readonly clock: SandboxClock
  readonly journeys: JourneyBook
  readonly maker: JourneyMaker
  readonly faults: FaultBook
  readonly ledger: Ledger
  readonly carriers: readonly { readonly sandbox: CarrierSandbox; readonly open: OpenCarrierSandbox }[]
}

type Route = (request: SandboxRequest, parameter: string) => SandboxResponse

const refused = (status: number, error: string) => jsonResponse(status, { error })

/** Runs a handler on a body that its schema has checked; answers what is wrong with it otherwise. */
const withBody =
  <S extends z.ZodType>(schema: S, handler: (body: z.output<S>) => SandboxResponse): Route =>
  (request) => {
    const parsed = schema.safeParse(jsonBody(request))
    if (parsed.success) return handler(parsed.data)
    return jsonResponse(400, {
      error: 'the body is not as it should be',
      issues: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
    })
  }

/** The control API below `/control`: clock, journeys, faults, ledger, settings. docs/sandbox.md describes it. */
export function createControl(parts: ControlParts): (request: SandboxRequest) => SandboxResponse {
  const { clock, journeys, faults, ledger, carriers } = parts

  const showClock = () => ({ now: clock.now(), iso: new Date(clock.now()).toISOString(), factor: clock.factor })

  const state: Route = () =>
    jsonResponse(200, {
      seed: parts.seed,
      clock: showClock(),
      journeys: { total: journeys.size, byStatus: journeys.counts() },
      faults: faults.list(),
      carriers: carriers.map(({ sandbox, open }) => ({
        id: sandbox.id,
        sampleAccount: sandbox.sampleAccount,
        settings: open.settings.show(),
        counters: ledger.counters(sandbox.id),
      })),
    })

  const changeClock = withBody(ClockChange, ({ now, advanceMs, factor }) => {
    if (now !== undefined) clock.set(now)
    if (advanceMs !== undefined) clock.advance(advanceMs)
    if (factor !== undefined) clock.run(factor)
    return jsonResponse(200, showClock())
  })

  const listJourneys: Route = ({ query }) =>
    jsonResponse(200, {
      now: clock.now(),
      journeys: journeys.truths({
        carrier: query.get('carrier') ?? undefined,
        status: query.get('status') ?? undefined,
      }),
    })

  const oneJourney: Route = (_request, code) => {
    const truth = journeys.truth(code)
    return truth ? jsonResponse(200, { now: clock.now(), ...truth }) : refused(404, `no journey of ${code}`)
  }

  const addJourneys = withBody(JourneyRequests, (body) => {
    const made: Journey[] = []
    for (const request of Array.isArray(body) ? body : [body]) {
      const journey = parts.maker.make(request)
      if (!journey.ok) return refused(400, journey.error)
      made.push(journey.value)
    }
    journeys.add(made)
    return jsonResponse(201, { journeys: made })
  })

  const templates: Route = () =>
    jsonResponse(200, {
      templates: carriers.flatMap(({ sandbox }) =>
        sandbox.templates.map(({ name, service, about }) => ({ carrier: sandbox.id, name, service, about })),
      ),
    })

  const addSample = withBody(SampleRequest, ({ seed, parcels }) => {
    const shop = sampleShop({ seed: seed ?? parts.seed, now: clock.now(), parcels })
    journeys.add(shop.journeys)
    return jsonResponse(201, { parcels: shop.parcels })
  })

  const addFault = withBody(FaultRule, (rule) => {
    const known = rule.carrier === undefined || carriers.some(({ sandbox }) => sandbox.id === rule.carrier)
    return known ? jsonResponse(201, faults.add(rule)) : refused(400, `no carrier ${rule.carrier}`)
  })

  const showLedger: Route = ({ query }) => {
    const carrier = query.get('carrier') ?? undefined
    const since = Number(query.get('since') ?? 0)
    if (!Number.isFinite(since)) return refused(400, 'since is the number of an entry')
    const entries = ledger.since(since, carrier)
    const counters = Object.fromEntries(carriers.map(({ sandbox: { id } }) => [id, ledger.counters(id)]))
    return jsonResponse(200, { last: entries.at(-1)?.number ?? since, counters, entries })
  }

  const ofCarrier =
    (route: (open: OpenCarrierSandbox, request: SandboxRequest) => SandboxResponse): Route =>
    (request, id) => {
      const carrier = carriers.find(({ sandbox }) => sandbox.id === id)
      return carrier ? route(carrier.open, request) : refused(404, `no carrier ${id}`)
    }

  const done = (act: () => void): Route => {
    return () => {
      act()
      return jsonResponse(200, {})
    }
  }

  const routes: Readonly<Record<string, Route>> = {
    'GET /state': state,
    'GET /clock': () => jsonResponse(200, showClock()),
    'POST /clock': changeClock,
    'GET /journeys': listJourneys,
    'GET /journeys/*': oneJourney,
    'POST /journeys': addJourneys,
    'DELETE /journeys': done(() => journeys.clear()),
    'GET /templates': templates,
    'POST /sample': addSample,
    'GET /faults': () => jsonResponse(200, { faults: faults.list() }),
    'POST /faults': addFault,
    'DELETE /faults': done(() => faults.clear()),
    'DELETE /faults/*': (_request, id) =>
      faults.remove(Number(id)) ? jsonResponse(200, {}) : refused(404, `no fault ${id}`),
    'GET /ledger': showLedger,
    'DELETE /ledger': done(() => ledger.clear()),
    'GET /carriers/*': ofCarrier((open) => jsonResponse(200, open.settings.show())),
    'POST /carriers/*': ofCarrier((open, request) =>
      withBody(open.settings.schema, (settings) => {
        open.settings.change(settings)
        return jsonResponse(200, open.settings.show())
      })(request, ''),
    ),
  }

  return (request) => {
    const [, first = '', parameter = ''] = request.path.split('/')
    const name = parameter === '' ? `/${first}` : `/${first}/*`
    const route = routes[`${request.method} ${name}`]
    if (route) return route(request, decodeURIComponent(parameter))
    const elsewhere = Object.keys(routes).some((key) => key.endsWith(` ${name}`))
    return refused(elsewhere ? 405 : 404, `no ${request.method} /control${request.path}`)
  }
}
