import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const repository = fileURLToPath(new URL('../..', import.meta.url))
let built: Promise<string> | null = null

/**
 * `import-process.ts`, its engine and the store's thread as the application has them: bundled. From its sources every thread would
 * carry the TypeScript reader of Node, and a bench would measure that.
 */
export function bundledProgram(): Promise<string> {
  built ??= bundle(join(repository, 'node_modules', '.cache', 'despacho-bench'))
  return built
}

async function bundle(outDir: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: repository,
    publicDir: false,
    build: {
      ssr: true,
      target: 'node20.18',
      outDir,
      emptyOutDir: true,
      rolldownOptions: {
        external: [/^better-sqlite3(\/|$)/, /^keytar(\/|$)/],
        input: {
          'import-process': join(repository, 'test/bench/import-process.ts'),
          'import-engine': join(repository, 'test/bench/import-engine.ts'),
          store: join(repository, 'src-main/store/sqlite/worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
    ssr: { noExternal: true, external: ['better-sqlite3', 'keytar'] },
  })
  return join(outDir, 'import-process.js')
}
