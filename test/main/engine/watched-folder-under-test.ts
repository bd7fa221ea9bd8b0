import { join } from 'node:path'
import { carriers } from '../../../src-main/carriers/registry.ts'
import type { Clock } from '../../../src-main/domain/clock.ts'
import type { Result } from '../../../src-main/domain/result.ts'
import type { Problem } from '../../../src-main/domain/problem.ts'
import { filePaths } from '../../../src-main/engine/file-paths.ts'
import { createImports, type ImportTask } from '../../../src-main/engine/services/imports.ts'
import { createWatchedFolder } from '../../../src-main/engine/services/watched-folder.ts'
import { createWatchedFileKeeper } from '../../../src-main/engine/watched-file-keeper.ts'
import { createWatchedLook, type LookSummary } from '../../../src-main/engine/watched-look.ts'
import { silentLog } from '../../../src-main/log/logger.ts'
import type { Store } from '../../../src-main/store/store.ts'

/** What a test may have otherwise. */
export type WatchedFolderParts = {
  readonly store: Store
  readonly clock: Clock
  readonly dataDir: string
  readonly demo?: boolean
  readonly asTask?: (
    signal: AbortSignal,
    work: (task: ImportTask) => Promise<Result<LookSummary, Problem>>,
  ) => Promise<unknown>
}

/** The watched folder as the application builds it, on a store of the test's own. */
export function watchedFolderOn({ store, clock, dataDir, demo = false, asTask }: WatchedFolderParts) {
  const gate = filePaths(dataDir)
  const imports = createImports({
    store,
    carriers,
    gate,
    clock,
    reportsDir: join(dataDir, 'reports'),
    locale: () => 'pt-BR',
  })
  const news: string[] = []
  const look = createWatchedLook({
    store,
    imports,
    keeper: createWatchedFileKeeper(async () => 'pt-BR', 'America/Sao_Paulo'),
    gate,
    clock,
    log: silentLog,
    putAway: () => news.push('put away'),
  })
  const watched = createWatchedFolder({
    store,
    look,
    gate,
    clock,
    dataDir,
    demo,
    asTask: asTask ?? ((signal, work) => work({ signal, report: () => undefined })),
    changed: () => news.push('changed'),
    saved: () => news.push('saved'),
  })
  return { watched, imports, news }
}
