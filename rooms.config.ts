/**
 * Which folder of `src-main` may import which. The lint rule (eslint.config.js) and the test
 * (test/main/architecture.test.ts) both read this table, so the picture in docs/architecture.md stays true.
 */
export const rooms: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  contract: ['domain'],
  log: ['domain'],
  secrets: ['domain'],
  files: ['domain'],
  store: ['domain'],
  carriers: ['domain'],
  sandbox: ['domain', 'carriers'],
  engine: ['domain', 'carriers', 'store', 'secrets', 'files', 'log'],
  ipc: ['domain', 'contract', 'engine', 'log'],
  preload: ['contract'],
  window: ['domain', 'contract', 'ipc', 'log'],
}

/** The only places that may import `electron`. */
export const electronRooms: string[] = [
  'src-main/window/**',
  'src-main/preload/**',
  'src-main/ipc/electron-transport.ts',
  'src-main/index.ts',
  'src-main/compose.ts',
]
