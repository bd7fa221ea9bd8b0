const hidden = '[secret]'

/** Header names whose values are never shown. */
const secretHeader = /^(authorization|cookie|set-cookie|x-api-key|x-auth-token|proxy-authorization)$/i

const patterns: readonly [RegExp, string][] = [
  [/\b(Basic|Bearer)\s+[\w+/=.~-]+/gi, `$1 ${hidden}`],
  // A JSON web token, wherever it stands.
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, hidden],
  [
    /("?(?:token|access_?token|access_?code|codigo_?acesso|senha|password|secret|api_?key)"?\s*[:=]\s*)("[^"]*"?|[^\s,;&}]+)/gi,
    `$1${hidden}`,
  ],
]

/** A text without credentials: the secrets given, and whatever looks like one. */
export function redact(text: string, secrets: readonly string[] = []): string {
  let clean = text
  for (const secret of secrets) if (secret.length >= 4) clean = clean.replaceAll(secret, hidden)
  for (const [pattern, replacement] of patterns) clean = clean.replace(pattern, replacement)
  return clean
}

/** The secrets that a request's headers carry, in every form in which an error could repeat them. */
export function secretsOf(headers: Readonly<Record<string, string>>): string[] {
  return Object.entries(headers).flatMap(([name, value]) => {
    if (!secretHeader.test(name)) return []
    const [scheme = '', credentials = value] = value.split(' ')
    if (scheme.toLowerCase() !== 'basic') return [credentials]
    const decoded = Buffer.from(credentials, 'base64').toString('utf8')
    return [credentials, decoded, decoded.slice(decoded.indexOf(':') + 1)]
  })
}
