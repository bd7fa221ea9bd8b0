import { start } from '../../api/client.ts'
import { decisionOf, sameReading, type FileTrouble, type QueuedFile } from './import-queue.ts'
import type { ChangeDecision, ImportProgress, ImportSummary } from './import-types.ts'

/** Work under way: which file, how far, and how to stop it. */
export type ImportWork = {
  readonly kind: 'check' | 'store'
  readonly name: string
  readonly index: number
  readonly count: number
  readonly progress: ImportProgress | null
  readonly cancel: () => void
}

type Show = (work: ImportWork) => void

/** Checks files one after another and hands each outcome to `put`. */
export async function checkFiles(
  files: readonly QueuedFile[],
  show: Show,
  put: (file: string, change: Partial<QueuedFile>) => void,
): Promise<'done' | 'cancelled'> {
  for (const [index, file] of files.entries()) {
    if (!file.mapping) continue
    const base = { kind: 'check' as const, name: file.name, index, count: files.length }
    const task = start('imports.check', { file: file.file, options: file.options, mapping: file.mapping }, (progress) =>
      show({ ...base, progress, cancel: task.cancel }),
    )
    show({ ...base, progress: null, cancel: task.cancel })
    const reply = await task.result
    if (reply.ok) put(file.file, { check: reply.value })
    else if (reply.error.code === 'cancelled') return 'cancelled'
    else put(file.file, { state: 'trouble', trouble: reply.error })
  }
  return 'done'
}

/** What storing files came to, and what was decided of their rows that differ. */
export type StoredFiles = ImportSummary & { readonly changes: ChangeDecision }

export type StoreOutcome = {
  readonly summaries: StoredFiles[]
  readonly cancelled: boolean
  readonly trouble: FileTrouble | null
}

/** Stores files; those that are read the same way go in one task and share a report. */
export async function storeFiles(files: readonly QueuedFile[], show: Show): Promise<StoreOutcome> {
  const groups = sameReading(files)
  const summaries: StoredFiles[] = []
  let trouble: FileTrouble | null = null
  let before = 0
  const count = groups.reduce((sum, group) => sum + group.length, 0)
  for (const group of groups) {
    const [first] = group
    if (!first?.mapping) continue
    const changes = decisionOf(first)
    const base = { kind: 'store' as const, count }
    const at = (name: string): number =>
      before +
      Math.max(
        0,
        group.findIndex((file) => file.name === name),
      )
    const task = start(
      'imports.run',
      { files: group.map(({ file }) => file), options: first.options, mapping: first.mapping, changes },
      (progress) => show({ ...base, name: progress.file, index: at(progress.file), progress, cancel: task.cancel }),
    )
    show({ ...base, name: first.name, index: before, progress: null, cancel: task.cancel })
    const reply = await task.result
    if (reply.ok) summaries.push({ ...reply.value, changes })
    else if (reply.error.code === 'cancelled') return { summaries, cancelled: true, trouble }
    else trouble = reply.error
    before += group.length
  }
  return { summaries, cancelled: false, trouble }
}
