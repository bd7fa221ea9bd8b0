import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import type { ParcelData } from '../../src-main/domain/parcel.ts'
import type { Journey } from '../../src-main/sandbox/journey.ts'
import { sampleShop } from '../../src-main/sandbox/sample/sample-shop.ts'

/** A row of the workbook that can't be taken, and what the list of the refused has to say of it. */
export type BadRow = { readonly line: number; readonly column: string; readonly value: string; readonly reason: RegExp }

/** Two files of one shop, the journeys of all their parcels, and what stands in the files. */
export type ShopFiles = {
  readonly csv: string
  readonly xlsx: string
  readonly inCsv: readonly ParcelData[]
  readonly inXlsx: readonly ParcelData[]
  readonly badRows: readonly BadRow[]
  readonly journeys: readonly Journey[]
}

const csvColumns: readonly (readonly [title: string, cell: (parcel: ParcelData) => string | null])[] = [
  ['Código de rastreio', ({ code }) => code],
  ['Nº do pedido', ({ orderNumber }) => orderNumber],
  ['Canal', ({ channel }) => channel],
  ['Destinatário', ({ recipientName }) => recipientName],
  ['E-mail', ({ email }) => email],
  ['CPF/CNPJ', ({ document }) => document],
  ['Endereço', ({ street }) => street],
  ['Cidade', ({ city }) => city],
  ['UF', ({ state }) => state],
  ['CEP', ({ postalCode }) => postalCode],
  ['Peso (kg)', ({ weightG }) => decimal(weightG, 1000, 3)],
  ['Valor declarado', ({ declaredValue }) => decimal(declaredValue, 100, 2)],
  ['Data de postagem', ({ postedOn }) => postedOn?.split('-').reverse().join('/') ?? null],
]

/** Writes the export of a shop as Brazilian programs write it: one file in Windows-1252, one workbook with rows to refuse. */
export async function writeShopFiles(folder: string, seed: string, now: number, parcels = 120): Promise<ShopFiles> {
  const shop = sampleShop({ seed, now, parcels })
  const correios = shop.parcels.filter(({ carrier }) => carrier === 'correios')
  const inCsv = correios.slice(0, Math.floor(correios.length * 0.7))
  const inXlsx = shop.parcels.filter((parcel) => !inCsv.includes(parcel))
  const csv = join(folder, 'expedição de novembro.csv')
  const xlsx = join(folder, 'planilha da loja.xlsx')
  writeFileSync(csv, csvOf(inCsv))
  const badRows = await writeWorkbook(xlsx, inXlsx)
  return { csv, xlsx, inCsv, inXlsx, badRows, journeys: shop.journeys }
}

function csvOf(parcels: readonly ParcelData[]): Buffer {
  const quoted = (cell: string) => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  const rows = parcels.map((parcel) => csvColumns.map(([, cell]) => quoted(cell(parcel) ?? '')))
  const lines = [csvColumns.map(([title]) => title), ...rows].map((cells) => cells.join(';'))
  return iconv.encode(`${lines.join('\r\n')}\r\n`, 'windows-1252')
}

async function writeWorkbook(file: string, parcels: readonly ParcelData[]): Promise<BadRow[]> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('Envios')
  sheet.addRow(['Objeto', 'Pedido', 'Nome do destinatário', 'CPF', 'Cidade', 'CEP', 'Peso (kg)', 'Postado em'])
  const good = (parcel: ParcelData) => [
    parcel.code,
    parcel.orderNumber,
    parcel.recipientName,
    parcel.document,
    parcel.city,
    parcel.carrier === 'correios' ? parcel.postalCode : null,
    parcel.weightG === null ? null : parcel.weightG / 1000,
    parcel.postedOn === null ? null : new Date(`${parcel.postedOn}T00:00:00Z`),
  ]
  const half = Math.floor(parcels.length / 2)
  for (const parcel of parcels.slice(0, half)) sheet.addRow(good(parcel))
  const bad: readonly (readonly [
    cells: readonly (string | number)[],
    column: string,
    value: string,
    reason: RegExp,
  ])[] = [
    [['QN123456780BR', 'X-1', 'Dígito Errado'], 'Objeto', 'QN123456780BR', /dígito verificador/i],
    [['1,12E+11', 'X-2', 'Código Arredondado'], 'Objeto', '1,12E+11', /arredondou/i],
    [['QN123456785BR', 'X-3', 'CPF Errado', '123.456.789-00'], 'CPF', '123.456.789-00', /CPF/],
    [['', 'X-4', 'Sem Código'], 'Objeto', '', /não tem código/i],
  ]
  const badRows = bad.map(([cells, column, value, reason]) => ({
    line: sheet.addRow([...cells]).number,
    column,
    value,
    reason,
  }))
  for (const parcel of parcels.slice(half)) sheet.addRow(good(parcel))
  sheet.getColumn(8).numFmt = 'dd/mm/yyyy'
  await workbook.xlsx.writeFile(file)
  return badRows
}

const decimal = (value: number | null, divisor: number, digits: number): string | null =>
  value === null ? null : (value / divisor).toFixed(digits).replace('.', ',')
