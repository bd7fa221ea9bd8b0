import { fill } from '../domain/words/fill.ts'
import type { Words } from '../domain/words/words.ts'
import type { WatchedFile } from '../store/store.ts'

/** What became of a file, in a person's words: the lines of the text that is put beside it. */
export function watchedFileReport(file: WatchedFile, when: string, words: Words): string {
  const said = words.watchedFolder
  const count = (label: string, rows: number): string => `${label}: ${rows}`
  const rows = [
    count(said.stored, file.stored),
    count(said.changed, file.changed - file.undecided),
    count(said.unchanged, file.unchanged),
    ...(file.undecided > 0 ? [count(said.undecided, file.undecided), said.undecidedNext] : []),
    ...(file.rejected > 0 ? [count(said.rejected, file.rejected), said.rejectedNext] : []),
  ]
  const lines = [
    `${said.file}: ${file.name}`,
    `${said.when}: ${when}`,
    ...(file.preset === null ? [] : [`${said.preset}: ${file.preset}`]),
    '',
    ...(file.problem === null ? rows : [said.nothing, problemSentence(file.problem, file.detail, words)]),
  ]
  return lines.map((line) => `${line}\r\n`).join('')
}

function problemSentence(code: string, detail: WatchedFile['detail'], words: Words): string {
  const sentences: Readonly<Record<string, string>> = {
    ...words.problem,
    cancelled: words.watchedFolder.cancelled,
  }
  return fill(sentences[code] ?? words.watchedFolder.internal, detail ?? {})
}

/** Whether a person has to look at it: nothing of it was taken, or something was left to decide. */
export const needsSomebody = ({
  state,
  stored,
  changed,
  unchanged,
  rejected,
  undecided,
}: Omit<WatchedFile, 'id'>): boolean =>
  state === 'refused' || undecided > 0 || (rejected > 0 && stored + changed + unchanged === 0)
