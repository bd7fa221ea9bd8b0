import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { tablesIn } from '../../../src-main/engine/watched-files.ts'
import type { FileInFolder } from '../../../src-main/store/store.ts'
import { openStore } from '../../../src-main/store/sqlite/open-store.ts'
import { folderForTest } from '../../support/composition.ts'
import { s10 } from '../../support/tracking-codes.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'
import { cleanUpStores, openTemporary, temporaryFolder } from '../store/temporary-store.ts'
import { watchedFolderOn, type WatchedFolderParts } from './watched-folder-under-test.ts'

cleanUpStores()

const noon = Date.parse('2026-11-27T12:00:00-03:00')
const asOf = { now: noon, today: '2026-11-27' }
const task = { signal: new AbortController().signal, report: () => undefined }
const csv = (rows: readonly (readonly [code: string, name: string])[]) =>
  ['Código de rastreio;Destinatário', ...rows.map((cells) => cells.join(';'))].join('\r\n') + '\r\n'

/** A folder that is watched, and what a person sees of it. */
async function createDesk(more: Partial<WatchedFolderParts> = {}) {
  const dataDir = temporaryFolder()
  const folder = folderForTest()
  const store = await openTemporary(dataDir)
  const clock = createVirtualClock(noon)
  const desk = watchedFolderOn({ store, clock, dataDir, ...more })
  expect(await desk.watched.save({ folder, on: true })).toMatchObject({ ok: true })
  const list = (part = '') =>
    readdirSync(join(folder, part))
      .filter((name) => name.includes('.'))
      .sort()
  return {
    ...desk,
    store,
    clock,
    folder,
    dataDir,
    list,
    put: (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content),
    async look() {
      const reply = await desk.watched.look(task)
      if (!reply.ok) throw new Error(reply.error.code)
      return reply.value
    },
    /** The text beside a file, as a person reads it. */
    report(part: string) {
      const [name = ''] = list(part).filter((one) => one.endsWith('.txt') && one.includes('resultado'))
      return readFileSync(join(folder, part, name), 'utf8')
    },
    parcel: async (code: string) => (await store.read.parcels.get({ code }, asOf))?.parcel ?? null,
    total: () => store.read.parcels.countSelection({ kind: 'query', query: {} }, asOf),
  }
}

describe('a file put into the watched folder', () => {
  it('is stored, moved to the imported ones, and said what became of it', async () => {
    const desk = await createDesk()
    desk.put(
      'pedidos.csv',
      csv([
        [s10(1), 'Maria'],
        [s10(2), 'João'],
      ]),
    )
    expect(await desk.look()).toEqual({ taken: 1, pending: 0, left: 0 })
    expect(await desk.parcel(s10(2))).toMatchObject({ recipientName: 'João' })
    expect(desk.list()).toEqual([])
    expect(desk.list('Importados')).toEqual([
      '2026-11-27 12.00.03 pedidos.csv',
      '2026-11-27 12.00.03 pedidos.csv - resultado.txt',
    ])
    expect(desk.list('Pendentes')).toEqual([])
    const report = desk.report('Importados')
    expect(report).toContain('Arquivo: pedidos.csv')
    expect(report).toContain('Importado em: 2026-11-27 12:00:03')
    expect(report).toContain('Encomendas novas: 2')
    expect(report).toContain('Linhas sem mudança: 0')
    expect((await desk.watched.view()).files).toMatchObject([
      { name: 'pedidos.csv', state: 'stored', stored: 2, needsSomebody: false },
    ])
  })

  it('stays until it is whole', async () => {
    const clock = createVirtualClock(noon)
    let writeOn = () => {}
    // Another program writes on between the two times that a look goes through the folder.
    const sleep = (ms: number, signal?: AbortSignal) => {
      writeOn()
      return clock.sleep(ms, signal)
    }
    const desk = await createDesk({ clock: { ...clock, sleep } })
    desk.put('pedidos.csv', csv([[s10(1), 'Maria']]))
    writeOn = () => {
      appendFileSync(join(desk.folder, 'pedidos.csv'), `${s10(2)};João\r\n`)
      writeOn = () => {}
    }
    expect(await desk.look()).toEqual({ taken: 0, pending: 0, left: 1 })
    expect(await desk.total()).toBe(0)
    expect(await desk.watched.view()).toMatchObject({ waiting: 1 })
    expect(await desk.look()).toMatchObject({ taken: 1 })
    expect(await desk.total()).toBe(2)
  })

  it('is taken after older ones, whatever their names', async () => {
    const desk = await createDesk()
    const preset = await decided(desk, 'accept')
    await desk.watched.save({ preset })
    desk.put('b.csv', csv([[s10(1), 'Antes']]))
    desk.put('a.csv', csv([[s10(1), 'Depois']]))
    utimesSync(join(desk.folder, 'b.csv'), 1000, 1000)
    utimesSync(join(desk.folder, 'a.csv'), 2000, 2000)
    expect(await desk.look()).toMatchObject({ taken: 2 })
    expect(await desk.parcel(s10(1))).toMatchObject({ recipientName: 'Depois' })
  })

  it('is left alone when it is no table, hidden, or belongs to a program that works on it', async () => {
    const desk = await createDesk()
    const others = [
      '~$pedidos.xlsx',
      '.~lock.pedidos.csv#',
      '.pedidos.csv',
      'pedidos.csv.part',
      'pedidos.xlsx.crdownload',
      'nota.pdf',
    ]
    for (const name of others) desk.put(name, csv([[s10(1), 'Maria']]))
    mkdirSync(join(desk.folder, 'pasta.csv'))
    expect(await desk.look()).toEqual({ taken: 0, pending: 0, left: 0 })
    expect(desk.list()).toEqual([...others, 'pasta.csv'].sort())
    expect(await desk.total()).toBe(0)
  })
})

