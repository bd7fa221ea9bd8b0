import { z } from 'zod'
import type { AccountField } from '../carrier.ts'

/** Regional directorates (DR/SE), SIGEP WEB manual of 24/10/2018, annex 05. */
const directorates: Readonly<Record<string, string>> = {
  '01': 'Sede',
  '03': 'Acre',
  '04': 'Alagoas',
  '05': 'Amapá',
  '06': 'Amazonas',
  '08': 'Bahia',
  '10': 'Brasília',
  '12': 'Ceará',
  '14': 'Espírito Santo',
  '16': 'Goiás',
  '18': 'Maranhão',
  '20': 'Minas Gerais',
  '22': 'Mato Grosso do Sul',
  '24': 'Mato Grosso',
  '26': 'Rondônia',
  '28': 'Pará',
  '30': 'Paraíba',
  '32': 'Pernambuco',
  '34': 'Piauí',
  '36': 'Paraná',
  '50': 'Rio de Janeiro',
  '60': 'Rio Grande do Norte',
  '64': 'Rio Grande do Sul',
  '65': 'Roraima',
  '68': 'Santa Catarina',
  '70': 'Sergipe',
  '72': 'São Paulo Metropolitana',
  '74': 'São Paulo Interior',
  '75': 'Tocantins',
}

const directorateCodes = Object.keys(directorates).sort()

/** What a contract with Correios needs to be used, in the order in which it is asked for. */
export const accountFields: readonly AccountField[] = [
  { key: 'user', kind: 'text', required: true },
  { key: 'accessCode', kind: 'secret', required: true },
  { key: 'postingCard', kind: 'digits', required: true, digits: 10 },
  // For contracts whose SEDEX services are on a card of their own.
  { key: 'sedexCard', kind: 'digits', required: false, digits: 10 },
  // Contract and directorate are optional in the token API, which names them in its answer.
  { key: 'contract', kind: 'text', required: false },
  {
    key: 'dr',
    kind: 'choice',
    required: false,
    choices: directorateCodes.map((value) => ({ value, label: `${value} ${directorates[value] ?? ''}` })),
  },
  // What the shop itself adds: where it posts, and what its customers see on top of the carrier's deadline and price.
  { key: 'originPostalCode', kind: 'digits', required: false, digits: 8 },
  { key: 'extraDays', kind: 'text', required: false },
  { key: 'extraValue', kind: 'text', required: false },
]

const digits = z.string().transform((text) => text.replace(/\D/g, ''))

/**
 * Ten digits. A spreadsheet or a form that took it for a number has dropped the leading zeros, and the token API answers
 * TOK-003 to such a card.
 */
const card = digits.pipe(z.string().regex(/^\d{7,10}$/)).transform((number) => number.padStart(10, '0'))

/** Absent, or nothing but spaces. */
const empty = z.string().regex(/^\s*$/).optional()

/** A sum (`3,50`) or a share of the price (`5%`, up to 300), as typed with a point or a comma; written one way. */
const extraValue = z
  .string()
  .regex(/^\s*(?:R\$)?\s*\d{1,5}(?:[.,]\d{1,2})?\s*$|^\s*\d{1,3}(?:[.,]\d{1,2})?\s*%\s*$/i)
  .transform((typed) => {
    const [whole = '', part = ''] = typed.replace(/[^\d.,]/g, '').split(/[.,]/)
    const number = whole.replace(/^0+(?=\d)/, '')
    if (typed.includes('%')) return `${[number, part.replace(/0+$/, '')].filter((one) => one !== '').join(',')}%`
    return `${number},${part.padEnd(2, '0')}`
  })
  .refine((value) => !value.endsWith('%') || Number(value.slice(0, -1).replace(',', '.')) <= 300)

const Fields = z.object({
  user: z.string().trim().min(1).max(80),
  postingCard: card,
  sedexCard: empty.or(card),
  contract: digits.pipe(z.string().regex(/^(\d{8,12})?$/)).optional(),
  dr: z
    .string()
    .trim()
    .transform((dr) => (dr === '' ? dr : dr.padStart(2, '0')))
    .refine((dr) => dr === '' || directorates[dr] !== undefined)
    .optional(),
  originPostalCode: empty.or(digits.pipe(z.string().regex(/^\d{7,8}$/)).transform((code) => code.padStart(8, '0'))),
  extraDays: empty.or(
    z
      .string()
      .trim()
      .regex(/^\d{1,2}$/)
      .transform(Number)
      .refine((days) => days <= 60)
      .transform(String),
  ),
  extraValue: empty.or(extraValue),
  /** Here only when the caller hands the secrets in together with the fields. */
  accessCode: z.string().trim().min(1).optional(),
})

/** Checks and cleans the fields; those left empty are left out. */
export const account: z.ZodType<Record<string, string>> = Fields.transform((fields) =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]): [string, string][] => (value?.trim() ? [[key, value]] : [])),
  ),
)
