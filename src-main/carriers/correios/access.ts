import { dayOf } from '../../domain/day.ts'
import type { QuoteRefusal } from '../../domain/quote.ts'
import type { Result } from '../../domain/result.ts'
import type { AccessCheck, CallContext, CarrierFailure, Credentials, Permission, QuoteQuestion } from '../carrier.ts'
import { isRefusal, sendWithToken, trackingRequest } from './client.ts'
import { contractFacts, servicesOfCard } from './contract.ts'
import { credentialsByCard } from './posting-cards.ts'
import { findPostalCode } from './postal-codes.ts'
import { askDeadlines, askPrices } from './quoting.ts'
import { tokenKeeper } from './token.ts'
import { brasiliaZone } from './zones.ts'

type Need = { readonly name: Permission['name']; readonly api: number; readonly service: string | null }

/**
 * Which API number of a token, and which service of the contract, each permission needs. What the account manager is asked for is
 * the service; Meu Contrato needs none.
 */
const needs: readonly Need[] = [
  { name: 'price', api: 34, service: '38202' },
  { name: 'deadline', api: 35, service: '38210' },
  { name: 'postal-code', api: 41, service: '86738' },
  { name: 'pre-posting', api: 36, service: '86720' },
  { name: 'tracking', api: 87, service: '38229' },
  { name: 'suspension', api: 93, service: '38237' },
  { name: 'contract', api: 566, service: null },
]

/** An object of the manual's examples (V2.2): whatever the carrier says about it, it has let us ask. */
const probeCode = 'DG049186230BR'
/** Two places that every service knows: the centres of São Paulo and Rio de Janeiro. */
const probePlaces = { from: '01001000', to: '20040002' } as const

/**
 * Tries the access without changing anything: a token, what it lists, and one question to each API that only answers questions,
 * because an API may be in the token and still not in the contract.
 */
export async function checkAccess(credentials: Credentials, context: CallContext): Promise<AccessCheck> {
  const keepers = credentialsByCard(credentials).map((own) => tokenKeeper(own, context.http))
  for (const keeper of keepers) keeper.forget()
  const [token, ...otherTokens] = await Promise.all(keepers.map((keeper) => keeper.current(context)))
  if (!token?.ok) return withoutToken(token?.error ?? null, context)
  const { apis } = token.value
  const opens = (api: number) => apis.length === 0 || apis.includes(api)
  const [found, contract, services] = await Promise.all([
    askEach(opens, credentials, context),
    opens(566) ? contractFacts(credentials, context) : null,
    opens(566) ? servicesOfCard(credentials, context) : null,
  ])
  const failure = found.get('tracking') ?? null
  if (failure) noteRefusal(failure, context)
  else context.http.accepted?.()
  if (contract) found.set('contract', contract.ok ? null : contract.error)
  const onCard = new Set(services?.ok ? services.value.map(({ code }) => code) : [])
  const otherFailure = otherTokens.flatMap((other) => (other.ok ? [] : [other.error]))[0]
  return {
    failure: failure ?? otherFailure ?? null,
    permissions: [
      tokenPermission('granted'),
      ...needs.map((need) => ({ name: need.name, service: need.service, state: stateOf(need, apis, found, onCard) })),
    ],
    ...(contract?.ok ? { contract: contract.value } : {}),
  }
}

function withoutToken(failure: CarrierFailure | null, context: CallContext): AccessCheck {
  if (failure) noteRefusal(failure, context)
  return {
    failure,
    permissions: [
      tokenPermission('missing'),
      ...needs.map(({ name, service }) => ({ name, state: 'not-tried' as const, service })),
    ],
  }
}

/** What became of one question to an API: null: it was answered, whatever it said; absent: it was not asked. */
type Found = Map<Permission['name'], CarrierFailure | null>

async function askEach(
  opens: (api: number) => boolean,
  credentials: Credentials,
  context: CallContext,
): Promise<Found> {
  const questions = probeQuestions(credentials, context)
  const [tracking, price, deadline, postalCode] = await Promise.all([
    sendWithToken(trackingRequest([probeCode]), credentials, context),
    opens(34) ? askPrices(questions, credentials, context) : null,
    opens(35) ? askDeadlines(questions, credentials, context) : null,
    opens(41) ? findPostalCode(probePlaces.from, credentials, context) : null,
  ])
  const found: Found = new Map([['tracking', unanswered(tracking)]])
  if (price) found.set('price', worst([...price.values()]))
  if (deadline) found.set('deadline', worst([...deadline.values()]))
  if (postalCode) found.set('postal-code', unanswered(postalCode))
  return found
}

/** The smallest parcel by a service of each posting card. */
function probeQuestions(credentials: Credentials, { clock }: CallContext): readonly QuoteQuestion[] {
  const services = credentialsByCard(credentials).length > 1 ? ['03298', '03220'] : ['03298']
  const shipment = {
    ...probePlaces,
    weightG: 300,
    format: 'box',
    lengthMm: 200,
    widthMm: 150,
    heightMm: 50,
    declaredValue: null,
    receipt: false,
    ownHands: false,
    postedOn: dayOf(clock.now(), brasiliaZone),
  } as const
  return services.map((service) => ({ key: service, service, shipment }))
}

/** "Rejected", like a refused shipment, is an answer about the question, which only somebody who may ask gets. */
function unanswered(answer: Result<unknown, CarrierFailure | QuoteRefusal>): CarrierFailure | null {
  return answer.ok || !('retryable' in answer.error) || answer.error.code === 'carrier.rejected' ? null : answer.error
}

/** Of several questions to one API, the failure that says most: what is not enabled for one card is missing. */
function worst(answers: readonly Result<unknown, CarrierFailure | QuoteRefusal>[]): CarrierFailure | null {
  const failures = answers.map(unanswered).filter((failure) => failure !== null)
  return failures.find(({ code }) => code === 'carrier.not-enabled') ?? failures[0] ?? null
}

/** What was asked is known by its answer; the rest by the token, and by the services of the card where the carrier tells them. */
function stateOf(
  { name, api, service }: Need,
  apis: readonly number[],
  found: Found,
  onCard: ReadonlySet<string>,
): Permission['state'] {
  const failure = found.get(name)
  if (failure === null) return 'granted'
  if (failure?.code === 'carrier.not-enabled') return 'missing'
  if (apis.length > 0 && !apis.includes(api)) return 'missing'
  if (failure !== undefined || apis.length === 0) return 'not-tried'
  // A list without any service of an API does not have them among its services.
  const tells = needs.some((need) => need.service !== null && onCard.has(need.service))
  return tells && service !== null && !onCard.has(service) ? 'missing' : 'granted'
}

const tokenPermission = (state: Permission['state']): Permission => ({ name: 'token', state, service: null })

function noteRefusal(failure: CarrierFailure, { http }: CallContext): void {
  if (isRefusal(failure)) http.refused?.(failure)
}