describe('a file that needs somebody', () => {
  it('with bad rows stores the good ones and has the bad ones beside it, to be put in again', async () => {
    const desk = await createDesk()
    desk.put(
      'pedidos.csv',
      csv([
        [s10(1), 'Maria'],
        ['XX000000001BR', 'João'],
      ]),
    )
    expect(await desk.look()).toMatchObject({ taken: 1 })
    const [rejected = ''] = desk.list('Importados').filter((name) => name.endsWith('Linhas recusadas.xlsx'))
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(join(desk.folder, 'Importados', rejected))
    const sheet = workbook.worksheets[0]
    expect(sheet?.getCell('A2').text).toBe('XX000000001BR')
    if (sheet) sheet.getCell('A2').value = s10(7)
    await workbook.xlsx.writeFile(join(desk.folder, 'corrigidas.xlsx'))
    expect(desk.report('Importados')).toContain('Linhas recusadas: 1')
    expect(readdirSync(join(desk.dataDir, 'reports'))).toEqual([])
    expect(await desk.look()).toMatchObject({ taken: 1 })
    expect(await desk.parcel(s10(7))).toMatchObject({ recipientName: 'João' })
  })

  it('with bad rows only is put aside', async () => {
    const desk = await createDesk()
    const preset = await decided(desk, 'accept')
    await desk.watched.save({ preset })
    desk.put('pedidos.csv', csv([['XX000000001BR', 'João']]))
    expect(await desk.look()).toMatchObject({ pending: 1 })
    expect(desk.list('Pendentes')).toHaveLength(3)
  })

  it.each([
    ['no column is a code for certain', 'a;b\r\n1;2\r\n3;4\r\n', 'Não ficou certo qual coluna'],
    ['it is no table at all', '<html><body>Sessão expirada</body></html>', 'do tipo HTML'],
    ['there is nothing in it', '', 'vazio'],
  ])('is put aside with the reason when %s', async (_why, content, reason) => {
    const desk = await createDesk()
    desk.put('pedidos.csv', content)
    expect(await desk.look()).toEqual({ taken: 0, pending: 1, left: 0 })
    expect(desk.list()).toEqual([])
    expect(desk.list('Pendentes')).toHaveLength(2)
    expect(desk.report('Pendentes')).toContain('Nada deste arquivo foi importado.')
    expect(desk.report('Pendentes')).toContain(reason)
  })

  it('differs from what is stored and nobody decided: what is stored stays', async () => {
    const desk = await createDesk()
    desk.put('pedidos.csv', csv([[s10(1), 'Maria']]))
    await desk.look()
    desk.put(
      'pedidos.csv',
      csv([
        [s10(1), 'Mariana'],
        [s10(2), 'João'],
      ]),
    )
    expect(await desk.look()).toMatchObject({ pending: 1 })
    expect(await desk.parcel(s10(1))).toMatchObject({ recipientName: 'Maria' })
    expect(await desk.parcel(s10(2))).toMatchObject({ recipientName: 'João' })
    const report = desk.report('Pendentes')
    expect(report).toContain('Encomendas novas: 1')
    expect(report).toContain('Encomendas alteradas: 0')
    expect(report).toContain('deixadas como estavam: 1')
  })

  it('counts as pending until somebody takes it from where it was put', async () => {
    const desk = await createDesk()
    desk.put('pedidos.csv', '')
    await desk.look()
    const [{ file } = { file: null }] = (await desk.watched.view()).files
    expect(await desk.watched.view()).toMatchObject({ pending: 1 })
    rmSync(String(file))
    expect(await desk.watched.view()).toMatchObject({ pending: 0, files: [{ file: null }] })
  })
})

