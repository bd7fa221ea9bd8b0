import { existsSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { dialog, shell, type BrowserWindow } from 'electron'
import type { Locale } from '../contract/app.contract.ts'
import type { ErrorOf, OutputOf } from '../contract/define.ts'
import type { ChosenFile } from '../contract/files.contract.ts'
import type { Contract } from '../contract/index.ts'
import type { ParcelDetail } from '../contract/parcels.contract.ts'
import { problem, type Problem } from '../domain/problem.ts'
import { fail, ok } from '../domain/result.ts'
import type { FileGate } from '../ipc/engine-session.ts'
import type { Endpoint } from '../ipc/endpoint.ts'
import type { WindowHandlers } from '../ipc/handler.ts'
import { windowWords } from './words.ts'

export type WindowHandlerParts = {
  readonly files: FileGate
  readonly window: () => BrowserWindow | undefined
  readonly locale: () => Locale
  /** The engine, for what it knows of a parcel. */
  readonly engine: Endpoint
  /** Answer why it could not be done; null: it is done. */
  readonly startDemo: () => Promise<string | null>
  readonly leaveDemo: () => Promise<string | null>
  /** Ends the engine and starts it again on the same data. */
  readonly startAgain: () => Promise<void>
}

const importableEndings = ['csv', 'tsv', 'txt', 'xlsx', 'xls']

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

/** What only a program with a window can do. */
export function windowHandlers(parts: WindowHandlerParts): WindowHandlers {
  const words = () => windowWords[parts.locale()].dialog
  const chosen = (path: string): ChosenFile => ({
    file: parts.files.issue(path),
    name: basename(path),
    size: sizeOf(path),
  })

  return {
    'files.open': async ({ purpose, multiple }) => {
      const window = parts.window()
      if (!window) return ok([])
      const { importTitle, importable, restoreTitle, restorable, watchTitle, all } = words()
      if (purpose === 'watch') {
        const folder = await dialog.showOpenDialog(window, {
          title: watchTitle,
          properties: ['openDirectory', 'createDirectory'],
        })
        return ok(folder.filePaths.map(chosen))
      }
      const wanted = {
        import: { title: importTitle, name: importable, extensions: importableEndings },
        restore: { title: restoreTitle, name: restorable, extensions: ['sqlite'] },
      }[purpose]
      const { filePaths } = await dialog.showOpenDialog(window, {
        title: wanted.title,
        properties: multiple ? ['openFile', 'multiSelections'] : ['openFile'],
        filters: [
          { name: wanted.name, extensions: wanted.extensions },
          { name: all, extensions: ['*'] },
        ],
      })
      return ok(filePaths.map(chosen))
    },

    'files.save': async ({ suggestedName, kind }) => {
      const window = parts.window()
      if (!window) return ok(null)
      const { filePath } = await dialog.showSaveDialog(window, {
        title: words().saveTitle,
        defaultPath: suggestedName,
        filters: [{ name: kind === 'sqlite' ? words().restorable : kind.toUpperCase(), extensions: [kind] }],
      })
      if (!filePath) return ok(null)
      const named = filePath.toLowerCase().endsWith(`.${kind}`) ? filePath : `${filePath}.${kind}`
      return ok(chosen(named))
    },

    'files.reveal': async ({ file }) => {
      const path = parts.files.resolve(file)
      if (path === null || !existsSync(path)) return fail(problem('file-gone', 'the file is not there any more'))
      shell.showItemInFolder(path)
      return ok({})
    },

    'app.openTrackingPage': async ({ id }) => {
      const reply = await parts.engine({ name: 'parcels.get', input: { id }, sender: undefined })
      if (!reply.ok) return fail(problem('parcel-unknown', reply.error.message))
      const { publicUrl } = reply.value as ParcelDetail
      if (publicUrl === null || !publicUrl.startsWith('https://')) {
        return fail(problem('no-public-page', 'the carrier has no page for people'))
      }
      await shell.openExternal(publicUrl)
      return ok({})
    },

    'app.startDemo': async () => {
      const why = await parts.startDemo()
      return why === null ? ok({}) : fail(problem('demo-not-opened', `the demonstration did not open: ${why}`))
    },

    'app.leaveDemo': async () => {
      const why = await parts.leaveDemo()
      return why === null ? ok({}) : fail(problem('own-data-not-opened', `the own data did not open: ${why}`))
    },

    'store.restore': async (source) => {
      const reply = await parts.engine({ name: 'store.restore', input: source, sender: undefined })
      if (!reply.ok) return fail(reply.error as Problem<ErrorOf<Contract['store.restore']>>)
      await parts.startAgain()
      return ok(reply.value as OutputOf<Contract['store.restore']>)
    },
  }
}
