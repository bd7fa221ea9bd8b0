import { mkdirSync, writeFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'

/** CEP ranges of regions with what they add to a price and to a deadline. */
const regions = [
  ['01000-000', '19999-999', 0, 0],
  ['20000-000', '28999-999', 340, 1],
  ['29000-000', '29999-999', 420, 2],
  ['30000-000', '39999-999', 380, 1],
  ['40000-000', '49999-999', 910, 4],
  ['50000-000', '63999-999', 1180, 5],
  ['64000-000', '65999-999', 1390, 6],
  ['70000-000', '76799-999', 690, 3],
  ['80000-000', '87999-999', 360, 1],
  ['88000-000', '89999-999', 400, 2],
  ['90000-000', '99999-999', 480, 2],
] as const

const kilograms = [0.3, 0.5, 1, 2, 3, 5, 10] as const

const services = [
  ['Econômico', 1190, 210, 4],
  ['Expresso', 1790, 360, 1],
] as const

/** A price that rises with weight and distance, in centavos. */
const priceOf = (base: number, perKg: number, region: number, kg: number): number =>
  Math.round(base + perKg * kg + region * (1 + kg / 10))

const decimal = (value: number, digits: number): string => value.toFixed(digits).replace('.', ',')

/**
 * Freight tables as carriers send them: a text in Windows-1252 with kilograms and decimal commas in which the north has no
 * price, and a workbook with grams, the carrier's name above the titles and two periods of validity.
 */
export async function makeFreightSamples(folder: string): Promise<void> {
  mkdirSync(`${folder}/frete`, { recursive: true })
  writeFileSync(`${folder}/frete/tabela-de-frete.csv`, iconv.encode(textTable(), 'windows-1252'))
  await sheetTable(`${folder}/frete/tabela-de-frete.xlsx`)
}

function textTable(): string {
  const lines = ['Serviço;CEP inicial;CEP final;Peso inicial (kg);Peso final (kg);Preço;Prazo;Kg adicional;Início;Fim']
  for (const [service, base, perKg, days] of services) {
    for (const [from, to, region, further] of regions) {
      kilograms.forEach((kg, i) => {
        const price = decimal(priceOf(base, perKg, region, kg) / 100, 2)
        const start = decimal(kilograms[i - 1] ?? 0, 3)
        const extra = i === kilograms.length - 1 ? decimal((perKg + region / 10) / 100, 2) : ''
        lines.push(
          [service, from, to, start, decimal(kg, 3), price, days + further, extra, '01/11/2026', '31/12/2027'].join(
            ';',
          ),
        )
      })
    }
  }
  return lines.map((line) => `${line}\r\n`).join('')
}

async function sheetTable(path: string): Promise<void> {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = 'Despacho'
  workbook.created = new Date('2026-11-20T12:00:00Z')
  workbook.modified = workbook.created
  const sheet = workbook.addWorksheet('Tabela')
  sheet.addRow(['Transportadora Serra Azul'])
  sheet.addRow([])
  sheet.addRow([
    'CEP de',
    'CEP até',
    'Peso de (g)',
    'Peso até (g)',
    'Valor do frete',
    'Prazo (dias úteis)',
    'Vigência início',
    'Vigência fim',
  ])
  for (const [period, from, to] of [
    [0, new Date(Date.UTC(2026, 10, 1)), new Date(Date.UTC(2026, 11, 31))],
    [1, new Date(Date.UTC(2027, 0, 1)), null],
  ] as const) {
    for (const [first, last, region, further] of regions.slice(0, 4)) {
      kilograms.forEach((kg, i) => {
        const start = i === 0 ? 0 : (kilograms[i - 1] ?? 0) * 1000 + 1
        const price = priceOf(1450 + period * 90, 290, region, kg) / 100
        sheet.addRow([
          Number(first.replace('-', '')),
          Number(last.replace('-', '')),
          start,
          kg * 1000,
          price,
          2 + further,
          from,
          to,
        ])
      })
    }
  }
  sheet.getColumn(5).numFmt = '#,##0.00'
  for (const column of [7, 8]) sheet.getColumn(column).numFmt = 'dd/mm/yyyy'
  sheet.columns.forEach((column) => (column.width = 16))
  await workbook.xlsx.writeFile(path)
}
