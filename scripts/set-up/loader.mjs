import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const description = JSON.stringify({ name: 'app-loader', version: '1.0.0', type: 'module', main: 'main.js' })

// An ES module that awaits the application's: Electron is not ready before both have run, and what has to be said before
// that (the privileged scheme) can be.
const program = `import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const folder = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.')
const { main = 'index.js', name, productName = name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
app.setAppPath(folder)
app.setName(productName)
app.setVersion(version)
app.setPath('userData', join(app.getPath('appData'), productName))
await import(pathToFileURL(join(folder, main)).href).catch((error) => {
  console.error(error)
  app.exit(1)
})
`

/**
 * Gives the fallback runtime what it lacks: the small application inside Electron that starts
 * the one whose folder stands on the command line.
 */
export function writeLoader(runtimeFolder) {
  const folder = join(runtimeFolder, 'resources', 'app')
  mkdirSync(folder, { recursive: true })
  writeIfOther(join(folder, 'package.json'), description)
  writeIfOther(join(folder, 'main.js'), program)
}

function writeIfOther(file, text) {
  try {
    if (readFileSync(file, 'utf8') === text) return
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
  writeFileSync(file, text)
}
