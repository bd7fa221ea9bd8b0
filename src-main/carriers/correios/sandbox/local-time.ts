const brasilia = -3

/** States whose clocks are not Brasília's; no state has had summer time since 2019. */
const offsets: Readonly<Record<string, number>> = { AC: -5, AM: -4, MS: -4, MT: -4, RO: -4, RR: -4 }

/**
 * An instant as the carrier writes it, without an offset: `2026-11-22T08:00:00`. Tokens and messages are in Brasília's time,
 * events in that of the state where they happened.
 */
export const localTime = (instant: number, state?: string): string =>
  new Date(instant + (offsets[state ?? ''] ?? brasilia) * 3_600_000).toISOString().slice(0, 19)
