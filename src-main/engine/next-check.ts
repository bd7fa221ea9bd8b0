/** When something falls due, as the store sums it up. */
type Upcoming = { readonly nextAtByCarrier: Readonly<Record<string, number>> }

/** When the next check of carriers that can be asked is due: what waits for an account or a switch brings nobody to ask. */
export function nextAtOf({ nextAtByCarrier }: Upcoming, askable: readonly string[]): number | null {
  const times = askable.flatMap((carrier) => nextAtByCarrier[carrier] ?? [])
  return times.length === 0 ? null : Math.min(...times)
}
