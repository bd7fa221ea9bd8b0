import { assertNever } from '../domain/result.ts'
import type { FaultRule } from './faults.ts'
import { emptyResponse, jsonResponse, type SandboxResponse } from './http-message.ts'

/** What becomes of a request that falls under a fault: another answer, a late one, or a broken connection. */
export type Spoilt =
  | { readonly kind: 'answer'; readonly response: SandboxResponse; readonly real: boolean }
  | { readonly kind: 'late'; readonly afterMs: number | null }
  | { readonly kind: 'reset' }

const gatewayPage =
  '<!DOCTYPE html><html lang="pt-BR"><head><title>Serviço indisponível</title></head>' +
  '<body><h1>Serviço temporariamente indisponível</h1><p>Tente novamente em instantes.</p></body></html>'

const textOf = ({ body }: SandboxResponse) => (typeof body === 'string' ? body : new TextDecoder().decode(body))

/** Puts unheard-of fields into every object of a JSON value. */
function withExtraFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withExtraFields)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(([key, inner]) => [key, withExtraFields(inner)])
  return { ...Object.fromEntries(fields), campoNovo: 'valor novo', outroCampoNovo: { nivel: 1, itens: [1, null, 'x'] } }
}

function extended(response: SandboxResponse): SandboxResponse {
  const text = textOf(response)
  return text === '' ? response : { ...response, body: JSON.stringify(withExtraFields(JSON.parse(text))) }
}

/**
 * Applies a fault. `answer` gives the answer that would have come; it is asked for only by faults that spoil the real one,
 * so that a request which a gateway refuses leaves no trace at the carrier.
 */
export function spoil(rule: FaultRule, answer: () => SandboxResponse): Spoilt {
  const instead = (response: SandboxResponse): Spoilt => ({ kind: 'answer', response, real: false })
  const spoilt = (response: SandboxResponse): Spoilt => ({ kind: 'answer', response, real: true })
  switch (rule.kind) {
    case 'rate-limit':
      return instead(
        emptyResponse(429, rule.retryAfter === undefined ? {} : { 'retry-after': String(rule.retryAfter) }),
      )
    case 'status':
      return instead(emptyResponse(rule.status ?? 500))
    case 'html':
      return instead({
        status: rule.status ?? 200,
        headers: { 'content-type': 'text/html; charset=UTF-8' },
        body: gatewayPage,
      })
    case 'empty':
      return instead(emptyResponse(rule.status ?? 200, { 'content-type': 'application/json;charset=UTF-8' }))
    case 'msg-body':
      return instead(jsonResponse(rule.status ?? 200, { msg: 'Serviço temporariamente indisponível' }))
    case 'mensagem-body':
      return instead(jsonResponse(rule.status ?? 200, { mensagem: 'Não foi possível atender à solicitação' }))
    case 'reset':
      return { kind: 'reset' }
    case 'timeout':
      return { kind: 'late', afterMs: rule.ms ?? null }
    case 'cut': {
      const real = answer()
      const text = textOf(real)
      return spoilt({ ...real, body: text.slice(0, Math.floor(text.length * 0.6)) })
    }
    case 'wrong-charset': {
      const real = answer()
      return spoilt({ ...real, body: Buffer.from(textOf(real), 'latin1') })
    }
    case 'extra-fields':
      return spoilt(extended(answer()))
    default:
      return assertNever(rule.kind)
  }
}
