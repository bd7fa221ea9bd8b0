import { stat } from 'node:fs/promises'
import { isAbsolute, relative } from 'node:path'
import type { Clock } from '../../domain/clock.ts'
import { problem, type Problem } from '../../domain/problem.ts'
import { fail, ok, type Result } from '../../domain/result.ts'
import type { Store, WatchedFile, WatchedFolder } from '../../store/store.ts'
import type { FileGate } from '../file-gate.ts'
import { needsSomebody } from '../watched-file-report.ts'
import { tablesIn } from '../watched-files.ts'
import type { LookSummary, WatchedLook, WatchProblem } from '../watched-look.ts'
import type { ImportTask } from './imports.ts'

export type WatchedFileView = Omit<WatchedFile, 'folder' | 'size' | 'modifiedAt' | 'report' | 'movedTo'> & {
  readonly needsSomebody: boolean
  /** Where it was moved to, while it lies there. */
  readonly file: string | null
}

export type WatchedFolderView = {
  readonly folder: (WatchedFolder & { readonly file: string }) | null
  readonly problem: WatchProblem | null
  readonly lookedAt: number | null
  /** Tables that lie in the folder now. */
  readonly waiting: number
  /** Files that need somebody and still lie where they were put for that. */
  readonly pending: number
  /** The last files, newest first. */
  readonly files: readonly WatchedFileView[]
}

export type WatchedFolderChange = {
  readonly folder?: string | undefined
  readonly on?: boolean | undefined
  readonly preset?: number | null | undefined
}

type CommonProblem = WatchProblem | 'no-watched-folder' | 'in-demonstration'

/** Files that are imported by themselves because they lie in a folder. */
export type WatchedFolderService = {
  view(): Promise<WatchedFolderView>
  save(
    change: WatchedFolderChange,
  ): Promise<Result<Record<string, never>, Problem<CommonProblem | 'folder-of-despacho'>>>
  /** Takes what is whole, now. Two looks never overlap. */
  look(task: ImportTask): Promise<Result<LookSummary, Problem<CommonProblem | 'cancelled'>>>
  /** As the application does it now and then: nothing while it is switched off, and work is begun only for a file. */
  lookByItself(signal: AbortSignal): Promise<void>
}

export type WatchedFolderOptions = {
  readonly store: Pick<Store, 'read' | 'write'>
  readonly look: WatchedLook
  readonly gate: FileGate
  readonly clock: Clock
  readonly dataDir: string
  readonly demo: boolean
  /** Runs work where people see and stop it. */
  readonly asTask: (
    signal: AbortSignal,
    work: (task: ImportTask) => Promise<Result<LookSummary, Problem>>,
  ) => Promise<unknown>
  /** What the view shows is another now. */
  readonly changed: () => void
  /** Another folder, or it was switched on: a look is worth it. */
  readonly saved: () => void
}

/** How many files the view lists. */
const listed = 50

/** Makes the service. */
export function createWatchedFolder(options: WatchedFolderOptions): WatchedFolderService {
  const { store, look, gate, clock, dataDir, demo, asTask, changed, saved } = options
  const { read, write } = { read: store.read.watched, write: store.write.watched }
  let state: Pick<WatchedFolderView, 'problem' | 'lookedAt'> = { problem: null, lookedAt: null }
  let left = 0
  const inTurn = turns()
  const viewFiles = fileViewer(gate)

  const note = (trouble: WatchProblem | null, leftNow: number): void => {
    const isNews = state.problem !== trouble || left !== leftNow
    state = { problem: trouble, lookedAt: clock.now() }
    left = leftNow
    if (isNews) changed()
  }

  const find = async (folder: WatchedFolder, signal: AbortSignal) => {
    const found = await look.find(folder, signal)
    note(found.ok ? null : found.error.code, found.ok ? found.value.growing + found.value.whole.length : 0)
    return found
  }

  return {
    async view() {
      const [folder, files] = await Promise.all([read.folder(), read.files(listed)])
      const { views, refOf } = await viewFiles(files)
      const tables = folder && (await tablesIn(folder.path))
      return {
        folder: folder && { ...folder, file: refOf(folder.path) },
        ...state,
        waiting: tables ? (await look.untaken(tables)).length : 0,
        pending: views.filter(({ needsSomebody: needs, file }) => needs && file !== null).length,
        files: views,
      }
    },

    async save({ folder: ref, on, preset }) {
      if (demo) return fail(problem('in-demonstration', 'the demonstration has no folder of its own'))
      const before = await read.folder()
      const path = ref === undefined ? before?.path : gate.resolve(ref)
      if (path === undefined) return fail(problem('no-watched-folder', 'no folder was chosen'))
      if (path === null) return fail(problem('folder-gone', 'no such folder reference'))
      if (isWithin(path, dataDir)) return fail(problem('folder-of-despacho', 'the folder is Despacho’s own'))
      const next: WatchedFolder = {
        path,
        // Another folder is switched on by somebody who has seen what lies in it.
        on: on ?? (path === before?.path && before.on),
        preset: preset === undefined ? (before?.preset ?? null) : preset,
      }
      const trouble = next.on || ref !== undefined ? await look.troubleOf(next) : null
      if (trouble !== null) return fail(problem(trouble, `the folder can't be watched: ${trouble}`))
      await write.save(next)
      state = { ...state, problem: null }
      changed()
      saved()
      return ok({})
    },

    look: (task) =>
      inTurn(async () => {
        if (demo) return fail(problem('in-demonstration', 'nothing is taken in the demonstration'))
        const folder = await read.folder()
        if (!folder) return fail(problem('no-watched-folder', 'no folder was chosen'))
        const found = await find(folder, task.signal)
        if (!found.ok) return found
        const sum = await look.take(folder, found.value, task, task.signal)
        return task.signal.aborted ? fail(problem('cancelled', 'stopped; the file under way was left')) : ok(sum)
      }),

    lookByItself: (signal) =>
      inTurn(async () => {
        const folder = await read.folder()
        if (!folder?.on) return
        const found = await find(folder, signal)
        if (!found.ok || found.value.whole.length === 0 || signal.aborted) return
        await asTask(signal, async (task) => ok(await look.take(folder, found.value, task, signal)))
      }),
  }
}

/** One after another; what the one before came to is its own caller's. */
function turns() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }
}

/** Files as a screen shows them, each place named by one reference however often it is asked for. */
function fileViewer(gate: FileGate) {
  let refs = new Map<string, string>()
  return async (files: readonly WatchedFile[]) => {
    const before = refs
    refs = new Map()
    const refOf = (path: string): string => {
      const ref = refs.get(path) ?? before.get(path) ?? gate.issue(path)
      refs.set(path, ref)
      return ref
    }
    const viewOf = async (file: WatchedFile): Promise<WatchedFileView> => {
      const { folder: _folder, size: _size, modifiedAt: _modifiedAt, report: _report, movedTo, ...shown } = file
      const isThere = movedTo !== null && (await stat(movedTo).catch(() => null)) !== null
      return { ...shown, needsSomebody: needsSomebody(file), file: isThere ? refOf(movedTo) : null }
    }
    return { views: await Promise.all(files.map(viewOf)), refOf }
  }
}

/** Whether a path is a folder or lies in it. */
function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || (!way.startsWith('..') && !isAbsolute(way))
}
