import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Composition } from '../../../src-main/compose.ts'
import type { Sandbox } from '../../../src-main/sandbox/sandbox.ts'
import { composeForTest, correiosSandbox, get, sandboxAccount, storeParcels } from '../../support/composition.ts'

const longest = 90_000

/** A shop whose carriers can't be reached: nothing listens at the sandbox's address until `plugIn`. */
async function pulledOut(parcels: number) {
  const made = await correiosSandbox(parcels)
  await made.sandbox.stop()
  return { ...made, plugIn: () => made.sandbox.start(Number(new URL(made.url).port)) }
}

/** Codes in the order in which the carrier was asked about them. */
const askedFor = (sandbox: Sandbox): string[] => [
  ...new Set(sandbox.ledger.since(0, 'correios').flatMap(({ codes }) => codes)),
]

const failures = async (despacho: Composition): Promise<number> =>
  (await get(despacho, 'parcels.window', { query: { filter: { failing: true } }, first: 0, limit: 1 })).total

it(
  'with the cable out everything here works, what is asked for is queued, and it drains in order on return',
  async () => {
    const { sandbox, url, parcels, plugIn } = await pulledOut(120)
    const despacho = await composeForTest({ sandboxUrl: url, needsNetwork: true, background: true })
    const { dataDir } = despacho
    despacho.setOnline(false)
    await get(despacho, 'accounts.save', sandboxAccount)
    expect(await get(despacho, 'sync.state', {})).toMatchObject({ online: false })

    const file = join(dataDir, 'pedidos.csv')
    const rows = parcels.map(({ code }, index) => `${code};${index % 2 === 0 ? 'Maria' : 'João'};Santos`)
    writeFileSync(file, ['Código de rastreio;Destinatário;Cidade', ...rows].join('\n'))
    expect(await get(despacho, 'imports.run', { files: [file] })).toMatchObject({ stored: parcels.length, rejected: 0 })

    const found = await get(despacho, 'parcels.search', { text: 'maria santos', limit: 500 })
    expect(found.rows).toHaveLength(Math.ceil(parcels.length / 2))
    const filter = { status: ['registered' as const], carrier: ['correios'] }
    expect((await get(despacho, 'parcels.window', { query: { filter }, first: 0, limit: 1 })).total).toBe(
      parcels.length,
    )
    const list = join(dataDir, 'lista.csv')
    expect(await get(despacho, 'parcels.export', { query: { text: 'maria' }, file: list })).toMatchObject({
      rows: found.rows.length,
    })
    expect(readFileSync(list, 'utf8').split('\n').filter(Boolean)).toHaveLength(found.rows.length + 1)
    const [, second, third, fourth] = found.rows
    if (!second || !third || !fourth) throw new Error('the shop is too small')
    await get(despacho, 'parcels.edit', { id: second.id, note: 'ligar amanhã' })

    // Each is asked for at a moment of its own; the last one first.
    for (const { id } of [fourth, second, third]) {
      const at = Date.now()
      const selection = { kind: 'ids', ids: [id] }
      expect(await get(despacho, 'sync.run', { selection })).toMatchObject({ queued: 1, checked: 0, failed: 0 })
      await expect.poll(() => Date.now(), { interval: 1 }).toBeGreaterThan(at)
    }
    expect(await get(despacho, 'sync.run', {})).toMatchObject({ queued: parcels.length })
    expect(await failures(despacho)).toBe(0)

    await plugIn()
    despacho.setOnline(true)
    await expect.poll(async () => (await get(despacho, 'sync.state', {})).due, { timeout: 30_000 }).toBe(0)
    const asked = askedFor(sandbox)
    expect(asked.slice(0, 3)).toEqual([fourth.code, second.code, third.code])
    expect(new Set(asked)).toEqual(new Set(parcels.map(({ code }) => code)))
    expect(await get(despacho, 'parcels.search', { text: 'maria', limit: 1 })).toMatchObject({
      rows: [{ checkedAt: expect.any(Number) }],
    })
    expect((await get(despacho, 'store.check', {})).found).toEqual([])
  },
  longest,
)

it(
  'what is queued outlives the application',
  async () => {
    const { sandbox, url, parcels, plugIn } = await pulledOut(40)
    const first = await composeForTest({ sandboxUrl: url, needsNetwork: true })
    await storeParcels(first, parcels)
    first.setOnline(false)
    await get(first, 'accounts.save', sandboxAccount)
    const { rows } = await get(first, 'parcels.search', { limit: 500 })
    const last = rows.at(-1)
    await get(first, 'sync.run', { selection: { kind: 'ids', ids: [last?.id] } })
    await first.stop()

    await plugIn()
    const second = await composeForTest({
      dataDir: first.dataDir,
      sandboxUrl: url,
      needsNetwork: true,
      background: true,
    })
    await get(second, 'accounts.save', { ...sandboxAccount, id: 1 })
    await expect.poll(async () => (await get(second, 'sync.state', {})).due, { timeout: 30_000 }).toBe(0)
    expect(askedFor(sandbox)[0]).toBe(last?.code)
  },
  longest,
)

it(
  'a cable that nobody noticed costs no wait: on return the carrier is asked at once, however often it failed',
  async () => {
    const { sandbox, url, parcels, plugIn } = await pulledOut(600)
    const despacho = await composeForTest({ sandboxUrl: url, needsNetwork: true, random: () => 0.5 })
    await storeParcels(despacho, parcels)
    await get(despacho, 'accounts.save', sandboxAccount)
    expect(await get(despacho, 'sync.run', {})).toMatchObject({ failed: parcels.length, checked: 0 })
    expect(await get(despacho, 'sync.state', {})).toMatchObject({
      carriers: [{ carrier: 'correios', state: 'down' }, {}],
    })

    despacho.setOnline(false)
    await plugIn()
    despacho.setOnline(true)
    await expect.poll(async () => (await get(despacho, 'sync.state', {})).due).toBe(parcels.length)
    expect(await get(despacho, 'sync.run', {})).toMatchObject({ failed: 0 })
    expect(new Set(askedFor(sandbox)).size).toBe(parcels.length)
    expect(await failures(despacho)).toBe(0)
  },
  longest,
)
