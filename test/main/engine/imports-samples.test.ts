import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { makeSamples } from '../../support/make-samples.ts'
import { createDesk } from './imports-under-test.ts'

const samples = fileURLToPath(new URL('../../../resources/samples', import.meta.url))

describe('the samples', () => {
  it('are what the script makes', async () => {
    const desk = await createDesk()
    await makeSamples(`${desk.folder}/samples`)
    for (const name of ['pedidos-loja.csv', 'przesylki-inpost.csv', 'codigos.txt']) {
      expect(readFileSync(`${samples}/${name}`).equals(readFileSync(`${desk.folder}/samples/${name}`)), name).toBe(true)
    }
  })

  it.each([
    ['pedidos-loja.csv', 60],
    ['przesylki-inpost.csv', 40],
    ['codigos.txt', 25],
  ])('%s goes in at once, all of it', async (name, count) => {
    const desk = await createDesk()
    const summary = await desk.run(`${samples}/${name}`)
    expect(summary.rejections).toEqual([])
    expect(summary.stored).toBe(count)
  })

  it('keeps Polish letters, units and days', async () => {
    const desk = await createDesk('pl')
    await desk.run(`${samples}/przesylki-inpost.csv`)
    const first = await desk.store.read.parcels.search(
      { text: 'Żółkiewski' },
      { limit: 1 },
      { now: 0, today: '2026-11-22' },
    )
    expect(first).toMatchObject({
      rows: [{ city: 'Łódź', postalCode: '90-001', country: 'PL', currency: 'PLN', carrier: 'inpost' }],
    })
  })
})
