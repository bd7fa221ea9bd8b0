import ui from '@nuxt/ui/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { nuxtUi } from './nuxt-ui.config.ts'
import { sourceFlags } from './scripts/set-up/source-flags.mjs'

const main: TestProjectInlineConfiguration = {
  test: {
    name: 'main',
    environment: 'node',
    execArgv: sourceFlags,
    setupFiles: ['test/support/property-setup.ts'],
    include: ['test/main/**/*.test.{ts,mjs}', 'src-main/**/*.test.ts'],
  },
}

const renderer: TestProjectInlineConfiguration = {
  plugins: [vue(), ui(nuxtUi)],
  test: {
    name: 'renderer',
    environment: 'happy-dom',
    include: ['test/renderer/**/*.test.ts'],
  },
}

const desktop: TestProjectInlineConfiguration = {
  test: {
    name: 'desktop',
    environment: 'node',
    include: ['test/desktop/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
  },
}

/** The desktop tests need an Electron, a display and a keychain: `node scripts/test.mjs desktop` provides them. */
const projects = process.env['DESPACHO_TESTS'] === 'desktop' ? [desktop] : [main, renderer]

export default defineConfig({ test: { projects } })
