import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { createVirtualClock } from '../../support/virtual-clock.ts'
import { ask, composeForTest, folderForTest, get } from '../../support/composition.ts'
import type { Clock } from '../../../src-main/domain/clock.ts'
import { createPersonalFiles } from '../../../src-main/engine/personal-files.ts'
import { createPersonalRetention } from '../../../src-main/engine/personal-retention.ts'
import { openTable } from '../../../src-main/files/open-file.ts'
import { silentLog } from '../../../src-main/log/logger.ts'

const longest = 60_000
const planted = 'Zoroastrina Quixabeira'
const person = { by: 'name', value: 'zoroastrina  QUIXABEIRA' } as const

/** Every file below a folder, but for the copies. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && !path.includes('backups'))

async function importCsv(
  despacho: Awaited<ReturnType<typeof composeForTest>>,
  folder: string,
  name: string,
  lines: readonly string[],
): Promise<unknown> {
  const title = 'Código;Destinatário;E-mail;CPF;Telefone;Logradouro;Cidade;UF;CEP;Itens;Observação'
  const path = join(folder, name)
  writeFileSync(path, [title, ...lines].join('\n'))
  return get(despacho, 'imports.run', { files: [path], changes: 'accept' })
}

/** Lets the retention look once. */
async function retain(
  { engine }: Awaited<ReturnType<typeof composeForTest>>,
  clock: Clock,
  kept: number | null,
): Promise<void> {
  const { store, changes } = engine
  const months = vi.fn(async () => kept)
  const retention = createPersonalRetention({
    store,
    clock,
    months,
    files: createPersonalFiles([]),
    changes,
    log: silentLog,
  })
  retention.start()
  await vi.waitFor(() => expect(months.mock.calls.length).toBeGreaterThan(1), { timeout: longest })
  await retention.stop()
}

const row = (code: string, name: string, n: number) =>
  `${code};${name};${n === 1 ? 'zq@exemplo.com.br' : `c${n}@exemplo.com.br`};;(11) 98888-000${n};Rua Quixabeira ${n};Campinas;SP;13083-859;Livro de ${name};para ${name}`

it(
  'finds, exports and erases one person: nothing of them is left in any file, statistics are',
  async () => {
    const despacho = await composeForTest()
    const outside = folderForTest()
    const [a, b, c] = ['AA123456785BR', 'AB123456785BR', 'AC123456785BR'] as const
    expect(
      await importCsv(despacho, outside, 'first.csv', [row(a, planted, 1), row(b, 'Bento Serra', 2)]),
    ).toBeDefined()
    await importCsv(despacho, outside, `pedido ${planted}.csv`, [
      row(a, `${planted} Lima`, 1),
      row('AA123456784BR', planted, 1),
    ])
    await importCsv(despacho, outside, 'third.csv', [row(a, planted, 1), row(c, planted, 3)])
    const { parcel } = await get(despacho, 'parcels.get', { code: a })
    const event = {
      code: 'BDE/01',
      at: 9,
      zone: 'UTC',
      meaning: 'delivered',
      text: 'Entregue',
      detail: planted,
    } as const
    await despacho.engine.store.write.tracking.record([
      { parcelId: parcel.id, at: 10, kind: 'answered', events: [event], promisedOn: null, raw: `{"r":"${planted}"}` },
    ])
    await get(despacho, 'parcels.edit', { id: parcel.id, note: `ligar para ${planted}` })
    await get(despacho, 'preferences.save', { key: 'parcels.screen', value: JSON.stringify({ text: planted }) })
    const removed = (await get(despacho, 'parcels.get', { code: c })).parcel.id
    const removal = await get(despacho, 'parcels.remove', { selection: { kind: 'ids', ids: [removed] } })

    expect(await get(despacho, 'personal.find', person)).toMatchObject({ count: 1, removed: 1, searches: 1, files: 1 })
    expect(filesIn(despacho.dataDir).some((path) => readFileSync(path).includes('Zoroastrina'))).toBe(true)
    const json = join(outside, 'dados.json')
    await get(despacho, 'personal.export', { person, file: json })
    expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({
      parcels: [{ parcel: { code: a, recipientName: planted }, events: [{ detail: planted }] }],
    })
    const xlsx = join(outside, 'dados.xlsx')
    await get(despacho, 'personal.export', { person, file: xlsx })
    expect(await openTable(xlsx, {})).toMatchObject({ ok: true })

    expect(await get(despacho, 'personal.erase', person)).toEqual({
      parcels: 1,
      removed: 1,
      files: 1,
      filesLeft: 0,
      cleaned: true,
    })
    const left = await get(despacho, 'parcels.get', { code: a })
    expect(left.parcel).toMatchObject({
      recipientName: null,
      email: null,
      phone: null,
      street: null,
      note: null,
      items: null,
      city: 'Campinas',
      state: 'SP',
      postalCode: '13083000',
      status: 'delivered',
    })
    expect(left.raw).toBeNull()
    expect(left.history[0]).toMatchObject({ kind: 'anonymised' })
    await despacho.engine.store.write.tracking.record([
      { parcelId: parcel.id, at: 11, kind: 'answered', events: [event], promisedOn: null, raw: `{"r":"${planted}"}` },
    ])
    expect(await get(despacho, 'parcels.get', { id: parcel.id })).toMatchObject({
      raw: null,
      parcel: { status: 'delivered' },
    })
    expect(await get(despacho, 'parcels.search', { text: 'quixabeira', limit: 9 })).toMatchObject({ rows: [] })
    expect((await get(despacho, 'parcels.get', { code: b })).parcel.recipientName).toBe('Bento Serra')
    expect(await ask(despacho, 'undo.run', { id: removal.undo })).toMatchObject({ error: { code: 'undo-erased' } })
    expect(await ask(despacho, 'personal.erase', person)).toMatchObject({ error: { code: 'person-unknown' } })
    expect(await get(despacho, 'personal.log', {})).toMatchObject([
      { kind: 'erased', rule: 'name', parcels: 2, files: 1 },
      { kind: 'exported', rule: 'name', parcels: 1 },
      { kind: 'exported', parcels: 1 },
    ])
    expect((await get(despacho, 'store.check', {})).found).toEqual([])

    const files = filesIn(despacho.dataDir)
    expect(files.some((path) => path.endsWith('.sqlite'))).toBe(true)
    for (const path of files) expect(readFileSync(path).includes('Zoroastrina'), `${path} names the person`).toBe(false)
  },
  longest,
)

