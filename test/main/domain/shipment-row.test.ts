import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../src-main/domain/cell.ts'
import type { ImportField, ImportMapping } from '../../../src-main/domain/import-field.ts'
import { createShipmentReader, shipmentOf, type ShipmentDefaults } from '../../../src-main/domain/shipment-row.ts'

const defaults: ShipmentDefaults = {
  from: '01310100',
  format: 'box',
  lengthMm: 160,
  widthMm: 110,
  heightMm: 20,
  receipt: false,
  ownHands: false,
  postedOn: '2026-11-27',
}

function read(cells: Readonly<Partial<Record<ImportField, Cell>>>) {
  const fields = Object.keys(cells) as ImportField[]
  const mapping: ImportMapping = {
    columns: fields.map((field, index) => ({ index, field })),
    weightUnit: 'kg',
    lengthUnit: 'cm',
    dateOrder: 'day-first',
    currency: 'BRL',
  }
  return createShipmentReader(mapping, false, defaults)({ line: 7, cells: Object.values(cells) })
}

describe('a row of a file of shipments', () => {
  it('becomes a shipment in grams, millimetres and centavos', () => {
    expect(
      read({
        orderNumber: '1001',
        postalCode: '22250-040',
        weight: '1,250',
        dimensions: '30 x 20 x 10',
        declaredValue: 'R$ 1.234,56',
        service: 'SEDEX',
      }),
    ).toEqual({
      line: 7,
      reference: '1001',
      used: 'SEDEX',
      channel: null,
      fault: null,
      shipment: {
        ...defaults,
        to: '22250040',
        weightG: 1250,
        lengthMm: 300,
        widthMm: 200,
        heightMm: 100,
        declaredValue: 123_456,
      },
    })
  })

  it('without sizes and value is taken to be the default box, without a declared value', () => {
    expect(read({ postalCode: '22250040', weight: '300 g', declaredValue: '0' })).toMatchObject({
      fault: null,
      shipment: { weightG: 300, lengthMm: 160, widthMm: 110, heightMm: 20, declaredValue: null },
    })
  })

  it.each([
    ['postal-code-missing', { weight: '1' }],
    ['postal-code-missing', { postalCode: ' ', weight: '1' }],
    ['postal-code-format', { postalCode: '2225', weight: '1' }],
    ['weight-missing', { postalCode: '22250040' }],
    ['weight-missing', { postalCode: '22250040', weight: '0' }],
    ['weight-format', { postalCode: '22250040', weight: 'leve' }],
    ['length-format', { postalCode: '22250040', weight: '1', dimensions: 'grande' }],
    ['value-format', { postalCode: '22250040', weight: '1', declaredValue: 'caro' }],
  ] as const)('says %s', (fault, cells) => {
    expect(read(cells)).toMatchObject({ fault, shipment: null })
  })

  it('puts back the zero that a spreadsheet program took from a postal code of São Paulo', () => {
    expect(read({ postalCode: 1310100, state: 'SP', weight: '1' })).toMatchObject({ shipment: { to: '01310100' } })
    expect(read({ postalCode: 1310100, state: 'RJ', weight: '1' })).toMatchObject({ fault: 'postal-code-format' })
  })
})

it('a parcel of another country can’t be quoted', () => {
  const facts = { weightG: 500, lengthMm: null, widthMm: null, heightMm: null, declaredValue: null }
  expect(shipmentOf({ ...facts, postalCode: '00-950' }, defaults)).toBe('postal-code-format')
})
