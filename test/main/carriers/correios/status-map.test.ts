import { describe, expect, it } from 'vitest'
import { meaningOf, statusTable } from '../../../../src-main/carriers/correios/status-map.ts'
import { zoneOf } from '../../../../src-main/carriers/correios/zones.ts'

const types = (text: string) => text.split(' ')

/** Every type that the manuals and the published lists have, by code. */
const published: Readonly<Record<string, readonly string[]>> = {
  BDE: [
    ...types(
      '00 01 02 03 04 05 06 07 08 09 10 12 13 14 15 18 19 20 21 22 23 24 25 26 28 29 30 31 32 33 34 35 36 37 38 39',
    ),
    ...types(
      '40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 64 66 67 68 69 70 71 72 73 74 75 76',
    ),
    ...types('77 79 80 81 82 83 84 85 86 87 89 98'),
  ],
  PO: types('01 09'),
  CO: types('01 02 03 04 05 06 07 08 09 10 11 12 13 14'),
  RO: types('01'),
  DO: types('01 02'),
  OEC: types('01 03 09'),
  LDI: types('01 02 03 04 11 13 14'),
  EST: types('01 02 03 04 05 06 09'),
  FC: types('01 02 03 04 05 07 08 09 10 11 12 13 19 24 26 27 29 31 32 33 34 35 37 41 42 47 51 55'),
  BLQ: types('01 02 04 05 11 21 22 24 30 31 41 42 44 51 54 61'),
  PAR: types('10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 40 41 42'),
  IDC: types('01 02 03 04 05 06 07'),
  LDE: types('00 09'),
}

describe('the status table', () => {
  it.each(Object.entries(published))('has every published type of %s', (code, known) => {
    for (const type of known) expect(statusTable.has(`${code}/${type}`), `${code}/${type}`).toBe(true)
  })

  it('means the same by BDE, BDI and BDR', () => {
    for (const [code, meaning] of statusTable) {
      if (!code.startsWith('BDE/')) continue
      expect(statusTable.get(code.replace('BDE', 'BDI'))).toBe(meaning)
      expect(statusTable.get(code.replace('BDE', 'BDR'))).toBe(meaning)
    }
  })

  it.each(['CD/00', 'CMT/07', 'CUN/01', 'CAR/01', 'CMR/01', 'TRI/03', 'PMT/01'])(
    '%s of old histories is in transit',
    (code) => {
      expect(meaningOf(code, '')).toBe('in-transit')
    },
  )

  it.each([
    ['BDE/01', 'delivered'],
    ['BDI/23', 'returned'],
    ['BDR/04', 'returning'],
    ['BDE/68', 'awaiting-pickup'],
    ['BDE/09', 'in-transit'],
    ['BDE/79', 'information'],
    ['FC/47', 'returning'],
    ['OEC/09', 'returning'],
    ['BLQ/61', 'posted'],
    ['EST/07', 'voids-previous'],
    ['BDE/93', 'unknown'],
    ['XYZ/01', 'unknown'],
    ['?', 'unknown'],
  ])('%s means %s', (code, meaning) => {
    expect(meaningOf(code, '')).toBe(meaning)
  })

  it.each([
    ['Etiqueta emitida', 'pre-posted'],
    ['Etiqueta cancelada pelo emissor', 'cancelled'],
    ['Etiqueta expirada', 'cancelled'],
    ['Carteiro saiu para coleta', 'pre-posted'],
    ['Tentativa de entrega não efetuada', 'delivery-failed'],
    ['Tentativa de entrega na\u0303o efetuada', 'delivery-failed'],
    ['Inconsistências no endereçamento do objeto', 'exception'],
    ['Objeto em correção de rota', 'in-transit'],
    ['Direcionado para entrega em unidade dos Correios a pedido do cliente', 'in-transit'],
    ['Outra coisa', 'unknown'],
  ])('“%s”, whose code nobody has confirmed, means %s', (text, meaning) => {
    expect(meaningOf('ZZZ/99', text)).toBe(meaning)
  })

  it('goes by the code where there is one, whatever the text says', () => {
    expect(meaningOf('BDE/01', 'Etiqueta expirada')).toBe('delivered')
  })
})

describe('zoneOf', () => {
  it.each([
    ['SP', 'SAO PAULO', 'America/Sao_Paulo'],
    ['AC', 'RIO BRANCO', 'America/Rio_Branco'],
    ['am', 'Manaus', 'America/Manaus'],
    ['AM', 'Tabatinga', 'America/Eirunepe'],
    ['AM', 'São Paulo de Olivença', 'America/Eirunepe'],
    ['PE', 'Recife', 'America/Recife'],
    ['PE', 'FERNANDO DE NORONHA', 'America/Noronha'],
    [undefined, undefined, 'America/Sao_Paulo'],
    ['XX', 'PEQUIM', 'America/Sao_Paulo'],
  ])('%s, %s: %s', (state, city, zone) => {
    expect(zoneOf(state, city)).toBe(zone)
  })
})
