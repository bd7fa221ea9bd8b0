import { dirname, join, resolve } from 'node:path'
import { mkdirSync } from 'node:fs'
import { systemClock, type Clock } from '../../domain/clock.ts'
import { fail, ok, type Result } from '../../domain/result.ts'
import type { Store, StoreOpenFailure } from '../store.ts'
import { sqliteStore } from './sqlite-store.ts'
import { messageOf } from './store-error.ts'
import type { StoreLog } from './store-thread.ts'
import { ThreadPool } from './thread-pool.ts'

/** Which file is opened and with what. */
export type OpenStoreOptions = ({ readonly dir: string } | { readonly file: string }) & {
  /** The thread's module. The bundled application has its own place for it. */
  readonly workerUrl?: URL | undefined
  /** SQLite's addon built for this runtime, where the one in the package does not fit it. */
  readonly nativeBinding?: string | undefined
  readonly clock?: Clock | undefined
  readonly log?: StoreLog | undefined
  /** Threads that lists are read on. */
  readonly readers?: number | undefined
}

/** Name of the database in the folder of the application's data. */
export const storeFileName = 'despacho.sqlite'

const silent: StoreLog = { warn: () => {}, error: () => {} }

/**
 * Opens the SQLite store: takes the file's lock, brings the file into today's shape after a backup, starts the threads.
 * Copies are kept in `backups/` beside the file.
 */
export async function openStore(options: OpenStoreOptions): Promise<Result<Store, StoreOpenFailure>> {
  const file = resolve('file' in options ? options.file : join(options.dir, storeFileName))
  try {
    // For its owner alone: it holds customers' names and addresses. A folder that is there keeps its rights.
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  } catch (error) {
    return fail({ code: 'store-unwritable', message: messageOf(error) })
  }
  const pool = await ThreadPool.open({
    url: options.workerUrl ?? new URL('./worker.ts', import.meta.url),
    start: {
      file,
      backups: join(dirname(file), 'backups'),
      now: (options.clock ?? systemClock).now(),
      nativeBinding: options.nativeBinding,
    },
    readers: options.readers ?? 2,
    log: options.log ?? silent,
  })
  return pool instanceof ThreadPool ? ok(sqliteStore(pool)) : fail(pool)
}
