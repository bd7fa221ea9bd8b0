import { expect, it } from 'vitest'
import { addDays, dayOf } from '../../../src-main/domain/day.ts'
import { parcelStatuses } from '../../../src-main/domain/parcel-status.ts'
import { parcelDataFields } from '../../../src-main/domain/parcel.ts'
import { checkS10 } from '../../../src-main/domain/tracking-code.ts'
import { statusAt, visibleSteps, type Journey } from '../../../src-main/sandbox/journey.ts'
import { sampleShop } from '../../../src-main/sandbox/sample/sample-shop.ts'
import { hour, monday } from './sandbox-under-test.ts'

const shop = sampleShop({ seed: 'test', now: monday })
const ofCarrier = (carrier: string) => shop.parcels.filter((parcel) => parcel.carrier === carrier)

const statusCounts = (journeys: readonly Journey[], now: number) => {
  const counts = new Map(parcelStatuses.map((status) => [status, 0]))
  for (const journey of journeys) {
    const status = statusAt(journey, now)
    counts.set(status, (counts.get(status) ?? 0) + 1)
  }
  return Object.fromEntries(counts)
}

it('has 600 parcels with a journey each, most of Correios, all of it the same for the same seed', () => {
  expect(shop.parcels).toHaveLength(600)
  expect(new Set(shop.parcels.map(({ code }) => code)).size).toBe(600)
  expect(shop.journeys.map(({ code }) => code)).toEqual(shop.parcels.map(({ code }) => code))
  expect(ofCarrier('correios')).toHaveLength(510)
  expect(ofCarrier('inpost')).toHaveLength(90)
  expect(sampleShop({ seed: 'test', now: monday })).toEqual(shop)
})

it.each([
  ['in the morning', monday],
  ['at night', monday + 14 * hour],
  ['on a Sunday', monday - 20 * hour],
])('shows every status at first sight %s', (_when, now) => {
  const counts = statusCounts(sampleShop({ seed: 'test', now }).journeys, now)
  expect(Object.entries(counts).filter(([, count]) => count === 0)).toEqual([])
  expect(counts['out-for-delivery']).toBeGreaterThanOrEqual(40)
  expect(counts['delivered']).toBeGreaterThan(200)
})

it('has parcels that are late and parcels that have stalled', () => {
  const now = monday
  const underway = shop.journeys.filter((journey) => statusAt(journey, now) === 'in-transit')
  const late = underway.filter(({ promisedOn }) => promisedOn !== null && promisedOn < dayOf(now, 'America/Sao_Paulo'))
  const stalled = underway.filter((journey) => now - (visibleSteps(journey, now).at(-1)?.at ?? now) > 240 * hour)
  expect(late.length).toBeGreaterThanOrEqual(28)
  expect(stalled.length).toBeGreaterThanOrEqual(10)
})

it('goes on while one watches: within a day of the sandbox hundreds of parcels move', () => {
  const moving = shop.journeys.filter(({ steps }) =>
    steps.some(({ visibleAt }) => visibleAt > monday && visibleAt <= monday + 24 * hour),
  )
  expect(moving.length).toBeGreaterThan(200)
})

it('writes Brazilian parcels as a shop in Brazil would', () => {
  for (const parcel of ofCarrier('correios')) {
    expect(Object.keys(parcel).sort()).toEqual([...parcelDataFields].sort())
    expect(checkS10(parcel.code).kind).toBe('valid')
    expect(parcel.postalCode).toMatch(/^\d{8}$/)
    expect(parcel.document).toMatch(/^000\d{8}$/)
    expect(cpfIsValid(parcel.document ?? '')).toBe(true)
    expect(parcel.invoiceKey).toMatch(/^35\d{42}$/)
    expect(invoiceKeyIsValid(parcel.invoiceKey ?? '')).toBe(true)
    expect(parcel.email).toMatch(/^[a-z.]+@example\.(com|net|org)$/)
    expect(parcel.orderNumber).toMatch(/^(LI|ML|SP|TR)-\d{5}$/)
    expect(inRange(parcel.state, parcel.postalCode)).toBe(true)
  }
  const services = new Set(ofCarrier('correios').map(({ service }) => service))
  expect(services).toEqual(new Set(['03298', '03220', null]))
})

it('writes Polish parcels as a shop in Poland would', () => {
  for (const parcel of ofCarrier('inpost')) {
    expect(parcel.code).toMatch(/^\d{24}$/)
    expect(parcel.postalCode).toMatch(/^\d{2}-\d{3}$/)
    expect(parcel.country).toBe('PL')
  }
})

it('spreads postings over the last weeks', () => {
  const days = shop.parcels.flatMap(({ postedOn }) => (postedOn === null ? [] : [postedOn])).sort()
  const today = dayOf(monday, 'America/Sao_Paulo')
  expect(new Set(days).size).toBeGreaterThan(20)
  expect((days[0] ?? '') >= addDays(today, -27)).toBe(true)
  expect(days.at(-1)).toBe(today)
})

function cpfIsValid(cpf: string): boolean {
  const digitAfter = (digits: string) => {
    const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (digits.length + 1 - i), 0)
    return String(((sum * 10) % 11) % 10)
  }
  return cpf[9] === digitAfter(cpf.slice(0, 9)) && cpf[10] === digitAfter(cpf.slice(0, 10))
}

function invoiceKeyIsValid(key: string): boolean {
  const weights = '4329876543298765432987654329876543298765432'
  const sum = [...weights].reduce((total, weight, i) => total + Number(weight) * Number(key[i]), 0)
  const rest = sum % 11
  return key[43] === String(rest < 2 ? 0 : 11 - rest)
}

/** CEP ranges of the states, first five digits. */
const ranges: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  SP: [[1000, 19999]], RJ: [[20000, 28999]], ES: [[29000, 29999]], MG: [[30000, 39999]], BA: [[40000, 48999]],
  SE: [[49000, 49999]], PE: [[50000, 56999]], AL: [[57000, 57999]], PB: [[58000, 58999]], RN: [[59000, 59999]],
  CE: [[60000, 63999]], PI: [[64000, 64999]], MA: [[65000, 65999]], PA: [[66000, 68899]], AP: [[68900, 68999]],
  AM: [[69000, 69299], [69400, 69899]], RR: [[69300, 69399]], AC: [[69900, 69999]],
  DF: [[70000, 72799], [73000, 73699]], GO: [[72800, 72999], [73700, 76799]], RO: [[76800, 76999]],
  TO: [[77000, 77999]], MT: [[78000, 78899]], MS: [[79000, 79999]], PR: [[80000, 87999]], SC: [[88000, 89999]],
  RS: [[90000, 99999]],
} // prettier-ignore

function inRange(state: string | null, postalCode: string | null): boolean {
  const prefix = Number(postalCode?.slice(0, 5))
  return (ranges[state ?? ''] ?? []).some(([from, to]) => prefix >= from && prefix <= to)
}
