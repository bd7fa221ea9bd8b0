import { mkdtempSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, vi } from 'vitest'
import type { Shipment } from '../../../src-main/domain/shipment.ts'
import { ask, composeForTest, folderForTest, get } from '../../support/composition.ts'
import { convertWithLibreOffice } from '../../support/libre-office.ts'
import { scratchFolder } from '../../support/scratch.ts'
import { testWithWitness } from '../../support/witness.ts'
import { makeSamples } from '../../support/make-samples.ts'

vi.setConfig({ testTimeout: 60_000 })

const scratch = scratchFolder()
const samples = fileURLToPath(new URL('../../../resources/samples/frete', import.meta.url))

const titles = 'Serviço;CEP inicial;CEP final;Peso inicial;Peso final;Preço;Prazo'
const csv = (...lines: string[]): string =>
  scratch.file(`tabela-${Math.abs(hash(lines.join()))}.csv`, [titles, ...lines, ''].join('\n'))
const hash = (text: string): number => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7)

const shipment: Shipment = {
  from: '01310100',
  to: '30130010',
  weightG: 400,
  format: 'box',
  lengthMm: 200,
  widthMm: 150,
  heightMm: 50,
  declaredValue: null,
  receipt: false,
  ownHands: false,
  postedOn: '2026-11-27',
}

const rowsOf = async (desk: Parameters<typeof get>[0], id: number) => {
  const rows = []
  for (let after: number | null = 0; after !== null;) {
    const page: { rows: unknown[]; next: number | null } = await get(desk, 'freightTables.rows', {
      id,
      after,
      limit: 100,
    })
    rows.push(...page.rows)
    after = page.next
  }
  return rows as { line: number }[]
}
const unnumbered = (rows: readonly { line: number }[]) => rows.map(({ line: _line, ...row }) => row)

describe('the samples', () => {
  it('are what the script makes', async () => {
    const folder = mkdtempSync(join(folderForTest(), 'samples-'))
    await makeSamples(folder)
    expect(
      readFileSync(`${folder}/frete/tabela-de-frete.csv`).equals(readFileSync(`${samples}/tabela-de-frete.csv`)),
    ).toBe(true)
  })

  it('go in at once, with the places they have no price for', async () => {
    const desk = await composeForTest()
    const text = await get(desk, 'freightTables.import', { file: `${samples}/tabela-de-frete.csv` })
    expect(text).toMatchObject({ name: 'tabela-de-frete', read: 154, refused: 0, faults: [] })
    expect(text.gaps.map(({ service, fromCep, toCep, fromG, toG }) => [service, fromCep, toCep, fromG, toG])).toEqual([
      ['Econômico', '66000000', '69999999', 1, null],
      ['Econômico', '76800000', '79999999', 1, null],
      ['Expresso', '66000000', '69999999', 1, null],
      ['Expresso', '76800000', '79999999', 1, null],
    ])
    const book = await get(desk, 'freightTables.import', {
      file: `${samples}/tabela-de-frete.xlsx`,
      name: 'Serra Azul',
      carrier: 'Transportadora Serra Azul',
      kgPerM3: 300,
    })
    expect(book).toMatchObject({ read: 56, refused: 0, faults: [], gaps: [], table: 2 })
    expect(await get(desk, 'freightTables.list', {})).toMatchObject([
      { name: 'Serra Azul', rows: 56, services: [{ service: 'Serra Azul', validFrom: '2026-11-01', validTo: null }] },
      {
        name: 'tabela-de-frete',
        rows: 154,
        dayCount: 'business',
        services: [
          { service: 'Econômico', rows: 77, validFrom: '2026-11-01', validTo: '2027-12-31' },
          { service: 'Expresso', rows: 77 },
        ],
      },
    ])
    const offers = await desk.engine.freightTables.prices(shipment)
    expect(offers.map(({ key, price, deadline }) => [key, price.total, deadline.latestOn])).toEqual([
      ['table:2:Serra Azul', 1994, '2026-12-02'],
      ['table:1:Econômico', 1694, '2026-12-04'],
      ['table:1:Expresso', 2369, '2026-12-01'],
    ])
    expect((await desk.engine.freightTables.prices(shipment, '2027-01-04'))[0]?.price.total).toBe(2084)
  })
})

