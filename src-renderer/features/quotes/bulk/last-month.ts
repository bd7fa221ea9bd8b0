/** The first and the last day of the calendar month before a moment, at this computer. */
export function lastMonth(now: Date): { readonly from: string; readonly to: string } {
  const first = new Date(Date.UTC(now.getFullYear(), now.getMonth() - 1, 1))
  const last = new Date(Date.UTC(now.getFullYear(), now.getMonth(), 0))
  return { from: first.toISOString().slice(0, 10), to: last.toISOString().slice(0, 10) }
}
