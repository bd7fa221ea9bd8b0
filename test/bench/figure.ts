/** What was measured once: a figure at a size, with its numbers. One JSON line. */
export type Line = { readonly figure: string; readonly size: number } & Readonly<Record<string, string | number | null>>

/** Something that is measured. `folder` is the bench's own and thrown away after it. */
export type Figure = { readonly name: string; measure(size: number, folder: string): Promise<readonly Line[]> }

/** A number that people can read. */
export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits))

/** The value below which a share of all values is. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** How long something took, in milliseconds. */
export async function timed<T>(work: () => Promise<T> | T): Promise<{ ms: number; value: T }> {
  const began = performance.now()
  const value = await work()
  return { ms: performance.now() - began, value }
}
