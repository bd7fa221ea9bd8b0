import { openStore } from '../../../src-main/store/sqlite/open-store.ts'
import { rowsFrom } from './made-rows.ts'

/** Imports files without end and says what it is at, until it is killed: `importing-process.ts <folder> <rows of a file>`. */
const [, , dir = '', rows = ''] = process.argv
const say = (word: string) => process.stdout.write(`${word}\n`)
const batch = 500

const opened = await openStore({ dir, readers: 1 })
if (!opened.ok) throw new Error(opened.error.code)
say('open')
for (let file = 0; ; file++) {
  const session = await opened.value.write.parcels.beginImport({ name: `${file}.csv`, at: file, changes: 'accept' })
  say('begun')
  for (let row = 0; row < Number(rows); row += batch) {
    await session.add(
      rowsFrom(file * Number(rows) + row, Math.min(batch, Number(rows) - row), (n) => ({
        recipientName: `Ana ${n}`,
        state: 'SP',
      })),
    )
    say('added')
  }
  await session.commit()
  say('committed')
}
