/** An e-mail address with its domain in lower case; null for what is none, two of them included. */
export function readEmail(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^<(.*)>$/, '$1')
  const parts = /^([^\s@,;<>()"]{1,64})@((?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+[\p{L}]{2,24})$/u.exec(bare)
  if (!parts || bare.length > 254) return null
  const [, local = '', domain = ''] = parts
  return local.startsWith('.') || local.endsWith('.') || local.includes('..')
    ? null
    : `${local}@${domain.toLowerCase()}`
}
