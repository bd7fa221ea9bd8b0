import { hasCode } from './column-mapping.ts'
import type {
  ChangeDecision,
  ChosenFile,
  ImportChange,
  ImportCheck,
  ImportInspection,
  ImportMapping,
  ReadOptions,
} from './import-types.ts'

/** What stands in the way of a file, in the words of the contract. */
export type FileTrouble = {
  readonly code: string
  readonly detail?: Readonly<Record<string, string | number>> | undefined
}

/** A file on its way in. */
export type QueuedFile = ChosenFile & {
  readonly state: 'looking' | 'ready' | 'trouble'
  readonly trouble: FileTrouble | null
  readonly inspection: ImportInspection | null
  /** What the person said of how to read it; the rest is as found. */
  readonly options: ReadOptions
  readonly mapping: ImportMapping | null
  readonly check: ImportCheck | null
  /** What the person said of rows that differ from what is stored; null: as the file's preset says. */
  readonly changes: ChangeDecision | null
}

export const importSteps = ['file', 'columns', 'check', 'done'] as const
export type ImportStep = (typeof importSteps)[number]

export const queued = (file: ChosenFile): QueuedFile => ({
  ...file,
  state: 'looking',
  trouble: null,
  inspection: null,
  options: {},
  mapping: null,
  check: null,
  changes: null,
})

/** Files that can be read; the others are listed with their trouble and left out. */
export function usable(files: readonly QueuedFile[]): QueuedFile[] {
  return files.filter((file) => file.state === 'ready' && file.mapping !== null)
}

/** The step that files call for after a look at them: those with a fitting preset go straight to the check. */
export function stepFor(files: readonly QueuedFile[]): ImportStep {
  const good = usable(files)
  if (good.length === 0) return 'file'
  const known = good.every(
    ({ inspection }) =>
      inspection?.certain &&
      inspection.preset &&
      inspection.preset.missing.length === 0 &&
      inspection.preset.added.length === 0,
  )
  return known && good.length === files.length ? 'check' : 'columns'
}

/** Why the columns can't be left yet: the first usable file that has no code column. */
export function withoutCode(files: readonly QueuedFile[]): QueuedFile | null {
  return usable(files).find((file) => file.mapping && !hasCode(file.mapping)) ?? null
}

/** What becomes of a file's rows that differ from what is stored: as the person said, else its preset, else they are accepted. */
export function decisionOf({ changes, inspection }: QueuedFile): ChangeDecision {
  return changes ?? (inspection?.preset?.changes === 'keep' ? 'keep' : 'accept')
}

/** Files under one preset, or under none, whose differences are decided together. */
export type ChangeGroup = {
  readonly files: readonly QueuedFile[]
  readonly preset: ImportInspection['preset']
  readonly decision: ChangeDecision
  readonly changes: readonly (ImportChange & { readonly file: string })[]
  readonly total: number
}

/** What the files would change, preset by preset: each has a say of its own. */
export function changeGroups(files: readonly QueuedFile[]): ChangeGroup[] {
  const groups = new Map<number | null, QueuedFile[]>()
  for (const file of files) {
    if (!file.check || file.check.changed === 0) continue
    const key = file.inspection?.preset?.id ?? null
    groups.set(key, [...(groups.get(key) ?? []), file])
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    return {
      files: group,
      preset: first.inspection?.preset ?? null,
      decision: decisionOf(first),
      changes: group.flatMap(({ name, check }) => (check?.changes ?? []).map((change) => ({ ...change, file: name }))),
      total: group.reduce((sum, { check }) => sum + (check?.changed ?? 0), 0),
    }
  })
}

/** Files that are read and decided the same way, to be stored in one go with one report. */
export function sameReading(files: readonly QueuedFile[]): QueuedFile[][] {
  const groups = new Map<string, QueuedFile[]>()
  for (const file of usable(files)) {
    const key = JSON.stringify([file.options, file.mapping, decisionOf(file)])
    groups.set(key, [...(groups.get(key) ?? []), file])
  }
  return [...groups.values()]
}

export type ImportTotals = {
  readonly rows: number
  readonly new: number
  readonly changed: number
  readonly unchanged: number
  readonly rejected: number
  readonly unknownCodes: number
}

/** What all checked files come to. */
export function totalsOf(files: readonly QueuedFile[]): ImportTotals {
  const totals = { rows: 0, new: 0, changed: 0, unchanged: 0, rejected: 0, unknownCodes: 0 }
  for (const { check } of files) {
    if (!check) continue
    for (const key of Object.keys(totals) as (keyof ImportTotals)[]) totals[key] += check[key]
  }
  return totals
}
