import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { fail, ok, type Result } from '../../domain/result.ts'
import type { StoreOpenFailure } from '../store.ts'
import { backUpBeforeMigration } from './backup.ts'
import { Connection } from './connection.ts'
import { migrations as allMigrations, newestVersion } from './migrations/index.ts'
import type { Migration } from './migrations/migration.ts'
import { forgetSearchStatistics, refreshStatistics } from './statistics.ts'
import { classify, messageOf } from './store-error.ts'

/** `Desp`: marks a file as Despacho's, so that no other program's database is taken for one. */
export const applicationId = 0x44657370

/** What the writer needs to open the file. */
export type OpenFileOptions = {
  readonly file: string
  readonly backups: string
  readonly now: number
  readonly nativeBinding?: string | undefined
  /** Stops at an older version; for the tests of migrations. */
  readonly upTo?: number | undefined
}

const writerCacheKiB = 16 * 1024

/** Opens the file for writing, in today's shape; leaves a file that is newer or not ours exactly as it was. */
export function openFile(options: OpenFileOptions): Result<Connection, StoreOpenFailure> {
  try {
    mkdirSync(dirname(options.file), { recursive: true })
    const refused = lookFirst(options)
    if (refused) return fail(refused)
  } catch (error) {
    return fail(failureOf(error))
  }
  return openForWriting(options)
}

function openForWriting(options: OpenFileOptions): Result<Connection, StoreOpenFailure> {
  let connection: Connection | null = null
  try {
    connection = new Connection({ ...options, readonly: false, cacheKiB: writerCacheKiB, sortsOnDisk: true })
    connection.useWriteAheadLog()
    const migrated = migrate(connection, options)
    if (migrated.ok) {
      forgetSearchStatistics(connection)
      return ok(connection)
    }
    connection.close()
    return migrated
  } catch (error) {
    connection?.close()
    return fail(failureOf(error))
  }
}

/** Reads the file's version before anything may write to it. */
function lookFirst(options: OpenFileOptions): StoreOpenFailure | null {
  if (!existsSync(options.file) || statSync(options.file).size === 0) return null
  const connection = new Connection({ ...options, readonly: true })
  try {
    const version = connection.pragma('user_version')
    const owner = connection.pragma('application_id')
    const tables = connection.number({ text: 'SELECT count(*) FROM sqlite_schema', values: [] })
    if (tables > 0 && owner !== applicationId) return { code: 'store-damaged', message: 'not a database of Despacho' }
    if (version > newestVersion) return { code: 'store-newer', version }
    if (version > 0 && tables === 0) return { code: 'store-damaged', message: 'the tables are missing' }
    return null
  } finally {
    connection.close()
  }
}

/** Brings the file to today's shape in one transaction, after a backup of what is there. */
function migrate(connection: Connection, options: OpenFileOptions): Result<null, StoreOpenFailure> {
  const from = connection.pragma('user_version')
  const steps = inOrder(allMigrations).filter(
    ({ version }) => version > from && version <= (options.upTo ?? newestVersion),
  )
  const last = steps.at(-1)
  if (!last) return ok(null)
  let backup: string | null = null
  try {
    if (from > 0) backup = backUpBeforeMigration(connection, options.backups, options.now)
    connection.database.pragma('foreign_keys = OFF')
    connection.transaction(() => {
      for (const step of steps) step.up(connection)
      const broken = connection.all({ text: 'PRAGMA foreign_key_check', values: [] })
      if (broken.length > 0) throw new Error(`${broken.length} rows refer to rows that are not there`)
      connection.database.pragma(`application_id = ${applicationId}`)
      connection.database.pragma(`user_version = ${last.version}`)
    })
    connection.forgetStatements()
    connection.database.pragma('foreign_keys = ON')
    refreshStatistics(connection, '0x10002')
    return ok(null)
  } catch (error) {
    if (classify(error) === 'corrupted') return fail({ code: 'store-damaged', message: messageOf(error) })
    return fail({ code: 'migration-failed', message: messageOf(error), backup })
  }
}

function inOrder(steps: readonly Migration[]): readonly Migration[] {
  steps.forEach((step, i) => {
    const before = steps[i - 1]
    if (before && before.version >= step.version)
      throw new Error(`migration ${step.version} is not above ${before.version}`)
  })
  return steps
}

const failureOf = (error: unknown): StoreOpenFailure =>
  classify(error) === 'corrupted'
    ? { code: 'store-damaged', message: messageOf(error) }
    : { code: 'store-unwritable', message: messageOf(error) }
