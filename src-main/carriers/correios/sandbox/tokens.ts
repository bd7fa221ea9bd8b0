import type { Random } from '../../../sandbox/random.ts'
import { localTime } from './local-time.ts'

const day = 24 * 3_600_000
/** Before its end a token is replaced by a new one on request; earlier the same one comes again. */
const renewal = 30 * 60_000

/** What a token lets its bearer do. */
export type TokenScope = {
  readonly kind: 'user' | 'contract' | 'card'
  readonly user: string
  /** Number of the contract or the card; the user's name for a user's token. */
  readonly number: string
  readonly contract: string | null
  readonly apis: readonly number[]
}

export type Token = {
  readonly text: string
  readonly scope: TokenScope
  readonly issuedAt: number
  readonly expiresAt: number
}

/** Every token that was issued, by its text. */
export type TokenDesk = {
  /** A token of this scope: the one that is out, or a new one near its end and after a change of permissions. */
  issue(scope: TokenScope): Token
  /** The token of this text, while it is valid. */
  valid(text: string): Token | undefined
  /** Ends every token at once. */
  revoke(): void
}

/** Makes a desk. */
export function createTokenDesk(now: () => number, random: Random): TokenDesk {
  const byText = new Map<string, Token>()
  const current = new Map<string, Token>()

  const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64url')

  const write = (scope: TokenScope, issuedAt: number, expiresAt: number) => {
    const claims = {
      ambiente: 'SANDBOX',
      id: scope.user,
      pfl: 'PJ',
      ...(scope.kind === 'card' ? { 'cartao-postagem': { numero: scope.number, api: scope.apis } } : {}),
      ...(scope.kind === 'contract' ? { contrato: { numero: scope.number, api: scope.apis } } : {}),
      iss: 'token-service',
      iat: Math.floor(issuedAt / 1000),
      exp: Math.floor(expiresAt / 1000),
      jti: String(random.int(0, 2 ** 31)),
    }
    const signature = Array.from({ length: 32 }, () => String.fromCharCode(random.int(33, 126))).join('')
    return [JSON.stringify({ alg: 'RS512', typ: 'JWT' }), JSON.stringify(claims), signature].map(base64).join('.')
  }

  return {
    issue(scope) {
      const key = JSON.stringify(scope)
      const at = Math.floor(now() / 1000) * 1000
      const present = current.get(key)
      if (present && present.expiresAt - at > renewal) return present
      const token = {
        text: write(scope, at, at + day),
        scope,
        issuedAt: at,
        expiresAt: at + day,
      }
      byText.set(token.text, token)
      current.set(key, token)
      return token
    },
    valid(text) {
      const token = byText.get(text)
      return token && token.expiresAt > now() ? token : undefined
    },
    revoke() {
      byText.clear()
      current.clear()
    },
  }
}

/** When a token began and ends, as the token API writes it. */
export const tokenTimes = (token: Token) => ({
  emissao: localTime(token.issuedAt),
  expiraEm: localTime(token.expiresAt),
  zoneOffset: '-03:00',
})
