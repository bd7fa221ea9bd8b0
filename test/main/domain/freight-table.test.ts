import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { settleBands } from '../../../src-main/domain/settle-bands.ts'
import { findGaps } from '../../../src-main/domain/freight-gaps.ts'
import { findOverlaps } from '../../../src-main/domain/freight-overlaps.ts'
import { indexFreightTable, priceFromTable, tableOfferFor } from '../../../src-main/domain/freight-price.ts'
import { heaviestG, type FreightRow, type FreightTable } from '../../../src-main/domain/freight-table.ts'
import type { Shipment } from '../../../src-main/domain/shipment.ts'

const table: FreightTable = {
  id: 3,
  name: 'Serra Azul',
  carrier: null,
  kgPerM3: null,
  dayCount: 'business',
  file: 'tabela.csv',
  importedAt: 1,
  rows: 1,
  services: [],
}
const usual: FreightRow = {
  line: 2,
  service: 'Expresso',
  fromCep: '01000000',
  toCep: '05999999',
  fromG: 0,
  toG: 1000,
  price: 1500,
  days: 2,
  perKg: null,
  validFrom: null,
  validTo: null,
}
const shipment: Shipment = {
  from: '01310100',
  to: '04000000',
  weightG: 800,
  format: 'box',
  lengthMm: 200,
  widthMm: 150,
  heightMm: 100,
  declaredValue: null,
  receipt: false,
  ownHands: false,
  postedOn: '2026-11-27',
}
const row = (more: Partial<FreightRow>): FreightRow => ({ ...usual, ...more })
const offers = (rows: readonly FreightRow[], more: Partial<Shipment> = {}, facts: Partial<FreightTable> = {}) =>
  priceFromTable([indexFreightTable({ ...table, ...facts }, rows)], { ...shipment, ...more })

describe('the price from a table', () => {
  it('is that of the row for the place, the weight and the day, with its deadline', () => {
    expect(offers([row({}), row({ line: 3, fromG: 1001, toG: 2000, price: 1900 })])).toEqual([
      {
        key: 'table:3:Expresso',
        table: { id: 3, name: 'Serra Azul', carrier: null, importedAt: 1 },
        service: 'Expresso',
        price: { total: 1500, service: 1500, extras: [], chargedWeightG: 800, byVolume: false },
        deadline: {
          days: 2,
          latestOn: '2026-12-01',
          homeDelivery: null,
          onSaturdays: null,
          onSundays: null,
          warning: null,
        },
        leftOut: [],
        line: 2,
        validFrom: null,
        validTo: null,
      },
    ])
  })

  it.each([
    ['a CEP outside', { to: '06000000' }],
    ['a weight above', { weightG: 1001 }],
    ['a day before', { postedOn: '2026-10-31' }],
    ['a day after', { postedOn: '2027-01-01' }],
  ])('is none for %s', (_, more) => {
    expect(offers([row({ validFrom: '2026-11-01', validTo: '2026-12-31' })], more)).toEqual([])
  })

  it.each([
    ['the first CEP', { to: '01000000' }],
    ['the last CEP', { to: '05999999' }],
    ['the heaviest weight', { weightG: 1000 }],
    ['the first day', { postedOn: '2026-11-01' }],
    ['the last day', { postedOn: '2026-12-31' }],
  ])('is there for %s', (_, more) => {
    expect(offers([row({ validFrom: '2026-11-01', validTo: '2026-12-31' })], more)).toHaveLength(1)
  })

  it('counts calendar days where the table says so', () => {
    expect(offers([usual], {}, { dayCount: 'calendar' })[0]?.deadline.latestOn).toBe('2026-11-29')
  })

  it('goes by the volume where that weighs more', () => {
    const rows = [row({}), row({ line: 3, fromG: 1001, toG: 2000, price: 1900 })]
    const byVolume = offers(rows, { lengthMm: 300, widthMm: 200, heightMm: 100 }, { kgPerM3: 300 })
    expect(byVolume[0]?.price).toMatchObject({ total: 1900, chargedWeightG: 1800, byVolume: true })
    expect(offers(rows, {}, { kgPerM3: 167 })[0]?.price).toMatchObject({ total: 1500, chargedWeightG: 800 })
    expect(offers(rows, { format: 'envelope', heightMm: null }, { kgPerM3: 2000 })[0]?.price.total).toBe(1500)
    const roll = { format: 'roll', lengthMm: 600, widthMm: 100, heightMm: null } as const
    expect(offers(rows, roll, { kgPerM3: 300 })[0]?.price).toMatchObject({ chargedWeightG: 1800, byVolume: true })
  })

  it('adds for each further kilogram begun beyond the last band', () => {
    const rows = [row({ perKg: 100 }), row({ line: 3, fromG: 1001, toG: 5000, price: 1900, perKg: 250 })]
    const total = (weightG: number) => offers(rows, { weightG })[0]?.price.total
    expect([1000, 5000, 5001, 6000, 6001].map(total)).toEqual([1500, 1900, 2150, 2150, 2400])
    const open = [row({ toG: 1000 }), row({ line: 3, fromG: 1001, toG: null, price: 1500, perKg: 300 })]
    expect([1001, 1500, 2500].map((weightG) => offers(open, { weightG })[0]?.price.total)).toEqual([1500, 1800, 2100])
  })

  it('ends with the last band that does not say what more costs', () => {
    const rows = [row({ perKg: 100 }), row({ line: 3, fromG: 1001, toG: 5000, price: 1900 })]
    expect(offers(rows, { weightG: 5001 })).toEqual([])
  })

  it('is found for a service of a contract by its code or its whole name', () => {
    const all = offers([row({ service: '03298' }), row({ line: 3, service: 'Sedex contrato  AG' })])
    const lineFor = (code: string, name: string) => tableOfferFor(all, { code, name })?.line
    expect(lineFor('03298', 'PAC CONTRATO AG')).toBe(2)
    expect(lineFor('03220', 'SEDEX CONTRATO AG')).toBe(3)
    expect(lineFor('03158', 'SEDEX')).toBeUndefined()
  })

  it('says which extras it leaves out', () => {
    expect(offers([usual], { declaredValue: 5000, ownHands: true })[0]?.leftOut).toEqual(['declaredValue', 'ownHands'])
  })
})

