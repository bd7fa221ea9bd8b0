import type { CarrierFailure } from '../carrier.ts'
import type { CarrierResponse } from '../kit/carrier-http.ts'
import { clockToleranceMs } from '../kit/clock-off.ts'
import { parseJson } from '../kit/json.ts'
import { redact } from '../kit/redact.ts'
import { carrierCodeIn } from './mapper.ts'
import { MessageBody } from './schemas.ts'

/** The texts of an error body, in whichever of its forms; none for HTML or an empty body. */
export const messagesIn = (text: string): readonly string[] => MessageBody.safeParse(parseJson(text)).data ?? []

/** Which API refused: the token API knows credentials and cards, the others know tokens. */
export type Refuser = 'token' | 'api'

/** True when the token is what is wrong, so that a new one may help: 401, 403, or GTW-008 with any status. */
export function refusesToken({ status, text }: CarrierResponse): boolean {
  if (/\bGTW-012\b/.test(text)) return false
  return status === 401 || status === 403 || /\bGTW-008\b/.test(text)
}

/**
 * The failure that an answer other than 2xx means. Codes (`TOK-003`, `GTW-012`) decide where there is one. The bodies of 401 for
 * a wrong user, a wrong access code and an expired one are UNCONFIRMED, so an expired one is recognised by its words.
 */
export function failureOf(response: CarrierResponse, refuser: Refuser, secrets: readonly string[]): CarrierFailure {
  const texts = messagesIn(response.text)
  const says = redact(texts.join(' '), secrets).slice(0, 300)
  const carrierCode = carrierCodeIn(texts.join(' '))
  const code = codeFor(response, refuser, says, carrierCode)
  return {
    code,
    message: `Correios answered ${response.status}${says === '' ? '' : `: ${says}`}`,
    retryable: code === 'carrier.malformed-answer',
    ...(carrierCode === undefined ? {} : { carrierCode }),
    ...(code === 'carrier.clock-wrong' && response.clockOffMs !== undefined ? { clockOffMs: response.clockOffMs } : {}),
  }
}

function codeFor(
  { status, text, clockOffMs }: CarrierResponse,
  refuser: Refuser,
  says: string,
  carrierCode: string | undefined,
): CarrierFailure['code'] {
  switch (carrierCode) {
    case 'TOK-003':
      return 'carrier.posting-card-unknown'
    case 'GTW-012':
    // The service is not on the posting card.
    case 'CON-011':
      return 'carrier.not-enabled'
    case 'GTW-014':
      return 'carrier.rejected'
  }
  if (/\brestrita\b/i.test(says)) return 'carrier.not-enabled'
  if (refuser === 'token' && status === 400 && /cart[ãa]o/i.test(says)) return 'carrier.posting-card-unknown'
  if (status === 401 || status === 403 || carrierCode === 'GTW-008') {
    if (/expirad|vencid/i.test(says) && refuser === 'token') return 'carrier.credentials-expired'
    if (clockOffMs !== undefined && Math.abs(clockOffMs) > clockToleranceMs) return 'carrier.clock-wrong'
    // A token made a moment ago that opens every door but this one.
    return refuser === 'api' && status === 403 && carrierCode !== 'GTW-008'
      ? 'carrier.not-enabled'
      : 'carrier.credentials'
  }
  // A gateway says in HTML that a request is too large.
  if (status === 413) return 'carrier.rejected'
  const isMessage = says !== '' || text.trim() === '' || parseJson(text) !== undefined
  return isMessage && status >= 400 ? 'carrier.rejected' : 'carrier.malformed-answer'
}
