import { z } from 'zod'

/** A text that may come as a number, be absent or be nonsense; nonsense is as good as absent. */
export const text = z
  .union([z.string(), z.number()])
  .transform((value) => String(value).trim())
  .transform((value) => (value === '' ? undefined : value))
  .optional()
  .catch(undefined)

/** An object whose nonsense is as good as absent. */
export const loose = <S extends z.ZodRawShape>(shape: S) => z.object(shape).optional().catch(undefined)

const Unit = loose({
  nome: text,
  tipo: text,
  endereco: loose({ cidade: text, uf: text, pais: text }),
})

/** One event of an object; of what it may hold, what is used here. `tipo` is text or number. */
export const SroEvent = z.object({
  codigo: text,
  tipo: text,
  dtHrCriado: text,
  dtHrGravado: text,
  descricao: text,
  descCodigo: text,
  detalhe: text,
  dtLimiteRetirada: text,
  unidade: Unit,
  unidadeDestino: Unit,
})
export type SroEvent = z.output<typeof SroEvent>

/** One object of an answer. Events stay unread, so that an odd one costs only itself. */
export const SroObject = z.object({
  codObjeto: text,
  mensagem: text,
  dtPrevista: text,
  eventos: z.array(z.unknown()).optional().catch(undefined),
})
export type SroObject = z.output<typeof SroObject>

/** The answer of `GET /srorastro/v1/objetos`. Objects stay unread; a single one may come without its list. */
export const SroAnswer = z.object({
  objetos: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown()).transform((one): unknown[] => [one])]),
})

const apis = z.array(z.coerce.number().int()).optional().catch(undefined)
const scope = z
  .object({ numero: text, contrato: text, dr: z.coerce.number().int().optional().catch(undefined), api: apis })
  .optional()
  .catch(undefined)

/** The answer of `POST /token/v1/autentica/cartaopostagem`. */
export const TokenAnswer = z.object({
  token: z.string().min(1),
  emissao: text,
  expiraEm: text,
  zoneOffset: text,
  cnpj: text,
  cartaoPostagem: scope,
  contrato: scope,
  api: apis,
  apis,
})
export type TokenAnswer = z.output<typeof TokenAnswer>

const messageText = z.union([
  z.string(),
  z.object({ texto: z.string() }).transform(({ texto }) => texto),
  z.object({ mensagem: z.string() }).transform(({ mensagem }) => mensagem),
])
const messages = z
  .union([messageText.transform((one) => [one]), z.array(messageText.catch(''))])
  .optional()
  .catch(undefined)

/** The body of an error in all the forms in which gateways and APIs give it; the texts in it, in order. */
export const MessageBody = z
  .object({ msgs: messages, msg: messages, mensagem: messages, message: messages, detail: messages, causa: messages })
  .transform((body) =>
    Object.values(body)
      .flatMap((texts) => texts ?? [])
      .filter((one) => one !== ''),
  )
