import { parentPort, workerData } from 'node:worker_threads'
import { compose, type Composition } from './compose.ts'
import { openDemonstration, type Demonstration } from './demonstration.ts'
import { chooseLocale } from './domain/choose-locale.ts'
import type { Result } from './domain/result.ts'
import type { EngineStart, FromEngine, StoreOpenFailure, ToEngine } from './engine/engine-facts.ts'
import { createFileTokens } from './engine/file-tokens.ts'
import { serveThread } from './ipc/thread-port.ts'

/** The engine's thread: everything that is not a window. The main process never waits for it. */
async function run(port: NonNullable<typeof parentPort>, start: EngineStart): Promise<void> {
  const say = (fact: FromEngine) => port.postMessage(fact)
  const files = createFileTokens((token, path) => say({ kind: 'file', token, path }))

  const demonstration = start.demo ? await openDemonstration() : undefined
  const composed = await composeHere(start, files, demonstration)
  if (!composed.ok) {
    await demonstration?.stop()
    return say({ kind: 'refused', failure: composed.error })
  }
  const { engine, endpoint, stop, woke, setOnline } = composed.value
  engine.bus.listen(({ name, payload }) => say({ kind: 'event', name, payload }))
  serveThread(port, endpoint)

  port.on('message', (fact: ToEngine) => {
    switch (fact.kind) {
      case 'file':
        return files.add(fact.token, fact.path)
      case 'woke':
        return woke()
      case 'online':
        return setOnline(fact.online)
      case 'stop':
        return void end()
    }
  })
  const end = async () => {
    await stop()
    await demonstration?.stop()
    say({ kind: 'stopped' })
    port.close()
  }
  await demonstration?.fill(composed.value)
  say({ kind: 'started' })
}

function composeHere(
  start: EngineStart,
  files: ReturnType<typeof createFileTokens>,
  demonstration: Demonstration | undefined,
): Promise<Result<Composition, StoreOpenFailure>> {
  return compose({
    dataDir: start.dataDir,
    version: start.version,
    locale: chooseLocale(start.locale),
    part: 'engine',
    files,
    demo: start.demo,
    sandboxUrl: demonstration?.url ?? start.sandboxUrl,
    background: true,
    checkOutputs: start.checkOutputs,
    ...(demonstration && { clock: demonstration.clock, vault: demonstration.vault }),
    // Built, the store's thread lies beside this one; run from the sources, the store finds its own.
    ...(import.meta.url.endsWith('.js') && { storeProgram: new URL('./store.js', import.meta.url) }),
  })
}

if (!parentPort) throw new Error('the engine runs in a thread of the main process')
await run(parentPort, workerData as EngineStart)
