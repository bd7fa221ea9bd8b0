import type { FileProblem, ImportMapping, ReadOptions, Rejection } from '../../domain/import-field.ts'
import { problem, type Problem } from '../../domain/problem.ts'
import { fail, ok, type Result } from '../../domain/result.ts'
import { words } from '../../domain/words/index.ts'
import { FileFailure } from '../../files/file-failure.ts'
import type { ImportSession, Preset, WatchedFileTaken } from '../../store/store.ts'
import { listedAtMost } from './import-check.ts'
import type { ImportPlan, PlanRequest } from './import-plan.ts'
import { progressMeter } from './import-progress.ts'
import { readChecked, rejectionsOf } from './import-reading.ts'
import type { ImportProblem, ImportsParts, ImportTask } from './imports.ts'
import { prepareFolder, rejectedRows, type RejectedRows } from './rejected-rows.ts'

/** Files to be stored. */
export type RunRequest = {
  readonly files: readonly string[]
  /** Id or name. */
  readonly preset?: number | string | undefined
  readonly options?: ReadOptions | undefined
  readonly mapping?: ImportMapping | undefined
  readonly changes?: 'accept' | 'keep' | undefined
  /** Id of the one file, when it comes from the watched folder: nobody is there, and it must not be stored twice. */
  readonly watchedFile?: number | undefined
}

type RefusedBy = FileProblem | 'mapping-uncertain' | 'mapping-without-code' | 'preset-unfit'

type Counts = {
  readonly stored: number
  readonly changed: number
  readonly unchanged: number
  readonly rejected: number
}

/** What became of one file. */
export type FileOutcome = Counts & {
  readonly name: string
  /** Why nothing of this file was taken, if so. */
  readonly problem: RefusedBy | null
  readonly detail?: Readonly<Record<string, string | number>>
}

/** What storing files did. */
export type ImportSummary = Counts & {
  /** Reference of the workbook of rejected rows. */
  readonly report: string | null
  readonly files: readonly FileOutcome[]
  readonly rejections: readonly Rejection[]
}

type Plan = (file: string, request: PlanRequest) => Promise<Result<ImportPlan, Problem<FileProblem>>>

/** Files that could be understood, and those that could not, in the order they were given. */
type Planned = { readonly file: string; readonly planned: Result<ImportPlan, Problem<RefusedBy>> }

class Cancelled extends Error {}

const nothing: Counts = { stored: 0, changed: 0, unchanged: 0, rejected: 0 }

/** Rows on their way to the store at once; reading goes on meanwhile and waits when the store falls behind. */
const batchesAhead = 2
const rowsPerBatch = 1000

/**
 * Stores the good rows of each file, one transaction a file, and writes the others into a workbook. A file that fails leaves
 * nothing of itself and does not touch the others; stopping leaves nothing of the file under way.
 */
export async function runImport(
  request: RunRequest,
  task: ImportTask,
  parts: ImportsParts,
  plan: Plan,
): Promise<Result<ImportSummary, Problem<ImportProblem>>> {
  const preset = await presetOf(request.preset, parts)
  if (request.preset !== undefined && !preset) return fail(problem('preset-unknown', `no preset ${request.preset}`))
  const planned: Planned[] = []
  for (const file of request.files) planned.push({ file, planned: await planFile(file, request, preset, plan) })

  await prepareFolder(parts.reportsDir)
  const locale = await parts.locale()
  const plans = planned.flatMap((file) => (file.planned.ok ? [file.planned.value] : []))
  const bad = rejectedRows(parts.reportsDir, reportName(words[locale].file.rejected, parts.clock.now()), plans, locale)
  const files: FileOutcome[] = []
  const rejections: Rejection[] = []
  try {
    for (const { file, planned: result } of planned) {
      const name = result.ok ? result.value.name : nameOf(parts.gate.resolve(file) ?? file)
      const outcome = result.ok ? await storeFile(result.value, request, task, parts, bad, rejections) : result
      files.push(outcome.ok ? { name, ...outcome.value, problem: null } : refused(name, outcome.error))
    }
  } catch (error) {
    await bad.discard()
    if (error instanceof Cancelled)
      return fail(problem('cancelled', 'stopped; nothing of the file under way was stored'))
    throw error
  }
  const [first] = files
  if (first && files.every((file) => file.problem !== null)) {
    await bad.discard()
    const code = first.problem ?? 'file-damaged'
    return fail(
      problem(code, `nothing of ${files.length} files was taken`, {
        retryable: code === 'file-locked',
        ...(first.detail ? { detail: first.detail } : {}),
      }),
    )
  }
  const path = await bad.finish()
  const total = (key: keyof Counts): number => files.reduce((sum, file) => sum + file[key], 0)
  return ok({
    stored: total('stored'),
    changed: total('changed'),
    unchanged: total('unchanged'),
    rejected: total('rejected'),
    report: path === null ? null : parts.gate.issue(path),
    files,
    rejections: rejections.slice(0, listedAtMost),
  })
}

/**
 * What becomes of rows that differ. Where nobody decided, a person who names a file is taken to mean it; of a file that came by
 * itself nothing that is stored is replaced.
 */
function decisionOf({ preset }: ImportPlan, { changes, watchedFile }: RunRequest): 'accept' | 'keep' {
  const decided = preset?.preset.changes ?? 'ask'
  return changes ?? (decided === 'ask' ? (watchedFile === undefined ? 'accept' : 'keep') : decided)
}

/** Whether a person or a preset said what becomes of rows that differ. */
const isDecided = ({ preset }: ImportPlan, { changes }: RunRequest): boolean =>
  changes !== undefined || (preset !== null && preset.preset.changes !== 'ask')

