import { z } from 'zod'
import { Instant } from '../../../sandbox/control-schemas.ts'

/** A posting card and the numbers of the APIs it may use (87 tracking, 36 pre-posting …). */
const Card = z.strictObject({
  number: z.string().regex(/^\d{10}$/),
  dr: z.int(),
  apis: z.array(z.int()),
})

const CorreiosAccount = z.strictObject({
  user: z.string().min(1),
  accessCode: z.string().min(1),
  cnpj: z.string(),
  contract: z.string(),
  /** A code just made in the portal is refused until then: the carrier takes up to two hours. */
  activeFrom: Instant.nullable().default(null),
  /** A code lives 180 days at most and is refused from then on. */
  expiresAt: Instant.nullable().default(null),
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
})

/** Who may come in, and in which words the others are refused. */
export type CorreiosState = { accounts: readonly CorreiosAccount[]; unauthorisedBody: BodyShape }

/** The account that every fresh sandbox accepts. */
export const sampleCorreiosAccount: CorreiosAccount = {
  user: 'lojaexemplo',
  accessCode: 'codigo-de-acesso-da-demonstracao',
  cnpj: '11222333000181',
  contract: '9912345678',
  activeFrom: null,
  expiresAt: null,
  cards: [{ number: '0012345678', dr: 72, apis: [27, 34, 35, 36, 37, 41, 76, 78, 80, 83, 87, 93, 566, 587] }],
}
