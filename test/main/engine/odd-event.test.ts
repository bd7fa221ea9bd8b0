import { expect, it } from 'vitest'
import { mapObject } from '../../../src-main/carriers/correios/mapper.ts'
import { cleanUpStores, openTemporary, storeFile } from '../store/temporary-store.ts'
import { codeOf, rowOf } from '../store/made-rows.ts'

cleanUpStores()

const asOf = { now: Date.UTC(2026, 10, 20), today: '2026-11-20' } as const
const unit = { nome: 'AC Centro', endereco: { cidade: 'CAMPINAS', uf: 'SP' } }
const posted = {
  codigo: 'PO',
  tipo: '01',
  dtHrCriado: '2026-11-16T10:00:00',
  descricao: 'Objeto postado',
  unidade: unit,
}
const onTheWay = {
  codigo: 'DO',
  tipo: '01',
  dtHrCriado: '2026-11-17T10:00:00',
  descricao: 'Em trânsito',
  unidade: unit,
}
const odd = { surpresa: [1, 2, 3] }

it('keeps an event that can’t be read as it came, flags it alone, and believes the others', async () => {
  const answer = mapObject({ codObjeto: codeOf(1), eventos: [onTheWay, odd, posted] })
  if (!answer.ok || answer.value.kind !== 'known') throw new Error('the answer was not read')
  const { events, promisedOn, raw } = answer.value
  const store = await openTemporary()
  await storeFile(store, [rowOf(1)], { at: Date.UTC(2026, 10, 15) })
  await store.write.tracking.record([{ parcelId: 1, at: asOf.now, kind: 'answered', events, promisedOn, raw }])

  const stored = await store.read.parcels.get({ id: 1 }, asOf)
  expect(stored?.parcel).toMatchObject({ status: 'in-transit', checkFailure: null })
  expect(stored?.events.filter(({ meaning }) => meaning !== 'unknown').map(({ code }) => code)).toEqual([
    'DO/01',
    'PO/01',
  ])
  expect(stored?.events.filter(({ meaning }) => meaning === 'unknown').map(({ text }) => text)).toEqual([
    JSON.stringify(odd),
  ])
  expect(JSON.parse(stored?.raw?.body ?? '{}')).toMatchObject({ eventos: [onTheWay, odd, posted] })
  expect(await store.read.tracking.unmapped()).toMatchObject([{ carrier: 'correios', code: '?', parcelId: 1 }])
})
