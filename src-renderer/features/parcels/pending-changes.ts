/** What changed in the store while a list is looked at: named rows, and a number of others. */
export type PendingChanges = { readonly ids: ReadonlySet<number>; readonly unnamed: number }

export const noChanges: PendingChanges = { ids: new Set(), unnamed: 0 }

/** The changes after another announcement; a row that changes twice counts once. */
export function withChanges(
  pending: PendingChanges,
  change: { ids: readonly number[] | null; count: number },
): PendingChanges {
  if (!change.ids) return { ids: pending.ids, unnamed: pending.unnamed + change.count }
  return { ids: new Set([...pending.ids, ...change.ids]), unnamed: pending.unnamed }
}

/** How many changes wait to be shown. */
export function changesCount(pending: PendingChanges): number {
  return pending.ids.size + pending.unnamed
}
