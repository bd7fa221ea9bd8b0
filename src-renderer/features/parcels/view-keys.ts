import { z } from 'zod'

/** Which digit calls which saved view, by the view's id: renaming a view leaves its key alone. 0: none, because a person said so. */
export const ViewKeys = z.record(z.string(), z.int().min(0).max(9))
export type ViewKeys = z.output<typeof ViewKeys>

/** The digits that call views, with `Alt`. */
export const viewDigits = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

/** The keys of the views that there are: those that went are forgotten, new ones get the lowest free digit. */
export function fittedKeys(keys: ViewKeys, ids: readonly number[]): ViewKeys {
  const fitted: Record<string, number> = {}
  for (const id of ids) {
    const kept = keys[id]
    if (kept !== undefined) fitted[id] = kept
  }
  for (const id of ids) {
    if (fitted[id] !== undefined) continue
    const taken = new Set(Object.values(fitted))
    fitted[id] = viewDigits.find((digit) => !taken.has(digit)) ?? 0
  }
  return fitted
}

/** The keys with one view's set anew; the view that had the digit takes the other's in exchange. */
export function withKey(keys: ViewKeys, id: number, digit: number): ViewKeys {
  const before = keys[id] ?? 0
  const holder = digit === 0 ? undefined : Object.keys(keys).find((other) => keys[other] === digit)
  return { ...keys, ...(holder === undefined ? {} : { [holder]: before }), [id]: digit }
}
