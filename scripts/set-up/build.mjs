import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inPackage, projectEnvironment, projectNode, root } from './places.mjs'
import { capture } from './run.mjs'

const sources = [
  'src-main',
  'src-renderer',
  'electron.vite.config.ts',
  'nuxt-ui.config.ts',
  'package.json',
  'package-lock.json',
]
const results = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html']
const stamp = join(root, 'out', '.built')

/** Builds the application where a source is newer than the last build. */
export async function ensureBuild(steps) {
  if (buildIsCurrent()) return
  await steps.step('Build', async () => {
    await build()
  })
}

/** Builds the application; throws with what the bundler said when it fails. */
export async function build() {
  const started = new Date()
  const args = [inPackage('electron-vite', 'bin', 'electron-vite.js'), 'build']
  const { all } = await capture(projectNode, args, { cwd: root, env: projectEnvironment() })
  mkdirSync(join(root, 'out'), { recursive: true })
  writeFileSync(stamp, '')
  utimesSync(stamp, started, started)
  return all
}

function buildIsCurrent() {
  if (!existsSync(stamp) || !results.every((file) => existsSync(join(root, file)))) return false
  return sources.every((source) => newest(join(root, source)) <= statSync(stamp).mtimeMs)
}

function newest(path) {
  const status = statSync(path, { throwIfNoEntry: false })
  if (!status) return 0
  if (!status.isDirectory()) return status.mtimeMs
  return Math.max(status.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