it.each([
  ['document', '529.982.247-25'],
  ['email', 'ANA@exemplo.com.br'],
  ['phone', '+55 (11) 98888-0001'],
] as const)(
  'knows a person by their %s, however it is written',
  async (by, value) => {
    const despacho = await composeForTest()
    const outside = folderForTest()
    const line = 'AA123456785BR;Ana Souza;ana@exemplo.com.br;52998224725;11 98888 0001;Rua A;Campinas;SP;13083859;;'
    await importCsv(despacho, outside, 'a.csv', [line, row('AB123456785BR', 'Bento', 2)])
    expect(await get(despacho, 'personal.find', { by, value })).toMatchObject({
      count: 1,
      rows: [{ recipientName: 'Ana Souza' }],
    })
  },
  longest,
)

it(
  'anonymises by age what the preview counted, and what is still watched stays',
  async () => {
    const now = Date.UTC(2026, 10, 27)
    const dataDir = folderForTest()
    const outside = folderForTest()
    const clock = createVirtualClock(Date.UTC(2024, 0, 1))
    const old = await composeForTest({ dataDir, clock })
    await importCsv(old, outside, 'a.csv', [row('AA123456785BR', planted, 1), row('AB123456785BR', 'Bento', 2)])
    const { parcel } = await get(old, 'parcels.get', { code: 'AA123456785BR' })
    const event = { code: 'BDE/01', at: clock.now(), zone: 'UTC', meaning: 'delivered', text: 'Entregue' } as const
    await old.engine.store.write.tracking.record([
      { parcelId: parcel.id, at: clock.now(), kind: 'answered', events: [event], promisedOn: null, raw: '{}' },
    ])
    expect(await get(old, 'personal.preview', { months: 12 })).toMatchObject({ parcels: 0 })
    await old.stop()

    const later = createVirtualClock(now)
    const despacho = await composeForTest({ dataDir, clock: later })
    expect(await get(despacho, 'personal.preview', { months: 12 })).toMatchObject({ parcels: 1 })
    expect(await get(despacho, 'personal.preview', { months: 60 })).toMatchObject({ parcels: 0 })
    await retain(despacho, later, null)
    expect((await get(despacho, 'parcels.get', { code: 'AA123456785BR' })).parcel.recipientName).toBe(planted)
    await retain(despacho, later, 12)
    expect((await get(despacho, 'parcels.get', { code: 'AA123456785BR' })).parcel.recipientName).toBeNull()
    expect((await get(despacho, 'parcels.get', { code: 'AB123456785BR' })).parcel.recipientName).toBe('Bento')
    expect(await get(despacho, 'personal.log', {})).toMatchObject([{ kind: 'aged', rule: '12', parcels: 1 }])
    expect((await get(despacho, 'store.check', {})).found).toEqual([])
  },
  longest,
)
