import { addBusinessDays } from '../../../domain/business-days.ts'
import { addDays, type Day } from '../../../domain/day.ts'
import { distanceBand } from './distance.ts'
import type { QuoteSettings } from './quote-settings.ts'
import type { PostalService, ServiceKind } from './services.ts'
import { inCapital } from './states.ts'

/** Invented working days of a family by distance. */
const daysByDistance: Readonly<Record<ServiceKind, readonly number[]>> = {
  sedex: [1, 1, 2, 2, 3, 4, 5],
  pac: [4, 5, 6, 7, 8, 10, 12],
  'sedex-10': [1, 1, 1, 1, 1, 1, 1],
  'sedex-12': [1, 1, 1, 1, 1, 1, 1],
  'sedex-today': [0, 0, 0, 0, 0, 0, 0],
  mini: [5, 6, 8, 9, 10, 12, 14],
}

const slow: readonly ServiceKind[] = ['pac', 'sedex', 'mini']

/** From the last Friday of November to the end of the year the carrier takes longer. */
function inPeakSeason(day: Day): boolean {
  const thirtieth = `${day.slice(0, 4)}-11-30`
  const weekday = new Date(`${thirtieth}T00:00:00Z`).getUTCDay()
  return day >= addDays(thirtieth, -((weekday + 2) % 7))
}

const daysBetween = (from: Day, to: Day) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

const begins = (cep: string, beginnings: readonly string[]) => beginnings.some((digits) => cep.startsWith(digits))

const pickupText =
  'O CEP de destino não tem entrega domiciliar: o objeto deve ser retirado na agência dos Correios indicada no aviso de chegada.'
const riskText =
  'O CEP de destino está sujeito a condições especiais de entrega, com acréscimo de até 7 (sete) dias úteis ao prazo.'

/** The deadline of a service between two CEPs for a day of posting, in the fields of the carrier. */
export function deadlineItem(
  question: { readonly service: PostalService; readonly from: string; readonly to: string; readonly postedOn: Day },
  settings: QuoteSettings,
): object {
  const { service, from, to, postedOn } = question
  const { kind } = service
  const inland = slow.includes(kind) && !inCapital(to) ? 1 : 0
  const peak = slow.includes(kind) && inPeakSeason(postedOn) ? settings.peakDays : 0
  const days = (daysByDistance[kind][distanceBand(from, to) ?? 6] ?? 0) + inland + peak
  const latest = addBusinessDays(postedOn, days, 'BR')
  const pickup = begins(to, settings.agencyPickup)
  const warnings = [...(pickup ? [pickupText] : []), ...(begins(to, settings.riskAreas) ? [riskText] : [])]
  return {
    prazoEntrega: settings.deadlineCounts === 'working' ? days : daysBetween(postedOn, latest),
    dataMaxima: `${latest}T23:58:00`,
    entregaDomiciliar: pickup ? 'N' : 'S',
    entregaSabado: !pickup && kind.startsWith('sedex') && inCapital(to) ? 'S' : 'N',
    entregaDomingo: 'N',
    ...(warnings.length > 0 ? { msgPrazo: warnings.join(' ') } : {}),
  }
}
