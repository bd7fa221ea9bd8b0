import { expect, it, onTestFinished, vi } from 'vitest'
import type { EngineStart } from '../../../src-main/engine/engine-facts.ts'
import { startEngine, type EngineListeners } from '../../../src-main/ipc/engine-host.ts'
import { silentLog } from '../../../src-main/log/logger.ts'
import { composeForTest, folderForTest } from '../../support/composition.ts'

const longest = 60_000
const program = new URL('../../../src-main/engine-thread.ts', import.meta.url)
const script = (text: string) =>
  new URL(`data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads'; ${text}`)}`)

const facts = (more: Partial<EngineStart> = {}): EngineStart => ({
  dataDir: folderForTest(),
  version: '1.2.3',
  locale: 'pl-PL',
  demo: false,
  sandboxUrl: null,
  checkOutputs: true,
  ...more,
})

async function start(more: Partial<EngineStart> = {}, from = program) {
  const listeners = { event: vi.fn<EngineListeners['event']>(), file: vi.fn<EngineListeners['file']>(), died: vi.fn() }
  const started = await startEngine(from, facts(more), listeners, silentLog)
  if (started.ok) onTestFinished(() => started.value.stop())
  const ask = async (name: string, input: unknown = {}) =>
    started.ok ? started.value.endpoint({ name, input, sender: undefined }) : undefined
  return { started, ask, ...listeners }
}

it(
  'answers from its own thread, tells of what happens, and knows files by tokens alone',
  async () => {
    const { ask, event, file } = await start()
    expect(await ask('app.info')).toMatchObject({
      ok: true,
      value: { version: '1.2.3', demo: false, firstStart: true },
    })
    expect(await ask('settings.save', { theme: 'dark' })).toMatchObject({
      ok: true,
      value: { locale: 'pl', theme: 'dark' },
    })
    expect(event).toHaveBeenCalledWith('settings.changed', expect.objectContaining({ theme: 'dark' }))

    const pasted = await ask('files.paste', { text: 'AA123456785BR\n' })
    const [token, path] = file.mock.calls[0] ?? []
    expect(pasted).toMatchObject({ ok: true, value: { file: token } })
    expect(await ask('imports.inspect', { file: token })).toMatchObject({ ok: true })
    expect(await ask('imports.inspect', { file: path })).toMatchObject({ ok: false, error: { code: 'file-gone' } })
  },
  longest,
)

it(
  'knows a file that a person pointed at as soon as it was told',
  async () => {
    const { started, ask, file } = await start()
    await ask('files.paste', { text: 'AA123456785BR\n' })
    if (started.ok) started.value.tell({ kind: 'file', token: 'of-a-dialog', path: file.mock.calls[0]?.[1] ?? '' })
    expect(await ask('imports.inspect', { file: 'of-a-dialog' })).toMatchObject({ ok: true })
  },
  longest,
)

it(
  'says why it can’t open the store',
  async () => {
    const { dataDir } = await composeForTest()
    const { started } = await start({ dataDir })
    expect(started).toEqual({ ok: false, error: { code: 'store-in-use' } })
  },
  longest,
)

it(
  'is noticed when it falls, and what was open is answered',
  async () => {
    const falls =
      "parentPort.on('message', () => { throw new Error('fell') }); parentPort.postMessage({ kind: 'started' })"
    const { ask, died } = await start({}, script(falls))
    expect(await ask('app.info')).toMatchObject({ ok: false, error: { code: 'internal', retryable: true } })
    await vi.waitFor(() => expect(died).toHaveBeenCalledOnce())
  },
  longest,
)

it(
  'is not waited for when it falls before it is ready',
  async () => {
    await expect(start({}, script("throw new Error('at once')"))).rejects.toThrow('at once')
  },
  longest,
)
