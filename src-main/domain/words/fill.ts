/** Puts the parameters into a sentence of `words`; a parameter that is not given stays visible, so that a test sees it. */
export function fill(text: string, detail: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{(?:'([^']*)'|(\w+))\}/g, (whole, literal: string | undefined, name: string | undefined) => {
    if (literal !== undefined) return literal
    const value = name === undefined || !Object.hasOwn(detail, name) ? undefined : detail[name]
    return value === undefined ? whole : String(value)
  })
}
