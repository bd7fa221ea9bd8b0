import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const description = JSON.stringify({ name: 'app-loader', version: '1.0.0', main: 'main.js' })

const program = `const { app } = require('electron')
const { readFileSync } = require('node:fs')
const { join, resolve } = require('node:path')
const { pathToFileURL } = require('node:url')

const folder = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.')
const { main = 'index.js', name, productName = name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
app.setAppPath(folder)
app.setName(productName)
app.setVersion(version)
app.setPath('userData', join(app.getPath('appData'), productName))
import(pathToFileURL(join(folder, main)).href).catch((error) => {
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
