import type { QuoteRefusal } from '../../domain/quote.ts'
import { fail, type Result } from '../../domain/result.ts'
import type { CallContext, CarrierFailure, Credentials, QuoteQuestion } from '../carrier.ts'
import type { CarrierHttp } from '../kit/carrier-http.ts'
import { exchangeWithToken } from './client.ts'
import { matchItems, notMentioned, readBatch, type BatchAnswer } from './quote-answer.ts'
import { refusalOf } from './quote-refusals.ts'
import { serviceCode } from './services.ts'
import type { Token } from './token.ts'

/** An API that takes many questions in one request. */
export type BatchApi<Answer> = {
  readonly path: string
  /** Name of the list in the request. */
  readonly list: string
  /** A question as an item, without its number. */
  readonly itemOf: (question: QuoteQuestion) => Readonly<Record<string, unknown>>
  /** Whether items name the contract of the token. */
  readonly namesContract: boolean
  readonly map: (item: unknown) => Result<Answer, CarrierFailure | QuoteRefusal>
}

type Answers<Answer> = Map<string, Result<Answer, CarrierFailure | QuoteRefusal>>

/** Items in one request: 100 by the API's description of 2026, 5 by the manual of 2023. */
export const largestBatch = 100

/** What a connection has learned of an API: how many items it takes, and whether it takes the contract that its own token names. */
type Manners = { size: number; namesContract: boolean; known: boolean }

const learned = new WeakMap<CarrierHttp, Map<string, Manners>>()

function mannersOf(http: CarrierHttp, key: string, namesContract: boolean): Manners {
  const ofHttp = learned.get(http) ?? new Map<string, Manners>()
  learned.set(http, ofHttp)
  const manners = ofHttp.get(key) ?? { size: largestBatch, namesContract, known: false }
  ofHttp.set(key, manners)
  return manners
}

/** Questions that are the same for the API, asked once. */
type Group = { readonly item: Readonly<Record<string, unknown>>; readonly service: string; readonly keys: string[] }

/**
 * Asks any number of questions with one posting card, in batches. A batch that the carrier refuses as a whole is halved; where
 * both halves are taken, its size was why, and no larger one is sent over this connection again.
 */
export async function askInBatches<Answer>(
  api: BatchApi<Answer>,
  questions: readonly QuoteQuestion[],
  credentials: Credentials,
  context: CallContext,
): Promise<Answers<Answer>> {
  const manners = mannersOf(context.http, `${api.path} ${credentials['postingCard'] ?? ''}`, api.namesContract)
  const asking: Asking<Answer> = { api, manners, credentials, context, answers: new Map() }
  const groups = groupsOf(questions, api)
  // The first one finds out how large the others may be.
  const first = manners.known ? [] : groups.slice(0, manners.size)
  if (first.length > 0) await askParts(asking, first)
  await Promise.all(chunks(groups.slice(first.length), manners.size).map((part) => askParts(asking, part)))
  return asking.answers
}

function groupsOf(questions: readonly QuoteQuestion[], api: BatchApi<unknown>): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const question of questions) {
    const item = api.itemOf(question)
    const identity = JSON.stringify(item)
    const group = groups.get(identity) ?? { item, service: serviceCode(question.service), keys: [] }
    group.keys.push(question.key)
    groups.set(identity, group)
  }
  return [...groups.values()]
}

function chunks<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size))
}

/** Everything that asking about some groups of one call shares. */
type Asking<Answer> = {
  readonly api: BatchApi<Answer>
  readonly manners: Manners
  readonly credentials: Credentials
  readonly context: CallContext
  readonly answers: Answers<Answer>
}

/** Asks in requests of the size that is taken; true: all were taken, so that a refusal of more was for their number. */
async function askParts<Answer>(asking: Asking<Answer>, groups: readonly Group[]): Promise<boolean> {
  let taken = true
  // The size may shrink on the way.
  for (let i = 0; i < groups.length;) {
    const part = groups.slice(i, i + asking.manners.size)
    i += part.length
    taken = (await askOnce(asking, part, asking.manners.namesContract)) && taken
  }
  return taken
}

async function askOnce<Answer>(
  asking: Asking<Answer>,
  groups: readonly Group[],
  namesContract: boolean,
): Promise<boolean> {
  const got = await send(asking, groups, namesContract)
  if (got.kind === 'items') {
    asking.manners.known = true
    const mismatched = readItems(asking, groups, got.items)
    if (namesContract && mismatched.length > 0) await askWithoutContract(asking, mismatched)
    return true
  }
  if (got.kind === 'refused') {
    if (namesContract && refusalOf(got.words).code === 'quote.contract-mismatch') {
      return askWithoutContract(asking, groups)
    }
    if (groups.length > 1) return askHalves(asking, groups)
  }
  const reason = got.kind === 'refused' && got.words !== '' ? refusalOf(got.words) : got.failure
  for (const group of groups) answerTo(asking, group, fail(reason))
  return false
}

async function send<Answer>(
  { api, credentials, context }: Asking<Answer>,
  groups: readonly Group[],
  namesContract: boolean,
): Promise<BatchAnswer> {
  const exchanged = await exchangeWithToken(
    (token) => ({
      method: 'POST',
      path: api.path,
      body: { idLote: '1', [api.list]: groups.map(({ item }, i) => numbered(item, i, namesContract ? token : null)) },
      repeatable: true,
    }),
    credentials,
    context,
  )
  if (!exchanged.ok) return { kind: 'failed', failure: exchanged.error }
  return readBatch(exchanged.value.response, exchanged.value.secrets)
}

/** Writes the answers down; those that were refused for the contract that they named come back. */
function readItems<Answer>(
  asking: Asking<Answer>,
  groups: readonly Group[],
  items: readonly unknown[],
): readonly Group[] {
  const matched = matchItems(
    groups.map(({ service }, i) => ({ number: numberOf(i), service })),
    items,
  )
  return groups.filter((group, i) => {
    const item = matched[i]
    const result = item === undefined ? notMentioned() : asking.api.map(item)
    answerTo(asking, group, result)
    return !result.ok && result.error.code === 'quote.contract-mismatch'
  })
}

/** Once more without the contract and directorate, which the carrier does not take although they are its token's. */
async function askWithoutContract<Answer>(asking: Asking<Answer>, groups: readonly Group[]): Promise<boolean> {
  const taken = await askOnce(asking, groups, false)
  const helped = groups.some(({ keys: [key = ''] }) => asking.answers.get(key)?.ok)
  if (helped) asking.manners.namesContract = false
  return taken
}

async function askHalves<Answer>(asking: Asking<Answer>, groups: readonly Group[]): Promise<boolean> {
  const middle = Math.ceil(groups.length / 2)
  const first = await askParts(asking, groups.slice(0, middle))
  const second = await askParts(asking, groups.slice(middle))
  if (first && second) asking.manners.size = Math.min(asking.manners.size, middle)
  return first && second
}

function answerTo<Answer>(
  { answers }: Asking<Answer>,
  { keys }: Group,
  result: Result<Answer, CarrierFailure | QuoteRefusal>,
): void {
  for (const key of keys) answers.set(key, result)
}

const numberOf = (index: number) => String(index + 1)

/** Contract and directorate go together, as the token has them, or not at all. */
function numbered(item: Readonly<Record<string, unknown>>, index: number, token: Token | null): object {
  const contract = token?.contract && token.dr ? { nuContrato: token.contract, nuDR: token.dr } : {}
  return { ...item, nuRequisicao: numberOf(index), ...contract }
}
