import type { QuoteRefusal, QuoteRefusalCode } from '../../domain/quote.ts'
import { redact } from '../kit/redact.ts'
import { centavosIn } from './amounts.ts'
import { carrierCodeIn } from './mapper.ts'

/** What the codes of the price API (PRC), the deadline API (PRZ), the system behind them (ERP) and the contracts (CON) mean. */
const codes: Readonly<Record<string, QuoteRefusalCode>> = {
  'PRC-124': 'quote.contract-mismatch',
  'PRZ-116': 'quote.postal-code',
  'ERP-006': 'quote.route-not-served',
  'ERP-007': 'quote.route-not-served',
  // Seen in a fixture only: UNCONFIRMED.
  'ERP-010': 'quote.service-not-contracted',
  'CON-011': 'quote.service-not-contracted',
  'ERP-013': 'quote.declared-value-range',
  'ERP-052': 'quote.extra-not-offered',
  'ERP-054': 'quote.extra-not-offered',
}

/** The refusal that the carrier's words mean; by their code, and for an invalid parameter (PRC-101, PRZ-101) by its name. */
export function refusalOf(words: string, secrets: readonly string[] = []): QuoteRefusal {
  const carrierCode = carrierCodeIn(words) ?? null
  const code = codeFor(words, carrierCode)
  const detail = detailOf(code, words)
  return {
    code,
    carrierSays: redact(words, secrets).slice(0, 300),
    carrierCode,
    ...(detail === null ? {} : { detail }),
  }
}

function codeFor(words: string, carrierCode: string | null): QuoteRefusalCode {
  const known = carrierCode === null ? undefined : codes[carrierCode]
  if (known) return known
  if (/nao pode postar para/i.test(bare(words))) return 'quote.route-not-served'
  return /\bcep(Origem|Destino)?\b/i.test(words) && /invalid|obrigatori|inexistente|nao encontrado/i.test(bare(words))
    ? 'quote.postal-code'
    : 'quote.refused'
}

/** Texts of the system behind the APIs come without accents, those of the APIs with them. */
const bare = (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '')

function detailOf(code: QuoteRefusalCode, words: string): NonNullable<QuoteRefusal['detail']> | null {
  if (code === 'quote.extra-not-offered') {
    const [, extra] = /adicional\s+(\d{3})\b/i.exec(words) ?? []
    return extra === undefined ? null : { extra }
  }
  if (code !== 'quote.declared-value-range') return null
  const [least, most, ...more] = (words.match(/\d[\d.]*[.,]\d{2}\b/g) ?? []).map(centavosIn)
  if (least == null || most == null || more.length > 0 || least > most) return null
  return { least, most }
}
