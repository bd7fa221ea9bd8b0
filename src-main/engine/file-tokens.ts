import { randomUUID } from 'node:crypto'
import type { FileGate } from './file-gate.ts'

/** A gate that knows files by tokens, so that no page ever names a path. */
export type FileTokens = FileGate & {
  /** Takes in a token that was made elsewhere. */
  add(token: string, path: string): void
  /** All there are, for an engine that starts again. */
  all(): readonly { readonly token: string; readonly path: string }[]
}

/** Makes a gate without files; `onIssue` hears of each token made here, for the same gate in another thread. */
export function createFileTokens(onIssue: (token: string, path: string) => void = () => undefined): FileTokens {
  const paths = new Map<string, string>()
  return {
    resolve: (ref) => paths.get(ref) ?? null,
    issue(path) {
      const token = randomUUID()
      paths.set(token, path)
      onIssue(token, path)
      return token
    },
    add: (token, path) => void paths.set(token, path),
    all: () => [...paths].map(([token, path]) => ({ token, path })),
  }
}
