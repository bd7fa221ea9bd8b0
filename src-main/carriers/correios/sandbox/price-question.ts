import { fail, ok, type Result } from '../../../domain/result.ts'
import type { QuoteSettings } from './quote-settings.ts'
import { dayOfText, invalidText, numberOf, textOf, type Parameters } from './parameters.ts'
import { isPostalCode } from './postal-codes.ts'
import { postalServices, type PostalService } from './services.ts'

/** 1 envelope, 2 box, 3 roll. */
export type ObjectType = 1 | 2 | 3

/** A question for a price, read and sound. */
export type PriceQuestion = {
  readonly service: PostalService
  readonly from: string
  readonly to: string
  readonly weightG: number
  readonly type: ObjectType
  /** Centimetres; undefined: not told. */
  readonly size: { readonly [side in 'length' | 'width' | 'height' | 'diameter']: number | undefined }
  /** Grams that were given instead of a size. */
  readonly volumeG: number | undefined
  /** Codes of additional services. */
  readonly extras: readonly string[]
  /** Centavos. */
  readonly declared: number | undefined
  readonly contract: string | undefined
  readonly dr: string | undefined
}

/** Codes of additional services: plain in a query, objects in a batch. */
function extrasOf(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((item: unknown) => {
    const code = typeof item === 'object' && item !== null ? (item as Parameters)['coServAdicional'] : item
    return textOf(code) ?? []
  })
}

/** Reads a question, or says which of its parameters can't be used (PRC-101). */
export function readPriceQuestion(parameters: Parameters, settings: QuoteSettings): Result<PriceQuestion, string> {
  const wrong: string[] = []
  const number = (name: string) => {
    const value = numberOf(parameters[name])
    if (value === null) wrong.push(name)
    return value ?? undefined
  }
  const place = (name: string) => {
    const cep = textOf(parameters[name]) ?? ''
    if (!isPostalCode(cep, settings)) wrong.push(name)
    return cep
  }
  const service = postalServices.get(textOf(parameters['coProduto']) ?? '')
  if (!service) wrong.push('coProduto')
  const [from, to] = [place('cepOrigem'), place('cepDestino')]
  const weightG = number('psObjeto')
  if (weightG === undefined && !wrong.includes('psObjeto')) wrong.push('psObjeto')
  const type = number('tpObjeto') ?? 2
  if (type !== 1 && type !== 2 && type !== 3) wrong.push('tpObjeto')
  const size = {
    length: number('comprimento'),
    width: number('largura'),
    height: number('altura'),
    diameter: number('diametro'),
  }
  const volumeG = number('psCubico')
  const declared = number('vlDeclarado')
  if (dayOfText(parameters['dtEvento']) === null) wrong.push('dtEvento')
  if (wrong.length > 0 || !service || weightG === undefined) return fail(invalidText('PRC-101', wrong))
  return ok({
    service,
    from,
    to,
    weightG,
    type: type as ObjectType,
    size,
    volumeG,
    extras: extrasOf(parameters['servicosAdicionais']),
    declared: declared === undefined ? undefined : Math.round(declared * 100),
    contract: textOf(parameters['nuContrato']),
    dr: textOf(parameters['nuDR']),
  })
}
