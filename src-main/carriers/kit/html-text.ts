const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ordm: 'º',
  ordf: 'ª',
}

const accents: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  tilde: '\u0303',
  cedil: '\u0327',
  uml: '\u0308',
}

function entity(whole: string, name: string): string {
  const code = /^#x([\da-f]+)$/i.exec(name)
  const point = code ? Number.parseInt(code[1] ?? '', 16) : /^#\d+$/.test(name) ? Number(name.slice(1)) : null
  if (point !== null) return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole
  const [, letter, accent] = /^([a-z])(acute|grave|circ|tilde|cedil|uml)$/i.exec(name) ?? []
  if (letter !== undefined && accent !== undefined) return (letter + (accents[accent] ?? '')).normalize('NFC')
  return named[name] ?? whole
}

/** What a person reads of a text that may hold HTML: tags become spaces, entities their characters. Never to be shown as HTML. */
export function textOfHtml(text: string): string {
  return text
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<\/?[a-z!][^<>]*>/gi, ' ')
    .replace(/&(#?\w{1,10});/g, entity)
    .replace(/\s+/g, ' ')
    .trim()
}
