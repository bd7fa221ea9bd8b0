import { describe, expect, it } from 'vitest'
import { s10 } from '../../support/tracking-codes.ts'
import { createDesk } from './imports-under-test.ts'

describe('presets', () => {
  it('are known again by the titles, and a changed heading is pointed out', async () => {
    const desk = await createDesk()
    const titles = ['Cod X', 'Kg', 'Quem']
    const mapping = {
      columns: [
        { index: 0, field: 'code' },
        { index: 1, field: 'weight' },
        { index: 2, field: 'recipientName' },
      ],
      weightUnit: 'g',
      lengthUnit: 'cm',
      dateOrder: 'day-first',
      currency: 'BRL',
    } as const
    const saved = await desk.imports.savePreset({
      name: 'ERP',
      titles,
      options: {},
      mapping: { ...mapping, columns: [...mapping.columns] },
      changes: 'ask',
    })
    expect(saved.ok).toBe(true)
    expect(
      await desk.imports.savePreset({
        name: 'ERP',
        titles,
        options: {},
        mapping: { ...mapping, columns: [...mapping.columns] },
        changes: 'ask',
      }),
    ).toMatchObject({ error: { code: 'name-taken' } })

    const moved = desk.file('moved.csv', `Quem;Cod X;Kg\nAna;${s10(1)};350\n`)
    expect(await desk.imports.inspect({ file: moved })).toMatchObject({
      value: {
        certain: true,
        preset: { name: 'ERP', missing: [], added: [] },
        columns: [
          { guess: { field: 'recipientName', by: 'preset' } },
          { guess: { field: 'code' } },
          { guess: { field: 'weight' } },
        ],
      },
    })
    await desk.run(moved)
    expect(await desk.parcel(s10(1))).toMatchObject({ recipientName: 'Ana', weightG: 350 })

    const changed = desk.file('changed.csv', `Cod X;Peso bruto;Quem\n${s10(2)};350;Rui\n`)
    expect(await desk.imports.inspect({ file: changed })).toMatchObject({
      value: { certain: false, preset: { missing: ['Kg'], added: ['Peso bruto'] }, mapping: { weightUnit: 'g' } },
    })
    expect(await desk.imports.run({ files: [changed], preset: 'ERP' }, desk.task)).toMatchObject({
      error: { code: 'preset-unfit', detail: { missing: 'Kg' } },
    })
    expect(await desk.imports.run({ files: [changed], preset: 'Outra' }, desk.task)).toMatchObject({
      error: { code: 'preset-unknown' },
    })
    expect(await desk.imports.removePreset(saved.ok ? saved.value.id : 0)).toMatchObject({ ok: true })
    expect(await desk.imports.removePreset(999)).toMatchObject({ error: { code: 'preset-unknown' } })
  })

  it.each([
    ['keep', 'Ana'],
    ['accept', 'Bia'],
    ['ask', 'Bia'],
  ] as const)('that say %s decide of rows that differ, unless this run says otherwise', async (changes, expected) => {
    const desk = await createDesk()
    const first = desk.file('first.csv', `Cod X;Quem\n${s10(1)};Ana\n`)
    const mapping = {
      columns: [
        { index: 0, field: 'code' as const },
        { index: 1, field: 'recipientName' as const },
      ],
      weightUnit: 'g' as const,
      lengthUnit: 'cm' as const,
      dateOrder: 'day-first' as const,
      currency: 'BRL' as const,
    }
    await desk.imports.savePreset({ name: 'ERP', titles: ['Cod X', 'Quem'], options: {}, mapping, changes })
    await desk.imports.run({ files: [first], preset: 'ERP' }, desk.task)

    const other = desk.file('other.csv', `Cod X;Quem\n${s10(1)};Bia\n`)
    expect(await desk.imports.inspect({ file: other })).toMatchObject({ value: { preset: { name: 'ERP', changes } } })
    expect(await desk.imports.run({ files: [other], preset: 'ERP' }, desk.task)).toMatchObject({
      value: { stored: 0, changed: 1 },
    })
    expect(await desk.parcel(s10(1))).toMatchObject({ recipientName: expected })

    const third = desk.file('third.csv', `Cod X;Quem\n${s10(1)};Caio\n`)
    await desk.imports.run({ files: [third], preset: 'ERP', changes: 'keep' }, desk.task)
    expect(await desk.parcel(s10(1))).toMatchObject({ recipientName: expected })
    await desk.imports.run({ files: [third], preset: 'ERP', changes: 'accept' }, desk.task)
    expect(await desk.parcel(s10(1))).toMatchObject({ recipientName: 'Caio' })
  })
})
