import { z } from 'zod'
import {
  readDimensions,
  readLength,
  readMoney,
  readPostalCode,
  readWeight,
} from '../../../src-main/contract/shipment-text.ts'
import type { Quote } from '../../../src-main/contract/quotes.contract.ts'
import type { InputFor } from '../../api/client.ts'

/** What a person has typed about a shipment, word for word. */
export const ShipmentForm = z.object({
  account: z.number().nullable(),
  from: z.string(),
  to: z.string(),
  weight: z.string(),
  format: z.enum(['box', 'envelope', 'roll']),
  /** A box: `20 x 15 x 10`; an envelope: length and width; a roll: length and diameter. Centimetres. */
  size: z.string(),
  declaredValue: z.string(),
  receipt: z.boolean(),
  ownHands: z.boolean(),
  /** Empty: today. */
  postedOn: z.string(),
})
export type ShipmentForm = z.output<typeof ShipmentForm>
export type FormField = 'from' | 'to' | 'weight' | 'size' | 'declaredValue'
type FormProblem = 'missing' | 'format' | 'zero'
export type FormProblems = Readonly<Partial<Record<FormField, FormProblem>>>

/** Nothing typed yet; the smallest box that Correios takes. */
export const blankForm: ShipmentForm = {
  account: null,
  from: '',
  to: '',
  weight: '',
  format: 'box',
  size: '16 x 11 x 2',
  declaredValue: '',
  receipt: false,
  ownHands: false,
  postedOn: '',
}

type Read = { readonly input: InputFor<'quotes.single'> } | { readonly problems: FormProblems }

/** Reads a form as people write, or says which fields can't be read. */
export function readForm(form: ShipmentForm): Read {
  const problems: Partial<Record<FormField, FormProblem>> = {}
  const postalCode = (field: 'from' | 'to'): string => {
    const text = form[field].trim()
    const code = readPostalCode(text, 'BR', null)
    if (text === '') problems[field] = 'missing'
    else if (code === null || !/^\d{8}$/.test(code)) problems[field] = 'format'
    return code ?? ''
  }
  const weightG = form.weight.trim() === '' ? null : readWeight(form.weight.trim(), 'kg')
  if (form.weight.trim() === '') problems.weight = 'missing'
  else if (weightG === null) problems.weight = 'format'
  else if (weightG === 0) problems.weight = 'zero'
  const size = sizeOf(form)
  if (size === null) problems.size = form.size.trim() === '' ? 'missing' : 'format'
  const money = form.declaredValue.trim() === '' ? null : readMoney(form.declaredValue.trim(), 'BRL')
  if (form.declaredValue.trim() !== '' && money?.currency !== 'BRL') problems.declaredValue = 'format'
  const [from, to] = [postalCode('from'), postalCode('to')]
  if (Object.keys(problems).length > 0 || size === null || weightG === null) return { problems }
  return {
    input: {
      ...(form.account === null ? {} : { account: form.account }),
      from,
      to,
      weightG,
      format: form.format,
      ...size,
      declaredValue: money?.amount || null,
      receipt: form.receipt,
      ownHands: form.ownHands,
      ...(form.postedOn === '' ? {} : { postedOn: form.postedOn }),
    },
  }
}

/** What of the problems of an earlier look is still so; what is being typed for the first time is not judged yet. */
export function stillWrong(earlier: FormProblems, form: ShipmentForm): FormProblems {
  const read = readForm(form)
  const now = 'problems' in read ? read.problems : {}
  return Object.fromEntries(Object.entries(now).filter(([field]) => earlier[field as FormField] !== undefined))
}

/** A form as it was left another day: a posting day that is over would ask about the past. */
export const recalledForm = (form: ShipmentForm, today: string): ShipmentForm =>
  form.postedOn < today ? { ...form, postedOn: '' } : form

type Size = { readonly lengthMm: number; readonly widthMm: number; readonly heightMm: number | null }

function sizeOf({ format, size }: ShipmentForm): Size | null {
  if (format === 'box') {
    const [lengthMm, widthMm, heightMm] = readDimensions(size.trim(), 'cm') ?? []
    return lengthMm && widthMm && heightMm ? { lengthMm, widthMm, heightMm } : null
  }
  const [first, second, ...more] = size.trim().split(/\s*[x×*/]\s*/i)
  const [lengthMm, widthMm] = [first, second].map((part) => (part === undefined ? null : readLength(part, 'cm')))
  return more.length === 0 && lengthMm && widthMm ? { lengthMm, widthMm, heightMm: null } : null
}

const cm = (mm: number): string => String(mm / 10).replace('.', ',')

/** The form that asks a kept quote's question again. */
export function formOf({ account, shipment }: Quote): ShipmentForm {
  const { from, to, weightG, format, lengthMm, widthMm, heightMm, declaredValue, receipt, ownHands } = shipment
  const sides = heightMm === null ? [lengthMm, widthMm] : [lengthMm, widthMm, heightMm]
  return {
    account: account.id,
    from: shownPostalCode(from),
    to: shownPostalCode(to),
    weight: weightG < 1000 ? `${weightG} g` : `${String(weightG / 1000).replace('.', ',')} kg`,
    format,
    size: sides.map(cm).join(' x '),
    declaredValue: declaredValue === null ? '' : (declaredValue / 100).toFixed(2).replace('.', ','),
    receipt,
    ownHands,
    postedOn: '',
  }
}

/** `01310-100` */
export const shownPostalCode = (code: string): string => code.replace(/^(\d{5})(\d{3})$/, '$1-$2')
