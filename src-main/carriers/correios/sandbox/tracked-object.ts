import { listedSteps, type Journey, type JourneyPlace, type JourneyStep } from '../../../sandbox/journey.ts'
import { typeName } from './event-texts.ts'
import { localTime } from './local-time.ts'
import { serviceCodes } from './template.ts'

/** How much of a history is asked for: all, the first event, the last. */
export type Extent = 'T' | 'P' | 'U'

const unit = (place: JourneyPlace | undefined) =>
  place && {
    codSro: '00000000',
    codMcu: '00000000',
    tipo: place.kind ?? 'Unidade dos Correios',
    nome: place.name,
    endereco: { cidade: place.city, uf: place.state, ...(place.country ? { pais: place.country } : {}) },
  }

const eventOf = ({ at, visibleAt, event }: JourneyStep) => {
  const [codigo = '', tipo = ''] = event.code.split('/')
  const destination = unit(event.destination)
  return {
    codigo,
    tipo,
    dtHrCriado: localTime(at, event.place?.state),
    dtHrGravado: localTime(Math.max(at, visibleAt), event.place?.state),
    descricao: event.text,
    detalhe: event.detail ?? '',
    descCodigo: typeName(codigo),
    unidade: unit(event.place) ?? {},
    ...(destination ? { unidadeDestino: destination } : {}),
  }
}

/** The description of a code's two letters. */
function postalType(code: string, service: string) {
  const sigla = code.slice(0, 2)
  const name =
    service === serviceCodes.SEDEX ? 'SEDEX' : service === serviceCodes.PAC ? 'PAC' : `INTERNACIONAL ${code.slice(-2)}`
  return { sigla, descricao: `ETIQUETA LOGICA ${name}`, categoria: `ENCOMENDA ${name}` }
}

/** A code that nobody knows, or that is none. */
export const unknownObject = (code: string, invalid: boolean) => ({
  codObjeto: code,
  mensagem: invalid ? 'SRO-019: Objeto inválido' : 'SRO-020: Objeto não encontrado na base de dados dos Correios.',
})

/** A parcel as the tracking API tells it; undefined while nothing of it can be seen. */
export function trackedObject(journey: Journey, now: number, extent: Extent): object | undefined {
  const steps = listedSteps(journey, now)
  if (steps.length === 0) return undefined
  const told = extent === 'T' ? steps : extent === 'P' ? steps.slice(-1) : steps.slice(0, 1)
  const { facts } = journey
  return {
    codObjeto: journey.code,
    tipoPostal: postalType(journey.code, facts.service),
    ...(journey.promisedOn === null ? {} : { dtPrevista: `${journey.promisedOn}T20:59:59` }),
    contrato: journey.owner ?? '9912345678',
    largura: facts.widthMm / 10,
    comprimento: facts.lengthMm / 10,
    altura: facts.heightMm / 10,
    diametro: 0,
    // Kilograms, unlike every other API of the carrier.
    peso: facts.weightG / 1000,
    formato: 'Pacote',
    modalidade: 'F',
    valorDeclarado: facts.declaredValue / 100,
    servico: { ar: 'N', tipoAr: 'N', mp: 'N', vd: facts.declaredValue > 0 ? 'S' : 'N', eLocker: 'N' },
    eventos: told.map(eventOf),
  }
}
