import { useToast } from '@nuxt/ui/composables/useToast'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { useParcelWork } from '../../../../src-renderer/features/parcels/parcel-work.store.ts'
import { useUndo } from '../../../../src-renderer/features/parcels/undo.store.ts'
import { FakeBridge } from '../../support/fake-bridge.ts'
import { freshPinia } from '../../support/fresh-pinia.ts'

let bridge: FakeBridge

beforeEach(() => {
  freshPinia()
  useToast().clear()
  bridge = FakeBridge.install()
    .answer('parcels.counts', () => ({ total: 3, status: {}, late: 0, stalled: 0, silent: 0, failing: 0 }))
    .answer('parcels.remove', () => ({ removed: 12, undo: 7 }))
    .answer('undo.run', () => ({ kind: 'removed', restored: 11, taken: 1 }))
})

const newest = () => useToast().toasts.value.at(-1)

describe('undo', () => {
  it('is offered by the message of a removal, for that removal', async () => {
    await useParcelWork().remove({ kind: 'ids', ids: [1] })
    await flushPromises()
    expect(newest()?.title).toBe('12 encomendas removidas.')
    const [button] = newest()?.actions ?? []
    expect(button?.label).toBe('Desfazer')
    const press = button?.onClick
    if (typeof press === 'function') void press(new MouseEvent('click'))
    await flushPromises()
    expect(bridge.payloadsOf('undo.run')).toEqual([{ id: 7 }])
    expect(newest()?.title).toBe('11 encomendas de volta à lista. 1 já tinha sido importada de novo e ficou como está.')
  })

  it('says when there is nothing to take back, and why something can’t be', async () => {
    const undo = useUndo()
    bridge.refuse('undo.run', { code: 'nothing-to-undo', message: '', retryable: false })
    await undo.run()
    await flushPromises()
    expect(newest()?.title).toMatch(/^Nada para desfazer/)
    bridge.refuse('undo.run', { code: 'undo-expired', message: '', retryable: false })
    await undo.run(7)
    await flushPromises()
    expect(newest()).toMatchObject({ title: 'O prazo de 24 horas para desfazer terminou.', color: 'error' })
  })
})
