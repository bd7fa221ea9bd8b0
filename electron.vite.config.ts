import { fileURLToPath } from 'node:url'
import ui from '@nuxt/ui/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
import { nuxtUi } from './nuxt-ui.config.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** The oldest runtime the application starts in: Electron 33 has Node 20.18 and Chromium 130. */
const oldest = { node: 'node20.18', chromium: 'chrome130' }

const native = ['electron', /^electron\//, /^better-sqlite3(\/|$)/, /^keytar(\/|$)/]

export default defineConfig({
  main: {
    build: {
      target: oldest.node,
      outDir: here('out/main'),
      sourcemap: true,
      rolldownOptions: {
        external: native,
        input: {
          index: here('src-main/index.ts'),
          engine: here('src-main/engine-thread.ts'),
          store: here('src-main/store/sqlite/worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: oldest.node,
      outDir: here('out/preload'),
      externalizeDeps: false,
      rolldownOptions: {
        external: ['electron'],
        input: { index: here('src-main/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: here('src-renderer'),
    publicDir: false,
    plugins: [vue(), ui(nuxtUi)],
    build: {
      target: oldest.chromium,
      outDir: here('out/renderer'),
      rolldownOptions: { input: { index: here('src-renderer/index.html') } },
    },
  },
})
