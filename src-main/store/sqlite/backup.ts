import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { StoreBackup } from '../store.ts'
import { Connection } from './connection.ts'
import type { InspectorContext } from './inspector-context.ts'
import type { ReaderContext } from './reader-context.ts'
import { sql } from './sql.ts'
import { classify } from './store-error.ts'

/** Which backup is asked for, and how many of its kind stay. */
export type BackupOrder = { readonly reason: 'daily' | 'by-hand'; readonly now: number; readonly keep: number }

const keptBeforeMigration = 5

/** Everything that is known of a backup is in its name: a list of them opens none. */
const nameOf = (at: number, reason: StoreBackup['reason'], parcels: number): string =>
  `despacho-${new Date(at).toISOString().replaceAll(':', '-')}-${reason}-${parcels}.sqlite`

const named =
  /^despacho-(\d{4}-\d{2}-\d{2}T)(\d{2})-(\d{2})-(\d{2}\.\d{3}Z)-(daily|by-hand|before-migration)-(\d+)\.sqlite$/

/** Reads of the copies' folder. */
export const backupReader = { listBackups: (context: ReaderContext): StoreBackup[] => listBackups(context.backups) }

/** The backups in a folder, newest first. */
function listBackups(folder: string): StoreBackup[] {
  const backups: StoreBackup[] = []
  for (const name of namesIn(folder)) {
    const [, day = '', hour = '', minute = '', second = '', reason, parcels] = named.exec(name) ?? []
    const known = (['daily', 'by-hand', 'before-migration'] as const).find((one) => one === reason)
    if (!known) continue
    const { size } = statSync(join(folder, name))
    backups.push({
      name,
      at: Date.parse(`${day}${hour}:${minute}:${second}`),
      size,
      parcels: Number(parcels),
      reason: known,
    })
  }
  return backups.sort((a, b) => b.at - a.at)
}

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
  const { connection, backups } = context
  const unfinished = join(backups, `.unfinished-${process.pid}-${order.now}.sqlite`)
  try {
    mkdirSync(backups, { recursive: true })
    const everyPage = 0x7fff_ffff
    await connection.database.backup(unfinished, { progress: () => everyPage })
    const parcels = soundParcels(unfinished, context.nativeBinding)
    if (parcels === null) return 'backup-unsound'
    const name = nameOf(order.now, order.reason, parcels)
    renameSync(unfinished, join(backups, name))
    prune(backups, order.reason, order.keep)
    return { name, at: order.now, size: statSync(join(backups, name)).size, parcels, reason: order.reason }
  } catch (error) {
    const kind = classify(error)
    if (kind === 'full') return 'disk-full'
    if (kind === 'corrupted') return 'backup-unsound'
    throw error
  } finally {
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${unfinished}${ending}`, { force: true })
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
    if (copy.database.pragma('quick_check', { simple: true }) !== 'ok') return null
    const parcels = copy.number(sql`SELECT count(*) FROM parcels`)
    const counted = copy.number(sql`SELECT coalesce(sum(n), 0) FROM counts WHERE kind = 'status'`)
    return parcels === counted ? parcels : null
  } finally {
    copy.close()
  }
}

function prune(folder: string, reason: StoreBackup['reason'], keep: number, always?: string): void {
  const ofItsKind = listBackups(folder).filter((backup) => backup.reason === reason)
  for (const { name } of ofItsKind.slice(Math.max(1, keep)))
    if (name !== always) rmSync(join(folder, name), { force: true })
}
