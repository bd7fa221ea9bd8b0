/** A label read again within this time was meant once: the trigger was held, or the hand slipped. */
const againMs = 10_000

/** Tells a code that was read twice from one that was read. */
export type DoubleScan = {
  /** True when this code was the last one read, a moment ago. */
  readonly repeats: (code: string) => boolean
  /** The last code came to nothing: reading it again is no repetition. */
  readonly forget: () => void
}

/** Only the code read last can be a repetition: who goes back to an earlier parcel wants to see it. */
export function createDoubleScan(now: () => number): DoubleScan {
  let last: { readonly code: string; readonly at: number } | null = null
  return {
    repeats(code) {
      const repeated = last?.code === code && now() - last.at < againMs
      last = { code, at: now() }
      return repeated
    },
    forget() {
      last = null
    },
  }
}
