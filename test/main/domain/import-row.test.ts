import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../src-main/domain/cell.ts'
import type { RecogniseCode } from '../../../src-main/domain/import-code.ts'
import type { ImportField, ImportMapping } from '../../../src-main/domain/import-field.ts'
import { createRowCheck } from '../../../src-main/domain/import-row.ts'
import { createSeenCodes } from '../../../src-main/domain/seen-codes.ts'

const recognise: RecogniseCode = (code) => {
  if (/^[A-Z]{2}\d{9}BR$/.test(code)) return { kind: 'one', carrier: 'correios' }
  if (/^\d{24}$/.test(code)) return { kind: 'one', carrier: 'inpost' }
  if (/^\d{11}$/.test(code)) return { kind: 'several', carriers: ['dhl', 'gls'] }
  return { kind: 'none' }
}

function checkOf(fields: readonly ImportField[], mapping: Partial<ImportMapping> = {}, width: number | null = null) {
  const check = createRowCheck({
    mapping: {
      columns: fields.map((field, index) => ({ index, field })),
      weightUnit: 'kg',
      lengthUnit: 'cm',
      dateOrder: 'day-first',
      currency: 'BRL',
      ...mapping,
    },
    width,
    date1904: false,
    recognise,
    carrierNamed: (name) => ({ Correios: 'correios', GLS: 'gls' })[name] ?? null,
    carrierNames: 'Correios, InPost',
  })
  return (...cells: Cell[]) => check({ line: 7, cells })
}

const faultsOf = (checked: ReturnType<ReturnType<typeof checkOf>>) => (checked.ok ? [] : checked.faults)

describe('tracking codes', () => {
  const check = checkOf(['code'])

  it.each(['TE100000003BR', 'te 100 000 003 br', 'TE100000003-BR', "'TE100000003BR", ' TE.100000003.BR\u00a0'])(
    'cleans %j',
    (text) => expect(check(text)).toEqual({ ok: true, data: { code: 'TE100000003BR', carrier: 'correios' } }),
  )

  it.each([
    ['', 'code-missing', undefined],
    [' - ', 'code-missing', undefined],
    ['TE100000004BR', 'code-check-digit', { expected: 'TE100000003BR' }],
    ['1,12E+11', 'code-scientific', undefined],
    ['6.2E+23', 'code-scientific', undefined],
    [6.2e23, 'code-scientific', undefined],
    [1234567890123456, 'code-scientific', undefined],
    ['12345678901234567890123', 'code-leading-zeros', { digits: 23, expected: 24 }],
    ['ABC-1', 'code-unknown-format', undefined],
    ['12345678901', 'code-ambiguous', { carriers: 'dhl, gls' }],
  ])('%s: %s', (cell, reason, detail) => {
    const [fault] = faultsOf(check(cell))
    expect(fault).toMatchObject({ index: 0, field: 'code', reason })
    expect(fault?.detail).toEqual(detail)
  })

  it('keeps unknown codes when the person says so, and still names lost zeros', () => {
    const keeping = checkOf(['code'], { defaultCarrier: 'unknown' })
    expect(keeping('ABC-1')).toEqual({ ok: true, data: { code: 'ABC1', carrier: 'unknown' } })
    expect(keeping('TE100000003BR')).toMatchObject({ data: { carrier: 'correios' } })
    expect(keeping('12345678901')).toMatchObject({ data: { carrier: 'unknown' } })
    expect(keeping('1234567890')).toMatchObject({ data: { carrier: 'unknown' } })
    expect(faultsOf(keeping('12345678901234567890123'))).toMatchObject([{ reason: 'code-leading-zeros' }])
    expect(faultsOf(keeping('TE100000004BR'))).toMatchObject([{ reason: 'code-check-digit' }])
  })

  it('takes the carrier that the row names where several fit', () => {
    const named = checkOf(['code', 'carrier'])
    expect(named('12345678901', 'GLS')).toMatchObject({ data: { carrier: 'gls' } })
    expect(faultsOf(named('12345678901', ''))).toMatchObject([{ reason: 'code-ambiguous' }])
    expect(faultsOf(named('TE100000003BR', 'Pombo'))).toMatchObject([
      { reason: 'carrier-unknown', index: 1, value: 'Pombo', detail: { carriers: 'Correios, InPost' } },
    ])
  })
})

