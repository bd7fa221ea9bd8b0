import { describe, expect, it } from 'vitest'
import type { FreightRow } from '../../../../src-main/domain/freight-table.ts'
import type { RateRule } from '../../../../src-main/domain/rate-rules.ts'
import type { NewFreightTable } from '../../../../src-main/store/store.ts'
import type { OpenStore } from '../store-contract.ts'

const table: NewFreightTable = {
  name: 'Serra Azul',
  carrier: 'Serra Azul Ltda.',
  kgPerM3: 300,
  dayCount: 'calendar',
  file: 'tabela.csv',
  services: [{ service: 'Expresso', rows: 3, validFrom: '2026-11-01', validTo: null }],
}
const rows = [2, 5, 9].map((line): FreightRow => ({
  line,
  service: 'Expresso',
  fromCep: '01000000',
  toCep: '05999999',
  fromG: line * 1000,
  toG: line === 9 ? null : line * 1000 + 999,
  price: 1000 + line,
  days: line,
  perKg: line === 9 ? 250 : null,
  validFrom: '2026-11-01',
  validTo: line === 5 ? '2026-12-31' : null,
}))

/** Own freight tables, and the rules that choose a service. */
export function describeFreight(open: OpenStore): void {
  describe('freight tables', () => {
    it('are kept with their rows, which come in pages by line', async () => {
      const { read, write } = await open()
      expect(await write.freightTables.save(table, rows, null, 5_000)).toBe(1)
      expect(await read.freightTables.list()).toEqual([{ ...table, id: 1, importedAt: 5_000, rows: 3 }])
      expect(await read.freightTables.rows(1, { after: 0, limit: 2 })).toEqual(rows.slice(0, 2))
      expect(await read.freightTables.rows(1, { after: 5, limit: 2 })).toEqual(rows.slice(2))
      expect(await read.freightTables.rows(2, { after: 0, limit: 2 })).toEqual([])
    })

    it('have names that no other has, whatever their case', async () => {
      const { read, write } = await open()
      await write.freightTables.save(table, rows, null, 5_000)
      expect(await write.freightTables.save({ ...table, name: 'SERRA AZUL' }, rows, null, 6_000)).toBe('name-taken')
      expect(await write.freightTables.save({ ...table, name: 'Outra' }, rows, null, 6_000)).toBe(2)
      expect(await write.freightTables.save(table, rows, 2, 6_000)).toBe('name-taken')
      expect((await read.freightTables.list()).map(({ name }) => name)).toEqual(['Outra', 'Serra Azul'])
    })

    it('take the place of another with all of their rows, or nothing happens', async () => {
      const store = await open()
      const { read, write } = store
      await write.freightTables.save(table, rows, null, 5_000)
      expect(await write.freightTables.save(table, rows, 7, 6_000)).toBe('table-unknown')
      expect(await write.freightTables.save({ ...table, kgPerM3: null }, rows.slice(1), 1, 7_000)).toBe(1)
      expect(await read.freightTables.get(1)).toMatchObject({ kgPerM3: null, importedAt: 7_000, rows: 2 })
      expect(await read.freightTables.rows(1, { after: 0, limit: 9 })).toEqual(rows.slice(1))
      const [first] = rows
      if (!first) throw new Error('no row')
      await expect(write.freightTables.save(table, [first, first], 1, 8_000)).rejects.toThrow()
      expect(await read.freightTables.rows(1, { after: 0, limit: 9 })).toEqual(rows.slice(1))
    })

    it('go with their rows, and their ids are not given again', async () => {
      const store = await open()
      const { read, write } = store
      await write.freightTables.save(table, rows, null, 5_000)
      expect(await write.freightTables.remove(1)).toBe(true)
      expect(await write.freightTables.remove(1)).toBe(false)
      expect(await read.freightTables.get(1)).toBeNull()
      expect(await read.freightTables.rows(1, { after: 0, limit: 9 })).toEqual([])
      expect(await write.freightTables.save(table, rows, null, 5_000)).toBe(2)
      expect((await store.check()).found).toEqual([])
    })
  })

  describe('rules that choose a service', () => {
    it('are one list, in the order it was given', async () => {
      const { read, write } = await open()
      const list: RateRule[] = [
        { name: 'Capital', on: false, when: { states: ['SP'] }, action: { kind: 'never', services: ['03298'] } },
        { name: null, on: true, when: {}, action: { kind: 'cheapest-within', days: 3 } },
      ]
      expect(await read.rateRules.list()).toEqual([])
      await write.rateRules.replace(list)
      expect(await read.rateRules.list()).toEqual(list)
      await write.rateRules.replace(list.slice(1))
      expect(await read.rateRules.list()).toEqual(list.slice(1))
    })
  })
}
