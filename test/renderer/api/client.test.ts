import { expect, it } from 'vitest'
import { reactive, ref } from 'vue'
import { call, start } from '../../../src-renderer/api/client.ts'
import { FakeBridge } from '../support/fake-bridge.ts'

const selection = { kind: 'ids' as const, ids: [1, 2] }

it('hands over the state of a screen as data', async () => {
  const bridge = FakeBridge.install().answer('parcels.remove', () => ({ removed: 2 }))
  const input = reactive({ selection: { ...selection } })
  expect(await call('parcels.remove', input)).toEqual({ ok: true, value: { removed: 2 } })
  expect(bridge.payloadsOf('parcels.remove')).toEqual([{ selection }])
})

it('does so for long work too', async () => {
  const bridge = FakeBridge.install().answer('sync.run', () => ({ checked: 2 }))
  const chosen = ref({ ...selection })
  expect(await start('sync.run', { selection: chosen.value }).result).toMatchObject({ ok: true })
  expect(bridge.payloadsOf('sync.run')).toEqual([{ selection }])
})
