import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOrderOf, readDay } from '../../../src-main/domain/date-text.ts'
import { excelDateText } from '../../../src-main/domain/excel-date.ts'
import { wallTimes } from '../../../src-main/domain/wall-time.ts'

describe('days as people write them', () => {
  it.each([
    ['31/12/2026', '2026-12-31'],
    ['1/2/2026', '2026-02-01'],
    ['01/02/26', '2026-02-01'],
    ['31.12.2026', '2026-12-31'],
    ['31-12-2026', '2026-12-31'],
    ['2026-12-31', '2026-12-31'],
    ['2026/12/31', '2026-12-31'],
    ['2026-12-31T22:10:00-03:00', '2026-12-31'],
    ['31/12/2026 22:10', '2026-12-31'],
    ['12/31/2026', '2026-12-31'],
    ['29/02/2028', '2028-02-29'],
    [46387, '2026-12-31'],
    [46387.9, '2026-12-31'],
    ['46387', '2026-12-31'],
  ])('%s', (cell, day) => expect(readDay(cell, 'day-first')).toBe(day))

  it.each(['30/02/2026', '29/02/2026', '32/01/2026', '13/13/2026', 'amanhã', '31/12', '1/2/1826', '12', 5, 1e9])(
    '%s is none',
    (cell) => expect(readDay(cell, 'day-first')).toBeNull(),
  )

  it('asks the order only where the numbers leave it open', () => {
    expect(readDay('02/03/2026', 'month-first')).toBe('2026-02-03')
    expect(readDay('31/03/2026', 'month-first')).toBe('2026-03-31')
    expect(readDay('02.03.2026', 'month-first')).toBe('2026-03-02')
    expect(dateOrderOf(['01/02/2026', '03/25/2026', '04/05/2026'])).toBe('month-first')
    expect(dateOrderOf(['01/02/2026', '25/03/2026', ''])).toBe('day-first')
    expect(dateOrderOf(['01/02/2026'])).toBe('day-first')
  })

  it('reads each day in each notation', () => {
    const day = fc
      .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2118-12-31T00:00:00Z'), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, (iso) => {
        const [year = '', month = '', date = ''] = iso.split('-')
        const serial = Math.round((Date.parse(`${iso}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000)
        expect(readDay(iso, 'month-first')).toBe(iso)
        expect(readDay(`${date}/${month}/${year}`, 'day-first')).toBe(iso)
        expect(readDay(`${Number(month)}/${Number(date)}/${year}`, 'month-first')).toBe(iso)
        expect(readDay(`${date}.${month}.${year}`, 'month-first')).toBe(iso)
        expect(readDay(serial, 'day-first')).toBe(iso)
        expect(readDay(serial - 1462, 'day-first', true)).toBe(iso)
      }),
    )
  })
})

describe('serial numbers of Excel', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [46387.5, '2026-12-31T12:00:00'],
    [0.25, '1899-12-31T06:00:00'],
    [-1, null],
    [3_000_000, null],
  ])('%s', (serial, text) => expect(excelDateText(serial, false)).toBe(text))
})

it('tells what the clock on the wall shows, through changes of the clock', () => {
  const inPoland = wallTimes('Europe/Warsaw')
  expect(inPoland(Date.parse('2026-03-29T00:59:59Z'))).toBe('2026-03-29T01:59:59')
  expect(inPoland(Date.parse('2026-03-29T01:00:00Z'))).toBe('2026-03-29T03:00:00')
  expect(wallTimes('America/Sao_Paulo')(Date.parse('2026-11-22T02:30:00Z'))).toBe('2026-11-21T23:30:00')
  expect(wallTimes('UTC')(0)).toBe('1970-01-01T00:00:00')
})
