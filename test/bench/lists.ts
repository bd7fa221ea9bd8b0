import { join } from 'node:path'
import Database from 'better-sqlite3'
import { compose } from '../../src-main/compose.ts'
import type { InputOf } from '../../src-main/contract/define.ts'
import type { contract } from '../../src-main/contract/index.ts'
import { filePaths } from '../../src-main/engine/file-paths.ts'
import type { Endpoint } from '../../src-main/ipc/endpoint.ts'
import { createMemoryVault } from '../../src-main/secrets/memory-vault.ts'
import { storeFileName } from '../../src-main/store/sqlite/open-store.ts'
import { percentile, rounded, timed, type Figure, type Line } from './figure.ts'
import { benchNow, filledStore } from './filled-store.ts'
import { codeOf } from './made-parcels.ts'

const page = 200

type Search = InputOf<(typeof contract)['parcels.search']>
type Window = InputOf<(typeof contract)['parcels.window']>

/** One question, through the contract and as the SQL that somebody would write who needs nothing but these rows. */
type Question = {
  readonly kind: string
  readonly ask:
    | { readonly name: 'parcels.search'; readonly input: Search }
    | { readonly name: 'parcels.window'; readonly input: Window }
  readonly sql: string
  readonly values: readonly (string | number)[]
}

const everything = 'SELECT * FROM parcels'

function listQuestions(size: number): Question[] {
  const search = (
    kind: string,
    input: Omit<Search, 'limit'>,
    sql: string,
    values: readonly (string | number)[] = [],
  ): Question => ({
    kind,
    ask: { name: 'parcels.search', input: { ...input, limit: page } },
    sql: `${sql} LIMIT ${page}`,
    values,
  })
  const jumps = Array.from({ length: 12 }, (_, i) => Math.floor((size * (i + 0.5)) / 12))
  return [
    search('newest', {}, `${everything} ORDER BY id DESC`),
    search(
      'by-status',
      { filter: { status: ['in-transit'] } },
      `${everything} WHERE status = 'in-transit' ORDER BY id DESC`,
    ),
    search('rare-status', { filter: { status: ['lost'] } }, `${everything} WHERE status = 'lost' ORDER BY id DESC`),
    search('by-name', { sort: { by: 'recipientName', direction: 'asc' } }, `${everything} ORDER BY recipientName, id`),
    search(
      'by-last-event',
      { sort: { by: 'lastEventAt', direction: 'desc' } },
      `${everything} ORDER BY lastEventAt DESC, id DESC`,
    ),
    search(
      'status-by-city',
      { filter: { status: ['delivered'] }, sort: { by: 'city', direction: 'asc' } },
      `${everything} WHERE status = 'delivered' ORDER BY city, id`,
    ),
    search(
      'two-filters',
      { filter: { status: ['in-transit', 'posted'], state: ['PR', 'MG'] } },
      `${everything} WHERE status IN ('in-transit', 'posted') AND state IN ('PR', 'MG') ORDER BY id DESC`,
    ),
    search(
      'late',
      { filter: { late: true } },
      `${everything} WHERE (promisedOn < date('now') AND status NOT IN ('delivered', 'returned', 'lost', 'cancelled')) OR deliveredOn > promisedOn ORDER BY id DESC`,
    ),
    ...jumps.map((first): Question => ({
      kind: 'jump',
      ask: { name: 'parcels.window', input: { query: {}, first, limit: page } },
      sql: `${everything} WHERE id <= ? ORDER BY id DESC LIMIT ${page}`,
      values: [size - first],
    })),
    ...jumps.map((first): Question => ({
      kind: 'jump-by-name',
      ask: {
        name: 'parcels.window',
        input: { query: { sort: { by: 'recipientName', direction: 'asc' } }, first, limit: page },
      },
      sql: `${everything} WHERE id IN (SELECT id FROM parcels ORDER BY recipientName, id LIMIT ${page} OFFSET ?)`,
      values: [first],
    })),
  ]
}

/** What people type, letter by letter. */
const typed = ['maria', 'conceicao', 'joao silva', 'brandao', 'curitiba', 'nogueira lima', 'ana.souza', 'icaro']

