import type { EventMeaning } from '../../domain/parcel-status.ts'

/*
 * SRO event codes and what they mean. Codes and texts: Correios "Manual de Integração" V2.2 (09/2023) and the event lists that
 * large shippers publish (SEI 2026, OLI ~2020; "conflict" where these two differ). A key is `codigo/tipo`; `CD/*` is every type
 * of a code. The meaning is ours: late, misrouted and rescheduled parcels are still in transit.
 */

type Group = readonly [meaning: EventMeaning, types: string]

/** Results of a delivery. BDE (at the door), BDI (at the counter) and BDR (correction) share their types and meanings. */
const deliveryResults: readonly Group[] = [
  // 67: at a neighbour's, as the sender allowed. 00 is obsolete.
  ['delivered', '00 01 67 70'],
  ['returned', '23'],
  // 68: in a Correios locker. Conflict: SEI counts it as delivered, OLI as waiting up to three days. Until it is taken out the
  // customer has nothing, so it waits.
  ['awaiting-pickup', '24 68'],
  // Nobody there, closed, another attempt follows; address doubtful (19, 34), no document shown (33).
  ['delivery-failed', '02 18 19 20 25 33 34 35 46'],
  ['returning', '04 05 06 07 08 10 14 21 26 36 42 48 49 62 64 89'],
  // 03, 12: the sender did not fetch it; 39: under examination; 28, 37: damaged; 60: to be disposed of; 82: the address has to be
  // completed. 43 and 71 to 76: seized by an authority, which may still give it back.
  ['exception', '03 12 28 37 39 43 60 71 72 73 74 75 76 82'],
  // 09: conflict, "not yet at the unit" (SEI) and lost (OLI): a loss is announced by 29, 80 or 98.
  // 38: goes to the administrator of a bankrupt company.
  ['in-transit', '09 15 22 30 38 41 45 47 53 66 69 84'],
  // 13: burnt; 86: contents damaged, can't be delivered; 50 to 52: stolen; 61: disposed of.
  ['lost', '13 29 50 51 52 61 80 86 98'],
  ['customs', '31 40 44 54 55 56 57 58 59 63 77 81 83'],
  // 32: a date was agreed; 85: delivered without tracking; 87: meant for another country. 79: conflict, "posting does not
  // exist" (SEI) and "handed to the contractor" (OLI): nothing can be concluded.
  ['information', '32 79 85 87'],
]

const others: Readonly<Record<string, readonly Group[]>> = {
  // 09: after the unit's closing hour.
  PO: [['posted', '01 09']],
  CO: [
    ['posted', '01'],
    // Asked for, under way, tried, or the reverse parcel waits at the agency: the carrier does not have it yet.
    ['pre-posted', '02 03 04 05 06 07 12'],
    ['delivered', '08'],
    ['cancelled', '09 10 13'],
    ['exception', '11'],
    ['information', '14'],
  ],
  RO: [['in-transit', '01']],
  DO: [['in-transit', '01 02']],
  OEC: [
    ['out-for-delivery', '01 03'],
    // On its way to the sender's door.
    ['returning', '09'],
  ],
  LDI: [
    ['awaiting-pickup', '01 02 03 04'],
    // Sent on to the pick-up point, not there yet.
    ['in-transit', '11 13 14'],
  ],
  // "Favor desconsiderar a informação anterior".
  EST: [['voids-previous', '01 02 03 04 05 06 09 *']],
  FC: [
    // 01, 47: the suspension took effect.
    ['returning', '01 47'],
    ['information', '02 55'],
    ['in-transit', '03 05 08 10'],
    ['delivery-failed', '04 07'],
    // 09: the sender did not fetch it; 41: papers missing, the sender has two days; 42: contains liquid.
    ['exception', '09 41 42'],
    ['customs', '12 13 19 24 26 27 29 31 32 33 34 35 37'],
    // 11: destroyed with the sender's consent; 51: stolen.
    ['lost', '11 51'],
  ],
  BLQ: [
    ['suspended', '01 04 05 11 21 22'],
    // 02: an attempt at a suspension, whose outcome comes by itself; 30: the carrier's test.
    ['information', '02 30'],
    // Unblocked: back in ordinary handling. Not `in-transit`, which leaves a suspension standing.
    ['posted', '24 44 54 61'],
    ['lost', '31'],
    // Held by the carrier's security.
    ['exception', '41 42'],
    ['customs', '51'],
  ],
  PAR: [
    ['customs', '10 11 12 14 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 40 41 42'],
    // Back to the country that it came from.
    ['returning', '13'],
    ['in-transit', '15'],
  ],
  // Not found and paid for; obsolete.
  IDC: [['lost', '01 02 03 04 05 06 07']],
  LDE: [['returning', '00 09']],
  // Checked or sent on at a unit; no longer in the manual, still in old histories.
  CAR: [['in-transit', '*']],
  CD: [['in-transit', '*']],
  CMR: [['in-transit', '*']],
  CMT: [['in-transit', '*']],
  CUN: [['in-transit', '*']],
  PMT: [['in-transit', '*']],
  TRI: [['in-transit', '*']],
}

function entries(code: string, groups: readonly Group[]): [string, EventMeaning][] {
  return groups.flatMap(([meaning, types]) =>
    types.split(' ').map((type): [string, EventMeaning] => [`${code}/${type}`, meaning]),
  )
}

/** Every event code that is known, `codigo/tipo` → what it means. */
export const statusTable: ReadonlyMap<string, EventMeaning> = new Map([
  ...['BDE', 'BDI', 'BDR'].flatMap((code) => entries(code, deliveryResults)),
  ...Object.entries(others).flatMap(([code, groups]) => entries(code, groups)),
])

/** Texts that tracking pages of 2025 and 2026 show and whose codes are unconfirmed. Looked at only where the table has nothing. */
const texts: readonly [RegExp, EventMeaning][] = [
  [/^etiqueta emitida/i, 'pre-posted'],
  [/^etiqueta (cancelada|expirada)/i, 'cancelled'],
  [/^carteiro saiu para coleta/i, 'pre-posted'],
  [/^tentativa de entrega não efetuada/i, 'delivery-failed'],
  [/^inconsistências no endereçamento/i, 'exception'],
  [/^objeto em correção de rota/i, 'in-transit'],
  [/^direcionado para entrega em unidade dos correios a pedido do cliente/i, 'in-transit'],
]

/** What an event means; `unknown` for what neither table nor texts have. */
export function meaningOf(code: string, text: string): EventMeaning {
  const byType = statusTable.get(`${code.split('/')[0] ?? ''}/*`)
  const composed = text.normalize('NFC').trim()
  return statusTable.get(code) ?? byType ?? texts.find(([pattern]) => pattern.test(composed))?.[1] ?? 'unknown'
}