describe('a file', () => {
  it('is refused as a whole for one bad row, each told with line, column and reason', async () => {
    const desk = await composeForTest()
    const file = csv(
      'PAC;01000-000;05999-999;0;1;10,00;3',
      'PAC;1310;05999-999;0;1;10,00;3',
      'PAC;06000-000;05999-999;0;1;10,00;3',
      'PAC;07000-000;07999-999;2;1;0,00;em breve',
      'PAC;08000-000;;0;muito;;3',
    )
    const done = await get(desk, 'freightTables.import', { file })
    expect(done).toMatchObject({ table: null, read: 5, refused: 4, gaps: [] })
    expect(done.faults.map(({ line, column, reason, value }) => [line, column, reason, value])).toEqual([
      [3, 'CEP inicial', 'cep', '1310'],
      [4, 'CEP final', 'cep-order', '05999-999'],
      [5, 'Preço', 'price', '0,00'],
      [5, 'Prazo', 'days', 'em breve'],
      [5, 'Peso final', 'weight-order', '1'],
      [6, 'CEP final', 'missing', ''],
      [6, 'Peso final', 'weight', 'muito'],
      [6, 'Preço', 'missing', ''],
    ])
    expect(await get(desk, 'freightTables.list', {})).toEqual([])
  })

  it('is refused for rows that overlap, and says which', async () => {
    const desk = await composeForTest()
    const file = csv(
      'PAC;01000-000;05999-999;0;1;10,00;3',
      'PAC;05999-999;06999-999;0,5;2;12,00;3',
      'SEDEX;01000-000;05999-999;0;1;20,00;1',
      'PAC;01000-000;05999-999;1;2;14,00;3',
    )
    const done = await get(desk, 'freightTables.import', { file })
    expect(done.faults).toMatchObject([{ line: 3, reason: 'overlap', detail: { line: 2 } }])
    expect(done).toMatchObject({ table: null, refused: 1 })
  })

  it('may leave gaps, which are told', async () => {
    const desk = await composeForTest()
    const file = csv(
      'PAC;01000-000;05999-999;0;1;10,00;3',
      'PAC;01000-000;05999-999;2;5;14,00;3',
      'PAC;07000-000;07999-999;0;5;12,00;3',
    )
    const done = await get(desk, 'freightTables.import', { file })
    expect(done).toMatchObject({ table: 1, gapCount: 2 })
    expect(done.gaps).toMatchObject([
      { fromCep: '01000000', toCep: '05999999', fromG: 1001, toG: 1999 },
      { fromCep: '06000000', toCep: '06999999', fromG: 1, toG: 5000 },
    ])
  })

  it('that is only checked is not stored', async () => {
    const desk = await composeForTest()
    const file = csv('PAC;01000-000;05999-999;0;1;10,00;3')
    expect(await get(desk, 'freightTables.import', { file, checkOnly: true })).toMatchObject({
      table: null,
      refused: 0,
    })
    expect(await get(desk, 'freightTables.list', {})).toEqual([])
  })

  it('with English or Polish titles, grams and days with words is read the same', async () => {
    const desk = await composeForTest()
    const english = scratch.file(
      'english.csv',
      'ZipCodeStart,ZipCodeEnd,WeightStart (g),WeightEnd (g),Price,Delivery days,Valid from,Valid to\n' +
        '01000000,05999999,0,1000,10.50,3 days,01/11/2026,31/12/2026\n',
    )
    const polish = scratch.file(
      'polski.csv',
      'CEP od;CEP do;Waga od;Waga do;Cena;Termin;Ważny od;Ważny do\n01000-000;05999-999;0;1 kg;10,50;3 dni;01.11.2026;31.12.2026\n',
    )
    for (const file of [english, polish]) {
      const { table } = await get(desk, 'freightTables.import', { file, service: 'X' })
      expect((await rowsOf(desk, table ?? 0))[0]).toEqual({
        line: 2,
        service: 'X',
        fromCep: '01000000',
        toCep: '05999999',
        fromG: 0,
        toG: 1000,
        price: 1050,
        days: 3,
        perKg: null,
        validFrom: '2026-11-01',
        validTo: '2026-12-31',
      })
    }
  })

  it('that is no freight table, or leaves its weights open, says so', async () => {
    const desk = await composeForTest()
    const orders = await ask(desk, 'freightTables.import', { file: `${samples}/../pedidos-loja.csv` })
    expect(orders).toMatchObject({
      ok: false,
      error: { code: 'freight-columns', detail: { missing: expect.stringContaining('CEP inicial') } },
    })
    const open = csv('PAC;01000-000;05999-999;0;500;10,00;3')
    expect(await ask(desk, 'freightTables.import', { file: open })).toMatchObject({
      ok: false,
      error: { code: 'freight-weight-unit' },
    })
    const told = await get(desk, 'freightTables.import', { file: open, weightUnit: 'g' })
    expect(await rowsOf(desk, told.table ?? 0)).toMatchObject([{ fromG: 0, toG: 500 }])
  })
})

