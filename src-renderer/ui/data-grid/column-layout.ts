import { z } from 'zod'

/** How a person arranged one column. */
const ColumnPlace = z.object({
  key: z.string(),
  width: z.number().min(40).max(1200),
  visible: z.boolean(),
  pinned: z.enum(['left', 'right']).nullable(),
})
export type ColumnPlace = z.output<typeof ColumnPlace>

/** A list's columns in the order, width, visibility and pinning that its person chose. */
export const ColumnLayout = z.array(ColumnPlace)
export type ColumnLayout = z.output<typeof ColumnLayout>

type Arrangeable = {
  readonly key: string
  readonly width: number
  readonly hidden?: boolean | undefined
  readonly pinned?: 'left' | 'right' | undefined
}

/** The arrangement that a list starts with. */
export function defaultLayout(columns: readonly Arrangeable[]): ColumnLayout {
  return columns.map((column) => ({
    key: column.key,
    width: column.width,
    visible: !column.hidden,
    pinned: column.pinned ?? null,
  }))
}

/**
 * A remembered arrangement fitted to the columns that there are now: columns that went are dropped, new ones come where
 * the list has them, hidden unless nothing else would be seen.
 */
export function fittedLayout(remembered: ColumnLayout, columns: readonly Arrangeable[]): ColumnLayout {
  const known = new Set(columns.map((column) => column.key))
  const kept = remembered.filter(
    (place, index) => known.has(place.key) && remembered.findIndex((other) => other.key === place.key) === index,
  )
  if (!kept.some((place) => place.visible)) return defaultLayout(columns)
  const keys = new Set(kept.map((place) => place.key))
  const missing = defaultLayout(columns).filter((place) => !keys.has(place.key))
  return [...kept, ...missing.map((place) => ({ ...place, visible: false }))]
}

/** The layout with a column shown or hidden; the last visible column stays. */
export function withVisible(layout: ColumnLayout, key: string, visible: boolean): ColumnLayout {
  const next = layout.map((place) => (place.key === key ? { ...place, visible } : place))
  return next.some((place) => place.visible) ? next : layout
}

/** The layout with a column moved `by` places, past hidden ones too. */
export function withMoved(layout: ColumnLayout, key: string, by: number): ColumnLayout {
  const from = layout.findIndex((place) => place.key === key)
  const place = layout[from]
  if (!place) return layout
  const rest = layout.filter((other) => other !== place)
  const to = Math.max(0, Math.min(rest.length, from + by))
  return [...rest.slice(0, to), place, ...rest.slice(to)]
}

/** The layout with a column held at the left edge, or let go. */
export function withPinned(layout: ColumnLayout, key: string, pinned: 'left' | 'right' | null): ColumnLayout {
  return layout.map((place) => (place.key === key ? { ...place, pinned } : place))
}
