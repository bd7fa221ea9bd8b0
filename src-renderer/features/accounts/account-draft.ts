import type { AccountView, CarrierInfo } from '../../../src-main/contract/accounts.contract.ts'
import type { InputFor } from '../../api/client.ts'

export type AccountField = CarrierInfo['account'][number]
export type Environment = AccountView['environment']

/** An account as the form has it. Secrets are only ever what was typed here; stored ones never come back. */
export type AccountDraft = {
  readonly id: number | null
  readonly carrier: string
  readonly name: string
  readonly environment: Environment
  readonly fields: Readonly<Record<string, string>>
  readonly secrets: Readonly<Record<string, string>>
}

/** What is wrong with a field; its sentence is `accounts.form.problem.<problem>`. */
export type FieldProblem = 'required' | 'digits' | 'not-digits' | 'refused'

/** A new account of a carrier, or a stored one to be changed. */
export function draftOf(carrier: CarrierInfo, account?: AccountView): AccountDraft {
  const blank = Object.fromEntries(carrier.account.filter(isPlain).map((field) => [field.key, '']))
  return {
    id: account?.id ?? null,
    carrier: carrier.id,
    name: account?.name ?? carrier.label,
    environment: account?.environment ?? carrier.environments[0] ?? 'production',
    fields: { ...blank, ...account?.fields },
    secrets: {},
  }
}

/** A name that no other account has: the carrier's, with a number from the second on. */
export function freeName(label: string, taken: readonly string[]): string {
  const names = new Set(taken.map((name) => name.toLowerCase()))
  for (let number = 1; ; number++) {
    const name = number === 1 ? label : `${label} ${number}`
    if (!names.has(name.toLowerCase())) return name
  }
}

const isPlain = (field: AccountField): boolean => field.kind !== 'secret'

/** What was typed of digits, without the dots and spaces that cards are printed with. */
export const digitsOf = (text: string): string => text.replace(/[\s.\-/]/g, '')

/** Fewer digits than this are a number still being typed, not a card (of ten) or a CEP (of eight) that lost its zeros. */
const fewestDigits = 7

/** A card or CEP that lost zeros in front (spreadsheets drop them), with them; null when nothing is missing or too much is. */
export function withLeadingZeros(field: AccountField, text: string): string | null {
  const digits = digitsOf(text)
  if (field.digits === undefined || !/^\d+$/.test(digits)) return null
  return digits.length >= fewestDigits && digits.length < field.digits ? digits.padStart(field.digits, '0') : null
}

/** What is wrong with each field; empty when the draft can be saved. */
export function draftProblems(
  draft: AccountDraft,
  carrier: CarrierInfo,
  stored?: AccountView,
): Record<string, FieldProblem> {
  const problems: Record<string, FieldProblem> = {}
  if (draft.name.trim() === '') problems['name'] = 'required'
  for (const field of carrier.account) {
    const problem = fieldProblem(field, draft, stored)
    if (problem) problems[field.key] = problem
  }
  return problems
}

function fieldProblem(field: AccountField, draft: AccountDraft, stored?: AccountView): FieldProblem | null {
  if (field.kind === 'secret') {
    const known = stored?.secrets[field.key] === true
    return field.required && !known && !draft.secrets[field.key]?.trim() ? 'required' : null
  }
  const value = draft.fields[field.key]?.trim() ?? ''
  if (value === '') return field.required ? 'required' : null
  if (field.kind !== 'digits') return null
  const digits = digitsOf(value)
  if (!/^\d+$/.test(digits)) return 'not-digits'
  return field.digits !== undefined && digits.length !== field.digits ? 'digits' : null
}

/** The draft as the engine takes it: a secret left blank leaves the stored one as it is. */
export function savedAs(draft: AccountDraft, carrier: CarrierInfo): InputFor<'accounts.save'> {
  const typed = Object.entries(draft.secrets).filter(([, value]) => value.trim() !== '')
  const fields = carrier.account
    .filter(isPlain)
    .map((field) => [field.key, clean(field, draft.fields[field.key] ?? '')] as const)
    .filter(([, value]) => value !== '')
  return {
    ...(draft.id === null ? {} : { id: draft.id }),
    carrier: draft.carrier,
    name: draft.name.trim(),
    environment: draft.environment,
    fields: Object.fromEntries(fields),
    // Of an account that has some the old ones work on until the carrier takes the new.
    ...(typed.length > 0
      ? {
          secrets: Object.fromEntries(typed.map(([key, value]) => [key, value.trim()])),
          ...(draft.id === null ? {} : { beside: true }),
        }
      : {}),
  }
}

const clean = (field: AccountField, value: string): string => (field.kind === 'digits' ? digitsOf(value) : value.trim())
