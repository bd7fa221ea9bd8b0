import type { Credentials } from '../carrier.ts'
import { serviceCode, serviceOf } from './services.ts'

/** The account as it asks about one service: by the posting card of SEDEX services where they have one of their own. */
export function credentialsFor(service: string, credentials: Credentials): Credentials {
  const { sedexCard } = credentials
  return sedexCard && serviceOf({ code: serviceCode(service) })?.family === 'sedex'
    ? withCard(credentials, sedexCard)
    : credentials
}

/** The account by each of its posting cards, the main one first. */
export function credentialsByCard(credentials: Credentials): readonly Credentials[] {
  const { postingCard = '', sedexCard } = credentials
  return sedexCard && sedexCard !== postingCard ? [credentials, withCard(credentials, sedexCard)] : [credentials]
}

/**
 * Another card may belong to another contract: the one that was entered is then not its own, and the token API takes a card without.
 */
function withCard(credentials: Credentials, postingCard: string): Credentials {
  if (postingCard === credentials['postingCard']) return credentials
  const { contract: _contract, dr: _dr, ...rest } = credentials
  return { ...rest, postingCard }
}
