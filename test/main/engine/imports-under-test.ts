import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, vi } from 'vitest'
import { carriers } from '../../../src-main/carriers/registry.ts'
import type { Clock } from '../../../src-main/domain/clock.ts'
import type { Locale } from '../../../src-main/domain/locale.ts'
import { createEventBus } from '../../../src-main/engine/events.ts'
import { createDeliveryExperience } from '../../../src-main/engine/services/delivery-experience.ts'
import { createExports } from '../../../src-main/engine/services/exports.ts'
import type { ImportProgress } from '../../../src-main/engine/services/import-progress.ts'
import { createImports } from '../../../src-main/engine/services/imports.ts'
import { filePaths } from '../../../src-main/engine/file-paths.ts'
import { openStore } from '../../../src-main/store/sqlite/open-store.ts'

export const now = Date.parse('2026-11-22T15:00:00Z')
const asOf = { now, today: '2026-11-22' }

vi.setConfig({ testTimeout: 60_000 })

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** A clock of the test's own: time passes only as it is asked for. */
function steppingClock(): Clock {
  let at = now
  return { now: () => (at += 150), sleep: () => Promise.resolve() }
}

/** Imports and exports on a real store in a folder that is gone after the test. */
export async function createDesk(locale: Locale = 'pt-BR') {
  const folder = mkdtempSync(join(tmpdir(), 'despacho-imports-'))
  const opened = await openStore({ dir: join(folder, 'data'), readers: 1 })
  if (!opened.ok) throw new Error(opened.error.code)
  const store = opened.value
  closing.push(async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const gate = filePaths(folder)
  const stored: number[] = []
  const imports = createImports({
    store,
    carriers,
    gate,
    clock: steppingClock(),
    reportsDir: join(folder, 'reports'),
    locale: () => locale,
    stored: (count) => stored.push(count),
  })
  const experience = createDeliveryExperience({
    store,
    countries: {},
    today: () => asOf.today,
    clock: steppingClock(),
    bus: createEventBus(),
    log: {
      warn: (facts: unknown) => {
        throw new Error(JSON.stringify(facts))
      },
    },
  })
  const exports = createExports({
    store,
    carriers,
    gate,
    asOf: () => asOf,
    foresee: experience.foresee,
    zone: 'America/Sao_Paulo',
    locale: () => locale,
  })
  const progress: ImportProgress[] = []
  const task = { signal: new AbortController().signal, report: (at: ImportProgress) => void progress.push(at) }
  return {
    folder,
    store,
    imports,
    exports,
    progress,
    task,
    stored,
    file(name: string, content: string | Uint8Array): string {
      writeFileSync(join(folder, name), content)
      return join(folder, name)
    },
    /** Stores files and insists that it went well. */
    async run(...files: string[]) {
      const done = await imports.run({ files }, task)
      if (!done.ok) throw new Error(`${done.error.code}: ${done.error.message}`)
      return done.value
    },
    total: () => store.read.parcels.countSelection({ kind: 'query', query: {} }, asOf),
    parcel: async (code: string) => (await store.read.parcels.get({ code }, asOf))?.parcel ?? null,
  }
}
