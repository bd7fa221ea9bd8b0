import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { ExaminedStore, RestoreFailure, RestoreReady, StoreSource } from '../store.ts'
import { backUp, backupFile, copiedAtKey, isSound, momentOf } from './backup.ts'
import { Connection } from './connection.ts'
import type { InspectorContext } from './inspector-context.ts'
import { takeLock } from './lock.ts'
import { applicationId, openFile } from './open-file.ts'
import { companions, decideFor, lookingFolder } from './restored-file.ts'
import { readStart } from './read-start.ts'
import { sql } from './sql.ts'
import { classify } from './store-error.ts'

/** A copy of a file that somebody wants to have back: opened, in today's shape, sound. */
type Looked = { readonly folder: string; readonly file: string; readonly examined: ExaminedStore }

const restoredKey = 'restored'

/** Looks at a file that might take the store's place, and at what would be lost. Changes neither. */
export function examineStore(
  context: InspectorContext,
  source: StoreSource,
  now: number,
): ExaminedStore | RestoreFailure {
  const looked = lookAt(context, source, now)
  if (typeof looked === 'string') return looked
  rmSync(looked.folder, { recursive: true, force: true })
  return looked.examined
}

/**
 * Makes everything ready for a file to take the store's place: a copy that was opened and checked, and a backup of what is
 * there today. The exchange itself happens when the store is closed.
 */
export async function restoreStore(
  context: InspectorContext,
  source: StoreSource,
  now: number,
): Promise<RestoreReady | RestoreFailure> {
  const looked = lookAt(context, source, now)
  if (typeof looked === 'string') return looked
  try {
    const { file, examined } = looked
    noteRestored(context, file, { at: now, takenAt: examined.takenAt, parcels: examined.parcels })
    const safety = await backUp(context, { reason: 'before-restore', now, keep: keptBeforeRestore })
    if (typeof safety === 'string') return safety
    decideFor(file, context.file)
    return { ...examined, safety }
  } finally {
    rmSync(looked.folder, { recursive: true, force: true })
  }
}

const keptBeforeRestore = 5

function lookAt(context: InspectorContext, source: StoreSource, now: number): Looked | RestoreFailure {
  const original = 'file' in source ? source.file : backupFile(context.backups, source.backup)
  if (original === null || !existsSync(original)) return 'copy-gone'
  let folder: string | null = null
  try {
    if (!isStore(original)) return 'not-a-store'
    if (isOpenElsewhere(original, context.nativeBinding)) return 'copy-in-use'
    mkdirSync(lookingFolder(context.file), { recursive: true })
    folder = mkdtempSync(join(lookingFolder(context.file), 'look-'))
    const looked = openCopy(context, original, folder, now)
    if (typeof looked === 'string') rmSync(folder, { recursive: true, force: true })
    return looked
  } catch (error) {
    if (folder !== null) rmSync(folder, { recursive: true, force: true })
    const kind = classify(error)
    if (kind === 'full') return 'disk-full'
    if (kind === 'corrupted') return 'copy-damaged'
    if (kind === 'unavailable' || kind === 'read-only') return 'copy-unreadable'
    throw error
  }
}

