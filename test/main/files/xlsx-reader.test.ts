import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import type { TableRow } from '../../../src-main/domain/cell.ts'
import { openTable } from '../../../src-main/files/open-file.ts'
import { makeWorkbook, type HandMadeWorkbook } from '../../support/make-zip.ts'
import { scratchFolder } from '../../support/scratch.ts'

const scratch = scratchFolder()

async function readFile(path: string, sheet?: string) {
  const opened = await openTable(path, sheet === undefined ? {} : { sheet })
  if (!opened.ok) throw new Error(opened.error.code)
  const rows: TableRow[] = []
  for await (const batch of opened.value.rows()) rows.push(...batch)
  return { table: opened.value, rows }
}

const readMade = async (made: HandMadeWorkbook) =>
  (await readFile(scratch.file('made.xlsx', makeWorkbook(made)))).rows.map(({ cells }) => cells)

describe('a workbook of exceljs', () => {
  it('gives text, numbers and dates as what they are', async () => {
    const workbook = new ExcelJS.Workbook()
    workbook.addWorksheet('Oculta', { state: 'hidden' }).addRow(['não'])
    const sheet = workbook.addWorksheet('Pedidos')
    sheet.addRow(['Código', 'Peso', 'Data', 'Hora', 'Fórmula', 'Rico', 'Link', 'Sim', 'Erro'])
    const row = sheet.addRow([
      'TE100000003BR',
      0.35,
      new Date(Date.UTC(2026, 11, 31)),
      new Date(Date.UTC(2026, 0, 2, 13, 45)),
    ])
    row.getCell(3).numFmt = 'dd/mm/yyyy'
    row.getCell(4).numFmt = 'dd/mm/yyyy hh:mm'
    row.getCell(5).value = { formula: 'B2*2', result: 0.7 }
    row.getCell(6).value = { richText: [{ text: 'Ma' }, { font: { bold: true }, text: 'ria' }] }
    row.getCell(7).value = { text: 'rastrear', hyperlink: 'https://example.com' }
    row.getCell(8).value = true
    row.getCell(9).value = { error: '#N/A' }
    sheet.addRow([])
    sheet.getCell('B5').value = 'linha cinco'
    const path = `${scratch.path}/exceljs.xlsx`
    await workbook.xlsx.writeFile(path)
    const { table, rows } = await readFile(path)
    expect(table).toMatchObject({ sheets: ['Pedidos'], sheet: 'Pedidos', date1904: false })
    expect(rows.slice(1)).toEqual([
      {
        line: 2,
        cells: ['TE100000003BR', 0.35, '2026-12-31', '2026-01-02T13:45:00', 0.7, 'Maria', 'rastrear', 'true', '#N/A'],
      },
      { line: 5, cells: ['', 'linha cinco'] },
    ])
    expect(table.progress()).toBe(1)
    expect((await readFile(path, 'Oculta')).rows).toHaveLength(1)
  })
})

describe('workbooks of other programs', () => {
  const styles =
    '<numFmts><numFmt numFmtId="170" formatCode="[$-416]d/mmm/yy;@"/><numFmt numFmtId="171" formatCode="#,##0.00\\ &quot;dias&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>'

  it('finds shared strings that come last in the file, without their phonetic readings', async () => {
    const rows = await readMade({
      rows: '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>',
      shared:
        '<si><t>um</t></si><si><r><t>do</t></r><r><t xml:space="preserve">is </t></r><rPh sb="0" eb="1"><t>ドイス</t></rPh></si>',
    })
    expect(rows).toEqual([['dois ', 'um']])
  })

  it('reads elements with a prefix and cells without an address', async () => {
    const rows = await readMade({
      prefix: 'x',
      rows: '<x:row><x:c t="str"><x:v>TE1</x:v></x:c><x:c><x:v>12.5</x:v></x:c></x:row>',
    })
    expect(rows).toEqual([['TE1', 12.5]])
  })

  it('knows dates by their format and by nothing else', async () => {
    const row = [0, 1, 2, 3].map((style) => `<c s="${style}"><v>46387</v></c>`).join('')
    expect(await readMade({ styles, rows: `<row>${row}</row>` })).toEqual([[46387, '2026-12-31', '2026-12-31', 46387]])
  })

  it('counts from 1904 where the workbook does', async () => {
    expect(await readMade({ styles, date1904: true, rows: '<row><c s="1"><v>44925</v></c></row>' })).toEqual([
      ['2026-12-31'],
    ])
  })

  it('reads results of formulas of each type', async () => {
    const rows = await readMade({
      rows: '<row><c t="str"><f>A1</f><v>texto</v></c><c t="b"><f>1=1</f><v>1</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c><f>1+1</f><v>2</v></c><c t="str"><f>""</f><v></v></c><c t="d"><v>2026-12-31</v></c></row>',
    })
    expect(rows).toEqual([['texto', 'true', '#DIV/0!', 2, '', '2026-12-31']])
  })

  it('tells in which columns formulas have no result', async () => {
    const path = scratch.file(
      'formulas.xlsx',
      makeWorkbook({ rows: '<row><c><v>1</v></c><c><f>A1</f><v></v></c></row><row><c r="D2"><f>A1</f></c></row>' }),
    )
    const { table, rows } = await readFile(path)
    expect([...table.columnsWithoutResults]).toEqual([1, 3])
    expect(rows).toEqual([{ line: 1, cells: [1] }])
  })

  it('names the row of a shared text that is too large', async () => {
    const made = makeWorkbook({
      rows: '<row/><row r="3"><c t="s"><v>0</v></c></row>',
      shared: `<si><t>${'x'.repeat(200_000)}</t></si>`,
    })
    await expect(readFile(scratch.file('shared.xlsx', made))).rejects.toMatchObject({
      problem: { code: 'file-cell-too-large', detail: { line: 3, limit: 100 } },
    })
  })

  it('undoes what XML can not hold', async () => {
    expect(await readMade({ rows: '<row><c t="inlineStr"><is><t>a_x000D_&#10;b &amp; c</t></is></c></row>' })).toEqual([
      ['a\r\nb & c'],
    ])
  })
})
