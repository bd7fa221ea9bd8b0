import type { Carrier } from '../../carriers/carrier.ts'
import type { Clock } from '../../domain/clock.ts'
import type { FileProblem, ImportMapping, ReadOptions } from '../../domain/import-field.ts'
import type { Locale } from '../../domain/locale.ts'
import { problem, type Problem } from '../../domain/problem.ts'
import { fail, ok, type Result } from '../../domain/result.ts'
import type { Preset, Store } from '../../store/store.ts'
import type { FileGate } from '../file-gate.ts'
import { checkFile, type ImportCheck } from './import-check.ts'
import { inspectionOf, type ImportInspection } from './import-inspection.ts'
import { planImport, type PlanRequest } from './import-plan.ts'
import type { ImportProgress } from './import-progress.ts'
import { recogniser } from './import-reading.ts'
import { runImport, type ImportSummary, type RunRequest } from './import-run.ts'

/** What the import of files needs of the rest. */
export type ImportsParts = {
  readonly store: {
    readonly read: {
      readonly parcels: Pick<Store['read']['parcels'], 'byCodes'>
      readonly kept: Pick<Store['read']['kept'], 'presets'>
    }
    readonly write: {
      readonly parcels: Pick<Store['write']['parcels'], 'beginImport'>
      readonly kept: Pick<Store['write']['kept'], 'savePreset' | 'removePreset'>
    }
  }
  readonly carriers: readonly Carrier[]
  readonly gate: FileGate
  readonly clock: Clock
  /** Where the lists of rejected rows are written; made when it is not there. */
  readonly reportsDir: string
  /** Language of those lists. */
  readonly locale: () => Locale | Promise<Locale>
  /** Hears how many parcels a file that is now stored made or changed. */
  readonly stored?: (count: number) => void
}

export type ImportTask = { readonly signal: AbortSignal; readonly report: (progress: ImportProgress) => void }

export type ImportProblem =
  FileProblem | 'mapping-uncertain' | 'mapping-without-code' | 'preset-unknown' | 'preset-unfit' | 'cancelled'

/** Taking parcels out of files: looking, checking, storing, and what people keep of it. */
export type Imports = {
  inspect(input: {
    readonly file: string
    readonly options?: ReadOptions | undefined
    readonly preset?: number | undefined
  }): Promise<Result<ImportInspection, Problem<FileProblem | 'preset-unknown'>>>
  check(
    input: { readonly file: string; readonly options?: ReadOptions | undefined; readonly mapping: ImportMapping },
    task: ImportTask,
  ): Promise<Result<ImportCheck, Problem<FileProblem | 'mapping-without-code' | 'cancelled'>>>
  run(input: RunRequest, task: ImportTask): Promise<Result<ImportSummary, Problem<ImportProblem>>>
  presets(): Promise<Preset[]>
  savePreset(
    preset: Omit<Preset, 'id' | 'updatedAt'> & { readonly id?: number | undefined },
  ): Promise<Result<{ id: number }, Problem<'name-taken'>>>
  removePreset(id: number): Promise<Result<Record<string, never>, Problem<'preset-unknown'>>>
}

/** Makes the service. */
export function createImports(parts: ImportsParts): Imports {
  const { store, carriers, gate, clock } = parts
  const recognise = recogniser(carriers)

  const plan = async (file: string, request: PlanRequest) => {
    const path = gate.resolve(file)
    if (path === null) return fail(problem('file-gone', 'no such file reference'))
    return planImport(path, request, recognise, request.mapping ? [] : await store.read.kept.presets())
  }

  return {
    async inspect({ file, options, preset }) {
      const chosen =
        preset === undefined ? undefined : (await store.read.kept.presets()).find(({ id }) => id === preset)
      if (preset !== undefined && !chosen) return fail(problem('preset-unknown', `no preset ${preset}`))
      const planned = await plan(file, { options, preset: chosen })
      return planned.ok ? ok(inspectionOf(planned.value)) : planned
    },
    async check({ file, options, mapping }, task) {
      if (!mapping.columns.some(({ field }) => field === 'code'))
        return fail(problem('mapping-without-code', 'no code column'))
      const planned = await plan(file, { options, mapping })
      return planned.ok
        ? checkFile(planned.value, { carriers, clock, byCodes: store.read.parcels.byCodes }, task)
        : planned
    },
    run: (input, task) => runImport(input, task, parts, plan),
    presets: () => store.read.kept.presets(),
    async savePreset(preset) {
      const id = await store.write.kept.savePreset(preset, clock.now())
      return id === 'name-taken' ? fail(problem(id, `there is a preset ${preset.name}`)) : ok({ id })
    },
    async removePreset(id) {
      return (await store.write.kept.removePreset(id)) ? ok({}) : fail(problem('preset-unknown', `no preset ${id}`))
    },
  }
}
