/** How a text stands to the access key of an NF-e or DC-e. */
export type InvoiceKey =
  | { readonly kind: 'valid'; readonly key: string }
  | { readonly kind: 'wrong-digit' }
  | { readonly kind: 'other'; readonly length: number }

/**
 * Reads an access key: 44 characters, the last a check digit by modulo 11 with weights 2 to 9 from the right. Since July
 * 2026 the twelve places of the issuer's CNPJ may have letters, which count as their ASCII code less 48.
 */
export function readInvoiceKey(text: string): InvoiceKey {
  const key = text
    .replace(/^nfe/i, '')
    .replace(/[\s.\-/]/g, '')
    .toUpperCase()
  if (!/^\d{6}[0-9A-Z]{12}\d{26}$/.test(key)) return { kind: 'other', length: key.length }
  let sum = 0
  for (let i = 0; i < 43; i++) sum += (key.charCodeAt(42 - i) - 48) * (2 + (i % 8))
  const rest = sum % 11
  return key[43] === String(rest < 2 ? 0 : 11 - rest) ? { kind: 'valid', key } : { kind: 'wrong-digit' }
}
