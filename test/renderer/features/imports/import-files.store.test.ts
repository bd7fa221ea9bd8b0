import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { useImportFilesStore } from '../../../../src-renderer/features/imports/import-files.store.ts'
import type { ImportInspection } from '../../../../src-renderer/features/imports/import-types.ts'
import { FakeBridge } from '../../support/fake-bridge.ts'
import { check, inspection, mapping } from './import-fixtures.ts'

const file = (name: string) => ({ file: name, name: `${name}.csv`, size: 10 })
const summary = { stored: 5, changed: 2, unchanged: 1, rejected: 2, report: 'report', files: [], rejections: [] }
let bridge: FakeBridge
let found: Record<string, Partial<ImportInspection>>

beforeEach(() => {
  found = {}
  setActivePinia(createPinia())
  bridge = FakeBridge.install()
    .answer('imports.presets', () => [])
    .answer('imports.inspect', ({ file: name, options }: { file: string; options: object }) => ({
      ...inspection,
      ...found[name],
      ...options,
    }))
    .answer('imports.check', () => check)
    .answer('imports.run', () => summary)
})

describe('an import', () => {
  it('shows the columns of a file that nobody knows, then checks, then stores what was said', async () => {
    const store = useImportFilesStore()
    await store.begin([file('a')])
    expect(store.step).toBe('columns')
    await store.check()
    expect(store.totals.new).toBe(5)
    store.decide(store.files, 'keep')
    await store.store()
    expect(store.step).toBe('done')
    expect(bridge.payloadsOf('imports.run')).toEqual([{ files: ['a'], options: {}, mapping, changes: 'keep' }])
  })

  it('checks at once when a preset fits', async () => {
    found['a'] = { preset: { id: 1, name: 'Loja', missing: [], added: [], changes: 'ask' } }
    const store = useImportFilesStore()
    await store.begin([file('a')])
    expect(store.step).toBe('check')
    expect(bridge.payloadsOf('imports.check')).toHaveLength(1)
  })

  it('does what each preset says with rows that differ, unless it is said otherwise for these files', async () => {
    const preset = { id: 1, name: 'Loja', missing: [], added: [], changes: 'keep' as const }
    found['a'] = { preset }
    found['b'] = { preset: { ...preset, id: 2, name: 'ERP', changes: 'accept' } }
    const store = useImportFilesStore()
    await store.begin([file('a'), file('b')])
    await store.store()
    expect(bridge.payloadsOf('imports.run')).toMatchObject([
      { files: ['a'], changes: 'keep' },
      { files: ['b'], changes: 'accept' },
    ])
    expect(store.summaries.map(({ changes }) => changes)).toEqual(['keep', 'accept'])

    await store.begin([file('a')])
    await store.check()
    store.decide(store.files, 'accept')
    await store.store()
    expect(bridge.payloadsOf('imports.run').at(-1)).toMatchObject({ files: ['a'], changes: 'accept' })
  })

  it('keeps a decision in the preset, and goes by it for the file at once', async () => {
    bridge.answer('imports.savePreset', () => ({ id: 7 }))
    const store = useImportFilesStore()
    await store.begin([file('a')])
    if (store.current) expect(await store.savePreset(store.current, 'Loja', 'keep')).toBeNull()
    expect(bridge.payloadsOf('imports.savePreset')).toMatchObject([{ name: 'Loja', changes: 'keep' }])
    await store.check()
    await store.store()
    expect(bridge.payloadsOf('imports.run')).toMatchObject([{ changes: 'keep' }])
  })

  it('stays with the files when none can be read, and says why', async () => {
    bridge.refuse('imports.inspect', { code: 'internal', message: 'x', retryable: false })
    const store = useImportFilesStore()
    await store.begin([file('a')])
    expect(store.step).toBe('file')
    expect(store.files[0]?.trouble?.code).toBe('internal')
  })

  it('goes on without a file that can’t be read', async () => {
    bridge.answer('imports.inspect', ({ file: name }: { file: string }) => (name === 'a' ? inspection : null))
    const store = useImportFilesStore()
    await store.begin([file('a')])
    bridge.refuse('imports.inspect', { code: 'internal', message: 'x', retryable: false })
    await store.begin([file('b')])
    await store.check()
    await store.store()
    expect(bridge.payloadsOf('imports.run')).toMatchObject([{ files: ['a'] }])
  })

  it('asks for the code column before going on', async () => {
    const store = useImportFilesStore()
    await store.begin([file('a')])
    const [first] = store.files
    if (first) store.setField(first, 0, null)
    expect(store.codeless?.name).toBe('a.csv')
  })

  it('reads the file again when its separator is said, and keeps the units', async () => {
    const store = useImportFilesStore()
    await store.begin([file('a')])
    if (store.current) store.setMapping(store.current, { weightUnit: 'g' })
    if (store.current) await store.setOptions(store.current, { delimiter: ',' })
    expect(bridge.payloadsOf('imports.inspect').at(-1)).toEqual({ file: 'a', options: { delimiter: ',' } })
    expect(store.current?.mapping?.weightUnit).toBe('g')
  })

  it('reads files with the same titles alike, and stores them in one go with one report', async () => {
    const store = useImportFilesStore()
    await store.begin([file('a'), file('b')])
    if (store.current) store.setField(store.current, 2, 'note')
    expect(store.current && store.alike(store.current).map(({ name }) => name)).toEqual(['b.csv'])
    if (store.current) store.spread(store.current)
    await store.check()
    await store.store()
    expect(bridge.payloadsOf('imports.run')).toMatchObject([{ files: ['a', 'b'] }])
  })

  it('keeps codes of no known carrier only when told to, and checks again', async () => {
    bridge.answer('imports.check', () => ({ ...check, unknownCodes: 3 }))
    const store = useImportFilesStore()
    await store.begin([file('a')])
    await store.check()
    await store.keepUnknownCodes()
    expect(bridge.payloadsOf('imports.check')).toMatchObject([
      { mapping },
      { mapping: { ...mapping, defaultCarrier: 'unknown' } },
    ])
  })

  it('goes back to the columns when the check is stopped', async () => {
    bridge.refuse('imports.check', { code: 'cancelled', message: '', retryable: false })
    const store = useImportFilesStore()
    await store.begin([file('a')])
    await store.check()
    expect(store.step).toBe('columns')
  })

  it('stays at the check when storing is stopped: nothing was stored', async () => {
    bridge.refuse('imports.run', { code: 'cancelled', message: '', retryable: false })
    const store = useImportFilesStore()
    await store.begin([file('a')])
    await store.check()
    await store.store()
    expect([store.step, store.stopped, store.summaries.length]).toEqual(['check', true, 0])
  })

  it('begins anew with the files that come after it is done', async () => {
    const store = useImportFilesStore()
    await store.begin([file('a')])
    await store.check()
    await store.store()
    await store.begin([file('b')])
    expect(store.files.map(({ name }) => name)).toEqual(['b.csv'])
  })
})