/** Copies a file with its log and brings the copy into today's shape; the original is never opened. */
function openCopy(context: InspectorContext, original: string, folder: string, now: number): Looked | RestoreFailure {
  const file = join(folder, 'despacho.sqlite')
  copyFileSync(original, file)
  if (existsSync(`${original}-wal`)) copyFileSync(`${original}-wal`, `${file}-wal`)
  const { size } = statSync(original)
  const opened = openFile({ file, backups: folder, now, nativeBinding: context.nativeBinding })
  if (!opened.ok) return failureOf[opened.error.code]
  const copy = opened.value
  try {
    copy.database.pragma('journal_mode = DELETE')
    if (!isSound(copy)) return 'copy-damaged'
    const copiedAt = copy.get(sql`SELECT value FROM preferences WHERE key = ${copiedAtKey}`)?.['value']
    copy.run(sql`DELETE FROM preferences WHERE key = ${copiedAtKey}`)
    const told = copiedAt === undefined ? null : Number(copiedAt)
    const takenAt = momentOf(basename(original)) ?? told ?? Math.round(statSync(original).mtimeMs)
    const version = readStart(original, 100).readInt32BE(60)
    const parcels = copy.number(sql`SELECT count(*) FROM parcels`)
    const accounts = copy.number(sql`SELECT count(*) FROM accounts`)
    copy.close()
    return { folder, file, examined: { takenAt, size, version, parcels, accounts, lost: lostBy(context, file) } }
  } finally {
    if (copy.database.open) copy.close()
    for (const ending of companions) rmSync(`${file}${ending}`, { force: true })
  }
}

const failureOf = {
  'store-newer': 'copy-newer',
  'store-damaged': 'copy-damaged',
  'migration-failed': 'copy-damaged',
  'store-unwritable': 'copy-unreadable',
  'store-in-use': 'copy-in-use',
} as const

/** What is in the store and not in the copy; null where the store itself can't be read through. */
function lostBy({ connection }: InspectorContext, copy: string): ExaminedStore['lost'] {
  connection.run(sql`ATTACH ${copy} AS chosen`)
  try {
    return {
      parcels: connection.number(sql`
        SELECT count(*) FROM main.parcels AS here
        WHERE NOT EXISTS (SELECT 1 FROM chosen.parcels AS there WHERE there.code = here.code)`),
      changed: connection.number(sql`
        SELECT count(*) FROM main.parcels AS here JOIN chosen.parcels AS there ON there.code = here.code
        WHERE here.updatedAt > there.updatedAt`),
      accounts: connection.number(sql`
        SELECT count(*) FROM main.accounts AS here
        WHERE NOT EXISTS (SELECT 1 FROM chosen.accounts AS there WHERE there.carrier = here.carrier AND there.name = here.name)`),
    }
  } catch (error) {
    if (classify(error) === 'corrupted') return null
    throw error
  } finally {
    connection.execute('DETACH chosen')
  }
}

/**
 * Writes into the copy that it was restored, and that no secret in this computer's keychain is known to belong to an
 * account that is not here as it is there: the same number may have been another contract's.
 */
function noteRestored({ connection, nativeBinding }: InspectorContext, file: string, note: object): void {
  const facts = sql`SELECT id, carrier, environment, fields, createdAt FROM accounts`
  const known = new Set(connection.all(facts).map((row) => JSON.stringify(row)))
  const copy = new Connection({ file, readonly: false, nativeBinding })
  try {
    copy.transaction(() => {
      for (const row of copy.all(facts)) {
        if (known.has(JSON.stringify(row))) continue
        copy.run(
          sql`UPDATE accounts SET secretsEnteredAt = NULL, nextSecretsEnteredAt = NULL WHERE id = ${row['id'] ?? null}`,
        )
      }
      copy.run(sql`INSERT OR REPLACE INTO preferences (key, value) VALUES (${restoredKey}, ${JSON.stringify(note)})`)
    })
  } finally {
    copy.close()
  }
}

/** By its first hundred bytes; where a log lies beside it, they may still be in that. */
function isStore(file: string): boolean {
  const start = readStart(file, 100)
  if (!start.toString('latin1').startsWith('SQLite format 3\0')) return false
  return existsSync(`${file}-wal`) || (start.length >= 72 && start.readUInt32BE(68) === applicationId)
}

/** Whether a running Despacho writes to it: what is copied under its hands is no one state. */
function isOpenElsewhere(file: string, nativeBinding: string | undefined): boolean {
  if (!existsSync(`${file}.lock`)) return false
  try {
    const lock = takeLock(`${file}.lock`, nativeBinding)
    lock?.release()
    return lock === null
  } catch {
    // A place that can't be written to: nobody has it open for writing.
    return false
  }
}
