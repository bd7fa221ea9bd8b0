import { join } from 'node:path'
import type { Clock } from '../domain/clock.ts'
import { problem, type Problem } from '../domain/problem.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import type { Logger } from '../log/logger.ts'
import type { FileInFolder, Store, WatchedFile, WatchedFolder } from '../store/store.ts'
import type { FileGate } from './file-gate.ts'
import type { Imports, ImportTask } from './services/imports.ts'
import type { WatchedFileKeeper } from './watched-file-keeper.ts'
import { needsSomebody } from './watched-file-report.ts'
import { filesToTake, isSameFile, tablesIn, type FolderFiles } from './watched-files.ts'

/** Why nothing can be taken from the folder. */
export type WatchProblem = 'folder-gone' | 'folder-unwritable' | 'preset-unknown'

/** What a look did: files stored, files put aside for somebody, files left for the next look. */
export type LookSummary = { readonly taken: number; readonly pending: number; readonly left: number }

/** One look at the watched folder, in two steps, so that only the second is work that people see. */
export type WatchedLook = {
  /** Why nothing can be taken from a folder; null: nothing stands in the way. */
  troubleOf(folder: WatchedFolder): Promise<WatchProblem | null>
  /** Puts away what an earlier look left behind and tells what there is to take. Takes some seconds when there is something. */
  find(folder: WatchedFolder, signal: AbortSignal): Promise<Result<FolderFiles, Problem<WatchProblem>>>
  /** Imports file after file and puts each away. When `ending` is aborted, what is under way is left for the next start. */
  take(folder: WatchedFolder, found: FolderFiles, task: ImportTask, ending: AbortSignal): Promise<LookSummary>
  /** Files that were not dealt with: others lie there only because they could not be moved. */
  untaken(files: readonly FileInFolder[]): Promise<FileInFolder[]>
}

export type WatchedLookOptions = {
  readonly store: Pick<Store, 'read' | 'write'>
  readonly imports: Pick<Imports, 'run'>
  readonly keeper: WatchedFileKeeper
  readonly gate: FileGate
  readonly clock: Clock
  readonly log: Pick<Logger, 'info' | 'error'>
  /** A file was put away. */
  readonly putAway: () => void
}

/** Makes it. */
export function createWatchedLook(options: WatchedLookOptions): WatchedLook {
  const { store, keeper, clock, log } = options
  const { read, write } = { read: store.read.watched, write: store.write.watched }
  const storeFile = fileStorer(options)

  const putAway = async (file: WatchedFile): Promise<void> => {
    const put = await keeper.putAway(file)
    if (put === 'stuck') log.error({ file: file.id }, 'a file of the watched folder could not be moved')
    else await write.settle(file.id, put.movedTo, clock.now())
    options.putAway()
  }

  /** What a kill left behind: the store took back what was under way. */
  const tidy = async (): Promise<void> => {
    for (const file of await read.unsettled()) {
      if (file.state === 'taking') await write.forget(file.id)
      else await putAway(file)
    }
  }

  const untaken = async (files: readonly FileInFolder[]): Promise<FileInFolder[]> => {
    const dealtWith = await read.unsettled()
    return files.filter((file) => !dealtWith.some((other) => isSameFile(file, other)))
  }

  const troubleOf = async ({ path, preset }: WatchedFolder): Promise<WatchProblem | null> => {
    if ((await tablesIn(path)) === null) return 'folder-gone'
    const presets = await store.read.kept.presets()
    if (preset !== null && !presets.some(({ id }) => id === preset)) return 'preset-unknown'
    return (await keeper.prepare(path)) ? null : 'folder-unwritable'
  }

  return {
    troubleOf,
    untaken,

    async find(folder, signal) {
      await tidy()
      const found = await filesToTake(folder.path, clock, signal)
      if (found?.whole.length === 0) return ok(found)
      const trouble = found ? await troubleOf(folder) : 'folder-gone'
      return found && trouble === null
        ? ok({ ...found, whole: await untaken(found.whole) })
        : fail(problem(trouble ?? 'folder-gone', `the watched folder can't be used: ${trouble}`))
    },

    async take({ preset }, found, task, ending) {
      const sum = { taken: 0, pending: 0, left: found.growing }
      for (const file of found.whole) {
        const dealtWith = task.signal.aborted ? null : await storeFile(file, preset, task, ending)
        if (dealtWith) await putAway(dealtWith)
        sum[dealtWith ? (needsSomebody(dealtWith) ? 'pending' : 'taken') : 'left']++
      }
      if (sum.taken + sum.pending > 0) log.info(sum, 'files of the watched folder were imported')
      return sum
    },
  }
}

/** Imports one file; null: it stays for a later look. */
function fileStorer({ store, imports, gate, clock, log }: WatchedLookOptions) {
  const { read, write } = { read: store.read.watched, write: store.write.watched }

  return async (
    file: FileInFolder,
    preset: number | null,
    task: ImportTask,
    ending: AbortSignal,
  ): Promise<WatchedFile | null> => {
    const id = await write.begin(file, clock.now())
    const files = [gate.issue(join(file.folder, file.name))]
    const reply = await imports
      .run({ files, watchedFile: id, ...(preset === null ? {} : { preset }) }, task)
      .catch((error: unknown) => {
        log.error({ err: error }, 'a file of the watched folder was not imported')
        return fail(problem('internal', 'the import failed'))
      })
    if (!reply.ok) {
      const { code, detail } = reply.error
      const isForLater = code === 'file-locked' || code === 'file-gone' || (code === 'cancelled' && ending.aborted)
      await (isForLater ? write.forget(id) : write.refuse(id, code, detail ?? null))
    }
    return read.file(id)
  }
}
