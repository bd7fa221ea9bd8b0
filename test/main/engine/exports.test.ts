import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ExcelJS from 'exceljs'
import { expect, it } from 'vitest'
import { createExports } from '../../../src-main/engine/services/exports.ts'
import { filePaths } from '../../../src-main/engine/file-paths.ts'
import { createDesk } from './imports-under-test.ts'

const samples = fileURLToPath(new URL('../../../resources/samples', import.meta.url))
const quiet = () => ({ signal: new AbortController().signal, report: () => undefined })

it('writes what is filtered, in the order and columns asked for, with typed cells', async () => {
  const desk = await createDesk()
  await desk.run(`${samples}/pedidos-loja.csv`)
  const done = await desk.exports.run(
    {
      query: { filter: { service: ['SEDEX'] }, sort: { by: 'declaredValue', direction: 'desc' } },
      columns: ['code', 'declaredValue', 'postedOn', 'weightG', 'document', 'status', 'late', 'createdAt', 'carrier'],
      file: 'saida.xlsx',
    },
    quiet(),
  )
  expect(done).toEqual({ ok: true, value: { rows: 30, file: join(desk.folder, 'saida.xlsx') } })
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(join(desk.folder, 'saida.xlsx'))
  const sheet = workbook.getWorksheet('Encomendas')
  expect(sheet?.getRow(1).values).toEqual([
    ,
    'Código de rastreamento',
    'Valor declarado',
    'Data de postagem',
    'Peso (g)',
    'CPF/CNPJ',
    'Situação',
    'Atrasada',
    'Importada em',
    'Transportadora',
  ])
  const values = sheet?.getRow(2).values
  expect(Array.isArray(values) && values.slice(1)).toEqual([
    expect.stringMatching(/^TE\d{9}BR$/),
    1063.55,
    new Date('2026-11-04T00:00:00Z'),
    2285,
    undefined,
    'Cadastrada',
    'Não',
    expect.any(Date),
    'Correios',
  ])
  const amounts = sheet?.getColumn(2).values.slice(2).map(Number) ?? []
  expect(amounts).toEqual([...amounts].sort((a, b) => b - a))
})

it('writes each language its own way', async () => {
  const desk = await createDesk()
  await desk.run(`${samples}/przesylki-inpost.csv`)
  const head = async (locale: 'pt-BR' | 'pl' | 'en') => {
    await desk.exports.run(
      {
        columns: ['code', 'status', 'declaredValue', 'postedOn'],
        query: { sort: { by: 'id', direction: 'asc' } },
        locale,
        file: `${locale}.csv`,
      },
      quiet(),
    )
    return readFileSync(join(desk.folder, `${locale}.csv`), 'utf8')
      .split('\r\n')
      .slice(0, 2)
  }
  expect(await head('pt-BR')).toEqual([
    '\ufeffCódigo de rastreamento;Situação;Valor declarado;Data de postagem',
    expect.stringMatching(/^6\d{23};Cadastrada;59,90;01\/11\/2026$/),
  ])
  expect(await head('pl')).toEqual([
    '\ufeffNumer przesyłki;Status;Wartość deklarowana;Data nadania',
    expect.stringMatching(/^6\d{23};Zarejestrowana;59,90;01\.11\.2026$/),
  ])
  expect(await head('en')).toEqual([
    '\ufeffTracking code;Status;Declared value;Posting date',
    expect.stringMatching(/^6\d{23};Registered;59.90;2026-11-01$/),
  ])
})

it('is read in again without a change, whichever the format', async () => {
  const desk = await createDesk()
  await desk.run(`${samples}/pedidos-loja.csv`)
  for (const file of ['tudo.xlsx', 'tudo.csv']) {
    expect(await desk.exports.run({ file }, quiet())).toMatchObject({ ok: true, value: { rows: 60 } })
    const summary = await desk.run(join(desk.folder, file))
    expect(summary.rejections).toEqual([])
    expect(summary).toMatchObject({ stored: 0, changed: 0, unchanged: 60 })
  }
})

it('writes named parcels only, and tells how far it is', async () => {
  const desk = await createDesk()
  await desk.run(`${samples}/codigos.txt`)
  const heard: unknown[] = []
  const done = await desk.exports.run(
    { selection: { kind: 'ids', ids: [1, 3] }, columns: ['code'], file: 'dois.csv' },
    { signal: new AbortController().signal, report: (at) => heard.push(at) },
  )
  expect(done).toMatchObject({ value: { rows: 2 } })
  expect(heard).toEqual([{ done: 2, total: 2 }])
})

it('leaves no file when it is stopped, can not be written or is of no known type', async () => {
  const desk = await createDesk()
  await desk.run(`${samples}/codigos.txt`)
  const stop = new AbortController()
  stop.abort()
  expect(
    await desk.exports.run({ file: 'parado.xlsx' }, { signal: stop.signal, report: () => undefined }),
  ).toMatchObject({ error: { code: 'cancelled' } })
  expect(existsSync(join(desk.folder, 'parado.xlsx'))).toBe(false)
  mkdirSync(join(desk.folder, 'pasta.xlsx', 'cheia'), { recursive: true })
  expect(await desk.exports.run({ file: 'pasta.xlsx' }, quiet())).toMatchObject({
    error: { code: 'file-locked', retryable: true },
  })
  expect(await desk.exports.run({ file: 'lista.pdf' }, quiet())).toMatchObject({ error: { code: 'file-type' } })
})

it('refuses more rows than a sheet holds before writing any', async () => {
  const exports = createExports({
    store: {
      read: {
        parcels: {
          countSelection: () => Promise.resolve(1_048_576),
          select: () => Promise.reject(new Error('not to be read')),
        },
      },
    },
    carriers: [],
    gate: filePaths('/nowhere'),
    asOf: () => ({ now: 0, today: '2026-11-22' }),
    foresee: () => Promise.reject(new Error('not to be read')),
    zone: 'UTC',
    locale: () => 'en',
  })
  expect(await exports.run({ file: 'a.xlsx' }, quiet())).toMatchObject({
    error: { code: 'too-many-rows', detail: { rows: 1_048_576, limit: 1_048_575 } },
  })
})

it('writes what a claim at the carrier asks for', async () => {
  const desk = await createDesk()
  await desk.run(`${samples}/pedidos-loja.csv`)
  const done = await desk.exports.run({ query: {}, set: 'claim', file: 'reclamacao.xlsx' }, quiet())
  expect(done).toMatchObject({ ok: true })
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(join(desk.folder, 'reclamacao.xlsx'))
  const titles = workbook.getWorksheet('Encomendas')?.getRow(1).values
  expect(titles).toEqual(
    expect.arrayContaining([
      ...['Código de rastreamento', 'Serviço', 'Data de postagem', 'Prazo de entrega', 'Último evento em'],
      ...['Último evento', 'Local do último evento', 'Dias úteis sem movimento', 'Destinatário', 'Logradouro', 'CEP'],
      ...['Valor declarado', 'Nota fiscal', 'Itens'],
    ]),
  )
  expect(titles).not.toContain('Observação')
})
