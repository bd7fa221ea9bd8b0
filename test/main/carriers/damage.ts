/** The value with a field in every object of it that nobody knows. */
export function withNovelties(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNovelties)
  if (typeof value !== 'object' || value === null) return value
  const known = Object.entries(value).map(([key, inner]) => [key, withNovelties(inner)])
  return { ...Object.fromEntries(known), novidade: { a: [1] } }
}

/** The value with `replacement` in the place-th place of it, places counted in depth first. */
export function damage(value: unknown, place: number, replacement: unknown): unknown {
  const places: ((root: unknown) => unknown)[] = []
  const visit = (inner: unknown, rebuild: (changed: unknown) => unknown) => {
    places.push(() => rebuild(replacement))
    if (Array.isArray(inner)) {
      inner.forEach((one, i) =>
        visit(one, (changed) => rebuild(inner.map((other: unknown, j) => (i === j ? changed : other)))),
      )
    } else if (typeof inner === 'object' && inner !== null) {
      for (const [key, one] of Object.entries(inner)) visit(one, (changed) => rebuild({ ...inner, [key]: changed }))
    }
  }
  visit(value, (changed) => changed)
  return places[place % places.length]?.(value)
}