describe('a preset of the watched folder', () => {
  it.each([
    ['accept', 'Mariana', 'taken'],
    ['keep', 'Maria', 'taken'],
    ['ask', 'Maria', 'pending'],
  ] as const)('that says %s for differing rows leaves %s', async (changes, name, outcome) => {
    const desk = await createDesk()
    await desk.watched.save({ preset: await decided(desk, changes) })
    desk.put('um.csv', csv([[s10(1), 'Maria']]))
    await desk.look()
    desk.put('dois.csv', csv([[s10(1), 'Mariana']]))
    expect(await desk.look()).toMatchObject({ [outcome]: 1 })
    expect(await desk.parcel(s10(1))).toMatchObject({ recipientName: name })
  })

  it('that was removed stops the watching and says so; files stay', async () => {
    const desk = await createDesk()
    const preset = await decided(desk, 'accept')
    await desk.watched.save({ preset })
    await desk.imports.removePreset(preset)
    desk.put('pedidos.csv', csv([[s10(1), 'Maria']]))
    expect(await desk.watched.look(task)).toMatchObject({ ok: false, error: { code: 'preset-unknown' } })
    expect(desk.list()).toEqual(['pedidos.csv'])
    expect(await desk.watched.view()).toMatchObject({ problem: 'preset-unknown', waiting: 1 })
    await desk.watched.save({ preset: null })
    expect(await desk.look()).toMatchObject({ taken: 1 })
    expect(await desk.watched.view()).toMatchObject({ problem: null })
  })
})

describe('the watched folder', () => {
  it('is off until somebody switches it on, and takes nothing by itself before', async () => {
    const desk = await createDesk()
    const other = folderForTest()
    await desk.watched.save({ folder: other })
    writeFileSync(join(other, 'pedidos.csv'), csv([[s10(1), 'Maria']]))
    const view = await desk.watched.view()
    expect(view).toMatchObject({ folder: { path: other, on: false }, waiting: 1 })
    await desk.watched.lookByItself(task.signal)
    expect(await desk.total()).toBe(0)
    await desk.watched.save({ on: true })
    await desk.watched.lookByItself(task.signal)
    expect(await desk.total()).toBe(1)
  })

  it('that is gone is said to be, and is used again once it is back', async () => {
    const desk = await createDesk()
    renameSync(desk.folder, `${desk.folder}-away`)
    await desk.watched.lookByItself(task.signal)
    expect(await desk.watched.view()).toMatchObject({ problem: 'folder-gone', waiting: 0 })
    expect(desk.news).toContain('changed')
    renameSync(`${desk.folder}-away`, desk.folder)
    desk.put('pedidos.csv', csv([[s10(1), 'Maria']]))
    await desk.watched.lookByItself(task.signal)
    expect(await desk.watched.view()).toMatchObject({ problem: null })
    expect(await desk.total()).toBe(1)
  })

  it('is refused when it is none, is Despacho’s own, or nothing can be written in it', async () => {
    const desk = await createDesk()
    const { watched } = desk
    const code = async (change: Parameters<typeof watched.save>[0]) => {
      const reply = await watched.save(change)
      return reply.ok ? null : reply.error.code
    }
    expect(await code({ folder: join(desk.folder, 'nenhuma') })).toBe('folder-gone')
    expect(await code({ folder: join(desk.dataDir, 'reports') })).toBe('folder-of-despacho')
    // The place of its sub-folder is taken by a file, which stops everybody, an administrator as well.
    const full = folderForTest()
    writeFileSync(join(full, 'Pendentes'), '')
    expect(await code({ folder: full })).toBe('folder-unwritable')
    expect(await code({ preset: 99 })).toBe('preset-unknown')
    expect(await watched.view()).toMatchObject({ folder: { path: desk.folder, preset: null } })
  })

  it('is not there in the demonstration', async () => {
    const dataDir = temporaryFolder()
    const { watched } = watchedFolderOn({
      store: await openTemporary(dataDir),
      clock: createVirtualClock(noon),
      dataDir,
      demo: true,
    })
    expect(await watched.save({ folder: folderForTest() })).toMatchObject({ error: { code: 'in-demonstration' } })
    expect(await watched.look(task)).toMatchObject({ error: { code: 'in-demonstration' } })
  })
})

