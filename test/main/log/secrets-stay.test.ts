import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ask, composeForTest, correiosSandbox, sandboxAccount, storeParcels } from '../../support/composition.ts'

const planted = 'PLANTED-segredo-çã-7391'

/** Everything that was written below a folder, as bytes. */
const written = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => ({ name: entry.name, bytes: readFileSync(join(entry.parentPath, entry.name)) }))

it('a secret is in the vault and nowhere else: not in the store, the log, a reply or an event', async () => {
  const { sandbox, url, parcels } = await correiosSandbox(40)
  const despacho = await composeForTest({ sandboxUrl: url })
  await storeParcels(despacho, parcels)
  const told: unknown[] = []
  despacho.engine.bus.listen((event) => told.push(event))
  const call = async (name: Parameters<typeof ask>[1], input: unknown) =>
    void told.push(await ask(despacho, name, input))

  // Refused by the sandbox, so that the secret also goes the way of errors.
  await call('accounts.save', { ...sandboxAccount, secrets: { accessCode: planted } })
  await call('accounts.check', { id: 1 })
  await call('sync.run', {})
  sandbox.faults.add({ carrier: 'correios', kind: 'html', times: 3 })
  await call('accounts.check', { id: 1 })
  await call('accounts.save', { ...sandboxAccount, id: 1, secrets: { accessCode: planted }, fields: { user: planted } })
  for (const name of ['accounts.list', 'app.info', 'sync.state', 'tasks.list', 'store.backup'] as const)
    await call(name, {})
  await despacho.stop()

  const spellings = [planted, encodeURIComponent(planted), Buffer.from(planted).toString('base64').replace(/=+$/, '')]
  const places = [
    ...written(despacho.dataDir),
    { name: 'replies and events', bytes: Buffer.from(JSON.stringify(told)) },
  ]
  expect(places.map(({ name }) => name)).toContain('test.log')
  for (const { name, bytes } of places) {
    for (const spelling of spellings) expect(bytes.includes(spelling), `${spelling} in ${name}`).toBe(false)
  }
}, 60_000)