describe('where bands begin', () => {
  it('is after the limit of the one before, for what weighs the limit belongs to it', () => {
    const settled = settleBands([
      row({ toG: 300 }),
      row({ line: 3, fromG: 300, toG: 500 }),
      row({ line: 4, fromG: 501 }),
    ])
    expect(settled.map(({ fromG, toG }) => [fromG, toG])).toEqual([
      [0, 300],
      [301, 500],
      [501, 1000],
    ])
  })

  it('follows from the ends where the file tells only those', () => {
    const written = [1000, 300, 500].map((toG, i) => ({ ...row({ line: i + 2, toG }), fromG: null }))
    expect(settleBands(written).map(({ line, fromG, toG }) => [line, fromG, toG])).toEqual([
      [2, 501, 1000],
      [3, 0, 300],
      [4, 301, 500],
    ])
  })
})

const cep = (n: number): string => String(n).padStart(8, '0')
const days = ['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04']
const span = (most: number) =>
  fc.tuple(fc.nat(most), fc.nat(most)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
const smallRow = fc
  .record({ ceps: span(7), grams: span(5), days: span(3), perKg: fc.constantFrom(null, null, 50), open: fc.nat(7) })
  .map((made): FreightRow =>
    row({
      fromCep: cep(made.ceps[0]),
      toCep: cep(made.ceps[1]),
      fromG: made.grams[0] + 1,
      toG: made.open === 0 ? null : made.grams[1] + 1,
      validFrom: made.open === 1 ? null : (days[made.days[0]] ?? null),
      validTo: made.open === 2 ? null : (days[made.days[1]] ?? null),
      perKg: made.perKg,
      price: 1000,
    }),
  )
const smallRows = fc
  .array(smallRow, { maxLength: 12 })
  .map((rows) => rows.map((one, i) => ({ ...one, line: i + 2, price: 1000 + i })))

const overlaps = (a: FreightRow, b: FreightRow): boolean =>
  a.fromCep <= b.toCep &&
  b.fromCep <= a.toCep &&
  a.fromG <= (b.toG ?? heaviestG) &&
  b.fromG <= (a.toG ?? heaviestG) &&
  (a.validFrom ?? '') <= (b.validTo ?? '9') &&
  (b.validFrom ?? '') <= (a.validTo ?? '9')

/** Rows of which none overlaps one before. */
const soundRows = smallRows.map((rows) => {
  const sound: FreightRow[] = []
  for (const one of rows) if (!sound.some((other) => overlaps(one, other))) sound.push(one)
  return sound
})

describe('of any rows', () => {
  it('overlaps are found exactly where there are some', () => {
    fc.assert(
      fc.property(smallRows, (rows) => {
        const found = findOverlaps(rows, 500)
        for (const { row: one, other } of found) expect(one !== other && overlaps(one, other)).toBe(true)
        const left = rows.filter((one) => !found.some(({ row: refused }) => refused === one))
        for (const one of left) for (const other of left) expect(one !== other && overlaps(one, other)).toBe(false)
      }),
    )
  })

  it('a price is found exactly where a row covers the shipment, and it is that row’s', () => {
    fc.assert(
      fc.property(soundRows, fc.nat(8), fc.integer({ min: 1, max: 8 }), fc.nat(3), (rows, to, weightG, on) => {
        const day = days[on] ?? ''
        const there = rows.filter(
          (one) =>
            one.fromCep <= cep(to) &&
            cep(to) <= one.toCep &&
            one.fromG <= weightG &&
            (one.validFrom ?? '') <= day &&
            day <= (one.validTo ?? '9'),
        )
        const last = there.toSorted((a, b) => b.fromG - a.fromG)[0]
        const reaches = last && (weightG <= (last.toG ?? heaviestG) || last.perKg !== null)
        const [offer] = offers(rows, { to: cep(to), weightG, postedOn: day })
        expect(offer?.line).toBe(reaches ? last.line : undefined)
      }),
    )
  })

  it('gaps are exactly where no price is, within what the table spans', () => {
    fc.assert(
      fc.property(soundRows, (rows) => {
        fc.pre(rows.length > 0)
        const gaps = findGaps('Expresso', rows)
        const firstCep = rows.map(({ fromCep }) => fromCep).sort()[0] ?? ''
        const lastCep =
          rows
            .map(({ toCep }) => toCep)
            .sort()
            .at(-1) ?? ''
        const top = Math.max(...rows.map(({ toG, perKg }) => (perKg === null ? (toG ?? heaviestG) : heaviestG)))
        const firstDay = rows.map(({ validFrom }) => validFrom ?? '').sort()[0] ?? ''
        const lastDay =
          rows
            .map(({ validTo }) => validTo ?? '9')
            .sort()
            .at(-1) ?? ''
        const index = [indexFreightTable(table, rows)]
        for (let to = 0; to < 8; to++)
          for (let weightG = 1; weightG < 9; weightG++)
            for (const day of days) {
              const isWithin =
                cep(to) >= firstCep && cep(to) <= lastCep && weightG <= top && day >= firstDay && day <= lastDay
              const hasPrice = priceFromTable(index, { ...shipment, to: cep(to), weightG }, day).length > 0
              const inGap = gaps.filter(
                (gap) =>
                  gap.fromCep <= cep(to) &&
                  cep(to) <= gap.toCep &&
                  gap.fromG <= weightG &&
                  weightG <= (gap.toG ?? heaviestG) &&
                  (gap.validFrom ?? '') <= day &&
                  day <= (gap.validTo ?? '9'),
              )
              expect(inGap.length).toBe(isWithin && !hasPrice ? 1 : 0)
            }
      }),
    )
  })
})

it('a table of 50,000 rows is checked, indexed and asked quickly', () => {
  const rows: FreightRow[] = []
  for (let range = 0; range < 2000; range++)
    for (let band = 0; band < 25; band++)
      rows.push(
        row({
          line: rows.length + 2,
          fromCep: cep(range * 40_000),
          toCep: cep(range * 40_000 + 39_999),
          fromG: band * 1000 + 1,
          toG: (band + 1) * 1000,
          price: 1000 + band,
        }),
      )
  const startedAt = performance.now()
  expect(findOverlaps(rows, 500)).toEqual([])
  expect(findGaps('Expresso', rows)).toEqual([])
  const checkedIn = performance.now() - startedAt
  const index = [indexFreightTable(table, rows)]
  const askedAt = performance.now()
  for (let i = 0; i < 10_000; i++) {
    const offer = priceFromTable(index, { ...shipment, to: cep((i * 7919) % 80_000_000), weightG: (i % 25_000) + 1 })
    expect(offer).toHaveLength(1)
  }
  expect(checkedIn).toBeLessThan(2000)
  expect(performance.now() - askedAt).toBeLessThan(2000)
})
