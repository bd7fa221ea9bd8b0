import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ask, composeForTest, correiosSandbox, get, sandboxAccount, storeParcels } from '../../support/composition.ts'

const longest = 60_000
const planted = 'PLANTED-segredo-çã-7391'
const person = {
  recipientName: 'Maria Aparecida Nogueira',
  document: '39053344705',
  email: 'maria.nogueira@exemplo.com.br',
  phone: '11987654321',
  street: 'Rua das Laranjeiras',
  city: 'Ubatuba',
  postalCode: '11680000',
  orderNumber: 'PED-884512',
}

it(
  'the support file tells how things stand, and nothing of a secret or a person',
  async () => {
    const { sandbox, url, parcels } = await correiosSandbox(30)
    const despacho = await composeForTest({ sandboxUrl: url })
    await storeParcels(
      despacho,
      parcels.map((parcel, index) => (index === 0 ? { ...parcel, ...person } : parcel)),
    )
    await get(despacho, 'accounts.save', {
      ...sandboxAccount,
      name: 'Conta da Nogueira',
      secrets: { accessCode: planted },
    })
    await ask(despacho, 'sync.run', {})
    await get(despacho, 'accounts.save', { ...sandboxAccount, id: 1, name: 'Conta da Nogueira' })
    sandbox.faults.add({ carrier: 'correios', kind: 'status', status: 503, times: 1 })
    await ask(despacho, 'sync.run', {})
    await get(despacho, 'store.backup', {})
    // What an error may repeat of a row, and of a secret.
    const { code } = parcels[0] ?? { code: '' }
    const row = `${Object.values(person).join(', ')}, ${code}, maria aparecida`
    despacho.log.error(
      { err: new Error(`no place for ${row}; ${planted}`), error: row, recipient: row },
      'a planted error',
    )

    const file = join(despacho.dataDir, 'suporte.json')
    const { collection, sections } = await get(despacho, 'support.collect', {})
    await get(despacho, 'support.save', { file, collection })
    const written = readFileSync(file, 'utf8')
    const saved = JSON.parse(written) as Record<string, unknown>
    for (const { id, lines } of sections) expect(saved[id], id).toEqual(lines)

    const lines = (id: string) => sections.find((section) => section.id === id)?.lines.join('\n') ?? ''
    expect(lines('versions')).toContain('despacho: 0.0.0')
    expect(lines('settings')).toMatch(/^stalledAfter in-transit: \d+$/m)
    expect(lines('counts')).toContain(`total: ${parcels.length}`)
    expect(lines('counts')).toMatch(/account 1: correios sandbox, secrets \d{4}-/)
    expect(lines('carriers')).toMatch(/correios\/1: state: up/)
    expect(lines('exchanges')).toMatch(/correios\/1 POST 127\.0\.0\.1:\d+\/token\S* 401 \d+ ms [1-9]\d* bytes/)
    expect(lines('exchanges')).toMatch(/POST \S+ 503 [^]* try 2\n/)
    expect(lines('check')).toContain('found: 0')
    expect(lines('log')).toContain('a planted error')
    expect(lines('log')).toMatch(/ {4}Error/)

    const base64 = Buffer.from(planted).toString('base64').replace(/=+$/, '')
    const names = person.recipientName.split(' ')
    const traces = [
      planted,
      base64,
      sandboxAccount.secrets.accessCode,
      ...Object.values(person),
      ...names,
      'Laranjeiras',
    ]
    for (const trace of [...traces, ...parcels.map((parcel) => parcel.code), '390.533.447-05'])
      expect(written.toLowerCase().includes(trace.toLowerCase()), trace).toBe(false)
  },
  longest,
)

it(
  'saves only what was looked at, without the parts that were left out',
  async () => {
    const despacho = await composeForTest()
    const file = join(despacho.dataDir, 'suporte.json')
    const first = await get(despacho, 'support.collect', {})
    await get(despacho, 'support.save', { file, collection: first.collection, sections: ['versions', 'check'] })
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      despacho: 'support',
      at: new Date(first.at).toISOString(),
      leftOut: ['settings', 'counts', 'carriers', 'exchanges', 'log'],
      versions: first.sections.find(({ id }) => id === 'versions')?.lines,
      check: first.sections.find(({ id }) => id === 'check')?.lines,
    })
    await get(despacho, 'support.collect', {})
    expect(await ask(despacho, 'support.save', { file, collection: first.collection })).toMatchObject({
      error: { code: 'collection-gone' },
    })
    const nowhere = join(despacho.dataDir, 'nowhere', 'suporte.json')
    expect(await ask(despacho, 'support.save', { file: nowhere })).toMatchObject({ error: { code: 'file-locked' } })
  },
  longest,
)

it(
  'a log that was cut or written by somebody else takes nothing away from the rest',
  async () => {
    const despacho = await composeForTest()
    mkdirSync(join(despacho.dataDir, 'logs'), { recursive: true })
    writeFileSync(join(despacho.dataDir, 'logs', 'main.log'), '{"level":30,"time":1,"pa\nnot json\n{"a":1}\n')
    const { sections } = await get(despacho, 'support.collect', {})
    const log = sections.find(({ id }) => id === 'log')?.lines ?? []
    expect(log).toContain('== main.log')
    expect(log.join('\n')).not.toContain('not json')
    expect(log.join('\n')).toContain('started')
  },
  longest,
)
