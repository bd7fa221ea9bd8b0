import { FileFailure } from './file-failure.ts'
import { attribute, readXml } from './xml-events.ts'
import type { ZipArchive } from './zip-archive.ts'

/** Everything of a workbook that is needed before a sheet can be read. */
export type WorkbookParts = {
  readonly sheets: readonly { readonly name: string; readonly part: string; readonly hidden: boolean }[]
  readonly sharedStrings: string | null
  readonly styles: string | null
  readonly date1904: boolean
}

type Relation = { readonly type: string; readonly target: string }

/** Finds the sheets by following the relations from the root, as ECMA-376 part 2 has it: no path is taken for granted. */
export async function workbookParts(zip: ZipArchive): Promise<WorkbookParts> {
  const root = await relations(zip, '')
  const workbook = [...root.values()].find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  if (!zip.has(workbook)) throw new FileFailure('file-damaged', `no part ${workbook}`)
  const related = await relations(zip, workbook)
  const sheets: { name: string; part: string; hidden: boolean }[] = []
  let date1904 = false
  await readXml(await zip.stream(workbook), {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = ['1', 'true'].includes(attributes['date1904'] ?? '')
      if (name !== 'sheet') return
      const relation = related.get(attribute(attributes, 'id') ?? '')
      if (relation?.type !== 'worksheet' || !zip.has(relation.target)) return
      sheets.push({
        name: attributes['name'] ?? '',
        part: relation.target,
        hidden: (attributes['state'] ?? 'visible') !== 'visible',
      })
    },
  })
  if (sheets.length === 0) throw new FileFailure('file-damaged', 'a workbook without sheets')
  const part = (type: string): string | null => {
    const target = [...related.values()].find((relation) => relation.type === type)?.target
    return target !== undefined && zip.has(target) ? target : null
  }
  return { sheets, sharedStrings: part('sharedStrings'), styles: part('styles'), date1904 }
}

async function relations(zip: ZipArchive, part: string): Promise<Map<string, Relation>> {
  const slash = part.lastIndexOf('/')
  const folder = part.slice(0, slash + 1)
  const name = `${folder}_rels/${part.slice(slash + 1)}.rels`
  const found = new Map<string, Relation>()
  if (!zip.has(name)) return found
  await readXml(await zip.stream(name), {
    open(tag, { Id = '', Type = '', Target = '' }) {
      if (tag !== 'Relationship') return
      const target = new URL(Target, `zip:///${folder}`).pathname.slice(1)
      found.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target: decodeURIComponent(target) })
    },
  })
  return found
}

/** Texts of the shared table, in its order. Phonetic readings beside the text are left out. */
export async function sharedStrings(zip: ZipArchive, part: string): Promise<string[]> {
  const strings: string[] = []
  let text = ''
  let inText = false
  let phonetic = false
  await readXml(await zip.stream(part), {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') phonetic = true
      else if (name === 't') inText = !phonetic
    },
    text(piece) {
      if (inText) text += piece
    },
    close(name) {
      if (name === 't') inText = false
      else if (name === 'rPh') phonetic = false
      else if (name === 'si') strings.push(unescapeControls(text))
    },
  })
  return strings
}

/** `_x000D_` is how a workbook writes a character that XML can't hold. */
export function unescapeControls(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
}

/** For each cell style whether it shows a date, a time or neither. */
export async function dateStyles(zip: ZipArchive, part: string): Promise<boolean[]> {
  const formats = new Map<number, string>()
  const styles: boolean[] = []
  let inCells = false
  await readXml(await zip.stream(part), {
    open(name, attributes) {
      if (name === 'cellXfs') inCells = true
      else if (name === 'numFmt') formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      else if (name === 'xf' && inCells) styles.push(showsDate(Number(attributes['numFmtId'] ?? 0), formats))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}

/** Formats 14 to 22 and 45 to 47 are dates and times everywhere, 27 to 36 and 50 to 58 in East Asian versions. */
function showsDate(id: number, formats: ReadonlyMap<number, string>): boolean {
  const code = formats.get(id)
  if (code === undefined)
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
  const bare = (code.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  return /[dmyhs]/i.test(bare) && !/general/i.test(bare)
}
