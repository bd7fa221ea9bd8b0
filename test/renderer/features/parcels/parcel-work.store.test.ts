import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import { useParcelWork } from '../../../../src-renderer/features/parcels/parcel-work.store.ts'
import { useFeedback } from '../../../../src-renderer/ui/feedback.ts'
import { FakeBridge } from '../../support/fake-bridge.ts'

const asked = { checked: 0, changed: 0, notFound: 0, failed: 0, unasked: 0, queued: 0, failures: {}, nextAt: null }
let bridge: FakeBridge

beforeEach(() => {
  setActivePinia(createPinia())
  bridge = FakeBridge.install()
})

/** What the page says after an update that ended like this. */
async function said(outcome: object): Promise<string[]> {
  const notes: string[] = []
  useFeedback().$onAction(({ name, args }) => void notes.push(`${name}: ${String(args[0])}`))
  bridge.answer('sync.run', () => ({ ...asked, ...outcome }))
  await useParcelWork().update({ kind: 'ids', ids: [1, 2, 3] })
  return notes
}

it('says that without a network what was asked for is queued', async () => {
  expect(await said({ queued: 3 })).toEqual([
    'note: Sem rede. 3 encomendas estão na fila e são consultadas quando a rede voltar.',
  ])
})

it('says what was looked up', async () => {
  expect(await said({ checked: 3, changed: 1 })).toEqual(['done: 3 encomendas consultadas. 1 mudou.'])
})
