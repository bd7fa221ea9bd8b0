import { open } from 'node:fs/promises'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { textEncodings, type TextEncoding } from '../../../src-main/domain/import-field.ts'
import { openCsv } from '../../../src-main/files/csv-reader.ts'
import { detectDelimiter } from '../../../src-main/files/detect-delimiter.ts'
import { detectEncoding } from '../../../src-main/files/detect-encoding.ts'
import { scratchFolder } from '../../support/scratch.ts'

const scratch = scratchFolder()

const portuguese = 'Código;Nome;Cidade\r\nTE1;João Conceição;São Paulo\r\nTE2;Inês Araújo;Maceió – Centro\r\n'
const polish = 'Numer przesyłki;Odbiorca;Miasto\r\nTE1;Łukasz Żółć;Gdańsk\r\nTE2;Świętosława Ąck;Łódź\r\n'

async function detected(content: Buffer): Promise<TextEncoding> {
  const file = await open(scratch.file('encoding.csv', content))
  try {
    return await detectEncoding(file)
  } finally {
    await file.close()
  }
}

describe('encoding', () => {
  it.each([
    ['windows-1252', portuguese],
    ['cp850', portuguese.replace('–', '-')],
    ['windows-1250', polish],
    ['iso-8859-2', polish],
    ['utf-16le', portuguese],
    ['utf-16be', polish],
    ['utf-8', portuguese],
    ['utf-8', polish],
  ] as const)('finds %s without a mark', async (encoding, text) => {
    expect(await detected(iconv.encode(text, encoding))).toBe(encoding)
  })

  const shopTexts = [
    'São Paulo',
    'José',
    'Antônio Gonçalves;Rua João Pessoa, 10 – Apto 3',
    'Código de rastreio;Nº do pedido;Endereço;Situação',
    'EMPÓRIO SÃO JORGE LTDA;AV. BRASÍLIA, 45;GOIÂNIA',
    'Ação promocional;1ª remessa;três peças',
    'Conceição do Coité;Bahia;Atenção: frágil',
    'MÁRCIA;ITAJAÍ;RUA ARAÚJO',
  ]
  it.each(
    (['windows-1252', 'cp850'] as const).flatMap((encoding) => shopTexts.map((text) => [encoding, text] as const)),
  )('tells %s by few letters: %s', async (encoding, text) => {
    const bytes = iconv.encode(`${text.replaceAll('–', encoding === 'cp850' ? '-' : '–')}\n`, encoding)
    expect(await detected(bytes)).toBe(encoding)
  })

  it.each(['Świętokrzyska 5', 'Łukasz', 'ŁÓDŹ;WROCŁAW', 'Gdańsk;ul. Żółkiewskiego'])(
    'does not take Polish for CP850: %s',
    async (text) => {
      for (const encoding of ['windows-1250', 'iso-8859-2'] as const) {
        expect(iconv.decode(iconv.encode(text, encoding), await detected(iconv.encode(text, encoding)))).toBe(text)
      }
    },
  )

  it.each([
    'R$\u00a010,00',
    'Rua\u00a0das Flores',
    'aguarde…',
    'preço “de fábrica”',
    '€ 10',
    '3 · 4',
    'à vista',
    'PREÇO',
  ])('stays with Windows-1252 where only signs or a letter speak: %s', async (text) =>
    expect(await detected(iconv.encode(text, 'windows-1252'))).toBe('windows-1252'),
  )

  it.each(['utf-8', 'utf-16le', 'utf-16be'] as const)('finds %s by its mark', async (encoding) => {
    expect(await detected(iconv.encode(portuguese, encoding, { addBOM: true }))).toBe(encoding)
  })

  it('sees the first letter with an accent however late it comes', async () => {
    const plain = Buffer.from('TE1;Maria;Recife\n'.repeat(150_000))
    expect(await detected(Buffer.concat([plain, iconv.encode('TE2;João;São Luís\n', 'windows-1252')]))).toBe(
      'windows-1252',
    )
    expect(await detected(Buffer.concat([plain, Buffer.from('TE2;João;São Luís\n')]))).toBe('utf-8')
  })

  it('is not fooled by a letter that two pieces share', async () => {
    for (let shift = 0; shift < 4; shift++) {
      expect(await detected(Buffer.concat([Buffer.alloc((1 << 20) - shift, 0x61), Buffer.from('ção€😀\n')]))).toBe(
        'utf-8',
      )
    }
  })

  it.each(textEncodings)('reads %s back word for word', async (encoding) => {
    const text =
      encoding === 'iso-8859-2' || encoding === 'windows-1250'
        ? polish
        : encoding === 'cp850'
          ? portuguese.replace('–', '-')
          : portuguese
    const path = scratch.file('read.csv', iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf') }))
    const table = await openCsv(path, {})
    const rows = []
    for await (const batch of table.rows()) rows.push(...batch)
    expect(rows.map(({ cells }) => cells.join(';')).join('\r\n')).toBe(text.trimEnd())
    expect(table.progress()).toBe(1)
  })

  it('says so when the encoding that a person chose does not fit', async () => {
    const path = scratch.file('wrong.csv', iconv.encode(portuguese, 'windows-1252'))
    await expect(openCsv(path, { encoding: 'utf-8' })).rejects.toMatchObject({
      problem: { code: 'file-encoding', detail: { encoding: 'utf-8' } },
    })
  })
})

describe('delimiter', () => {
  it.each([
    [';', 'a;b;c\n1;2,5;3\n4;5,5;6\n'],
    [',', 'a,b,c\n1,"x;y;z",3\n4,5,6\n'],
    ['\t', 'a\tb\n1,5\t2\n3,5\t4\n'],
    ['|', 'a|b|c\n1|2;0|3\n'],
    [';', 'código\nTE100000003BR\n'],
    [';', 'nome;nota\nMaria;"a, b, c\nd, e, f"\nJosé;"x, y"\n'],
  ] as const)('is %j', (delimiter, text) => expect(detectDelimiter(text, true)).toBe(delimiter))

  it('is named by the line that Excel understands, which is no row', async () => {
    const table = await openCsv(scratch.file('sep.csv', 'sep=|\ncode|note\nTE1|a;b;c\n'), {})
    const rows = []
    for await (const batch of table.rows()) rows.push(...batch)
    expect(table.delimiter).toBe('|')
    expect(rows).toEqual([
      { line: 2, cells: ['code', 'note'] },
      { line: 3, cells: ['TE1', 'a;b;c'] },
    ])
  })

  it('is found whatever words stand in the cells', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '1', '.'), minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word, word, word), { minLength: 5, maxLength: 20 }), (rows) => {
        expect(detectDelimiter(rows.map((row) => row.join('|')).join('\n'), true)).toBe('|')
      }),
    )
  })
})
