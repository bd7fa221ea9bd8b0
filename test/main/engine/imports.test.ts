import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import {
  ImportCheck,
  ImportInspection,
  ImportProgress,
  ImportSummary,
} from '../../../src-main/contract/imports.contract.ts'
import { makeWorkbook } from '../../support/make-zip.ts'
import { s10 } from '../../support/tracking-codes.ts'
import { createDesk } from './imports-under-test.ts'

const samples = fileURLToPath(new URL('../../../resources/samples', import.meta.url))

const header = 'Código de rastreio;Pedido;Peso (kg);Observação'
const csv = (...rows: string[]) => `${[header, ...rows].join('\r\n')}\r\n`
const many = (count: number) => csv(...Array.from({ length: count }, (_, i) => `${s10(i)};P-${i};0,5;`))

describe('looking into a file', () => {
  it('answers what the mapping screen shows', async () => {
    const desk = await createDesk()
    const found = await desk.imports.inspect({ file: `${samples}/pedidos-loja.csv` })
    const inspection = ImportInspection.parse(found.ok ? found.value : found.error)
    expect(inspection).toMatchObject({
      format: 'text',
      encoding: 'windows-1252',
      delimiter: ';',
      header: true,
      certain: true,
      preset: null,
    })
    expect(inspection.columns.map(({ guess }) => guess.field)).not.toContain(null)
    expect(inspection.rows).toHaveLength(20)
    expect(inspection.columns[3]).toMatchObject({
      title: 'Destinatário',
      guess: { field: 'recipientName', certainty: 'certain', by: 'title' },
    })
  })

  it('reads it as the person says', async () => {
    const desk = await createDesk()
    const file = desk.file('a.csv', iconv.encode(csv(`${s10(1)};a,b;1;ção`), 'windows-1252'))
    const found = await desk.imports.inspect({
      file,
      options: { encoding: 'windows-1250', delimiter: ',', header: false },
    })
    expect(found.ok && found.value).toMatchObject({
      encoding: 'windows-1250',
      delimiter: ',',
      header: false,
    })
  })

  it('tells a header without rows, and formulas without results', async () => {
    const desk = await createDesk()
    const problem = async (name: string, content: string | Uint8Array) => {
      const found = await desk.imports.inspect({ file: desk.file(name, content) })
      return found.ok ? null : found.error.code
    }
    expect(await problem('header.csv', csv())).toBe('file-no-rows')
    expect(await problem('blank.xlsx', makeWorkbook({ rows: '' }))).toBe('file-empty')
    const formula = '<row><c t="str"><v>Rastreio</v></c></row><row><c><f>A9</f></c></row>'
    expect(await problem('formulas.xlsx', makeWorkbook({ rows: formula }))).toBe('file-formulas-without-values')
  })
})

