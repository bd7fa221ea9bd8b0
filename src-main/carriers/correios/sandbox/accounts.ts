import { z } from 'zod'
import { DaySchema } from '../../../domain/parcel-query.ts'
import { Instant } from '../../../sandbox/control-schemas.ts'
import { QuoteSettings, usualQuoteSettings } from './quote-settings.ts'
import { usualServices } from './services.ts'

const validity = { validFrom: DaySchema.default('2025-01-02'), validUntil: DaySchema.default('2035-01-01') }

/** A posting card and the numbers of the APIs it may use (87 tracking, 36 pre-posting …). */
const Card = z.strictObject({
  number: z.string().regex(/^\d{10}$/),
  dr: z.int(),
  apis: z.array(z.int()),
  /** Services of the contract; an API also needs its own among them (38202 price, 38229 tracking …). */
  services: z.array(z.string().regex(/^\d{5}$/)).default([...usualServices]),
  /** Status and validity are what Meu Contrato tells of it; they keep nobody out. */
  status: z.enum(['ATIVO', 'CANCELADO', 'SUSPENSO', 'IRREGULAR']).default('ATIVO'),
  ...validity,
})
export type CorreiosCard = z.output<typeof Card>

const CorreiosAccount = z.strictObject({
  user: z.string().min(1),
  accessCode: z.string().min(1),
  cnpj: z.string(),
  contract: z.string(),
  /** A code just made in the portal is refused until then: the carrier takes up to two hours. */
  activeFrom: Instant.nullable().default(null),
  /** A code lives 180 days at most and is refused from then on. */
  expiresAt: Instant.nullable().default(null),
  /** Of the contract. */
  status: z.enum(['ATIVO', 'CANCELADO', 'SUSPENSO', 'EM_DESENVOLVIMENTO']).default('ATIVO'),
  category: z.string().default('BRONZE 1'),
  ...validity,
  cards: z.array(Card),
})
export type CorreiosAccount = z.output<typeof CorreiosAccount>

/** Shapes in which the carrier's gateways have been seen to say no; which one a wrong code gets is not documented. */
const bodyShapes = ['msgs', 'msg', 'mensagem', 'detail', 'empty', 'html'] as const
export type BodyShape = (typeof bodyShapes)[number]

/** `POST /control/carriers/correios`: what is given is changed, the rest stays. */
export const CorreiosSettings = z.strictObject({
  accounts: z.array(CorreiosAccount).optional(),
  /** Shape of the body of a 401 of the token API. */
  unauthorisedBody: z.enum(bodyShapes).optional(),
  /** Every token that is out is worth nothing from now on (GTW-008). */
  revokeTokens: z.literal(true).optional(),
  /** Whether every token is refused as one of another environment (GTW-008), new ones too. */
  refuseTokens: z.boolean().optional(),
  /** About price, deadline, CEP and contract. */
  quotes: QuoteSettings.partial().optional(),
})

/** Who may come in, and in which words the others are refused; what else of the carrier can be turned. */
export type CorreiosState = {
  accounts: readonly CorreiosAccount[]
  unauthorisedBody: BodyShape
  refuseTokens: boolean
  quotes: QuoteSettings
}

/** The state of a fresh sandbox. */
export const freshState = (): CorreiosState => ({
  accounts: [sampleCorreiosAccount],
  unauthorisedBody: 'msgs',
  refuseTokens: false,
  quotes: usualQuoteSettings,
})

/** Changes what is given. */
export function changeState(state: CorreiosState, given: z.output<typeof CorreiosSettings>): void {
  state.accounts = given.accounts ?? state.accounts
  state.unauthorisedBody = given.unauthorisedBody ?? state.unauthorisedBody
  state.refuseTokens = given.refuseTokens ?? state.refuseTokens
  const quotes = Object.entries(given.quotes ?? {}).filter(([, value]) => value !== undefined)
  state.quotes = { ...state.quotes, ...Object.fromEntries(quotes) }
}

/** The account that every fresh sandbox accepts. */
export const sampleCorreiosAccount: CorreiosAccount = CorreiosAccount.parse({
  user: 'lojaexemplo',
  accessCode: 'codigo-de-acesso-da-demonstracao',
  cnpj: '11222333000181',
  contract: '9912345678',
  cards: [{ number: '0012345678', dr: 72, apis: [27, 34, 35, 36, 37, 41, 76, 78, 80, 83, 87, 93, 566, 587] }],
})
