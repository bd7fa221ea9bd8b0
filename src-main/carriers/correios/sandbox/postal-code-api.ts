import type { CarrierAnswer } from '../../../sandbox/carrier-sandbox.ts'
import { jsonResponse, type SandboxRequest } from '../../../sandbox/http-message.ts'
import type { CorreiosState } from './accounts.ts'
import type { Gateway } from './gateway.ts'
import { refusal } from './message.ts'
import { postalPlace, type PostalPlace } from './postal-codes.ts'
import { withoutOmitted } from './quote-settings.ts'
import { states } from './states.ts'

const path = /^\/cep\/v2\/enderecos\/([^/]+)$/

/** A number for each town, the same each time; the real ones are not public. */
const townNumber = ({ uf, city }: PostalPlace) => {
  const state = states.find((one) => one.uf === uf)
  return String((state?.dr ?? 0) * 100 + (state?.towns.indexOf(city) ?? -1) + 1).padStart(8, '0')
}

/** A place in the fields of the carrier. */
function addressOf(place: PostalPlace): object {
  const { cep, uf, city, street, district } = place
  const [kind, ...name] = (street ?? '').split(' ')
  const streetFields = {
    logradouro: street,
    tipoLogradouro: kind,
    nomeLogradouro: name.join(' '),
    abreviatura: street,
    lado: 'A',
  }
  return {
    cep,
    uf,
    numeroLocalidade: townNumber(place),
    localidade: city,
    ...(street === null ? {} : streetFields),
    ...(district === null ? {} : { bairro: district }),
    tipoCEP: street === null ? 1 : 2,
    cepAnterior: '',
    clique: 'N',
    locker: 'N',
  }
}

/** `GET /cep/v2/enderecos/{cep}`: API 41. */
export function createPostalCodeApi(parts: {
  now(): number
  state: CorreiosState
  gateway: Gateway
}): (request: SandboxRequest) => CarrierAnswer {
  const { now, state, gateway } = parts
  return (request) => {
    const cep = path.exec(request.path)?.[1]
    if (cep === undefined || request.method !== 'GET') {
      const status = cep === undefined ? 404 : 405
      const text = cep === undefined ? 'Recurso não encontrado' : 'Método não permitido'
      return { response: refusal(request, now(), status, text), authorisedAs: null, answered: [] }
    }
    const caller = gateway(request, { api: 41, service: '86738', scopes: ['contract', 'card'], limited: true })
    if (!caller.ok) return caller.error
    const { authorisedAs } = caller.value
    const refused = (text: string) => ({ response: refusal(request, now(), 400, text), authorisedAs, answered: [] })
    if (!/^\d{8}$/.test(cep)) return refused(`CEP inválido: ${cep}`)
    const place = postalPlace(cep, state.quotes)
    if (!place) return refused(`CEP não encontrado: ${cep}`)
    const body = withoutOmitted(addressOf(place), state.quotes)
    return { response: jsonResponse(200, body), authorisedAs, answered: [cep] }
  }
}
