import { expect, it } from 'vitest'
import { parcelStatuses, type ParcelStatus } from '../../../src-main/domain/parcel-status.ts'
import { carrierSandboxes } from '../../../src-main/sandbox/carriers.ts'
import { listedSteps, statusAt, truthAt } from '../../../src-main/sandbox/journey.ts'
import { planJourney } from '../../../src-main/sandbox/journey-plan.ts'
import { seededRandom } from '../../../src-main/sandbox/random.ts'
import { monday } from './sandbox-under-test.ts'

const never = Number.MAX_SAFE_INTEGER
const all = carrierSandboxes.flatMap((carrier) =>
  carrier.templates.map((template) => ({ name: `${carrier.id}/${template.name}`, carrier, template })),
)

const journeyOf = ({ carrier, template }: (typeof all)[number], seed: number) =>
  planJourney(
    carrier.id,
    template,
    { code: carrier.codeFor(seed, template), startAt: monday },
    seededRandom(seed),
    carrier.local,
  )

it.each(all)('plans $name in an order that can be lived', (entry) => {
  for (let seed = 0; seed < 20; seed++) {
    const journey = journeyOf(entry, seed)
    const visible = journey.steps.map((step) => step.visibleAt)
    expect(visible).toEqual([...visible].sort((a, b) => a - b))
    for (const { at, visibleAt, event } of journey.steps) {
      expect(at % 1000).toBe(0)
      expect(visibleAt).toBeGreaterThanOrEqual(at)
      expect(event.text).not.toMatch(/^(Evento|Status) /)
    }
    expect(journey).toEqual(journeyOf(entry, seed))
  }
})

it.each(all)('tells the truth of $name after each step', (entry) => {
  const journey = journeyOf(entry, 1)
  for (const step of journey.steps) {
    const truth = truthAt(journey, step.visibleAt)
    expect(truth.status).toBe(step.status)
    expect(truth.known).toBe(true)
    const times = truth.events.map(({ at }) => at)
    expect(times).toEqual([...times].sort((a, b) => a - b))
  }
})

it('goes through every status a carrier can bring about', () => {
  const reached = new Set<ParcelStatus>(['registered'])
  for (const entry of all) for (const { status } of journeyOf(entry, 1).steps) reached.add(status)
  expect([...reached].sort()).toEqual([...parcelStatuses].sort())
})

it('ends each journey where its template says', () => {
  const ends = Object.fromEntries(all.map((entry) => [entry.name, statusAt(journeyOf(entry, 1), never)]))
  expect(ends).toMatchObject({
    'correios/pac': 'delivered',
    'correios/late': 'delivered',
    'correios/voided': 'delivered',
    'correios/address-wrong': 'returned',
    'correios/suspended': 'returned',
    'correios/lost': 'lost',
    'correios/damaged': 'exception',
    'correios/never-posted': 'registered',
    'inpost/locker': 'delivered',
    'inpost/pickup-expired': 'returned',
    'inpost/canceled': 'cancelled',
  })
})

it('lists what was recorded late where it was recorded, and what is listed twice twice', () => {
  const find = (name: string) => {
    const entry = all.find((candidate) => candidate.name === name)
    if (!entry) throw new Error(name)
    return journeyOf(entry, 1)
  }
  const times = listedSteps(find('correios/out-of-order'), never).map(({ at }) => at)
  expect(times).not.toEqual([...times].sort((a, b) => b - a))
  const doubled = find('correios/duplicated')
  expect(listedSteps(doubled, never)).toHaveLength(truthAt(doubled, never).events.length + 2)
  expect(truthAt(find('correios/unknown-event'), never).invented).toEqual(['BDE/93'])
})
