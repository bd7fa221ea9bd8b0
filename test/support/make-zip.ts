import { crc32, deflateRawSync } from 'node:zlib'

/** A part of a zip file; `claims` is what the directory says of its unpacked size when that is a lie. */
export type ZipPart = { readonly name: string; readonly content: string | Buffer; readonly claims?: number }

/** Makes a zip file whose parts stand in the order given, which programs that write workbooks choose differently. */
export function makeZip(parts: readonly ZipPart[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, claims } of parts) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(bytes), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(claims ?? bytes.length, 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, rest, Buffer.from(name)]))
    files.push(local)
    offset += local.length
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, entries, end])
}

/** What a workbook made by hand may have beside its first sheet. */
export type HandMadeWorkbook = {
  /** XML inside `<sheetData>`. */
  readonly rows: string
  readonly shared?: string
  readonly styles?: string
  readonly date1904?: boolean
  /** Prefix of every element, as some generators write it. */
  readonly prefix?: string
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Makes a workbook with its shared strings and styles last in the zip file. */
export function makeWorkbook({ rows, shared, styles, date1904, prefix = '' }: HandMadeWorkbook): Buffer {
  const p = prefix === '' ? '' : `${prefix}:`
  const xmlns = prefix === '' ? `xmlns="${main}"` : `xmlns:${prefix}="${main}"`
  const part = (element: string, inner: string): string =>
    `<?xml version="1.0"?><${p}${element} ${xmlns} xmlns:r="${relations}">${inner}</${p}${element}>`
  const related = (items: readonly (readonly [id: string, type: string, target: string])[]): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items
      .map(([id, type, target]) => `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`)
      .join('')}</Relationships>`
  return makeZip([
    {
      name: '[Content_Types].xml',
      content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    },
    { name: '_rels/.rels', content: related([['rId1', 'officeDocument', '/xl/workbook.xml']]) },
    { name: 'xl/worksheets/sheet1.xml', content: part('worksheet', `<${p}sheetData>${rows}</${p}sheetData>`) },
    {
      name: 'xl/workbook.xml',
      content: part(
        'workbook',
        `<${p}workbookPr${date1904 ? ' date1904="1"' : ''}/><${p}sheets><${p}sheet name="Plan1" sheetId="1" r:id="rId1"/></${p}sheets>`,
      ),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: related([
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId2', 'sharedStrings', 'sharedStrings.xml'],
        ['rId3', 'styles', 'styles.xml'],
      ]),
    },
    ...(styles === undefined ? [] : [{ name: 'xl/styles.xml', content: part('styleSheet', styles) }]),
    ...(shared === undefined ? [] : [{ name: 'xl/sharedStrings.xml', content: part('sst', shared) }]),
  ])
}
