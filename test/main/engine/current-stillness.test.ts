import { expect, it } from 'vitest'
import { composeForTest, get } from '../../support/composition.ts'

it('what counts as standing still follows the settings at once, and each carrier keeps its country’s holidays', async () => {
  const despacho = await composeForTest()
  const { stillness } = despacho.engine.asOf()
  expect(stillness).toMatchObject({ after: { posted: 3 }, countries: { inpost: 'PL' } })
  const { stalledAfter } = await get(despacho, 'settings.get', {})
  await get(despacho, 'settings.save', { stalledAfter: { ...stalledAfter, posted: 12 } })
  expect(despacho.engine.asOf().stillness).toMatchObject({ after: { posted: 12, customs: 20 } })
}, 60_000)
