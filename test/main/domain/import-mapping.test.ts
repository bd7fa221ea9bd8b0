import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../src-main/domain/cell.ts'
import { fieldOfTitle, unitInTitle } from '../../../src-main/domain/column-titles.ts'
import type { RecogniseCode } from '../../../src-main/domain/import-code.ts'
import { importFields } from '../../../src-main/domain/import-field.ts'
import { fitMapping, proposeMapping } from '../../../src-main/domain/import-mapping.ts'
import { locales } from '../../../src-main/domain/locale.ts'
import { words } from '../../../src-main/domain/words/index.ts'
import { inpostCode, s10 } from '../../support/tracking-codes.ts'

const recognise: RecogniseCode = (code) => {
  if (/^[A-Z]{2}\d{9}[A-Z]{2}$/.test(code)) return { kind: 'one', carrier: 'correios' }
  return /^\d{24}$/.test(code) ? { kind: 'one', carrier: 'inpost' } : { kind: 'none' }
}

const propose = (rows: readonly (readonly Cell[])[], header?: boolean) => proposeMapping(rows, recognise, header)
const fieldsOf = (rows: readonly (readonly Cell[])[]) => propose(rows).guesses.map(({ field }) => field)

describe('titles', () => {
  it.each([
    ['Código de rastreio', 'code'],
    ['CÓDIGO DE RASTREAMENTO:', 'code'],
    ['Objeto', 'code'],
    ['Numer przesyłki', 'code'],
    ['nr_listu_przewozowego', 'code'],
    ['Tracking number', 'code'],
    ['trackingNumber', 'code'],
    ['Nº do pedido', 'orderNumber'],
    ['Order ID', 'orderNumber'],
    ['Numer zamówienia', 'orderNumber'],
    ['Nome do destinatário', 'recipientName'],
    ['Imię i nazwisko', 'recipientName'],
    ['CPF/CNPJ', 'document'],
    ['CEP', 'postalCode'],
    ['Kod pocztowy', 'postalCode'],
    ['Município', 'city'],
    ['Miejscowość', 'city'],
    ['UF', 'state'],
    ['Peso (kg)', 'weight'],
    ['Waga [g]', 'weight'],
    ['Altura (cm)', 'height'],
    ['Dimensões (C x L x A)', 'dimensions'],
    ['Valor declarado (R$)', 'declaredValue'],
    ['Chave de acesso da NF-e', 'invoiceKey'],
    ['Nota fiscal', 'invoiceNumber'],
    ['Data de postagem', 'postedOn'],
    ['Prazo prometido', 'shopPromisedOn'],
    ['Data Prometida (cliente)', 'shopPromisedOn'],
    ['Obiecana data dostawy', 'shopPromisedOn'],
    ['Promised date', 'shopPromisedOn'],
    ['Data nadania', 'postedOn'],
    ['Obs.', 'note'],
    ['Uwagi', 'note'],
    ['Transportadora', 'carrier'],
    ['Usługa', 'service'],
  ])('%s', (title, field) => expect(fieldOfTitle(title)).toMatchObject({ field, exact: true }))

  it('of our own files are understood in every language', () => {
    for (const locale of locales) {
      for (const field of importFields)
        expect(fieldOfTitle(words[locale].importField[field]), `${locale} ${field}`).toMatchObject({ field })
      expect(fieldOfTitle(words[locale].file.reason)).toBeNull()
      expect(fieldOfTitle(words[locale].file.source)).toBeNull()
    }
  })

  it('tell units', () => {
    expect(
      ['Peso (kg)', 'peso_g', 'Peso em gramas', 'Altura [mm]', 'Largura/cm', 'Peso', 'Imagem'].map(unitInTitle),
    ).toEqual(['kg', 'g', 'g', 'mm', 'cm', null, null])
  })
})

