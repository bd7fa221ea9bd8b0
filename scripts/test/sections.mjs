import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from '../set-up/build.mjs'
import { virtualDisplay } from '../set-up/application.mjs'
import { inPackage, projectEnvironment, projectNode, root } from '../set-up/places.mjs'
import { SetUpError, passThrough } from '../set-up/run.mjs'
import { inKeychainSession } from './keychain-session.mjs'
import { countsOf } from './counts.mjs'

const linux = process.platform === 'linux'

const packageScript = (name) => ({
  title: name,
  run: async () => ({ status: await inRepository('npm', ['run', '--silent', name]) }),
})

const building = {
  title: 'build',
  run: async () => {
    try {
      await build()
      return { status: 0 }
    } catch (error) {
      if (!(error instanceof SetUpError)) throw error
      process.stdout.write(`${error.message}\n`)
      return { status: 1 }
    }
  },
}

const unit = { title: 'unit', run: (context) => vitest('unit', context) }

const desktop = {
  title: 'desktop',
  run: (context) => vitest('desktop', context, { environment: { DESPACHO_TESTS: 'desktop' }, around: virtualDisplay }),
}

/** What `npm test` runs, in this order; by name, what one section needs. */
export const sections = {
  typecheck: [packageScript('typecheck')],
  lint: [packageScript('lint')],
  unit: [unit],
  desktop: [building, desktop],
}

async function vitest(name, { environment, filters }, { environment: own = {}, around = [] } = {}) {
  const report = join(root, 'test-results', `${name}.json`)
  rmSync(report, { force: true })
  mkdirSync(join(root, 'test-results'), { recursive: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const command = [projectNode, inPackage('vitest', 'vitest.mjs'), 'run', ...reporters, ...filters]
  const status = await inKeychainSession([...(linux ? around : []), ...command], (program, args, session) =>
    inRepository(program, args, { ...environment, ...own, ...session }),
  )
  return { status, ...countsOf(readReport(report), status) }
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

function inRepository(program, args, environment = {}) {
  return passThrough(program, args, {
    cwd: root,
    env: projectEnvironment(environment),
    shell: process.platform === 'win32' && program === 'npm',
  })
}
