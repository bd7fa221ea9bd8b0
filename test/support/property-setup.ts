import { vi } from 'vitest'

/** A long run of all properties: `npm run fuzz`. Other runs have a seed of their own for each property. */
const { DESPACHO_RUNS: times, DESPACHO_SEED: seed } = process.env
if (times !== undefined) {
  const { default: fc } = await import('fast-check')
  fc.configureGlobal({ numRuns: 100 * Number(times), ...(seed !== undefined && { seed: Number(seed) }) })
  vi.setConfig({ testTimeout: 60_000 * Number(times) })
}
