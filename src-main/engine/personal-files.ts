import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { cellText } from '../domain/cell.ts'
import { mentions, type Person } from '../domain/person.ts'
import { openTable } from '../files/open-file.ts'

/** Files of the data folder that may name people: reports of rows that were not taken, pasted text. */
export type PersonalFiles = {
  /** Those that name a person; one that can't be read counts, for nobody can say that it does not. */
  of(person: Person): Promise<readonly string[]>
  /** Those last written before a moment. */
  before(moment: number): Promise<readonly string[]>
  /** Deletes files; answers how many could not be: on Windows another program may have one open. */
  remove(paths: readonly string[]): Promise<number>
}

/** Knows the folders. */
export function createPersonalFiles(folders: readonly string[]): PersonalFiles {
  const all = async () => {
    const names = await Promise.all(
      folders.map(async (folder) => (await readdir(folder).catch(() => [])).map((name) => join(folder, name))),
    )
    return names.flat()
  }
  return {
    async of(person) {
      const found: string[] = []
      for (const path of await all()) if (await namesPerson(path, person)) found.push(path)
      return found
    },
    async before(moment) {
      const found: string[] = []
      for (const path of await all()) {
        const facts = await stat(path).catch(() => null)
        if (facts && facts.mtimeMs < moment) found.push(path)
      }
      return found
    },
    async remove(paths) {
      const results = await Promise.allSettled(paths.map((path) => rm(path, { force: true })))
      return results.filter(({ status }) => status === 'rejected').length
    },
  }
}

async function namesPerson(path: string, person: Person): Promise<boolean> {
  const table = await openTable(path, {})
  if (!table.ok) return table.error.code !== 'file-empty'
  try {
    for await (const rows of table.value.rows())
      if (rows.some(({ cells }) => cells.some((cell) => mentions(person, cellText(cell))))) return true
    return false
  } catch {
    return true
  }
}
