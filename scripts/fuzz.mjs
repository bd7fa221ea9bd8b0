import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './set-up/places.mjs'
import { longTest } from './test/long-test.mjs'

/** The store's own tests have their properties in files beside them; kills of processes have `npm run kill`. */
const besides = ['test/main/store/sqlite-store.test.ts']
const notHere = /kill-import/

const folder = join('test', 'main')
const withProperties = readdirSync(join(root, folder), { recursive: true })
  .map((name) => join(folder, name))
  .filter((file) => file.endsWith('.test.ts') && !notHere.test(file))
  .filter((file) => readFileSync(join(root, file), 'utf8').includes("'fast-check'"))

await longTest(import.meta.url, {
  usage: 'npm run fuzz -- [times as many runs] [seed]',
  files: [...withProperties, ...besides],
  environment: ([times = '10', seed = String(Math.floor(Math.random() * 2 ** 31))]) => {
    process.stdout.write(`Seed ${seed}: every property with ${times} times as many runs as in npm test.\n`)
    return { DESPACHO_RUNS: times, DESPACHO_SEED: seed }
  },
})