async function presetOf(wanted: number | string | undefined, { store }: ImportsParts): Promise<Preset | undefined> {
  if (wanted === undefined) return undefined
  return (await store.read.kept.presets()).find(({ id, name }) => id === wanted || name === wanted)
}

async function planFile(
  file: string,
  request: RunRequest,
  preset: Preset | undefined,
  plan: Plan,
): Promise<Result<ImportPlan, Problem<RefusedBy>>> {
  const planned = await plan(file, { options: request.options, preset, mapping: request.mapping })
  if (!planned.ok) return planned
  const { mapping, certain, preset: fit } = planned.value
  if (preset && fit && fit.missing.length > 0) {
    return fail(
      problem('preset-unfit', `lacks ${fit.missing.join(', ')}`, { detail: { missing: fit.missing.join(', ') } }),
    )
  }
  const chosen = request.mapping !== undefined || preset !== undefined
  if (!mapping.columns.some(({ field }) => field === 'code')) {
    return fail(
      chosen
        ? problem('mapping-without-code', 'no code column')
        : problem('mapping-uncertain', 'no column is the code for certain'),
    )
  }
  return chosen || certain ? planned : fail(problem('mapping-uncertain', 'the guess is not certain'))
}

async function storeFile(
  plan: ImportPlan,
  request: RunRequest,
  { signal, report }: ImportTask,
  { store, carriers, clock, stored }: ImportsParts,
  bad: RejectedRows,
  rejections: Rejection[],
): Promise<Result<Counts, Problem<RefusedBy>>> {
  const changes = decisionOf(plan, request)
  const session = await store.write.parcels.beginImport({ name: plan.name, at: clock.now(), changes })
  const sum = { stored: 0, changed: 0, unchanged: 0, rejected: 0 }
  const meter = progressMeter(plan.name, 'storing', clock, report)
  const rows = createRowQueue(session)
  const listedBefore = rejections.length
  let done = 0
  try {
    for await (const { good, repeated, rejected } of readChecked(plan, carriers)) {
      if (signal.aborted) throw new Cancelled()
      await rows.add(good)
      sum.unchanged += repeated
      sum.rejected += rejected.length
      done += good.length + repeated + rejected.length
      for (const row of rejected) {
        bad.add(row, plan)
        if (rejections.length < listedAtMost) rejections.push(...rejectionsOf(row, plan))
      }
      if (rejected.length > 0) await bad.drained()
      meter.at(done, sum.rejected, plan.table.progress())
    }
    const outcome = await rows.end()
    if (signal.aborted) throw new Cancelled()
    meter.end(done, sum.rejected)
    await finish(session, (steps, of) => meter.finishing(steps, of, sum.rejected), signal)
    const counts = { ...sum, ...outcome, unchanged: sum.unchanged + outcome.unchanged }
    await session.commit(await takenOf(plan, request, counts, bad))
    if (outcome.stored + outcome.changed > 0) stored?.(outcome.stored + (changes === 'accept' ? outcome.changed : 0))
    return ok(counts)
  } catch (error) {
    await rows.end().catch(() => undefined)
    await session.rollback()
    rejections.length = listedBefore
    if (error instanceof FileFailure) return fail(error.problem)
    throw error
  }
}

/** What is noted of a file of the watched folder with its rows; the workbook of the bad ones is there before. */
async function takenOf(
  plan: ImportPlan,
  request: RunRequest,
  counts: Counts,
  bad: RejectedRows,
): Promise<WatchedFileTaken | undefined> {
  if (request.watchedFile === undefined) return undefined
  return {
    ...counts,
    id: request.watchedFile,
    undecided: isDecided(plan, request) ? 0 : counts.changed,
    preset: plan.preset?.preset.name ?? null,
    report: await bad.finish(),
  }
}

/** Step by step, so that a person sees how far it is and can still stop it; the last step is the commit. */
async function finish(
  session: ImportSession,
  tell: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    const { done, left } = await session.finish()
    if (signal.aborted) throw new Cancelled()
    if (done + left > 1) tell(done, done + left + 1)
    if (left === 0) return
  }
}

/** Hands rows to the store in batches while the next are being read. */
function createRowQueue(session: ImportSession) {
  const outcome = { stored: 0, changed: 0, unchanged: 0 }
  const underWay: Promise<void>[] = []
  let waiting: Parameters<ImportSession['add']>[0][number][] = []

  const send = async (): Promise<void> => {
    const batch = waiting
    waiting = []
    const sent = session.add(batch).then(({ stored, changed, unchanged }) => {
      outcome.stored += stored
      outcome.changed += changed
      outcome.unchanged += unchanged
    })
    sent.catch(() => undefined)
    underWay.push(sent)
    if (underWay.length > batchesAhead) await underWay.shift()
  }
  return {
    async add(rows: typeof waiting | readonly (typeof waiting)[number][]): Promise<void> {
      for (const row of rows) waiting.push(row)
      if (waiting.length >= rowsPerBatch) await send()
    },
    async end(): Promise<typeof outcome> {
      if (waiting.length > 0) await send()
      await Promise.all(underWay.splice(0))
      return outcome
    },
  }
}

const refused = (name: string, { code, detail }: Problem<RefusedBy>): FileOutcome => ({
  name,
  ...nothing,
  problem: code,
  ...(detail ? { detail } : {}),
})

const nameOf = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)

/** `Linhas recusadas 2026-11-22 21.05.33.123.xlsx`: in order in a folder, and none over another. */
const reportName = (title: string, now: number): string =>
  `${title} ${new Date(now).toISOString().replace('T', ' ').replace('Z', '').replaceAll(':', '.')}.xlsx`
