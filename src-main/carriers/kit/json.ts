/** JSON as far as it is any; undefined for HTML, an empty body, an answer that was cut. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
