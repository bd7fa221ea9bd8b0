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
  // Contract and directorate are optional in the token API, which names them in its answer.
  { key: 'contract', kind: 'text', required: false },
  {
    key: 'dr',
    kind: 'choice',
    required: false,
    choices: directorateCodes.map((value) => ({ value, label: `${value} ${directorates[value] ?? ''}` })),
  },
]

const digits = z.string().transform((text) => text.replace(/\D/g, ''))

const Fields = z.object({
  user: z.string().trim().min(1).max(80),
  /**
   * Ten digits. A spreadsheet or a form that took it for a number has dropped the leading zeros, and the token API answers
   * TOK-003 to such a card.
   */
  postingCard: digits.pipe(z.string().regex(/^\d{7,10}$/)).transform((card) => card.padStart(10, '0')),
  contract: digits.pipe(z.string().regex(/^(\d{8,12})?$/)).optional(),
  dr: z
    .string()
    .trim()
    .transform((dr) => (dr === '' ? dr : dr.padStart(2, '0')))
    .refine((dr) => dr === '' || directorates[dr] !== undefined)
    .optional(),
  /** Here only when the caller hands the secrets in together with the fields. */
  accessCode: z.string().trim().min(1).optional(),
})

/** Checks and cleans the fields; those left empty are left out. */
export const account: z.ZodType<Record<string, string>> = Fields.transform((fields) =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]): [string, string][] => (value ? [[key, value]] : [])),
  ),
)
