import { chmodSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { convertWithLibreOffice, protectWithLibreOffice } from '../../support/libre-office.ts'
import { asSomebodyWithoutRights } from '../../support/rights-hold.ts'
import { s10 } from '../../support/tracking-codes.ts'
import { testWithWitness } from '../../support/witness.ts'
import { createDesk } from './imports-under-test.ts'

const csv = (...codes: string[]) => `Código de rastreio;Pedido\r\n${codes.map((code) => `${code};P\r\n`).join('')}`

describe('files that other programs made', () => {
  testWithWitness('soffice', 'each have a word of their own, and the ones beside them are stored', async (soffice) => {
    const desk = await createDesk()
    const source = desk.file('origem.csv', csv(s10(1), s10(2)))
    const locked = await protectWithLibreOffice(soffice, source, 'xlsx', desk.folder)
    const old = await convertWithLibreOffice(soffice, source, 'xls', desk.folder)
    const open = await convertWithLibreOffice(soffice, source, 'ods', desk.folder)
    for (const [file, code] of [
      [locked, 'file-password'],
      [old, 'file-xls-1997'],
      [open, 'file-type'],
    ] as const)
      expect(await desk.imports.inspect({ file })).toMatchObject({ ok: false, error: { code, retryable: false } })

    const summary = await desk.run(locked, desk.file('boa.csv', csv(s10(3))), old, open)
    expect(summary.files.map(({ name, stored, problem }) => [name, stored, problem])).toEqual([
      ['origem.xlsx', 0, 'file-password'],
      ['boa.csv', 1, null],
      ['origem.xls', 0, 'file-xls-1997'],
      ['origem.ods', 0, 'file-type'],
    ])
    expect(await desk.total()).toBe(1)
  })
})

describe('files that can not be read', () => {
  // Windows keeps such rights elsewhere than in a mode.
  if (process.platform !== 'win32')
    it('are told, leave the ones beside them alone, and are stored once their rights were put right', async () => {
      const desk = await createDesk()
      const [good, shut] = [desk.file('boa.csv', csv(s10(1))), desk.file('fechada.csv', csv(s10(2)))]
      const folder = join(desk.folder, 'pasta')
      const within = join(folder, 'dentro.csv')
      mkdirSync(folder)
      writeFileSync(within, csv(s10(3)))
      await asSomebodyWithoutRights(desk.folder, async () => {
        for (const path of [shut, folder]) chmodSync(path, 0o000)
        for (const file of [shut, within])
          expect(await desk.imports.inspect({ file })).toMatchObject({
            ok: false,
            error: { code: 'file-locked', retryable: true },
          })
        const summary = await desk.run(good, shut, within)
        expect(summary.files.map(({ name, stored, problem }) => [name, stored, problem])).toEqual([
          ['boa.csv', 1, null],
          ['fechada.csv', 0, 'file-locked'],
          ['dentro.csv', 0, 'file-locked'],
        ])
        for (const path of [shut, folder]) chmodSync(path, 0o700)
        expect(await desk.run(shut, within)).toMatchObject({ stored: 2 })
      })
      expect(await desk.total()).toBe(3)
    })

  it('are told when they went between the look and the run, and nothing is lost', async () => {
    const desk = await createDesk()
    const file = desk.file('pedidos.csv', csv(s10(1), s10(2)))
    await desk.run(file)
    const inspected = await desk.imports.inspect({ file })
    if (!inspected.ok) throw new Error(inspected.error.code)
    const request = { files: [file], mapping: inspected.value.mapping }
    renameSync(file, `${file}.levada`)
    expect(await desk.imports.check({ file, mapping: request.mapping }, desk.task)).toMatchObject({
      ok: false,
      error: { code: 'file-gone' },
    })
    expect(await desk.imports.run(request, desk.task)).toMatchObject({ ok: false, error: { code: 'file-gone' } })
    expect(await desk.total()).toBe(2)
    expect(readdirSync(`${desk.folder}/reports`)).toEqual([])

    renameSync(`${file}.levada`, file)
    expect(await desk.imports.run(request, desk.task)).toMatchObject({ ok: true, value: { unchanged: 2 } })
  })
})
