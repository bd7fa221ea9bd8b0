import { fail, ok, type Result } from '../../domain/result.ts'
import type { CallContext, CarrierFailure, Credentials, PostalPlace } from '../carrier.ts'
import { parseJson } from '../kit/json.ts'
import { exchangeWithToken } from './client.ts'
import { Address } from './contract-schemas.ts'
import { failureOf, messagesIn } from './errors.ts'

/** The place behind a CEP, by the address API (41); null for one that the carrier does not know. */
export async function findPostalCode(
  code: string,
  credentials: Credentials,
  context: CallContext,
): Promise<Result<PostalPlace | null, CarrierFailure>> {
  if (!/^\d{8}$/.test(code)) return ok(null)
  const exchanged = await exchangeWithToken(
    () => ({ method: 'GET', path: `/cep/v2/enderecos/${code}` }),
    credentials,
    context,
  )
  if (!exchanged.ok) return exchanged
  const { response, secrets } = exchanged.value
  const says = messagesIn(response.text).join(' ')
  const place = response.status < 400 ? placeIn(response.text, code) : null
  if (place) return ok(place)
  if (response.status < 400 && says === '') {
    return fail({ code: 'carrier.malformed-answer', message: 'the answer is not an address', retryable: true })
  }
  const failure = failureOf(response, 'api', secrets)
  // Unknown codes and invalid ones are refused alike, in words, and those may come with 200.
  const isRefused =
    failure.code === 'carrier.rejected' || (failure.code === 'carrier.malformed-answer' && response.status < 400)
  return isRefused && says !== '' && !/\bGTW-/.test(says) ? ok(null) : fail(failure)
}

/** Places with a single code for all have neither district nor street. */
function placeIn(text: string, code: string): PostalPlace | null {
  const { cep, uf, localidade, bairro, logradouro, tipoLogradouro, nomeLogradouro } =
    Address.safeParse(parseJson(text)).data ?? {}
  if (uf === undefined || localidade === undefined) return null
  if (cep !== undefined && cep.replace(/\D/g, '').padStart(8, '0') !== code) return null
  const named = [tipoLogradouro, nomeLogradouro].filter((part) => part !== undefined).join(' ')
  return {
    code,
    state: uf.toUpperCase(),
    city: localidade,
    district: bairro ?? null,
    street: logradouro ?? (named === '' ? null : named),
  }
}
