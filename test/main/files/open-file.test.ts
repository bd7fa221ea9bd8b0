import { execFileSync } from 'node:child_process'
import { mkdirSync, renameSync, rmSync, symlinkSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import type { FileProblem } from '../../../src-main/domain/import-field.ts'
import { FileFailure, fileFailureOf } from '../../../src-main/files/file-failure.ts'
import { openTable } from '../../../src-main/files/open-file.ts'
import { makeWorkbook, makeZip } from '../../support/make-zip.ts'
import { oleFile } from '../../support/ole-file.ts'
import { scratchFolder } from '../../support/scratch.ts'

const scratch = scratchFolder()

/** What reading a file to its end comes to. */
async function problemOf(path: string, sheet?: string) {
  const opened = await openTable(path, sheet === undefined ? {} : { sheet })
  if (!opened.ok) return opened.error
  try {
    for await (const _ of opened.value.rows());
  } catch (error) {
    if (error instanceof FileFailure) return error.problem
    throw error
  }
  return null
}

const cell = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`

describe('files that are no tables, each with its own word', () => {
  const text = (content: string) => () => Buffer.from(content)
  const cases: readonly (readonly [
    title: string,
    code: FileProblem,
    detail: Record<string, unknown> | undefined,
    content: () => Buffer,
  ])[] = [
    ['nothing', 'file-empty', undefined, text('')],
    ['a byte order mark alone', 'file-empty', undefined, text('\ufeff')],
    ['white space', 'file-empty', undefined, text(' \r\n\r\n\t\r\n')],
    ['a PDF', 'file-type', { type: 'PDF' }, text('%PDF-1.7\n1 0 obj')],
    ['a picture', 'file-type', { type: 'PNG' }, () => Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1')],
    ['a page saved as .xls', 'file-type', { type: 'HTML' }, text('\r\n<html xmlns:x="urn"><body><table><tr><td>1')],
    ['a table of a page', 'file-type', { type: 'HTML' }, text('<table border=1><tr><td>TE1')],
    ['XML', 'file-type', { type: 'XML' }, text('\ufeff<?xml version="1.0"?><nfeProc>')],
    ['JSON', 'file-type', { type: 'JSON' }, text('[{"code": "TE1"}]')],
    ['bytes', 'file-type', { type: 'BIN' }, () => Buffer.from([1, 2, 0, 0, 0, 9, 0, 0, 7, 0, 0, 0])],
    ['a zip of other things', 'file-type', { type: 'ZIP' }, () => makeZip([{ name: 'a.txt', content: 'x' }])],
    ['an empty zip', 'file-type', { type: 'ZIP' }, () => makeZip([])],
    [
      'OpenDocument',
      'file-type',
      { type: 'ODS' },
      () => makeZip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' }]),
    ],
    [
      'a binary workbook',
      'file-type',
      { type: 'XLSB' },
      () =>
        makeZip([
          { name: '[Content_Types].xml', content: '' },
          { name: 'xl/workbook.bin', content: 'x' },
        ]),
    ],
    [
      'a document',
      'file-type',
      { type: 'DOCX' },
      () =>
        makeZip([
          { name: '[Content_Types].xml', content: '' },
          { name: 'word/document.xml', content: 'x' },
        ]),
    ],
    ['a workbook of 1997', 'file-xls-1997', undefined, () => oleFile(['Root Entry', 'Workbook'])],
    ['a workbook of 1995', 'file-xls-1997', undefined, () => oleFile(['Root Entry', 'Book'])],
    ['a sheet of Excel 4', 'file-xls-1997', undefined, () => Buffer.from([0x09, 0x04, 0x06, 0, 0, 0, 0x10, 0])],
    [
      'a workbook with a password',
      'file-password',
      undefined,
      () => oleFile(['Root Entry', 'EncryptionInfo', 'EncryptedPackage']),
    ],
    ['a document of 1997', 'file-type', { type: 'DOC' }, () => oleFile(['Root Entry', 'WordDocument'])],
    [
      'the first bytes of a compound file',
      'file-damaged',
      undefined,
      () => oleFile(['Root Entry', 'Workbook']).subarray(0, 300),
    ],
    [
      'a workbook cut off',
      'file-damaged',
      undefined,
      () => makeWorkbook({ rows: `<row>${cell('a')}</row>` }).subarray(0, 700),
    ],
    [
      'a workbook with torn XML',
      'file-damaged',
      undefined,
      () => makeWorkbook({ rows: `<row>${cell('a')}</row><row>` }),
    ],
    ['an entity of its own', 'file-damaged', undefined, () => makeWorkbook({ rows: `<row>${cell('&lol;')}</row>` })],
  ]
  it.each(cases)('%s: %s', async (_, code, detail, content) => {
    const found = await problemOf(scratch.file('judged.xlsx', content()))
    expect(found).toMatchObject(detail ? { code, detail } : { code })
  })

  it('does not wait for a pipe, and follows no link that leads nowhere', async () => {
    const pipe = join(scratch.path, 'pipe.csv')
    if (process.platform !== 'win32') {
      execFileSync('mkfifo', [pipe])
      expect(await problemOf(pipe)).toMatchObject({ code: 'file-device' })
    }
    const link = join(scratch.path, 'link.csv')
    symlinkSync(join(scratch.path, 'never.csv'), link)
    expect(await problemOf(link)).toMatchObject({ code: 'file-gone' })
    const folder = join(scratch.path, 'folder.csv')
    mkdirSync(folder)
    expect(await problemOf(folder)).toMatchObject({ code: 'file-folder' })
  })

  it('tells a folder, a file that is gone and one that may not be read', async () => {
    expect(await problemOf(scratch.path)).toMatchObject({ code: 'file-folder' })
    expect(await problemOf(`${scratch.path}/never.csv`)).toMatchObject({ code: 'file-gone' })
    for (const [code, expected] of [
      ['EACCES', 'file-locked'],
      ['EPERM', 'file-locked'],
      ['EBUSY', 'file-locked'],
      ['ESTALE', 'file-gone'],
      ['EIO', 'file-gone'],
    ] as const) {
      expect(fileFailureOf(Object.assign(new Error(code), { code }))).toMatchObject({ problem: { code: expected } })
    }
    // Opens like any file, and every read of it is an error of the medium.
    if (process.platform === 'linux') expect(await problemOf('/proc/self/mem')).toMatchObject({ code: 'file-gone' })
    const bug = new TypeError('a bug')
    expect(fileFailureOf(bug)).toBe(bug)
  })
})

describe('files too large for what they are', () => {
  it('does not unpack what the directory already tells', async () => {
    const bomb = makeWorkbook({ rows: ' '.repeat(80 << 20) })
    expect(bomb.length).toBeLessThan(1 << 20)
    expect(await problemOf(scratch.file('bomb.xlsx', bomb))).toMatchObject({
      code: 'file-zip-bomb',
      detail: { limit: 2048 },
    })
  })

  it('stops when a part unpacks to more than the directory told', async () => {
    const liar = makeZip([
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'xl/workbook.xml', content: `<workbook>${' '.repeat(1_000_000)}</workbook>`, claims: 30 },
    ])
    expect(await problemOf(scratch.file('liar.xlsx', liar))).toMatchObject({ code: 'file-zip-bomb' })
  })

  it('names 300 columns and a cell of 5 MB in a workbook', async () => {
    const wide = makeWorkbook({ rows: `<row>${cell('x').repeat(300)}</row>` })
    expect(await problemOf(scratch.file('wide.xlsx', wide))).toMatchObject({
      code: 'file-too-many-columns',
      detail: { limit: 256 },
    })
    const large = makeWorkbook({ rows: `<row>${cell('a')}</row><row>${cell('x'.repeat(5_000_000))}</row>` })
    expect(await problemOf(scratch.file('large.xlsx', large))).toMatchObject({
      code: 'file-cell-too-large',
      detail: { line: 2 },
    })
  })

  it('does not count empty cells that only have a colour', async () => {
    const painted = makeWorkbook({ rows: `<row>${cell('x')}${'<c s="1"/>'.repeat(600)}</row>` })
    expect(await problemOf(scratch.file('painted.xlsx', painted))).toBeNull()
  })
})

describe('files that change under the reader', () => {
  it('tells a text file that was cut while being read', async () => {
    const path = scratch.file('cut.csv', 'TE1;x\n'.repeat(200_000))
    const opened = await openTable(path, {})
    if (!opened.ok) throw new Error(opened.error.code)
    const rows = opened.value.rows()
    await rows.next()
    truncateSync(path, 1000)
    const read = async () => {
      for await (const _ of rows);
    }
    await expect(read()).rejects.toMatchObject({ problem: { code: 'file-locked', retryable: true } })
  })

  it('tells a file that went between looking and reading', async () => {
    for (const name of ['gone.csv', 'gone.xlsx']) {
      const path = scratch.file(
        name,
        name.endsWith('csv') ? 'a;b\n' : makeWorkbook({ rows: `<row>${cell('a')}</row>` }),
      )
      const opened = await openTable(path, {})
      if (!opened.ok) throw new Error(opened.error.code)
      if (name.endsWith('csv')) rmSync(path)
      else renameSync(path, `${path}.away`)
      await expect(opened.value.rows().next()).rejects.toMatchObject({ problem: { code: 'file-gone' } })
    }
  })
})

it('reads by content: a workbook named .csv and a text named .xlsx', async () => {
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('Plan1').addRow(['TE1', 2])
  const path = `${scratch.path}/misnamed.csv`
  await workbook.xlsx.writeFile(path)
  expect((await openTable(path, {})).ok && (await openTable(path, {}))).toMatchObject({ value: { format: 'workbook' } })
  expect(await openTable(scratch.file('misnamed.xlsx', 'TE1;2\n'), {})).toMatchObject({ value: { format: 'text' } })
})

it('names a sheet that is not there', async () => {
  const path = scratch.file('sheets.xlsx', makeWorkbook({ rows: '' }))
  expect(await problemOf(path, 'Plan9')).toMatchObject({ code: 'file-sheet-missing', detail: { sheet: 'Plan9' } })
})
