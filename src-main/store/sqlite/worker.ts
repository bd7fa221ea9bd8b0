import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import { fail } from '../../domain/result.ts'
import { Connection } from './connection.ts'
import { ListMemory } from './list-memory.ts'
import { takeLock } from './lock.ts'
import { lookAheadOf } from './look-ahead.ts'
import { inspectorMethods, readerMethods, writerMethods } from './methods.ts'
import { openFile } from './open-file.ts'
import type { Message, Request, ThreadStart } from './protocol.ts'
import { refreshStatistics } from './statistics.ts'
import { putRestoredInPlace } from './restored-file.ts'
import { classify, messageOf } from './store-error.ts'
import { shortenLog } from './upkeep.ts'
import type { StoreOpenFailure } from '../store.ts'

/** A thread's methods with their context filled in, and what ends it. */
type Service = {
  call(method: string, args: readonly unknown[]): unknown
  /** After a call was answered. */
  rest(): void
  close(): void
}

type Method = (context: unknown, ...args: readonly unknown[]) => unknown

/** Callers are typed by `MethodsOf`, so names and arguments fit; a name that is none is a bug and says so. */
function serve(methods: object, context: unknown, close: () => void, rest: () => void = () => {}): Service {
  const table = new Map(Object.entries(methods) as [string, Method][])
  return {
    call(method, args) {
      const found = table.get(method)
      if (!found) throw new Error('no such method')
      return found(context, ...args)
    },
    rest,
    close,
  }
}

const readerCacheKiB = 24 * 1024

function startReader(start: ThreadStart): Service {
  const connection = new Connection({ ...start, readonly: true, cacheKiB: readerCacheKiB })
  const lists = new ListMemory(connection)
  const ahead = lookAheadOf(lists)
  const close = () => {
    ahead.stop()
    connection.close()
  }
  return serve(readerMethods, { connection, lists, backups: start.backups }, close, ahead.go)
}

function startInspector(start: ThreadStart): Service {
  const connection = new Connection({ ...start, readonly: true })
  return serve(inspectorMethods, { ...start, connection }, () => connection.close())
}

function startWriter(start: ThreadStart): Service | StoreOpenFailure {
  const lock = takeLock(`${start.file}.lock`, start.nativeBinding)
  if (!lock) return { code: 'store-in-use' }
  const opened = openInPlace(start)
  if (!opened.ok) {
    lock.release()
    return opened.error
  }
  const connection = opened.value
  const context = { connection, import: null }
  const close = () => {
    writerMethods.rollbackImport(context)
    refreshStatistics(connection)
    connection.close()
    // What can't be put in place now is when the store is opened the next time.
    attempt(() => putRestoredInPlace(start.file))
    lock.release()
  }
  return serve(writerMethods, context, close, () => shortenLog(context))
}

/** A restored file takes the store's place before anything is opened. */
function openInPlace(start: ThreadStart): ReturnType<typeof openFile> {
  try {
    putRestoredInPlace(start.file)
  } catch (error) {
    return fail({ code: 'store-unwritable', message: messageOf(error) })
  }
  return openFile(start)
}

function attempt(work: () => void): void {
  try {
    work()
  } catch {
    keepGoing()
  }
}

function startService(start: ThreadStart): Service | StoreOpenFailure {
  try {
    if (start.role === 'writer') return startWriter(start)
    return start.role === 'reader' ? startReader(start) : startInspector(start)
  } catch (error) {
    const message = messageOf(error)
    return classify(error) === 'corrupted' ? { code: 'store-damaged', message } : { code: 'store-unwritable', message }
  }
}

async function answer(service: Service, { id, method, args }: Request): Promise<Message> {
  const began = performance.now()
  try {
    const value = await service.call(method, args)
    return { kind: 'value', id, value, ms: performance.now() - began }
  } catch (error) {
    return {
      kind: 'error',
      id,
      error: { kind: classify(error), message: messageOf(error) },
      ms: performance.now() - began,
    }
  }
}

/** What could not be tidied up after a call is tried again after the next. */
const keepGoing = () => {}

/** Opens, then answers calls until it is told to close. */
function run(port: MessagePort): void {
  const say = (message: Message) => port.postMessage(message)
  port.once('message', () => {
    const service = startService(workerData as ThreadStart)
    if ('code' in service) {
      say({ kind: 'refused', failure: service })
      port.close()
      return
    }
    port.on('message', (request: Request | 'close') => {
      if (request !== 'close') void answer(service, request).then(say).then(service.rest).catch(keepGoing)
      else {
        service.close()
        port.close()
      }
    })
    say({ kind: 'ready' })
  })
}

if (parentPort) run(parentPort)