describe('a table', () => {
  it('takes the place of another and keeps its id; its name is its own', async () => {
    const desk = await composeForTest()
    const old = csv('PAC;30000-000;39999-999;0;1;10,00;3')
    const newer = csv('PAC;30000-000;39999-999;0;1;11,00;3')
    const first = await get(desk, 'freightTables.import', {
      file: old,
      name: 'Correios',
      carrier: 'Correios',
      kgPerM3: 167,
    })
    expect((await desk.engine.freightTables.prices(shipment))[0]?.price.total).toBe(1000)
    expect(await ask(desk, 'freightTables.import', { file: newer, name: 'CORREIOS' })).toMatchObject({
      ok: false,
      error: { code: 'name-taken' },
    })
    const second = await get(desk, 'freightTables.import', { file: newer, replaces: first.table ?? 0 })
    expect(second.table).toBe(first.table)
    expect(await get(desk, 'freightTables.list', {})).toMatchObject([
      { name: 'Correios', carrier: 'Correios', kgPerM3: 167, rows: 1 },
    ])
    expect((await desk.engine.freightTables.prices(shipment))[0]?.price.total).toBe(1100)
    await get(desk, 'freightTables.remove', { id: first.table ?? 0 })
    expect(await desk.engine.freightTables.prices(shipment)).toEqual([])
    expect(await ask(desk, 'freightTables.rows', { id: first.table ?? 0, limit: 1 })).toMatchObject({
      ok: false,
      error: { code: 'table-unknown' },
    })
    expect((await desk.engine.store.check()).found).toEqual([])
  })

  it.each(['pt-BR', 'pl', 'en'] as const)('is exported in %s and read again as the same', async (locale) => {
    const desk = await composeForTest()
    for (const sample of ['tabela-de-frete.csv', 'tabela-de-frete.xlsx']) {
      const { table: id } = await get(desk, 'freightTables.import', { file: `${samples}/${sample}`, name: sample })
      const file = join(desk.dataDir, `${sample}.xlsx`)
      const exported = await get(desk, 'freightTables.export', { id, file, locale })
      const again = await get(desk, 'freightTables.import', { file: exported.file, name: `${sample} outra vez` })
      expect(again.faults).toEqual([])
      expect(unnumbered(await rowsOf(desk, again.table ?? 0))).toEqual(unnumbered(await rowsOf(desk, id ?? 0)))
    }
  })

  it('of 50,000 rows goes in, out and in again', async () => {
    const desk = await composeForTest()
    const lines = Array.from({ length: 50_000 }, (_, i) => {
      const [range, band] = [Math.floor(i / 25), i % 25]
      const cep = (n: number) => String(n).padStart(8, '0')
      return `PAC;${cep(range * 40_000)};${cep(range * 40_000 + 39_999)};${band};${band + 1};${10 + band},50;${1 + (band % 9)}`
    })
    const startedAt = performance.now()
    const { table: id } = await get(desk, 'freightTables.import', { file: csv(...lines) })
    expect(performance.now() - startedAt).toBeLessThan(20_000)
    const file = join(desk.dataDir, 'grande.xlsx')
    expect(await get(desk, 'freightTables.export', { id, file })).toMatchObject({ rows: 50_000 })
    const again = await get(desk, 'freightTables.import', { file, name: 'outra' })
    expect(again).toMatchObject({ read: 50_000, refused: 0, gapCount: 0 })
    expect(await desk.engine.freightTables.prices({ ...shipment, weightG: 2400 })).toMatchObject([
      { price: { total: 1250 } },
      { price: { total: 1250 } },
    ])
  })

  testWithWitness('soffice', 'is the same after LibreOffice has read and written it', async (soffice) => {
    const desk = await composeForTest()
    const { table: id } = await get(desk, 'freightTables.import', { file: `${samples}/tabela-de-frete.csv` })
    const file = join(desk.dataDir, 'frete.xlsx')
    await get(desk, 'freightTables.export', { id, file })
    const theirs = await convertWithLibreOffice(soffice, file, 'xlsx', folderForTest())
    const again = await get(desk, 'freightTables.import', { file: theirs, name: 'LibreOffice' })
    expect(again.faults).toEqual([])
    expect(unnumbered(await rowsOf(desk, again.table ?? 0))).toEqual(unnumbered(await rowsOf(desk, id ?? 0)))
  })
})