describe('rows', () => {
  it('takes what the file tells and leaves the rest alone', () => {
    const check = checkOf([
      'code',
      'recipientName',
      'weight',
      'dimensions',
      'declaredValue',
      'postedOn',
      'state',
      'country',
      'document',
    ])
    expect(
      check(
        'TE100000003BR',
        '  Maria   da Silva ',
        '0,350',
        '20x15x10',
        'R$ 99,90',
        '31/12/2026',
        'sp',
        'Brasil',
        '529.982.247-25',
      ),
    ).toEqual({
      ok: true,
      data: {
        code: 'TE100000003BR',
        carrier: 'correios',
        recipientName: 'Maria da Silva',
        weightG: 350,
        lengthMm: 200,
        widthMm: 150,
        heightMm: 100,
        declaredValue: 9990,
        currency: 'BRL',
        postedOn: '2026-12-31',
        state: 'SP',
        country: 'BR',
        document: '52998224725',
      },
    })
    expect(check('TE100000003BR', '', ' ')).toEqual({ ok: true, data: { code: 'TE100000003BR', carrier: 'correios' } })
  })

  it('tells all that is wrong at once, with the cell', () => {
    const check = checkOf([
      'code',
      'email',
      'weight',
      'length',
      'declaredValue',
      'postedOn',
      'postalCode',
      'invoiceKey',
      'note',
      'country',
      'document',
    ])
    const faults = faultsOf(
      check('', 'x', 'leve', 'longo', 'caro', 'ontem', '123', '1'.repeat(40), 'n'.repeat(2001), 'Atlântida', '123'),
    )
    expect(faults.map(({ index, reason }) => [index, reason])).toEqual([
      [0, 'code-missing'],
      [1, 'email-format'],
      [2, 'weight-format'],
      [3, 'length-format'],
      [4, 'value-format'],
      [5, 'date-format'],
      [6, 'postal-code-format'],
      [7, 'invoice-key-format'],
      [8, 'cell-too-long'],
      [9, 'country-format'],
      [10, 'document-format'],
    ])
    expect(faults[8]).toMatchObject({ detail: { length: 2001, limit: 2000 } })
    expect(faults[8]?.value).toHaveLength(201)
  })

  it('does not hold foreign addresses to Brazilian rules', () => {
    const check = checkOf(['code', 'country', 'document', 'postalCode'])
    expect(check('TE100000003BR', 'PL', '526-10-40-828', '00-950')).toMatchObject({
      data: { document: '5261040828', postalCode: '00-950' },
    })
  })

  it('refuses rows whose cells do not stand under their titles', () => {
    const check = checkOf(['code', 'note'], {}, 2)
    expect(faultsOf(check('TE100000003BR'))).toMatchObject([
      { reason: 'row-width', index: null, detail: { cells: 1, columns: 2 } },
    ])
    expect(faultsOf(check('TE100000003BR', 'a', 'b'))).toMatchObject([
      { reason: 'row-width', detail: { cells: 3, columns: 2 } },
    ])
    expect(check('TE100000003BR', 'a', '', '').ok).toBe(true)
  })
})

describe('codes of one file', () => {
  const data = (code: string, note?: string) => ({ code, carrier: 'correios', ...(note === undefined ? {} : { note }) })

  it('knows the same row, and the same code with other data and where', () => {
    const seen = createSeenCodes()
    expect(seen(data('A1', 'x'), 2)).toEqual({ kind: 'first' })
    expect(seen(data('A1', 'x'), 3)).toEqual({ kind: 'same' })
    expect(seen(data('A1', 'y'), 4)).toEqual({ kind: 'other', line: 2 })
  })

  it('mixes up none of 200,000', () => {
    const seen = createSeenCodes()
    let wrong = 0
    for (let i = 0; i < 200_000; i++) if (seen(data(`TE${100_000_000 + i}BR`), i + 1).kind !== 'first') wrong++
    for (let i = 0; i < 200_000; i += 997) if (seen(data(`TE${100_000_000 + i}BR`), 1).kind !== 'same') wrong++
    expect(wrong).toBe(0)
  })
})
