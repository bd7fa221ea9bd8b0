import { readMoney, readWeight } from '../../../../src-main/contract/shipment-text.ts'
import type { InputFor } from '../../../api/client.ts'
import { readCepRanges, shownCepRange } from './cep-ranges.ts'

export type RateRule = InputFor<'rateRules.save'>['rules'][number]
type Action = RateRule['action']

/** What a rule may do, in the order of the choice. */
export const actionKinds = [
  'cheapest',
  'fastest',
  'cheapest-within',
  'cheapest-near-fastest',
  'service',
  'never',
] as const satisfies readonly Action['kind'][]

/** A rule as a person types it; what is empty is no condition. */
export type RuleDraft = {
  name: string
  on: boolean
  states: string[]
  ceps: string
  weightFrom: string
  weightTo: string
  valueFrom: string
  valueTo: string
  channels: string
  kind: Action['kind']
  days: string
  /** Chosen by name: one for `service`, any for `never`. */
  services: string[]
  /** Codes that are not among the names. */
  otherServices: string
}

export type DraftField = 'states' | 'ceps' | 'weightG' | 'declaredValue' | 'channels' | 'days' | 'services'
type FoundProblems = Partial<Record<DraftField, 'empty' | 'order' | 'format' | 'single'>>
export type DraftProblems = Readonly<FoundProblems>

/** A rule that is for every shipment and takes the cheapest: what a new one begins as. */
export const blankDraft: RuleDraft = {
  name: '',
  on: true,
  states: [],
  ceps: '',
  weightFrom: '',
  weightTo: '',
  valueFrom: '',
  valueTo: '',
  channels: '',
  kind: 'cheapest',
  days: '',
  services: [],
  otherServices: '',
}

/** A rule in the words of the form. */
export function draftOf({ name, on, when, action }: RateRule): RuleDraft {
  const kg = (grams: number | null | undefined): string => (grams == null ? '' : decimal(grams / 1000))
  const reais = (centavos: number | null | undefined): string =>
    centavos == null ? '' : (centavos / 100).toFixed(2).replace('.', ',')
  return {
    name: name ?? '',
    on,
    states: [...(when.states ?? [])],
    ceps: (when.ceps ?? []).map(shownCepRange).join('\n'),
    weightFrom: kg(when.weightG?.from),
    weightTo: kg(when.weightG?.to),
    valueFrom: reais(when.declaredValue?.from),
    valueTo: reais(when.declaredValue?.to),
    channels: (when.channels ?? []).join(', '),
    kind: action.kind,
    days: 'days' in action ? String(action.days) : '',
    services: action.kind === 'service' ? [action.service] : action.kind === 'never' ? [...action.services] : [],
    otherServices: '',
  }
}

/** The rule that a form says, or which fields can't be taken and why. */
export function ruleOf(draft: RuleDraft): { readonly rule: RateRule } | { readonly problems: DraftProblems } {
  const problems: FoundProblems = {}
  const range = (field: 'weightG' | 'declaredValue', from: string, to: string, read: Reader) => {
    const [low, high] = [from, to].map((text) => (text.trim() === '' ? null : read(text.trim())))
    if (low === undefined || high === undefined || Number.isNaN(low) || Number.isNaN(high)) problems[field] = 'format'
    else if (low !== null && high !== null && low > high) problems[field] = 'order'
    return low === null && high === null ? {} : { [field]: { from: low, to: high } }
  }
  const ceps = readCepRanges(draft.ceps)
  if (ceps === null) problems.ceps = 'format'
  else if (ceps.some(({ from, to }) => from > to)) problems.ceps = 'order'
  const channels = wordsOf(draft.channels)
  const when = {
    ...(draft.states.length > 0 ? { states: [...draft.states] } : {}),
    ...(ceps && ceps.length > 0 ? { ceps } : {}),
    ...range('weightG', draft.weightFrom, draft.weightTo, gramsIn),
    ...range('declaredValue', draft.valueFrom, draft.valueTo, centavosIn),
    ...(channels.length > 0 ? { channels } : {}),
  }
  const action = actionOf(draft, problems)
  if (Object.keys(problems).length > 0 || action === null) return { problems }
  return { rule: { name: draft.name.trim() || null, on: draft.on, when, action } }
}

function actionOf({ kind, days, services, otherServices }: RuleDraft, problems: FoundProblems): Action | null {
  if (kind === 'cheapest' || kind === 'fastest') return { kind }
  if (kind === 'cheapest-within' || kind === 'cheapest-near-fastest') {
    const count = days.trim() === '' ? null : Number(days.trim())
    if (count === null) problems.days = 'empty'
    else if (!Number.isInteger(count) || count < 0 || count > 365) problems.days = 'format'
    return { kind, days: count ?? 0 }
  }
  const all = [...new Set([...services, ...wordsOf(otherServices)])]
  const [first] = all
  if (first === undefined) problems.services = 'empty'
  else if (kind === 'service' && all.length > 1) problems.services = 'single'
  return first === undefined ? null : kind === 'service' ? { kind, service: first } : { kind, services: all }
}

/** A number of the smallest unit; NaN for what can't be read. */
type Reader = (text: string) => number

const gramsIn: Reader = (text) => readWeight(text, 'kg') ?? Number.NaN

const centavosIn: Reader = (text) => {
  const money = readMoney(text, 'BRL')
  return money?.currency === 'BRL' ? money.amount : Number.NaN
}

const wordsOf = (text: string): string[] =>
  text
    .split(/[,;\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')

const decimal = (value: number): string => String(value).replace('.', ',')

/** The field of the form that an answer's `when.ceps` or `action.services` means. */
export function fieldOfFault(field: string): DraftField | null {
  const name = field.replace(/^(when|action)\./, '')
  const fields: readonly string[] = ['states', 'ceps', 'weightG', 'declaredValue', 'channels', 'days', 'services']
  return fields.includes(name) ? (name as DraftField) : null
}
