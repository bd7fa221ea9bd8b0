import { expect, it } from 'vitest'
import { ask, composeForTest, get } from '../../support/composition.ts'

it('settings and screens keep what they were given, apart from each other', async () => {
  const despacho = await composeForTest({ locale: 'pl' })
  const heard: unknown[] = []
  despacho.engine.bus.listen((event) => heard.push(event))
  const first = await get(despacho, 'settings.get', {})
  expect(first).toMatchObject({ locale: 'pl', theme: 'system', stalledAfter: { posted: 3, customs: 20 } })

  await get(despacho, 'settings.save', { theme: 'dark' })
  const saved = await get(despacho, 'settings.save', { locale: 'en', backupsKept: 3 })
  expect(saved).toEqual({ ...first, theme: 'dark', locale: 'en', backupsKept: 3 })
  expect(heard.at(-1)).toEqual({ name: 'settings.changed', payload: saved })
  expect(await ask(despacho, 'settings.save', { locale: 'fr' })).toMatchObject({ error: { code: 'invalid_input' } })

  await get(despacho, 'preferences.save', { key: 'settings', value: '{"theme":"light"}' })
  expect(await get(despacho, 'preferences.get', { key: 'settings' })).toEqual({ value: '{"theme":"light"}' })
  expect(await get(despacho, 'settings.get', {})).toEqual(saved)
  await get(despacho, 'preferences.save', { key: 'settings', value: null })
  expect(await get(despacho, 'preferences.get', { key: 'settings' })).toEqual({ value: null })
}, 60_000)

it('a setting that no longer fits counts as not set', async () => {
  const despacho = await composeForTest()
  for (const text of ['not JSON', '{"theme":"neon"}', '[]']) {
    await despacho.engine.store.write.kept.savePreference('settings', text)
    expect(await get(despacho, 'settings.get', {})).toMatchObject({ theme: 'system', locale: 'pt-BR' })
  }
}, 60_000)
