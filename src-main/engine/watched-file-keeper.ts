import { copyFile, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Locale } from '../domain/locale.ts'
import { wallTimes } from '../domain/wall-time.ts'
import { words } from '../domain/words/index.ts'
import { pendingFile } from '../files/pending-file.ts'
import type { WatchedFile } from '../store/store.ts'
import { needsSomebody, watchedFileReport } from './watched-file-report.ts'
import { fileIn, isSameFile } from './watched-files.ts'

/** There is one look at a time, so what a kill left half written is written again and not left lying about. */
const mark = 'watched'

/** Puts files of the watched folder that are dealt with into its two folders, each beside what became of it. */
export type WatchedFileKeeper = {
  /** Makes the two folders; false: nothing can be written there. */
  prepare(folder: string): Promise<boolean>
  /**
   * Moves a file and writes its report. Begun again after a kill it ends the same. Answers where the file lies, null when
   * another one has its place by now or somebody took it away, or `stuck` while it can't be moved.
   */
  putAway(file: WatchedFile): Promise<{ readonly movedTo: string | null } | 'stuck'>
}

/** Makes the keeper; `locale` is the language of folders and reports, `zone` that of the times in them. */
export function createWatchedFileKeeper(locale: () => Promise<Locale>, zone: string): WatchedFileKeeper {
  const wallTime = wallTimes(zone)

  return {
    async prepare(folder) {
      const { done, pending } = words[await locale()].watchedFolder
      const probe = pendingFile(join(folder, 'despacho'), mark)
      try {
        await Promise.all([done, pending].map((name) => mkdir(join(folder, name), { recursive: true })))
        await writeFile(probe.path, '')
        await probe.discard()
        return true
      } catch {
        return false
      }
    },

    async putAway(file) {
      const language = words[await locale()]
      const { done, pending, result } = language.watchedFolder
      const folder = join(file.folder, needsSomebody(file) ? pending : done)
      const at = wallTime(file.startedAt).replace('T', ' ')
      const name = `${at.replaceAll(':', '.')} ${file.name}`
      try {
        await mkdir(folder, { recursive: true })
        const movedTo = await move(file, folder, name)
        const stem = movedTo ?? join(folder, name)
        if (file.report !== null) await moveReport(file.report, `${stem} - ${language.file.rejected}.xlsx`)
        await replaceFile(`${stem} - ${result}.txt`, watchedFileReport(file, at, language))
        return { movedTo }
      } catch {
        return 'stuck'
      }
    },
  }
}

/** Null: it does not lie there any more, nor where it would have been moved to. */
async function move(file: WatchedFile, folder: string, name: string): Promise<string | null> {
  const there = await fileIn(file.folder, file.name)
  if (!there || !isSameFile(there, file)) {
    const moved = await fileIn(folder, name)
    return moved?.size === file.size ? join(folder, name) : null
  }
  const place = await freePlace(folder, name)
  await rename(join(file.folder, file.name), place)
  return place
}

/** A clock that is put back gives a time twice; no file may take another's place. */
async function freePlace(folder: string, name: string): Promise<string> {
  const ending = extname(name)
  const bare = name.slice(0, name.length - ending.length)
  for (let n = 1; ; n++) {
    const place = join(folder, n === 1 ? name : `${bare} (${n})${ending}`)
    if (!(await stat(place).catch(() => null))) return place
  }
}

/** The folder may be on another disk, where nothing can be renamed to. What is gone was moved before, or its owner erased it. */
async function moveReport(from: string, to: string): Promise<void> {
  if (!(await stat(from).catch(() => null))) return
  const pending = pendingFile(to, mark)
  await copyFile(from, pending.path)
  await pending.place()
  await rm(from, { force: true })
}

async function replaceFile(path: string, text: string): Promise<void> {
  const pending = pendingFile(path, mark)
  await writeFile(pending.path, `\ufeff${text}`)
  await pending.place()
}
