import { fail, ok, type Result } from '../domain/result.ts'
import type { CarrierSandbox } from './carrier-sandbox.ts'
import type { JourneyRequest } from './control-schemas.ts'
import { plainFacts, type Journey, type JourneyEvent } from './journey.ts'
import { planJourney, type JourneyTemplate } from './journey-plan.ts'
import { seededRandom } from './random.ts'

/** Makes journeys as they are asked for, and hands out codes that no journey has yet. */
export type JourneyMaker = {
  make(request: JourneyRequest): Result<Journey, string>
}

type EventRequest = Extract<JourneyRequest, { events: unknown }>['events'][number]

/** Makes a maker. `taken` says whether a code has a journey already. */
export function createJourneyMaker(
  carriers: readonly CarrierSandbox[],
  seed: string | number,
  now: () => number,
  taken: (code: string) => boolean,
): JourneyMaker {
  let numbers = 0

  const freshCode = (carrier: CarrierSandbox, template: JourneyTemplate) => {
    let code = carrier.codeFor(++numbers, template)
    while (taken(code)) code = carrier.codeFor(++numbers, template)
    return code
  }

  const eventOf = (carrier: CarrierSandbox, event: EventRequest): JourneyEvent => ({
    code: event.code,
    text: event.text ?? carrier.textOf(event.code),
    detail: event.detail,
    place: event.place,
    destination: event.destination,
    invented: event.invented,
  })

  return {
    make(request) {
      const carrier = carriers.find(({ id }) => id === request.carrier)
      if (!carrier) return fail(`no carrier ${request.carrier}; there are ${carriers.map(({ id }) => id).join(', ')}`)
      if ('events' in request) {
        const steps = request.events.map((event) => ({
          at: event.at,
          visibleAt: event.visibleAt ?? event.at,
          event: eventOf(carrier, event),
          status: event.status,
        }))
        return ok({
          carrier: carrier.id,
          code: request.code,
          template: 'explicit',
          promisedOn: request.promisedOn ?? null,
          owner: request.owner ?? null,
          facts: { ...plainFacts, ...definedOnly(request.facts) },
          listed: request.listed ?? 'as-happened',
          steps: steps.sort((a, b) => a.visibleAt - b.visibleAt),
        })
      }
      const template = carrier.templates.find(({ name }) => name === request.template)
      if (!template) return fail(`${carrier.id} has no template ${request.template}; see /control/templates`)
      const code = request.code ?? freshCode(carrier, template)
      const order = {
        code,
        startAt: request.startAt ?? now(),
        owner: request.owner,
        facts: definedOnly(request.facts),
        destination: request.destination,
      }
      return ok(planJourney(carrier.id, template, order, seededRandom(`${seed}/${code}`), carrier.local))
    },
  }
}

/** A copy without the fields that are undefined, so that spreading it overwrites nothing with nothing. */
function definedOnly<T extends object>(value: T | undefined): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(value ?? {}).filter(([, inner]) => inner !== undefined)
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> }
}
