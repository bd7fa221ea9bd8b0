import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import { makeFreightSamples } from './make-freight-samples.ts'
import { inpostCode, s10 } from './tracking-codes.ts'

/**
 * Writes the files of resources/samples: `node test/support/make-samples.ts`. Each is of a kind that people really have, and
 * gives something to see: an encoding that is not UTF-8, decimal commas, line breaks in cells, rows to correct.
 */
export async function makeSamples(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/pedidos-loja.csv`, iconv.encode(shopOrders(), 'windows-1252'))
  writeFileSync(`${folder}/przesylki-inpost.csv`, iconv.encode(polishParcels(), 'windows-1250'))
  writeFileSync(
    `${folder}/codigos.txt`,
    `${Array.from({ length: 25 }, (_, i) => s10(40_000_100 + i * 37, 'TS')).join('\r\n')}\r\n`,
  )
  await dispatchSheet(`${folder}/envios-correios.xlsx`)
  await makeFreightSamples(folder)
}

const people = [
  [
    'Antônia Conceição dos Santos',
    'antonia.santos',
    '529.982.247-25',
    'Rua das Acácias',
    '120',
    'Boa Vista',
    'Recife',
    'PE',
    '50060-004',
  ],
  [
    'João Araújo',
    'joao.araujo',
    '111.444.777-35',
    'Avenida Paulista',
    '1578',
    'Bela Vista',
    'São Paulo',
    'SP',
    '01310-200',
  ],
  ['Inês Magalhães', 'ines.mag', '', 'Travessa São José', '8', 'Comércio', 'Belém', 'PA', '66010-080'],
  [
    'Luís Otávio Brandão',
    'luis.brandao',
    '123.456.789-09',
    'Rua XV de Novembro',
    '455',
    'Centro',
    'Curitiba',
    'PR',
    '80020-310',
  ],
  [
    'Papelaria Três Irmãos Ltda.',
    'compras',
    '11.222.333/0001-81',
    'Rua da Consolação',
    '2301',
    'Consolação',
    'São Paulo',
    'SP',
    '01301-100',
  ],
  ['Márcia Gonçalves', 'marcia.g', '', 'Rua Padre Chagas', '33', 'Moinhos de Vento', 'Porto Alegre', 'RS', '90570-080'],
] as const

const quoted = (cell: string): string => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
const csv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(quoted).join(';')}\r\n`).join('')
const decimal = (value: number, digits: number): string => value.toFixed(digits).replace('.', ',')

function shopOrders(): string {
  const rows = Array.from({ length: 60 }, (_, i) => {
    const [name, mail, document, street, number, district, city, state, cep] = people[i % people.length] ?? people[0]
    const items =
      i % 7 === 3
        ? '1 caneca "Ilhéus"\n2 pratos; azul e branco'
        : i % 2 === 0
          ? 'Camiseta tam. M'
          : 'Livro – edição de bolso'
    return [
      s10(30_000_000 + i * 113, 'TE'),
      `PED-${20_450 + i}`,
      i % 3 === 0 ? 'Loja própria' : 'Marketplace',
      name,
      `${mail}${i}@exemplo.com.br`,
      `(${11 + (i % 9)}) 9${String(81_234_567 + i * 991).slice(0, 4)}-${String(1000 + i * 37).slice(0, 4)}`,
      document,
      street,
      number,
      i % 4 === 0 ? `Apto ${10 + i}` : '',
      district,
      city,
      state,
      cep,
      decimal(0.25 + (i % 12) * 0.185, 3),
      `${16 + (i % 5) * 4} x ${11 + (i % 4) * 3} x ${2 + (i % 6) * 2}`,
      `R$ ${decimal(39.9 + i * 17.35, 2)}`,
      i % 2 === 0 ? 'PAC' : 'SEDEX',
      items,
      `${String(1 + (i % 28)).padStart(2, '0')}/11/2026`,
    ]
  })
  const titles =
    'Código de rastreio;Nº do pedido;Canal;Destinatário;E-mail;Telefone;CPF/CNPJ;Endereço;Número;Complemento;Bairro;Cidade;UF;CEP;Peso (kg);Dimensões;Valor declarado;Serviço;Itens;Data de postagem'
  return csv([titles.split(';'), ...rows])
}

function polishParcels(): string {
  const names = ['Łukasz Żółkiewski', 'Świętosława Dąbrowska', 'Zażółć Gęślą', 'Małgorzata Król', 'Jędrzej Ślęzak']
  const cities = [
    ['Łódź', '90-001'],
    ['Gdańsk', '80-831'],
    ['Kraków', '31-042'],
    ['Wrocław', '50-106'],
    ['Poznań', '61-772'],
  ] as const
  const rows = Array.from({ length: 40 }, (_, i) => {
    const [city, code] = cities[i % cities.length] ?? cities[0]
    return [
      inpostCode(20_000_000_000 + i * 7919),
      `ZAM/2026/11/${String(i + 1).padStart(3, '0')}`,
      names[i % names.length] ?? '',
      `klient${i}@przyklad.pl`,
      `+48 600 ${String(100 + i)} ${String(200 + i * 3)}`,
      city,
      code,
      'Polska',
      decimal(0.4 + (i % 9) * 0.35, 2),
      `${decimal(59.9 + i * 12.5, 2)} zł`,
      i % 3 === 0 ? 'Kurier' : 'Paczkomat 24/7',
      `${String(1 + (i % 28)).padStart(2, '0')}.11.2026`,
      i % 6 === 0 ? 'Proszę dzwonić; domofon nie działa' : '',
    ]
  })
  const titles =
    'Numer przesyłki;Numer zamówienia;Odbiorca;E-mail;Telefon;Miejscowość;Kod pocztowy;Kraj;Waga (kg);Wartość;Usługa;Data nadania;Uwagi'
  return csv([titles.split(';'), ...rows])
}

async function dispatchSheet(path: string): Promise<void> {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = 'Despacho'
  workbook.created = new Date('2026-11-20T12:00:00Z')
  workbook.modified = workbook.created
  const sheet = workbook.addWorksheet('Envios', { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = [
    'Objeto',
    'Pedido',
    'Nome do destinatário',
    'CPF',
    'Cidade',
    'UF',
    'CEP',
    'Peso (g)',
    'Valor',
    'Postado em',
    'Observação',
  ].map((header) => ({ header, width: 20 }))
  for (let i = 0; i < 45; i++) {
    const [name, , document, , , , city, state, cep] = people[i % people.length] ?? people[0]
    const day = new Date(Date.UTC(2026, 10, 1 + (i % 20)))
    sheet.addRow([
      s10(50_000_000 + i * 211, 'TR'),
      7300 + i,
      name,
      document.length === 14 ? document : '',
      city,
      state,
      Number(cep.replace('-', '')),
      180 + i * 45,
      (2500 + i * 990) / 100,
      day,
      i % 8 === 0 ? 'Frágil' : '',
    ])
  }
  const spoiled: readonly (readonly [row: number, column: number, value: string | number])[] = [
    [6, 1, 'TR500000003BR'],
    [11, 1, 6.2e23],
    [17, 4, '529.982.247-26'],
    [23, 7, '123'],
    [29, 10, '31/11/2026'],
    [35, 1, ''],
    [41, 8, 'pesado'],
  ]
  for (const [row, column, value] of spoiled) sheet.getCell(row, column).value = value
  sheet.getColumn(10).numFmt = 'dd/mm/yyyy'
  sheet.getColumn(9).numFmt = '#,##0.00'
  await workbook.xlsx.writeFile(path)
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await makeSamples(fileURLToPath(new URL('../../resources/samples', import.meta.url)))