describe('columns without titles', () => {
  it('are known by what is in them', () => {
    const rows = [1, 2, 3, 4].map((i) => [
      s10(i),
      '529.982.247-25',
      `a${i}@exemplo.com`,
      '01310-100',
      'SP',
      '(11) 98888-7777',
      '31/12/2026',
      `Maria ${i}`,
    ])
    const { header, titles, certain } = propose(rows)
    expect({ header, titles, certain }).toEqual({ header: false, titles: null, certain: true })
    expect(fieldsOf(rows)).toEqual(['code', 'document', 'email', 'postalCode', 'state', 'phone', 'postedOn', null])
  })

  it('may be one column of codes', () => {
    expect(propose([[s10(1)], [s10(2)]])).toMatchObject({
      header: false,
      certain: true,
      mapping: { columns: [{ index: 0, field: 'code' }] },
    })
    expect(propose([[inpostCode(1)], [inpostCode(2)]])).toMatchObject({ header: false, certain: true })
  })

  it('may stand under titles that nobody knows', () => {
    expect(
      propose([
        ['Coluna A', 'Coluna B'],
        [s10(1), 'x'],
        [s10(2), 'y'],
      ]),
    ).toMatchObject({ header: true, certain: true, mapping: { columns: [{ index: 0, field: 'code' }] } })
  })
})

describe('certainty', () => {
  it('needs a code column', () => {
    expect(
      propose([
        ['Pedido', 'Cidade'],
        ['1', 'Recife'],
      ]).certain,
    ).toBe(false)
    expect(
      propose([
        ['x', 'y'],
        ['1', 'Recife'],
      ]).certain,
    ).toBe(false)
  })

  it('ends where two columns have codes, or the column of codes has none', () => {
    expect(
      propose([
        ['Código de rastreio', 'Outro'],
        [s10(1), s10(2)],
        [s10(3), s10(4)],
      ]).certain,
    ).toBe(false)
    expect(
      propose([
        ['Rastreio', 'Nome'],
        ['enviado', 'Ana'],
        ['pendente', 'Rui'],
      ]).certain,
    ).toBe(false)
  })

  it('stays with a column of spoiled codes, for each is to be named', () => {
    expect(propose([['Código de rastreio'], ['6,2E+23'], ['6,3E+23']]).certain).toBe(true)
  })
})

describe('units, dates and currency', () => {
  const mappingOf = (title: string, cells: readonly string[]) =>
    propose([['Rastreio', title], ...cells.map((cell, i) => [s10(i), cell])]).mapping

  it('come from the title, else from the cells', () => {
    expect(mappingOf('Peso (g)', ['0,5']).weightUnit).toBe('g')
    expect(mappingOf('Peso', ['0,350', '1']).weightUnit).toBe('kg')
    expect(mappingOf('Peso', ['350', '1200']).weightUnit).toBe('g')
    expect(mappingOf('Peso', ['1', '2']).weightUnit).toBe('kg')
    expect(mappingOf('Dimensões', ['200x150x120']).lengthUnit).toBe('mm')
    expect(mappingOf('Dimensões', ['20x15x12']).lengthUnit).toBe('cm')
    expect(mappingOf('Data de postagem', ['01/02/2026', '03/25/2026']).dateOrder).toBe('month-first')
    expect(mappingOf('Valor', ['10,00']).currency).toBe('BRL')
    expect(mappingOf('Valor', ['10,00 zł']).currency).toBe('PLN')
    expect(
      propose([
        ['Numer przesyłki', 'Wartość', 'Miasto'],
        [inpostCode(1), '10,00', 'Łódź'],
      ]).mapping.currency,
    ).toBe('PLN')
  })
})

describe('a mapping on another file', () => {
  const { mapping, titles } = propose([
    ['Rastreio', 'Peso', 'Cidade'],
    [s10(1), '1', 'Recife'],
  ])

  it('follows the titles wherever they stand', () => {
    expect(fitMapping(mapping, titles ?? [], ['CIDADE', 'Rastreio', 'Peso'])).toMatchObject({
      missing: [],
      added: [],
      mapping: {
        columns: [
          { index: 1, field: 'code' },
          { index: 2, field: 'weight' },
          { index: 0, field: 'city' },
        ],
      },
    })
  })

  it('points out a changed heading', () => {
    expect(fitMapping(mapping, titles ?? [], ['Rastreio', 'Peso bruto', 'Cidade'])).toMatchObject({
      missing: ['Peso'],
      added: ['Peso bruto'],
    })
  })
})
