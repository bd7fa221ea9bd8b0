import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, vi } from 'vitest'
import type { TableRow } from '../../../src-main/domain/cell.ts'
import { openTable } from '../../../src-main/files/open-file.ts'
import { openXlsxWriter } from '../../../src-main/files/xlsx-writer.ts'
import { convertWithLibreOffice, protectWithLibreOffice } from '../../support/libre-office.ts'
import { scratchFolder } from '../../support/scratch.ts'
import { testWithWitness } from '../../support/witness.ts'

vi.setConfig({ testTimeout: 180_000 })

const scratch = scratchFolder()
const samples = fileURLToPath(new URL('../../../resources/samples', import.meta.url))

async function rowsOf(path: string): Promise<TableRow[]> {
  const opened = await openTable(path, {})
  if (!opened.ok) throw new Error(opened.error.code)
  const rows: TableRow[] = []
  for await (const batch of opened.value.rows()) rows.push(...batch)
  return rows
}

const problemOf = async (path: string) => {
  const opened = await openTable(path, {})
  return opened.ok ? null : { code: opened.error.code, ...opened.error.detail }
}

describe('files that LibreOffice writes', () => {
  testWithWitness('soffice', 'a workbook has the cells of the one it was made from', async (soffice) => {
    const own = await rowsOf(`${samples}/envios-correios.xlsx`)
    const theirs = await rowsOf(
      await convertWithLibreOffice(soffice, `${samples}/envios-correios.xlsx`, 'xlsx', scratch.path),
    )
    expect(theirs.map(({ cells }) => cells)).toEqual(own.map(({ cells }) => cells))
  })

  testWithWitness('soffice', 'formulas come with their results', async (soffice) => {
    const source = scratch.file(
      'formulas.csv',
      'codigo,peso,dobro\nTE100000003BR,2,=B2*2\nTE100000017BR,3,"=CONCATENATE(""a"";B3)"\n',
    )
    const rows = await rowsOf(await convertWithLibreOffice(soffice, source, 'xlsx', scratch.path))
    expect(rows[1]?.cells).toEqual(['TE100000003BR', 2, 4])
  })

  testWithWitness('soffice', '.xls of 1997 and .ods are told by name', async (soffice) => {
    const xls = await convertWithLibreOffice(soffice, `${samples}/envios-correios.xlsx`, 'xls', scratch.path)
    const ods = await convertWithLibreOffice(soffice, `${samples}/envios-correios.xlsx`, 'ods', scratch.path)
    expect(await problemOf(xls)).toEqual({ code: 'file-xls-1997' })
    expect(await problemOf(ods)).toEqual({ code: 'file-type', type: 'ODS' })
  })

  testWithWitness('soffice', 'a password is told where it is all that is wrong', async (soffice) => {
    const folder = mkdtempSync(join(scratch.path, 'protected-'))
    for (const [ending, problem] of [
      ['xlsx', { code: 'file-password' }],
      ['xls', { code: 'file-xls-1997' }],
      ['ods', { code: 'file-type', type: 'ODS' }],
    ] as const) {
      const file = await protectWithLibreOffice(soffice, `${samples}/envios-correios.xlsx`, ending, folder)
      expect(await problemOf(file)).toEqual(problem)
      // Without the password LibreOffice itself gets nothing out of it.
      expect(existsSync(await convertWithLibreOffice(soffice, file, 'csv', folder))).toBe(false)
    }
  })
})

describe('files that Despacho writes', () => {
  testWithWitness(
    'soffice',
    'are read by LibreOffice cell for cell, and nothing in them is a formula',
    async (soffice) => {
      const path = join(scratch.path, 'escrito.xlsx')
      const writer = openXlsxWriter(path, {
        sheet: 'Encomendas [a/b]',
        columns: [
          { title: 'Código', kind: 'text', width: 20 },
          { title: 'Valor', kind: 'money', width: 12 },
          { title: 'Peso', kind: 'number', width: 12 },
          { title: 'Dia', kind: 'day', width: 12 },
          { title: 'Quando', kind: 'instant', width: 16 },
        ],
      })
      writer.row(['00123456789012345678', 1234.5, 350, '2026-12-31', '2026-11-22T15:04:05'])
      writer.row(['=1+1', null, null, null, null])
      writer.row(['@SUM(1)', 0, 0, null, null])
      writer.row(['João "Zé" <Łódź> & \u0007\n2', 0.1, 1, '2024-02-29', null])
      await writer.finish()
      const csv = await convertWithLibreOffice(
        soffice,
        path,
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true',
        scratch.path,
      )
      expect(readFileSync(csv, 'utf8')).toBe(
        [
          'Código,Valor,Peso,Dia,Quando',
          '00123456789012345678,"1,234.50",350,31/12/2026,22/11/2026 15:04',
          '=1+1,,,,',
          '@SUM(1),0.00,0,,',
          '"João ""Zé"" <Łódź> & \n2",0.10,1,29/02/2024,',
          '',
        ].join('\n'),
      )
    },
  )
})
