import { describe, expect, it } from 'vitest'
import type { Preset } from '../../../../src-main/store/store.ts'
import type { OpenStore } from '../store-contract.ts'

const preset: Omit<Preset, 'id' | 'updatedAt'> = {
  name: 'Loja',
  titles: ['Objeto'],
  options: { delimiter: ';' },
  mapping: {
    columns: [{ index: 0, field: 'code' }],
    weightUnit: 'kg',
    lengthUnit: 'cm',
    dateOrder: 'day-first',
    currency: 'BRL',
  },
  changes: 'keep',
}
const account = {
  carrier: 'correios',
  name: 'Loja',
  environment: 'test',
  fields: { contract: '9912345678', card: '0012345678' },
  secretsEnteredAt: null,
} as const

/** What people keep beside parcels. */
export function describeKept(open: OpenStore): void {
  describe('accounts', () => {
    it('keeps them, under names that no other of the carrier has', async () => {
      const store = await open()
      const id = await store.write.accounts.save(account, 1_000)
      expect(await store.write.accounts.save({ ...account, name: 'LOJA' }, 1_500)).toBe('name-taken')
      expect(await store.write.accounts.save({ ...account, id: 77, name: 'Outra' }, 1_500)).toBe('account-unknown')
      expect(await store.write.accounts.save({ ...account, carrier: 'inpost' }, 1_500)).toEqual(expect.any(Number))
      if (typeof id !== 'number') throw new Error(id)
      expect(await store.write.accounts.save({ ...account, id, secretsEnteredAt: 1_900 }, 2_000)).toBe(id)
      expect(await store.read.accounts.get(id)).toEqual({
        ...account,
        id,
        createdAt: 1_000,
        updatedAt: 2_000,
        secretsEnteredAt: 1_900,
        nextSecretsEnteredAt: null,
        offSince: null,
      })
      expect(await store.write.accounts.setOff(id, 2_500)).toBe(true)
      expect(await store.write.accounts.setOff(77, 2_500)).toBe(false)
      await store.write.accounts.save({ ...account, id, name: 'Loja 2' }, 3_000)
      expect(await store.read.accounts.get(id)).toMatchObject({ name: 'Loja 2', offSince: 2_500 })
      expect(await store.read.accounts.list()).toHaveLength(2)
      expect(await store.write.accounts.remove(id)).toBe(true)
      expect(await store.write.accounts.remove(id)).toBe(false)
      expect(await store.read.accounts.get(id)).toBeNull()
    })
  })

  describe('presets, views and preferences', () => {
    it('keeps presets', async () => {
      const store = await open()
      const id = await store.write.kept.savePreset(preset, 1_000)
      expect(await store.write.kept.savePreset({ ...preset, name: 'loja' }, 1_500)).toBe('name-taken')
      if (typeof id !== 'number') throw new Error(id)
      expect(await store.write.kept.savePreset({ ...preset, id, name: 'Loja 2', changes: 'accept' }, 2_000)).toBe(id)
      expect(await store.read.kept.presets()).toEqual([
        { ...preset, id, name: 'Loja 2', changes: 'accept', updatedAt: 2_000 },
      ])
      expect(await store.write.kept.removePreset(id)).toBe(true)
      expect(await store.write.kept.removePreset(id)).toBe(false)
      expect(await store.write.kept.savePreset(preset, 3_000)).not.toBe(id)
    })

    it('keeps views with and without columns', async () => {
      const store = await open()
      const query = { filter: { status: ['delivered'], late: true }, sort: { by: 'city', direction: 'asc' } } as const
      const saved = {
        name: 'Late',
        query: { filter: { status: [...query.filter.status], late: true }, sort: query.sort },
      }
      const id = await store.write.kept.saveView(saved)
      const other = await store.write.kept.saveView({
        name: 'Wide',
        query: {},
        columns: [{ key: 'code', width: 120 }, { key: 'city' }],
      })
      expect(await store.write.kept.saveView({ name: 'LATE', query: {} })).toBe('name-taken')
      expect(await store.read.kept.views()).toEqual([
        { id, ...saved },
        { id: other, name: 'Wide', query: {}, columns: [{ key: 'code', width: 120 }, { key: 'city' }] },
      ])
      expect(await store.write.kept.removeView(Number(id))).toBe(true)
    })

    it('keeps preferences until they are taken back', async () => {
      const store = await open()
      await store.write.kept.savePreference('theme', 'dark')
      await store.write.kept.savePreference('theme', 'light')
      expect(await store.read.kept.preference('theme')).toBe('light')
      await store.write.kept.savePreference('theme', null)
      expect(await store.read.kept.preference('theme')).toBeNull()
    })
  })
}
