/** From a CEP to a CEP, eight digits each, both included. */
export type CepRange = { readonly from: string; readonly to: string }

const cep = String.raw`(\d{5}-\d{3}|\d{2,8})`
const shape = new RegExp(String.raw`^${cep}(?:\s*(?:-|–|a|até|do|to)\s*${cep})?$`, 'i')

/**
 * Reads ranges as people write them, one a line or between commas: `01-05`, `01310-100`, `01000-000 a 05999-999`. Leading digits
 * mean every CEP that begins with them. Null: one of them can't be read.
 */
export function readCepRanges(text: string): CepRange[] | null {
  const ranges: CepRange[] = []
  for (const part of text.split(/[,;\n]/)) {
    if (part.trim() === '') continue
    const [, first, last] = shape.exec(part.trim()) ?? []
    if (first === undefined) return null
    const from = first.replace('-', '').padEnd(8, '0')
    const to = (last ?? first).replace('-', '').padEnd(8, '9')
    ranges.push({ from, to })
  }
  return ranges
}

/** A range as it is written in the form, read again as the same. */
export function shownCepRange({ from, to }: CepRange): string {
  const shown = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`
  return from === to ? shown(from) : `${shown(from)} a ${shown(to)}`
}
