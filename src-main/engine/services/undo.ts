import type { Clock } from '../../domain/clock.ts'
import { problem, type Problem } from '../../domain/problem.ts'
import { assertNever, fail, ok, type Result } from '../../domain/result.ts'
import type { Store, StepId, UndoStep } from '../../store/store.ts'
import type { ParcelChanges } from '../events.ts'

type UndoProblem = Problem<
  'nothing-to-undo' | 'undone-already' | 'undo-expired' | 'undo-erased' | 'changed-since' | 'parcel-unknown'
>

type Undone = { readonly kind: 'removed' | 'edited'; readonly restored: number; readonly taken: number }

/** Taking back what was removed or edited. */
export type UndoService = {
  list(): Promise<(UndoStep & { readonly until: number })[]>
  /** Takes back one step, or the newest. */
  run(id: StepId | undefined): Promise<Result<Undone, UndoProblem>>
}

export type UndoParts = {
  readonly store: Pick<Store, 'read' | 'write'>
  readonly clock: Clock
  readonly changes: ParcelChanges
  /** Parcels that are due came back. */
  readonly restored: () => void
}

/** How long what was done can be taken back. After it, removed parcels are thrown away for good. */
export const undoTerm = 24 * 3_600_000

const listed = 50

const reasons: Readonly<Record<UndoProblem['code'], string>> = {
  'nothing-to-undo': 'nothing was removed or edited within the term',
  'undone-already': 'it was taken back before',
  'undo-expired': 'its term is over',
  'undo-erased': 'personal data was erased since',
  'changed-since': 'the parcel was changed again since',
  'parcel-unknown': 'the parcel is gone',
}

/** Makes the service. */
export function createUndo({ store, clock, changes, restored }: UndoParts): UndoService {
  const since = () => clock.now() - undoTerm
  return {
    async list() {
      const steps = await store.read.undo.steps(since(), listed)
      return steps.map((step) => ({ ...step, until: step.at + undoTerm }))
    },
    async run(id) {
      const outcome = await store.write.undo.undo(id ?? null, since(), clock.now())
      if (typeof outcome === 'string') return fail(problem(outcome, reasons[outcome]))
      switch (outcome.kind) {
        case 'edited':
          changes.add([outcome.parcelId])
          restored()
          return ok({ kind: 'edited', restored: 1, taken: 0 })
        case 'removed':
          if (outcome.restored > 0) changes.add(null, outcome.restored)
          restored()
          return ok(outcome)
        default:
          return assertNever(outcome)
      }
    },
  }
}
