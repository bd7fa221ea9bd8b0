import type { FreightService } from '../../domain/quote.ts'
import { fail, ok, type Result } from '../../domain/result.ts'
import type { CallContext, CarrierFailure, ContractFacts, Credentials } from '../carrier.ts'
import { parseJson } from '../kit/json.ts'
import { dayIn } from '../kit/local-time.ts'
import { sendWithToken } from './client.ts'
import { CardItem, ContractItem, ContractList, ServiceItem } from './contract-schemas.ts'
import { failureOf, messagesIn } from './errors.ts'
import { credentialsByCard, credentialsFor } from './posting-cards.ts'
import { commonServices, isQuoted, serviceCode } from './services.ts'
import { tokenKeeper } from './token.ts'

type Answer<T> = Promise<Result<T, CarrierFailure>>

/** Where an account's posting card is in Meu Contrato (API 566), as its token says. */
type Scope = { readonly cnpj: string; readonly contract: string; readonly card: string }

/** Cards of a contract that are asked about at most: large companies have hundreds. */
const mostCards = 20

/** Failures of the access itself, with which nothing could be quoted either. */
const barred: ReadonlySet<CarrierFailure['code']> = new Set([
  'carrier.credentials',
  'carrier.credentials-expired',
  'carrier.posting-card-unknown',
  'carrier.clock-wrong',
  'carrier.cancelled',
])

/**
 * Services that the account may quote: those of its posting cards where Meu Contrato tells them, else the ones that contracts commonly
 * have. What is not on a card after all is refused when it is asked for.
 */
export async function contractServices(
  credentials: Credentials,
  context: CallContext,
): Answer<readonly FreightService[]> {
  const asked = await Promise.all(
    credentialsByCard(credentials).map(async (own) => ({ own, services: await servicesOfCard(own, context) })),
  )
  const failures = asked.flatMap(({ services }) => (services.ok ? [] : [services.error]))
  const [failure] = failures
  if (failure && failures.length === asked.length && failures.every(({ code }) => barred.has(code)))
    return fail(failure)
  const services = asked.flatMap(({ own, services: told }) => {
    const quoted = told.ok ? told.value.filter(isQuoted) : []
    return (quoted.length > 0 ? quoted : commonServices).filter(
      ({ code }) => credentialsFor(code, credentials)['postingCard'] === own['postingCard'],
    )
  })
  return ok([...new Map(services.map((service) => [service.code, service])).values()])
}

/** All services of the account's posting card, APIs and surcharges among them. */
export async function servicesOfCard(
  credentials: Credentials,
  context: CallContext,
): Answer<readonly FreightService[]> {
  const scope = await scopeOf(credentials, context)
  return scope.ok ? servicesOf(scope.value, credentials, context) : scope
}

/** The contract with its cards and what can be sent by them, for *Test connection* and warnings before something ends. */
export async function contractFacts(credentials: Credentials, context: CallContext): Answer<ContractFacts> {
  const [main, ...others] = await Promise.all(credentialsByCard(credentials).map((own) => factsByCard(own, context)))
  if (!main?.ok) return main ?? fail(unknownScope)
  const cards = [...others.flatMap((other) => (other.ok ? other.value.cards : [])), ...main.value.cards]
  const own = new Set([credentials['postingCard'], credentials['sedexCard']])
  const byNumber = [...new Map(cards.map((card) => [card.number, card])).values()]
  return ok({
    ...main.value,
    cards: [...byNumber.filter(({ number }) => own.has(number)), ...byNumber.filter(({ number }) => !own.has(number))],
  })
}

async function factsByCard(credentials: Credentials, context: CallContext): Answer<ContractFacts> {
  const found = await scopeOf(credentials, context)
  if (!found.ok) return found
  const scope = found.value
  const ofCompany = `/meucontrato/v1/empresas/${scope.cnpj}/contratos`
  const [contracts, cards] = await Promise.all([
    listOf(`${ofCompany}?vigente=S`, credentials, context),
    listOf(`${ofCompany}/${scope.contract}/cartoes?page=0&size=${mostCards}`, credentials, context),
  ])
  if (!contracts.ok) return contracts
  if (!cards.ok) return cards
  const contract = contracts.value
    .map((item) => ContractItem.safeParse(item).data)
    .find((item) => item?.nuContrato === scope.contract)
  return ok({
    cnpj: scope.cnpj,
    contract: scope.contract,
    endsOn: dayOf(contract?.dtFimVigencia),
    cards: await Promise.all(
      cards.value
        .flatMap((item) => cardFacts(item))
        .map(async (card) => ({
          ...card,
          services: card.active ? await quotedServices({ ...scope, card: card.number }, credentials, context) : [],
        })),
    ),
  })
}

const dayOf = (text: string | undefined) => (text === undefined ? null : dayIn(text))

function cardFacts(item: unknown): Omit<ContractFacts['cards'][number], 'services'>[] {
  const { nuCartaoPostagem, dtFimVigencia, status } = CardItem.safeParse(item).data ?? {}
  if (nuCartaoPostagem === undefined) return []
  const active = status === undefined || /^ativo$/i.test(status)
  return [{ number: nuCartaoPostagem.padStart(10, '0'), active, endsOn: dayOf(dtFimVigencia) }]
}

/** A card whose services are not told is shown without any. */
async function quotedServices(
  scope: Scope,
  credentials: Credentials,
  context: CallContext,
): Promise<readonly FreightService[]> {
  const services = await servicesOf(scope, credentials, context)
  return services.ok ? services.value.filter(isQuoted) : []
}

async function servicesOf(
  { cnpj, contract, card }: Scope,
  credentials: Credentials,
  context: CallContext,
): Answer<readonly FreightService[]> {
  const path = `/meucontrato/v1/empresas/${cnpj}/contratos/${contract}/cartoes/${card}/servicos?page=0&size=500`
  const services = await listOf(path, credentials, context)
  if (!services.ok) return services
  return ok(
    services.value.flatMap((item): FreightService[] => {
      const { codigo, descricao } = ServiceItem.safeParse(item).data ?? {}
      return codigo === undefined ? [] : [{ code: serviceCode(codigo), name: descricao ?? codigo }]
    }),
  )
}

async function scopeOf(credentials: Credentials, context: CallContext): Answer<Scope> {
  const token = await tokenKeeper(credentials, context.http).current(context)
  if (!token.ok) return token
  const { cnpj, contract } = token.value
  const named = contract ?? credentials['contract']
  return cnpj === null || !named
    ? fail(unknownScope)
    : ok({ cnpj, contract: named, card: credentials['postingCard'] ?? '' })
}

const unknownScope: CarrierFailure = {
  code: 'carrier.malformed-answer',
  message: 'the token names no company or no contract',
  retryable: false,
}

async function listOf(path: string, credentials: Credentials, context: CallContext): Answer<readonly unknown[]> {
  const sent = await sendWithToken({ method: 'GET', path }, credentials, context)
  if (!sent.ok) return sent
  const list = ContractList.safeParse(parseJson(sent.value.text))
  if (list.success) return ok(list.data)
  return fail(
    messagesIn(sent.value.text).length > 0
      ? failureOf(sent.value, 'api', [])
      : { code: 'carrier.malformed-answer', message: 'the answer is not a list of the contract', retryable: true },
  )
}
