/** What SQLite stores in one cell. */
export type Value = string | number | null | Buffer

/** A piece of SQL with the values of its parameters, so that a value never becomes text of a statement. */
export type Sql = { readonly text: string; readonly values: readonly Value[] }

const isSql = (part: Sql | Value): part is Sql => typeof part === 'object' && part !== null && 'text' in part

/** Puts SQL together: pieces go in as text, everything else as a parameter. */
export function sql(strings: TemplateStringsArray, ...parts: readonly (Sql | Value)[]): Sql {
  let text = strings[0] ?? ''
  const values: Value[] = []
  parts.forEach((part, i) => {
    if (isSql(part)) {
      text += part.text
      values.push(...part.values)
    } else {
      text += '?'
      values.push(part)
    }
    text += strings[i + 1] ?? ''
  })
  return { text, values }
}

/** A name out of our own lists (a column, an index): never anything that came from outside. */
export const name = (text: string): Sql => ({ text, values: [] })

/** Nothing, for the optional parts of a statement. */
export const nothing: Sql = { text: '', values: [] }

/** Pieces one after the other with something between them. */
export function join(pieces: readonly Sql[], between: string): Sql {
  return { text: pieces.map((piece) => piece.text).join(between), values: pieces.flatMap((piece) => piece.values) }
}

/** All conditions, or one that always holds. */
export const allOf = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? name('1') : join(conditions, ' AND ')

const placeholdersUpTo = 16

/** `(?, ?)` for a short list; a long one goes in as one JSON parameter, so that statements stay few. */
export function listOf(values: readonly (string | number)[]): Sql {
  if (values.length > placeholdersUpTo) return sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`
  return sql`(${join(
    values.map((value) => sql`${value}`),
    ', ',
  )})`
}