describe('storing files', () => {
  it('keeps the good rows and lists the bad, with what to do about them', async () => {
    const desk = await createDesk()
    const summary = await desk.run(`${samples}/envios-correios.xlsx`)
    expect(ImportSummary.parse(summary)).toMatchObject({ stored: 38, changed: 0, unchanged: 0, rejected: 7 })
    expect(summary.rejections.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [6, 'Objeto', 'code-check-digit'],
      [11, 'Objeto', 'code-scientific'],
      [17, 'CPF', 'document-check-digit'],
      [23, 'CEP', 'postal-code-format'],
      [29, 'Postado em', 'date-format'],
      [35, 'Objeto', 'code-missing'],
      [41, 'Peso (g)', 'weight-format'],
    ])
    expect(await desk.total()).toBe(38)
    expect(desk.stored).toEqual([38])
    for (const progress of desk.progress) ImportProgress.parse(progress)
    expect(desk.progress.at(-1)).toMatchObject({ file: 'envios-correios.xlsx', done: 45, total: 45, rejected: 7 })
  })

  it('says how far it is after the last of very many rows, and still leaves nothing when it is stopped there', async () => {
    const desk = await createDesk()
    const rows = Array.from({ length: 50_001 }, (_, n) => `${s10(10_000_000 + n)};Ana ${n}`)
    const file = desk.file('many.csv', `Rastreio;Cliente\n${rows.join('\n')}\n`)
    const stop = new AbortController()
    const stopped = await desk.imports.run(
      { files: [file] },
      { signal: stop.signal, report: ({ phase }) => phase === 'finishing' && stop.abort() },
    )
    expect(stopped).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(await desk.total()).toBe(0)

    expect(await desk.run(file)).toMatchObject({ stored: 50_001 })
    for (const progress of desk.progress) ImportProgress.parse(progress)
    const steps = desk.progress.filter(({ phase }) => phase === 'finishing')
    expect(steps.map(({ done, total }) => [done, total])).toEqual(steps.map((_, i) => [i + 1, steps.length + 1]))
    expect(steps.length).toBeGreaterThan(5)
    expect((await desk.store.check()).found).toEqual([])
  })

  it('takes a list of rejected rows, corrected, in again', async () => {
    const desk = await createDesk()
    const { report } = await desk.run(`${samples}/envios-correios.xlsx`)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(report ?? '')
    const sheet = workbook.worksheets[0]
    expect(sheet?.getRow(2).values).toEqual(
      expect.arrayContaining([expect.stringContaining(s10(50_000_000, 'TR')), 6, 'envios-correios.xlsx']),
    )
    expect(sheet?.getCell('A2').fill).toMatchObject({ pattern: 'solid' })
    expect(sheet?.getCell('B2').fill).toMatchObject({ pattern: 'none' })
    const corrections = [
      ['A2', s10(60_000_001)],
      ['A3', s10(60_000_002)],
      ['D4', '529.982.247-25'],
      ['G5', '01310-100'],
      ['J6', '30/11/2026'],
      ['A7', s10(60_000_003)],
      ['H8', '950'],
    ] as const
    for (const [cell, value] of corrections) if (sheet) sheet.getCell(cell).value = value
    await workbook.xlsx.writeFile(report ?? '')
    expect(await desk.run(report ?? '')).toMatchObject({ stored: 7, rejected: 0, report: null })
    expect(await desk.total()).toBe(45)
    expect(await desk.parcel(s10(60_000_001))).toMatchObject({
      weightG: 360,
      declaredValue: 6460,
      currency: 'BRL',
      postedOn: '2026-11-05',
    })
  })

  it('keeps units and order of dates in the list of rejected rows', async () => {
    const desk = await createDesk()
    const file = desk.file('months.csv', `X1;X2;X3;X4;X5\n${s10(1)};2;02/03/2026;7,50;x\nerrado;2;02/03/2026;7,50;x\n`)
    const mapping = {
      columns: (['code', 'weight', 'postedOn', 'declaredValue', 'dimensions'] as const).map((field, index) => ({
        index,
        field,
      })),
      weightUnit: 'kg',
      lengthUnit: 'mm',
      dateOrder: 'month-first',
      currency: 'USD',
    } as const
    const done = await desk.imports.run(
      { files: [file], mapping: { ...mapping, columns: mapping.columns.slice(0, 4) } },
      desk.task,
    )
    if (!done.ok) throw new Error(done.error.code)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(done.value.report ?? '')
    const sheet = workbook.worksheets[0]
    if (sheet) sheet.getCell('A2').value = s10(2)
    await workbook.xlsx.writeFile(done.value.report ?? '')
    await desk.run(done.value.report ?? '')
    const {
      id: _1,
      code: _2,
      createdAt: _3,
      updatedAt: _4,
      nextCheckAt: _5,
      ...first
    } = (await desk.parcel(s10(1))) ?? ({ id: 0 } as never)
    expect(await desk.parcel(s10(2))).toMatchObject(first)
    expect(first).toMatchObject({ weightG: 2000, postedOn: '2026-02-03', declaredValue: 750, currency: 'USD' })
  })

  it('changes nothing when the same file comes twice, and says so', async () => {
    const desk = await createDesk()
    const file = desk.file('a.csv', csv(`${s10(1)};P1;0,5;x`, `${s10(2)};P2;0,5;`))
    expect(await desk.run(file)).toMatchObject({ stored: 2 })
    expect(await desk.run(file)).toMatchObject({ stored: 0, changed: 0, unchanged: 2, rejected: 0 })
    expect(desk.stored).toEqual([2])
  })

  it('applies changes or keeps what is stored', async () => {
    const desk = await createDesk()
    await desk.run(desk.file('a.csv', csv(`${s10(1)};P1;0,5;antes`, `${s10(2)};P2;0,5;`)))
    const file = desk.file('b.csv', csv(`${s10(1)};P1;0,75;`, `${s10(2)};P2;0,5;`, `${s10(3)};P3;1,0;`))
    const mapping = (await desk.imports.inspect({ file })).ok ? await desk.imports.inspect({ file }) : null
    if (!mapping?.ok) throw new Error('not inspected')
    const checked = await desk.imports.check({ file, mapping: mapping.value.mapping }, desk.task)
    expect(ImportCheck.parse(checked.ok ? checked.value : checked.error)).toEqual({
      rows: 3,
      new: 1,
      changed: 1,
      unchanged: 1,
      rejected: 0,
      unknownCodes: 0,
      rejections: [],
      changes: [{ line: 2, code: s10(1), differences: [{ field: 'weightG', old: '500', new: '750' }] }],
    })
    expect(await desk.total()).toBe(2)
    const kept = await desk.imports.run({ files: [file], changes: 'keep' }, desk.task)
    expect(kept.ok && kept.value).toMatchObject({ stored: 1, changed: 1, unchanged: 1 })
    expect(await desk.parcel(s10(1))).toMatchObject({ weightG: 500 })
    await desk.run(file)
    expect(await desk.parcel(s10(1))).toMatchObject({ weightG: 750, note: 'antes' })
  })

  it('takes a code once: the same row again is unchanged, another is rejected', async () => {
    const desk = await createDesk()
    const summary = await desk.run(
      desk.file('a.csv', csv(`${s10(1)};P1;0,5;`, `${s10(1)};P1;0,5;`, `${s10(1)};P2;0,5;`)),
    )
    expect(summary).toMatchObject({
      stored: 1,
      unchanged: 1,
      rejected: 1,
      rejections: [{ line: 4, reason: 'code-twice-in-file', detail: { line: 2 } }],
    })
  })

  it('goes on with the line after one that can not be read', async () => {
    const desk = await createDesk()
    const summary = await desk.run(
      desk.file('a.csv', csv(`${s10(1)};P1;0,5;`, `${s10(2)};"P2;0,5;`, `${s10(3)};P3;0,5`, `${s10(4)};P4;0,5;`)),
    )
    expect(summary.rejections.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'row-malformed'],
      [4, 'row-width'],
    ])
    expect(summary.stored).toBe(2)
  })

  it('does not let one file touch the others', async () => {
    const desk = await createDesk()
    const damaged = makeWorkbook({
      rows: `<row><c t="str"><v>Rastreio</v></c></row>${Array.from({ length: 3000 }, (_, i) => `<row><c t="str"><v>${s10(i)}</v></c></row>`).join('')}<row>`,
    })
    const summary = await desk.run(
      desk.file('boa.csv', csv(`${s10(5_000_001)};P1;0,5;`)),
      desk.file('rasgada.xlsx', damaged),
      desk.file('incerta.csv', 'a;b\nc;d\n'),
      `${desk.folder}/sumiu.csv`,
      desk.file('outra.csv', csv(`${s10(5_000_002)};P1;0,5;`)),
    )
    expect(ImportSummary.parse(summary).files.map(({ name, stored, problem }) => [name, stored, problem])).toEqual([
      ['boa.csv', 1, null],
      ['rasgada.xlsx', 0, 'file-damaged'],
      ['incerta.csv', 0, 'mapping-uncertain'],
      ['sumiu.csv', 0, 'file-gone'],
      ['outra.csv', 1, null],
    ])
    expect(await desk.total()).toBe(2)
  })

  it('fails when every file did, with the word of the first', async () => {
    const desk = await createDesk()
    const done = await desk.imports.run(
      { files: [desk.file('a.pdf', '%PDF-1.4'), `${desk.folder}/sumiu.csv`] },
      desk.task,
    )
    expect(done).toMatchObject({ ok: false, error: { code: 'file-type', detail: { type: 'PDF' } } })
    expect(readdirSync(`${desk.folder}/reports`)).toEqual([])
  })

  it('leaves nothing of a file that is stopped, and what came before it', async () => {
    const desk = await createDesk()
    const stop = new AbortController()
    const files = [desk.file('antes.csv', csv(`${s10(99_000_000)};P;1;`)), desk.file('longa.csv', many(12_000))]
    const done = await desk.imports.run(
      { files },
      {
        signal: stop.signal,
        report: ({ file, done: rows }) => void (file === 'longa.csv' && rows > 1000 && stop.abort()),
      },
    )
    expect(done).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(await desk.total()).toBe(1)
    expect(readdirSync(`${desk.folder}/reports`)).toEqual([])
  })

  it('keeps unknown codes when the person says so', async () => {
    const desk = await createDesk()
    const file = desk.file('a.csv', csv(`MINHA-1;P1;1;`, `${s10(1)};P2;1;`))
    expect(await desk.run(file)).toMatchObject({ stored: 1, rejections: [{ reason: 'code-unknown-format' }] })
    const inspected = await desk.imports.inspect({ file })
    if (!inspected.ok) throw new Error(inspected.error.code)
    const mapping = { ...inspected.value.mapping, defaultCarrier: 'unknown' }
    expect(await desk.imports.run({ files: [file], mapping }, desk.task)).toMatchObject({
      ok: true,
      value: { stored: 1, unchanged: 1, rejected: 0 },
    })
    expect(await desk.parcel('MINHA1')).toMatchObject({ carrier: 'unknown', watch: 'untracked' })
  })
})
