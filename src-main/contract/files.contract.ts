import { z } from 'zod'
import { command, event } from './define.ts'

/**
 * A file that a person pointed at: over IPC a token made by the system's dialog or by dropping the file on the window, on
 * the command line a path.
 */
export const FileRef = z.string().min(1).max(4096)

export const ChosenFile = z.strictObject({ file: FileRef, name: z.string(), size: z.int().nonnegative() })
export type ChosenFile = z.output<typeof ChosenFile>

export const files = {
  /** Shows the system's open dialog, for `watch` the one for a folder. An empty list: the person closed it. */
  'files.open': command({
    input: z.strictObject({ purpose: z.enum(['import', 'restore', 'watch']), multiple: z.boolean() }),
    output: z.array(ChosenFile),
  }),
  /** Shows the system's save dialog; null: the person closed it. */
  'files.save': command({
    input: z.strictObject({
      suggestedName: z.string().min(1).max(200),
      kind: z.enum(['xlsx', 'csv', 'json', 'zip', 'sqlite']),
    }),
    output: ChosenFile.nullable(),
  }),
  /** Makes a file of pasted text, one code a line or cells copied from a spreadsheet, to be imported like any other. */
  'files.paste': command({ input: z.strictObject({ text: z.string().min(1).max(20_000_000) }), output: ChosenFile }),
  /** Shows a file that Despacho wrote in the system's file manager. */
  'files.reveal': command({
    input: z.strictObject({ file: FileRef }),
    output: z.strictObject({}),
    errors: ['file-gone'],
  }),
  /** Files came in by the menu or by the operating system (opened with Despacho). */
  'files.arrived': event({ output: z.array(ChosenFile) }),
}