function searchQuestions(size: number): Question[] {
  const codes = [7, 77, 777, 7777].map((n) => codeOf(n % size))
  const orders = [1, 22, 333].map((n) => `PED-${100_000 + (n % size)}`)
  const texts = [...typed, ...codes, ...orders].flatMap((text) =>
    Array.from({ length: text.length - 2 }, (_, i) => text.slice(0, i + 3)).filter((part) => part.trim() === part),
  )
  return texts.map((text) => ({
    kind: 'search',
    ask: { name: 'parcels.search', input: { text, limit: page } },
    sql: `SELECT p.* FROM parcels_fts f JOIN parcels p ON p.id = f.rowid WHERE f.parcels_fts MATCH ? ORDER BY f.rowid DESC LIMIT ${page}`,
    values: [
      text
        .split(' ')
        .filter((word) => word.length > 2)
        .map((word) => `"${word}"`)
        .join(' AND '),
    ],
  }))
}

/** Each question some times, the first among them: a person asks once. */
async function measureAll(
  figure: string,
  size: number,
  questions: readonly Question[],
  endpoint: Endpoint,
  bare: Database.Database,
  rounds: number,
): Promise<Line[]> {
  const ours = new Map<string, number[]>()
  const theirs = new Map<string, number[]>()
  const keep = (into: Map<string, number[]>, kind: string, ms: number) =>
    into.set(kind, [...(into.get(kind) ?? []), ms])
  for (let round = 0; round < rounds; round++) {
    for (const { kind, ask, sql, values } of questions) {
      const asked = await timed(() => endpoint({ ...ask, sender: undefined }))
      if (!asked.value.ok) throw new Error(`${kind}: ${asked.value.error.message}`)
      keep(ours, kind, asked.ms)
      keep(theirs, kind, (await timed(() => bare.prepare(sql).all(...values))).ms)
    }
  }
  const kinds = [...ours.keys()]
  const lineOf = (kind: string, mine: readonly number[], bareTimes: readonly number[]): Line => ({
    figure,
    size,
    kind,
    times: mine.length,
    p50Ms: rounded(percentile(mine, 0.5)),
    p95Ms: rounded(percentile(mine, 0.95)),
    bareP50Ms: rounded(percentile(bareTimes, 0.5)),
    bareP95Ms: rounded(percentile(bareTimes, 0.95)),
  })
  const all = (times: Map<string, number[]>) => [...times.values()].flat()
  const lines = kinds.map((kind) => lineOf(kind, ours.get(kind) ?? [], theirs.get(kind) ?? []))
  return kinds.length > 1 ? [...lines, lineOf('all', all(ours), all(theirs))] : lines
}

const pieces = 'SELECT count(DISTINCT segid) FROM parcels_fts_idx'
const secondsToMerge = 120

/** Waits until the pieces that an import left of the search index are merged, which happens while nobody asks anything. */
async function searchIndexMerged(bare: Database.Database): Promise<void> {
  for (let second = 0; second < secondsToMerge; second++) {
    if (Number(bare.prepare(pieces).pluck().get()) < 4) return
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
  throw new Error('the search index was not merged')
}

/** Pages and searches through the contract's dispatcher and the store's threads, against bare SQL in this process. */
export const lists: Figure = {
  name: 'lists',
  async measure(size, folder) {
    const dataDir = await filledStore(folder, size)
    const clock = { now: () => benchNow, sleep: () => Promise.resolve() }
    const composed = await compose({
      dataDir,
      version: '0',
      locale: 'en',
      part: 'bench',
      files: filePaths(folder),
      background: false,
      checkOutputs: false,
      clock,
      vault: createMemoryVault(),
    })
    if (!composed.ok) throw new Error(composed.error.code)
    const bare = new Database(join(dataDir, storeFileName), { readonly: true })
    bare.pragma('cache_size = -65536')
    const { endpoint, stop } = composed.value
    try {
      const afterImport = await measureAll('search-after-import', size, searchQuestions(size), endpoint, bare, 3)
      await searchIndexMerged(bare)
      return [
        ...afterImport,
        ...(await measureAll('list-page', size, listQuestions(size), endpoint, bare, 15)),
        ...(await measureAll('search', size, searchQuestions(size), endpoint, bare, 3)),
      ]
    } finally {
      bare.close()
      await stop()
    }
  },
}
