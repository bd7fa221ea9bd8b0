import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { StoreBackup, StoreCopy } from '../store.ts'
import { Connection } from './connection.ts'
import type { InspectorContext } from './inspector-context.ts'
import type { ReaderContext } from './reader-context.ts'
import { companions } from './restored-file.ts'
import { sql } from './sql.ts'
import { classify } from './store-error.ts'

/** Which backup is asked for, and how many of its kind stay. */
export type BackupOrder = {
  readonly reason: Exclude<StoreBackup['reason'], 'before-migration'>
  readonly now: number
  readonly keep: number
}

/** In a copy that travels: when it was made, for its name may be another one by then. */
export const copiedAtKey = 'copiedAt'

const reasons = ['daily', 'by-hand', 'before-migration', 'before-restore'] as const

const keptBeforeMigration = 5

/** Everything that is known of a backup is in its name: a list of them opens none. */
const nameOf = (at: number, reason: StoreBackup['reason'], parcels: number): string =>
  `despacho-${new Date(at).toISOString().replaceAll(':', '-')}-${reason}-${parcels}.sqlite`

const named =
  /^despacho-(\d{4}-\d{2}-\d{2}T)(\d{2})-(\d{2})-(\d{2}\.\d{3}Z)-(daily|by-hand|before-migration|before-restore)-(\d+)\.sqlite$/

/** Reads of the copies' folder. */
export const backupReader = { listBackups: (context: ReaderContext): StoreBackup[] => listBackups(context.backups) }

/** The backups in a folder, newest first. */
function listBackups(folder: string): StoreBackup[] {
  const backups: StoreBackup[] = []
  for (const name of namesIn(folder)) {
    const [, , , , , reason, parcels] = named.exec(name) ?? []
    const known = reasons.find((one) => one === reason)
    const at = momentOf(name)
    if (!known || at === null) continue
    const { size } = statSync(join(folder, name))
    backups.push({ name, at, size, parcels: Number(parcels), reason: known })
  }
  return backups.sort((a, b) => b.at - a.at)
}

/** When a backup was made, by its name; null for another name. */
export function momentOf(name: string): number | null {
  const [, day, hour, minute, second] = named.exec(name) ?? []
  return day === undefined ? null : Date.parse(`${day}${hour}:${minute}:${second}`)
}

/** The path of a backup, or null where there is none of this name. */
export const backupFile = (folder: string, name: string): string | null =>
  listBackups(folder).some((backup) => backup.name === name) ? join(folder, name) : null

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Copies the store as it is at one moment while others write to it, and keeps the copy only when it proves sound. */
export async function backUp(
  context: InspectorContext,
  order: BackupOrder,
): Promise<StoreBackup | 'disk-full' | 'backup-unsound'> {
  const { backups } = context
  mkdirSync(backups, { recursive: true })
  // What is given up is kept as it is: an unsound copy is better than none.
  const sound = order.reason !== 'before-restore'
  const unfinished = join(backups, `.unfinished-${process.pid}-${order.now}.sqlite`)
  return copied(context, { unfinished, sound }, (parcels) => {
    const name = nameOf(order.now, order.reason, parcels)
    renameSync(unfinished, join(backups, name))
    prune(backups, order.reason, order.keep)
    return { name, at: order.now, size: statSync(join(backups, name)).size, parcels, reason: order.reason }
  })
}

/** The same to a place that somebody chose, on whatever disk; a file of that name is replaced only by a sound copy. */
export async function copyTo(
  context: InspectorContext,
  path: string,
  now: number,
): Promise<StoreCopy | 'disk-full' | 'backup-unsound' | 'place-unwritable'> {
  if (!existsSync(dirname(path))) return 'place-unwritable'
  try {
    const unfinished = join(dirname(path), `.${basename(path)}.unfinished`)
    return await copied(context, { unfinished, sound: true }, (parcels) => {
      const copy = new Connection({ file: unfinished, readonly: false, nativeBinding: context.nativeBinding })
      copy.run(sql`INSERT OR REPLACE INTO preferences (key, value) VALUES (${copiedAtKey}, ${String(now)})`)
      copy.close()
      renameSync(unfinished, path)
      return { size: statSync(path).size, parcels }
    })
  } catch (error) {
    const kind = classify(error)
    if (kind === 'unavailable' || kind === 'read-only') return 'place-unwritable'
    throw error
  }
}

async function copied<T>(
  { connection, nativeBinding }: InspectorContext,
  { unfinished, sound }: { unfinished: string; sound: boolean },
  keep: (parcels: number) => T,
): Promise<T | 'disk-full' | 'backup-unsound'> {
  try {
    const everyPage = 0x7fff_ffff
    await connection.database.backup(unfinished, { progress: () => everyPage })
    const parcels = soundParcels(unfinished, nativeBinding)
    return parcels === null && sound ? 'backup-unsound' : keep(parcels ?? 0)
  } catch (error) {
    const kind = classify(error)
    if (kind === 'full') return 'disk-full'
    if (kind === 'corrupted') return 'backup-unsound'
    throw error
  } finally {
    for (const ending of ['', ...companions]) rmSync(`${unfinished}${ending}`, { force: true })
  }
}

/** Copies the file before its shape is changed. Answers the copy's path. */
export function backUpBeforeMigration(connection: Connection, folder: string, now: number): string {
  mkdirSync(folder, { recursive: true })
  const parcels = connection.number(sql`SELECT count(*) FROM parcels`)
  const file = join(folder, nameOf(now, 'before-migration', parcels))
  rmSync(file, { force: true })
  connection.run(sql`VACUUM INTO ${file}`)
  prune(folder, 'before-migration', keptBeforeMigration, basename(file))
  return file
}

/** Opens a copy, goes through it, and answers how many parcels it has; null when it is not sound. */
function soundParcels(file: string, nativeBinding: string | undefined): number | null {
  const copy = new Connection({ file, readonly: false, nativeBinding })
  try {
    copy.database.pragma('journal_mode = DELETE')
    return isSound(copy) ? copy.number(sql`SELECT count(*) FROM parcels`) : null
  } catch (error) {
    if (classify(error) === 'corrupted') return null
    throw error
  } finally {
    copy.close()
  }
}

/** Goes through a whole copy: its pages, and whether its parcels are as many as were counted. */
export function isSound(copy: Connection): boolean {
  if (copy.database.pragma('quick_check', { simple: true }) !== 'ok') return false
  const parcels = copy.number(sql`SELECT count(*) FROM parcels`)
  return parcels === copy.number(sql`SELECT coalesce(sum(n), 0) FROM counts WHERE kind = 'status'`)
}

function prune(folder: string, reason: StoreBackup['reason'], keep: number, always?: string): void {
  const ofItsKind = listBackups(folder).filter((backup) => backup.reason === reason)
  for (const { name } of ofItsKind.slice(Math.max(1, keep)))
    if (name !== always) rmSync(join(folder, name), { force: true })
}
