import type { QuoteRefusal, ServiceDeadline, ServicePrice } from '../../domain/quote.ts'
import { fail } from '../../domain/result.ts'
import type { CallContext, Credentials, QuoteAnswers, QuoteQuestion, Quoting } from '../carrier.ts'
import { askInBatches, type BatchApi } from './batches.ts'
import { contractServices } from './contract.ts'
import { mapDeadline } from './deadline-mapper.ts'
import { checkShipment } from './limits.ts'
import { credentialsFor } from './posting-cards.ts'
import { mapPrice } from './price-mapper.ts'
import { deadlineItem, declaredValueExtra, priceItem } from './quote-items.ts'
import { serviceCode } from './services.ts'

const priceApi: BatchApi<ServicePrice> = {
  path: '/preco/v1/nacional',
  list: 'parametrosProduto',
  itemOf: priceItem,
  namesContract: true,
  map: mapPrice,
}

const deadlineApi: BatchApi<ServiceDeadline> = {
  path: '/prazo/v1/nacional',
  list: 'parametrosPrazo',
  itemOf: deadlineItem,
  namesContract: false,
  map: mapDeadline,
}

/** Prices; a value is not declared where the service has no extra for it, since the price without it would be another one. */
export async function askPrices(
  questions: readonly QuoteQuestion[],
  credentials: Credentials,
  context: CallContext,
): Promise<QuoteAnswers<ServicePrice>> {
  const askable: QuoteQuestion[] = []
  const undeclarable: QuoteQuestion[] = []
  for (const question of questions) {
    const extra = declaredValueExtra(serviceCode(question.service))
    ;(question.shipment.declaredValue !== null && extra === null ? undeclarable : askable).push(question)
  }
  const asked = await askByCard(priceApi, askable, credentials, context)
  return new Map([...asked, ...undeclarable.map(({ key }) => [key, fail(noDeclaredValue)] as const)])
}

const noDeclaredValue: QuoteRefusal = {
  code: 'quote.extra-not-offered',
  carrierSays: null,
  carrierCode: null,
  detail: { extra: 'declared-value' },
}

/** Deadlines, which depend on the service, the places and the day alone. */
export const askDeadlines = (
  questions: readonly QuoteQuestion[],
  credentials: Credentials,
  context: CallContext,
): Promise<QuoteAnswers<ServiceDeadline>> => askByCard(deadlineApi, questions, credentials, context)

/** Each posting card has its own token and so its own batches. */
async function askByCard<Answer>(
  api: BatchApi<Answer>,
  questions: readonly QuoteQuestion[],
  credentials: Credentials,
  context: CallContext,
): Promise<QuoteAnswers<Answer>> {
  const byCard = new Map<string, { readonly credentials: Credentials; readonly questions: QuoteQuestion[] }>()
  for (const question of questions) {
    const own = credentialsFor(question.service, credentials)
    const card = own['postingCard'] ?? ''
    const group = byCard.get(card) ?? { credentials: own, questions: [] }
    group.questions.push(question)
    byCard.set(card, group)
  }
  const answers = await Promise.all(
    [...byCard.values()].map((group) => askInBatches(api, group.questions, group.credentials, context)),
  )
  return new Map(answers.flatMap((answer) => [...answer]))
}

/** Prices and deadlines of a contract with Correios. The health of the connection is the tracking's: an API that lacks here says nothing of it. */
export const quoting: Quoting = {
  services: contractServices,
  check: checkShipment,
  prices: askPrices,
  deadlines: askDeadlines,
}
