import { openStore } from '../../../src-main/store/sqlite/open-store.ts'

/** Restores a backup and says what it is at, until it is through or killed: `restoring-process.ts <folder> <backup>`. */
const [, , dir = '', backup = ''] = process.argv
const say = (word: string) => process.stdout.write(`${word}\n`)

const opened = await openStore({ dir, readers: 1 })
if (!opened.ok) throw new Error(opened.error.code)
say('open')
const ready = await opened.value.restore({ backup }, Date.now())
if (typeof ready === 'string') throw new Error(ready)
say('decided')
await opened.value.close()
say('closed')
