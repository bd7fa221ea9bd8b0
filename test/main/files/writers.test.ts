import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLines } from '../../../src-main/files/csv-lines.ts'
import { harmless, openCsvWriter } from '../../../src-main/files/csv-writer.ts'
import { openTable } from '../../../src-main/files/open-file.ts'
import { writeProblemOf } from '../../../src-main/files/pending-file.ts'
import type { SheetColumn } from '../../../src-main/files/sheet-writer.ts'
import { openXlsxWriter } from '../../../src-main/files/xlsx-writer.ts'
import { scratchFolder } from '../../support/scratch.ts'
import { runs } from '../../support/property-runs.ts'

const scratch = scratchFolder()
const column = (title: string, kind: SheetColumn['kind'] = 'text'): SheetColumn => ({ title, kind, width: 12 })
const brazilian = { decimalComma: true, dayFirst: '/' } as const

describe('workbooks', () => {
  it('have a frozen header, a filter, typed cells and text that stays text', async () => {
    const path = join(scratch.path, 'a.xlsx')
    const writer = openXlsxWriter(path, {
      sheet: 'Lista',
      columns: [column('Código'), column('Valor', 'money'), column('Dia', 'day')],
    })
    writer.row(['=HYPERLINK("x")', 12.5, '2026-12-31'], new Set([1]))
    await writer.finish()
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(path)
    const sheet = workbook.getWorksheet('Lista')
    expect(sheet?.views).toMatchObject([{ state: 'frozen', ySplit: 1 }])
    expect(sheet?.autoFilter).toBe('A1:C1')
    expect(sheet?.getCell('A2')).toMatchObject({
      value: '=HYPERLINK("x")',
      type: ExcelJS.ValueType.String,
      numFmt: '@',
    })
    expect(sheet?.getCell('B2')).toMatchObject({ value: 12.5, numFmt: '#,##0.00' })
    expect(sheet?.getCell('B2').fill).toMatchObject({ pattern: 'solid' })
    expect(sheet?.getCell('C2').value).toEqual(new Date('2026-12-31T00:00:00Z'))
  })

  it('give back what was written', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'ç', '<', '&', '"', ' ', '_x0041_', '\n', '=', '😀'),
      maxLength: 6,
    })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), async (rows) => {
        const path = join(scratch.path, 'property.xlsx')
        const writer = openXlsxWriter(path, { sheet: 'x', columns: [column('a'), column('b')] })
        for (const row of rows) writer.row(row)
        await writer.finish()
        const opened = await openTable(path, {})
        if (!opened.ok) throw new Error(opened.error.code)
        const read: string[][] = []
        for await (const batch of opened.value.rows())
          for (const row of batch) if (row.line > 1) read.push([String(row.cells[0] ?? ''), String(row.cells[1] ?? '')])
        expect(read).toEqual(rows.filter((row) => row.some((value) => value.trim() !== '')))
      }),
      { numRuns: runs(30) },
    )
  })
})

describe('CSV', () => {
  it('opens in Excel as it should: mark, semicolons, decimal comma, days, no formulas', async () => {
    const path = join(scratch.path, 'a.csv')
    const writer = openCsvWriter(
      path,
      [
        column('Código'),
        column('Valor', 'money'),
        column('Dia', 'day'),
        column('Quando', 'instant'),
        column('Peso', 'number'),
      ],
      brazilian,
    )
    writer.row(['=cmd|1', 12.5, '2026-12-31', '2026-11-22T15:04:05', 1250])
    await writer.drained()
    writer.row(['a;"b"\nc', null, null, null, 0])
    await writer.finish()
    expect(readFileSync(path, 'utf8')).toBe(
      '\ufeffCódigo;Valor;Dia;Quando;Peso\r\n\'=cmd|1;12,50;31/12/2026;22/11/2026 15:04:05;1250\r\n"a;""b""\nc";;;;0\r\n',
    )
  })

  it('gives back what was written, but for the apostrophe before formulas', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ç', ';', '"', ' ', '\n', '=', '+', '@', '-'), maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.constant('x'), cell), { maxLength: 6 }), async (rows) => {
        const path = join(scratch.path, 'property.csv')
        const writer = openCsvWriter(path, [column('a'), column('b')], brazilian)
        for (const row of rows) writer.row(row)
        await writer.finish()
        const read = csvLines(';').push(readFileSync(path, 'utf8').slice(1)).slice(1)
        expect(read.map(({ cells }) => cells)).toEqual(rows.map(([a, b]) => [a, harmless(b)]))
      }),
      { numRuns: runs(50) },
    )
  })
})

describe.each(['xlsx', 'csv'] as const)('writing %s', (ending) => {
  const open = (path: string) =>
    ending === 'xlsx'
      ? openXlsxWriter(path, { sheet: 'x', columns: [column('a')] })
      : openCsvWriter(path, [column('a')], brazilian)

  it('leaves the old file until the new one is whole, and nothing when it is given up', async () => {
    const folder = join(scratch.path, `old-${ending}`)
    mkdirSync(folder)
    const path = join(folder, `a.${ending}`)
    writeFileSync(path, 'old')
    const writer = open(path)
    writer.row(['x'])
    await writer.drained()
    expect(readFileSync(path, 'utf8')).toBe('old')
    await writer.discard()
    expect(readdirSync(folder)).toEqual([`a.${ending}`])
    const again = open(path)
    again.row(['x'])
    await again.finish()
    expect(readFileSync(path, 'utf8')).not.toBe('old')
    expect(readdirSync(folder)).toEqual([`a.${ending}`])
  })

  it('says that the place can not be written to', async () => {
    const folder = join(scratch.path, `taken-${ending}.${ending}`)
    mkdirSync(join(folder, 'inside'), { recursive: true })
    for (const path of [folder, join(scratch.path, 'no', 'such', 'folder.x')]) {
      const writer = open(path)
      writer.row(['x'])
      const error: unknown = await writer.finish().catch((reason: unknown) => reason)
      expect(writeProblemOf(error)).toBe('file-locked')
      await writer.discard()
    }
    expect(readdirSync(scratch.path).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

it('tells a full disk from a file that is held and from a bug', () => {
  const problem = (code: string) => writeProblemOf(Object.assign(new Error(code), { code }))
  expect([
    problem('ENOSPC'),
    problem('EBUSY'),
    problem('EPERM'),
    problem('EWHAT'),
    writeProblemOf(new TypeError('bug')),
  ]).toEqual(['disk-full', 'file-locked', 'file-locked', null, null])
})
