import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { procedureNames } from '../../../src-main/contract/index.ts'
import {
  composeForTest,
  correiosSandbox,
  folderForTest,
  get,
  sandboxAccount,
  storeParcels,
} from '../../support/composition.ts'
import { sourceFlags } from '../../../scripts/set-up/source-flags.mjs'

const program = fileURLToPath(new URL('../../../src-main/call.ts', import.meta.url))
const longest = 90_000

/** `npm run call -- …`, without npm. */
function start(args: readonly string[], cwd = folderForTest()) {
  const child = spawn(process.execPath, [...sourceFlags, program, ...args], { cwd, stdio: ['pipe', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { child, ended: ended.then(([out, err, [status]]) => ({ out, err, status: status as number | null })) }
}

async function call(args: readonly string[], { cwd, stdin }: { cwd?: string; stdin?: string } = {}) {
  const { child, ended } = start(args, cwd)
  child.stdin.end(stdin)
  const { out, err, status } = await ended
  return { answer: JSON.parse(out) as unknown, err, status }
}

it(
  'alone lists every procedure with its schemas, and how to call one',
  async () => {
    const { answer, err, status } = await call([])
    expect(Object.keys(answer as object)).toEqual(procedureNames)
    expect(answer).toMatchObject({
      'parcels.search': { kind: 'query', window: false, input: { required: ['limit'] }, errors: ['cursor-invalid'] },
      'sync.run': { kind: 'task', progress: { type: 'object' } },
      'files.open': { window: true },
    })
    expect(err).toContain('--data-dir')
    expect(status).toBe(0)
  },
  longest,
)

it(
  'answers in JSON, with files named by their paths, relative ones from where one stands',
  async () => {
    const cwd = folderForTest()
    writeFileSync(
      join(cwd, 'pedidos.csv'),
      'Código de rastreio;Destinatário\nAA123456785BR;Maria\nAA123456784BR;João\n',
    )
    const dataDir = join(cwd, 'data')
    const stored = await call(['imports.run', '{"files":["pedidos.csv"]}', '--data-dir', dataDir], { cwd })
    expect(stored).toMatchObject({
      status: 0,
      answer: { stored: 1, rejected: 1, report: expect.stringContaining(dataDir) },
    })
    const found = await call(['parcels.search', '-', '--data-dir', dataDir], { stdin: '{"text":"maria","limit":5}' })
    expect(found).toMatchObject({ status: 0, answer: { rows: [{ code: 'AA123456785BR' }], next: null } })
  },
  longest,
)

it.each([
  ['an unknown procedure', ['__proto__'], 'unknown_procedure'],
  ['a procedure that needs the window', ['files.open', '{}'], 'unknown_procedure'],
  ['no JSON', ['parcels.get', '{id:1}'], 'invalid_input'],
  ['JSON that was not quoted', ['parcels.get', '{"id":', '1}'], 'invalid_input'],
  ['a surplus field', ['tasks.list', '{"a":1}'], 'invalid_input'],
  ['what is not there', ['parcels.get', '{"id":1}'], 'parcel-unknown'],
])(
  'says what is wrong with %s, on both outputs',
  async (_, args, code) => {
    const { answer, err, status } = await call([...args, '--data-dir', folderForTest()])
    const { error } = answer as { error: { code: string; message: string } }
    expect(error.code).toBe(code)
    expect(err.trim()).toBe(error.message)
    expect(status).toBe(1)
  },
  longest,
)

it(
  'restores a file: what the command found is in place for the next one',
  async () => {
    const cwd = folderForTest()
    writeFileSync(join(cwd, 'pedidos.csv'), 'Código de rastreio\nAA123456785BR\n')
    const [old, data] = [join(cwd, 'old'), join(cwd, 'data')]
    await call(['imports.run', '{"files":["pedidos.csv"]}', '--data-dir', old], { cwd })
    await call(['store.copyTo', '{"file":"tudo.sqlite"}', '--data-dir', old], { cwd })
    const restored = await call(['store.restore', '{"file":"tudo.sqlite"}', '--data-dir', data], { cwd })
    expect(restored).toMatchObject({ status: 0, answer: { parcels: 1, safety: { reason: 'before-restore' } } })
    const found = await call(['parcels.counts', '{}', '--data-dir', data])
    expect(found).toMatchObject({ status: 0, answer: { total: 1 } })
    const refused = await call(['store.restore', '{"file":"pedidos.csv"}', '--data-dir', data], { cwd })
    expect(refused).toMatchObject({ status: 1, answer: { error: { code: 'not-a-store' } } })
  },
  longest,
)

it(
  'refuses while the application has the folder open',
  async () => {
    const { dataDir } = await composeForTest()
    const { answer, err, status } = await call(['tasks.list', '--data-dir', dataDir])
    expect(answer).toMatchObject({ error: { detail: { store: 'store-in-use' } } })
    expect(err).toContain('Another Despacho')
    expect(status).toBe(1)
  },
  longest,
)

it(
  'a run that is killed loses nothing: the next one finishes it',
  async () => {
    const { sandbox, url, parcels } = await correiosSandbox(240)
    const dataDir = folderForTest()
    // The vault of this test's account is not the keychain's, so the run that is killed is asked with InPost's public tracking.
    const shop = sandbox.journeys.truths({ carrier: 'inpost' }).map(({ code }) => code)
    const first = await composeForTest({ dataDir, sandboxUrl: url })
    const [sample] = parcels
    if (!sample) throw new Error('the sample is empty')
    await storeParcels(
      first,
      shop.map((code) => ({ ...sample, code, carrier: 'inpost', document: null, invoiceKey: null })),
    )
    await first.stop()

    const { child, ended } = start(['sync.run', '{}', '--data-dir', dataDir, '--sandbox', url])
    await expect.poll(() => sandbox.ledger.since(0, 'inpost').length, { timeout: longest }).toBeGreaterThan(2)
    child.kill('SIGKILL')
    await ended

    const second = await composeForTest({ dataDir, sandboxUrl: url })
    const { due } = await get(second, 'sync.state', {})
    const { rows } = await get(second, 'parcels.search', { limit: 1000 })
    expect(rows.filter(({ checkedAt }) => checkedAt === null)).toHaveLength(due)
    expect((await get(second, 'store.check', {})).found).toEqual([])
  },
  longest,
)

it(
  'Ctrl+C stops a task the way its stop button does',
  async () => {
    const { sandbox, url, parcels } = await correiosSandbox(240)
    const dataDir = folderForTest()
    const truths = sandbox.journeys.truths({ carrier: 'inpost' })
    const first = await composeForTest({ dataDir, sandboxUrl: url })
    const [sample] = parcels
    if (!sample) throw new Error('the sample is empty')
    await storeParcels(
      first,
      truths.map(({ code }) => ({ ...sample, code, carrier: 'inpost', document: null, invoiceKey: null })),
    )
    await get(first, 'accounts.save', sandboxAccount)
    await first.stop()

    const { child, ended } = start(['sync.run', '{}', '--data-dir', dataDir, '--sandbox', url])
    await expect.poll(() => sandbox.ledger.since(0, 'inpost').length, { timeout: longest }).toBeGreaterThan(1)
    child.kill('SIGINT')
    const { out, status } = await ended
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'cancelled' } })
    expect(status).toBe(1)
  },
  longest,
)
