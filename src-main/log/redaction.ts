/** Takes secrets out of text: whatever was registered is replaced wherever it stands. */
export type Redactor = {
  /** Remembers a secret value, in memory only. */
  register(secret: string): void
  clean(text: string): string
}

/** Shorter values would blank out half of every sentence and protect nothing. */
const shortestSecret = 4

const mark = '[secret]'

/** The ways in which a value may stand in a line: as it is, within JSON, within a URL, as Base64. */
function spellings(secret: string): string[] {
  const inJson = JSON.stringify(secret).slice(1, -1)
  const base64 = Buffer.from(secret, 'utf8').toString('base64').replace(/=+$/, '')
  return [secret, inJson, encodeURIComponent(secret), base64]
}

/** Makes a redactor that knows no secret yet. */
export function createRedactor(): Redactor {
  const known = new Set<string>()
  let longestFirst: string[] = []
  return {
    register(secret) {
      if (secret.length < shortestSecret) return
      for (const spelling of spellings(secret)) known.add(spelling)
      longestFirst = [...known].sort((a, b) => b.length - a.length)
    },
    clean: (text) => longestFirst.reduce((clean, secret) => clean.replaceAll(secret, mark), text),
  }
}
