import { openStore } from '../../../src-main/store/sqlite/open-store.ts'
import { watchedFolderOn } from './watched-folder-under-test.ts'

/** Takes what lies in a watched folder, says when it begins and ends, until it is killed: `watching-process.ts <data folder> <folder>`. */
const [, , dataDir = '', folder = ''] = process.argv
const say = (word: string) => process.stdout.write(`${word}\n`)

const opened = await openStore({ dir: dataDir, readers: 1 })
if (!opened.ok) throw new Error(opened.error.code)
const { watched } = watchedFolderOn({
  store: opened.value,
  // The files are whole: nobody has to wait for them.
  clock: { now: Date.now, sleep: () => Promise.resolve() },
  dataDir,
})
await watched.save({ folder, on: true })
say('open')
await watched.look({ signal: new AbortController().signal, report: ({ done }) => say(`row ${done}`) })
say('looked')
setInterval(() => undefined, 1000)
