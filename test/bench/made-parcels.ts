import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type { ImportField, ImportMapping } from '../../src-main/domain/import-field.ts'
import { s10CheckDigit } from '../../src-main/domain/tracking-code.ts'

/** The twelve columns of the file, in order, with the titles a shop's export has. */
const columns: readonly (readonly [title: string, field: ImportField])[] = [
  ['Código de rastreio', 'code'],
  ['Pedido', 'orderNumber'],
  ['Destinatário', 'recipientName'],
  ['E-mail', 'email'],
  ['Telefone', 'phone'],
  ['CPF', 'document'],
  ['Cidade', 'city'],
  ['UF', 'state'],
  ['CEP', 'postalCode'],
  ['Peso (g)', 'weight'],
  ['Serviço', 'service'],
  ['Data de postagem', 'postedOn'],
]

/** Names of the parcels' columns, in the order of the file's. */
export const storedColumns: readonly string[] = columns.map(([, field]) => (field === 'weight' ? 'weightG' : field))

/** How the file is to be read. */
export const mapping: ImportMapping = {
  columns: columns.map(([, field], index) => ({ index, field })),
  weightUnit: 'g',
  lengthUnit: 'cm',
  dateOrder: 'day-first',
  currency: 'BRL',
}

const first = [
  'Ana',
  'João',
  'Maria',
  'José',
  'Antônia',
  'Francisco',
  'Luíza',
  'Carlos',
  'Débora',
  'Paulo',
  'Zilda',
  'Ícaro',
]
const last = [
  'Silva',
  'Souza',
  'Conceição',
  'Oliveira',
  'Araújo',
  'Gonçalves',
  'Lima',
  'Ribeiro',
  'Caetano',
  'Nogueira',
  'Brandão',
]
const cities = [
  'São Paulo',
  'Rio de Janeiro',
  'Belo Horizonte',
  'Curitiba',
  'Porto Alegre',
  'Salvador',
  'Recife',
  'Goiânia',
  'Belém',
  'Manaus',
  'Vitória',
  'Natal',
]
const states = ['SP', 'RJ', 'MG', 'PR', 'RS', 'BA', 'PE', 'GO', 'PA', 'AM', 'ES', 'RN']

/** Scatters consecutive numbers, always in the same way. */
const scattered = (n: number, salt: number): number => Math.imul(n + 1, 0x9e3779b1 ^ Math.imul(salt, 0x85ebca6b)) >>> 0

const of = (list: readonly string[], n: number): string => list[n % list.length] ?? ''

function cpfOf(n: number): string {
  const digits = String(100_000_000 + (n % 900_000_000))
    .split('')
    .map(Number)
  for (const length of [9, 10]) {
    const sum = digits.reduce((total, digit, i) => total + digit * (length + 1 - i), 0)
    digits.push(((sum * 10) % 11) % 10)
  }
  return digits.join('')
}

/** The code of the n-th parcel: codes are handed out in rows, and orders do not come in the order of codes. */
export function codeOf(n: number): string {
  const serial = String(10_000_000 + ((n * 7919) % 90_000_000))
  return `${['AA', 'OT', 'LB'][n % 3]}${serial}${s10CheckDigit(serial)}BR`
}

function cellsOf(n: number): readonly string[] {
  const name = `${of(first, scattered(n, 1))} ${of(last, scattered(n, 2))} ${of(last, scattered(n, 3))}`
  const city = scattered(n, 4) % cities.length
  const day = String(1 + (scattered(n, 5) % 28)).padStart(2, '0')
  return [
    codeOf(n),
    `PED-${100_000 + n}`,
    name,
    `${name
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z]+/g, '.')}${n % 1000}@example.com`,
    `119${String(scattered(n, 6) % 100_000_000).padStart(8, '0')}`,
    cpfOf(scattered(n, 7)),
    of(cities, city),
    of(states, city),
    `0${String(1_000_000 + (scattered(n, 8) % 9_000_000))}`,
    String(100 + (scattered(n, 9) % 20_000)),
    of(['PAC', 'SEDEX', 'SEDEX 10'], scattered(n, 10)),
    `2026-${String(1 + (scattered(n, 11) % 9)).padStart(2, '0')}-${day}`,
  ]
}

/** Writes a CSV of twelve columns as a shop's platform exports it. */
export async function writeCsv(file: string, rows: number): Promise<void> {
  const out = createWriteStream(file)
  out.write(`${columns.map(([title]) => title).join(',')}\n`)
  for (let from = 0; from < rows; from += 5000) {
    const lines = Array.from({ length: Math.min(5000, rows - from) }, (_, i) => `${cellsOf(from + i).join(',')}\n`)
    if (!out.write(lines.join(''))) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}