describe('after an end in the middle', () => {
  it('a file whose rows are stored is not stored again, but put away with its report', async () => {
    const desk = await createDesk()
    desk.put(
      'pedidos.csv',
      csv([
        [s10(1), 'Maria'],
        ['XX000000001BR', 'João'],
      ]),
    )
    const id = await storeAndStop(desk)
    expect(await desk.total()).toBe(1)
    expect(existsSync(join(desk.folder, 'pedidos.csv'))).toBe(true)
    await desk.store.close()

    const opened = await openStore({ dir: desk.dataDir, readers: 1 })
    if (!opened.ok) throw new Error(opened.error.code)
    const { watched } = watchedFolderOn({ store: opened.value, clock: desk.clock, dataDir: desk.dataDir })
    expect(await watched.look(task)).toEqual({ ok: true, value: { taken: 0, pending: 0, left: 0 } })
    expect(desk.list()).toEqual([])
    expect(desk.list('Importados').map((name) => name.slice(20))).toEqual([
      'pedidos.csv',
      'pedidos.csv - Linhas recusadas.xlsx',
      'pedidos.csv - resultado.txt',
    ])
    expect((await watched.view()).files).toMatchObject([{ id, stored: 1, rejected: 1 }])
    await opened.value.close()
  })

  it('a file that was being stored is stored from its beginning', async () => {
    const desk = await createDesk()
    desk.put('pedidos.csv', csv([[s10(1), 'Maria']]))
    await desk.store.write.watched.begin(await onlyFileIn(desk.folder), noon)
    expect(await desk.look()).toMatchObject({ taken: 1 })
    expect((await desk.watched.view()).files).toHaveLength(1)
    expect(await desk.total()).toBe(1)
  })

  it('a stop by a person puts the file aside; the end of the application leaves it for the next start', async () => {
    const ending = new AbortController()
    const person = new AbortController()
    let stop = person
    const desk = await createDesk({
      asTask: (_signal, work) => {
        stop.abort()
        // What was aborted before it begins is not begun: the import itself has to meet the abort.
        return work({ signal: lateAbort(stop.signal), report: () => undefined })
      },
    })
    desk.put('pedidos.csv', csv([[s10(1), 'Maria']]))
    stop = ending
    await desk.watched.lookByItself(ending.signal)
    expect(desk.list()).toEqual(['pedidos.csv'])
    expect((await desk.watched.view()).files).toEqual([])
    stop = person
    await desk.watched.lookByItself(new AbortController().signal)
    expect(desk.list()).toEqual([])
    expect(desk.report('Pendentes')).toContain('parada a pedido')
    expect(await desk.total()).toBe(0)
  })
})

/** A preset for the files of these tests that decides so about rows that differ. */
async function decided(
  { imports }: Awaited<ReturnType<typeof createDesk>>,
  changes: 'accept' | 'keep' | 'ask',
): Promise<number> {
  const saved = await imports.savePreset({
    name: 'Loja',
    titles: ['Código de rastreio', 'Destinatário'],
    options: {},
    mapping: {
      columns: [
        { index: 0, field: 'code' },
        { index: 1, field: 'recipientName' },
      ],
      weightUnit: 'kg',
      lengthUnit: 'cm',
      dateOrder: 'day-first',
      currency: 'BRL',
    },
    changes,
  })
  if (!saved.ok) throw new Error(saved.error.code)
  return saved.value.id
}

async function onlyFileIn(folder: string): Promise<FileInFolder> {
  const [file] = (await tablesIn(folder)) ?? []
  if (!file) throw new Error(`nothing lies in ${folder}`)
  return file
}

/** Stores the one file of a desk and stops before it is moved; answers its id. */
async function storeAndStop({ store, imports, folder }: Awaited<ReturnType<typeof createDesk>>): Promise<number> {
  const file = await onlyFileIn(folder)
  const id = await store.write.watched.begin(file, noon)
  const reply = await imports.run({ files: [join(folder, file.name)], watchedFile: id }, task)
  expect(reply).toMatchObject({ ok: true })
  return id
}

/** A signal that says it is aborted from the second time on that it is asked. */
function lateAbort(signal: AbortSignal): AbortSignal {
  let asked = 0
  return new Proxy(signal, {
    get: (target, key) => (key === 'aborted' ? asked++ > 0 && target.aborted : Reflect.get(target, key, target)),
  })
}
