import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLines } from '../../../src-main/files/csv-lines.ts'
import { FileFailure } from '../../../src-main/files/file-failure.ts'
import { maxCellCharacters } from '../../../src-main/files/table.ts'

const read = (text: string, delimiter = ';', pieces = 1) => {
  const lines = csvLines(delimiter)
  const size = Math.max(1, Math.ceil(text.length / pieces))
  const rows = []
  for (let at = 0; at < text.length; at += size) rows.push(...lines.push(text.slice(at, at + size)))
  return [...rows, ...lines.end()]
}

const problemOf = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    if (error instanceof FileFailure) return error.problem
    throw error
  }
  return null
}

describe('rows of delimited text', () => {
  it('keeps the line on which a row begins, whatever stands in quotes', () => {
    expect(read('a;b\r\n"um\r\ndois\r\ntrês";x\r\nc;d\r\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['um\r\ndois\r\ntrês', 'x'] },
      { line: 5, cells: ['c', 'd'] },
    ])
  })

  it('takes quotes inside a cell for letters', () => {
    expect(read('TV 32" LED;1\n"Loja 12" Polegadas";2\n').map(({ cells }) => cells)).toEqual([
      ['TV 32" LED', '1'],
      ['Loja 12" Polegadas', '2'],
    ])
  })

  it('loses one line to a quote that is never closed, and none after it', () => {
    const rows = read('a;b\n1;"aberta\n2;x\n3;y\n')
    expect(rows).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1;"aberta'], malformed: true },
      { line: 3, cells: ['2', 'x'] },
      { line: 4, cells: ['3', 'y'] },
    ])
  })

  it('does so too when the quote of a later line would close it', () => {
    const rows = read('1;"32 polegadas\n2;x\n3;"TV"\n')
    expect(rows.map(({ line, malformed }) => [line, malformed ?? false])).toEqual([
      [1, true],
      [2, false],
      [3, false],
    ])
  })

  it('does so too when the rest of the file is long', () => {
    const rest = Array.from({ length: 20_000 }, (_, i) => `${i};depois da linha aberta`).join('\n')
    const rows = read(`1;"aberta\n${rest}\n`, ';', 8)
    expect(rows).toHaveLength(20_001)
    expect(rows[0]).toMatchObject({ line: 1, malformed: true })
  })

  it('leaves out rows without anything in them and still counts their lines', () => {
    expect(read('a;b\n;;;\n\n  ;\nc;d')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 5, cells: ['c', 'd'] },
    ])
  })

  it('reads the line ends of every system', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      for (const pieces of [1, 2, 5])
        expect(read(`a;b${end}c;d${end}`, ';', pieces).map(({ line }) => line)).toEqual([1, 2])
    }
  })

  it('names a cell that is too large and a row that is too wide', () => {
    expect(problemOf(() => read(`a;${'x'.repeat(maxCellCharacters + 1)}\n`))).toMatchObject({
      code: 'file-cell-too-large',
      detail: { line: 1, limit: 100 },
    })
    expect(problemOf(() => read(`c\n"${'x'.repeat(5_000_000)}"\n`, ';', 100))).toMatchObject({
      code: 'file-cell-too-large',
      detail: { line: 2 },
    })
    expect(problemOf(() => read(`${'x'.repeat(5_000_000)}\n`, ';', 100))).toMatchObject({
      code: 'file-cell-too-large',
      detail: { line: 1 },
    })
    expect(problemOf(() => read(Array.from({ length: 300 }, (_, i) => i).join(';')))).toMatchObject({
      code: 'file-too-many-columns',
      detail: { columns: 300, limit: 256 },
    })
  })

  const cell = fc.string({ unit: fc.constantFrom('a', 'ç', ' ', ';', '"', '\n', '\r\n', '1', ','), maxLength: 8 })
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 12 })
  const quoted = (text: string) => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

  it('gives back what was written, in whatever pieces it comes', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), fc.integer({ min: 1, max: 40 }), (rows, end, pieces) => {
        const text = rows.map((row) => row.map(quoted).join(';') + end).join('')
        const filled = rows.filter((row) => row.some((value) => value.trim() !== ''))
        expect(read(text, ';', pieces).map(({ cells }) => cells)).toEqual(filled)
      }),
    )
  })

  it('agrees with csv-parse on cells and lines', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows.map((row) => `${row.map(quoted).join(';')}\r\n`).join('')
        const judged: string[][] = parse(text, { delimiter: ';', relax_column_count: true })
        expect(read(text).map(({ cells }) => cells)).toEqual(
          judged.filter((row) => row.some((value) => value.trim() !== '')),
        )
      }),
    )
  })
})
