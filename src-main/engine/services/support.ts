import { randomUUID } from 'node:crypto'
import { stat, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { problem, type Problem } from '../../domain/problem.ts'
import { fail, ok, type Result } from '../../domain/result.ts'
import { pendingFile, writeProblemOf } from '../../files/pending-file.ts'
import type { Redactor } from '../../log/redaction.ts'
import type { FileGate } from '../file-gate.ts'
import { supportSectionIds, supportSections, type SupportParts, type SupportSectionId } from './support-sections.ts'

export type SupportCollection = {
  /** Names it when it is saved: what was looked at is what is written. */
  readonly collection: string
  readonly at: number
  readonly sections: readonly { readonly id: SupportSectionId; readonly lines: readonly string[] }[]
}

export type SupportOrder = {
  readonly file: string
  /** Absent: collected now. */
  readonly collection?: string | undefined
  /** Absent: all of them. */
  readonly sections?: readonly SupportSectionId[] | undefined
}

/** What somebody who helps needs to know, free of secrets and of people, to be looked through before it is saved. */
export type Support = {
  collect(): Promise<SupportCollection>
  save(
    order: SupportOrder,
  ): Promise<Result<{ file: string; size: number }, Problem<'collection-gone' | 'file-locked' | 'disk-full'>>>
}

/** Makes the service; only what was collected last is kept. */
export function createSupport(parts: SupportParts & { readonly redactor: Redactor; readonly gate: FileGate }): Support {
  let last: SupportCollection | null = null
  const clean = (line: string) => parts.redactor.clean(line).replaceAll(homedir(), '~')

  const collect = async (): Promise<SupportCollection> => {
    const sections: { id: SupportSectionId; lines: string[] }[] = []
    for (const id of supportSectionIds) {
      const lines = await supportSections[id](parts).catch((error: unknown) => [
        `not collected: ${error instanceof Error ? error.name : 'unknown error'}`,
      ])
      sections.push({ id, lines: lines.map(clean) })
    }
    last = { collection: randomUUID(), at: parts.clock.now(), sections }
    return last
  }

  return {
    collect,

    async save({ file, collection, sections = supportSectionIds }) {
      const collected = collection === undefined ? await collect() : last
      if (!collected || (collection !== undefined && collected.collection !== collection))
        return fail(problem('collection-gone', 'something else was collected since'))
      const path = parts.gate.resolve(file)
      if (path === null) return fail(problem('file-locked', 'no place to write to'))
      const chosen = collected.sections.filter(({ id }) => sections.includes(id))
      const content = {
        despacho: 'support',
        at: new Date(collected.at).toISOString(),
        leftOut: supportSectionIds.filter((id) => !sections.includes(id)),
        ...Object.fromEntries(chosen.map(({ id, lines }) => [id, lines])),
      }
      const pending = pendingFile(path)
      try {
        await writeFile(pending.path, `${JSON.stringify(content, null, 2)}\n`)
        await pending.place()
        return ok({ file: parts.gate.issue(path), size: (await stat(path)).size })
      } catch (error) {
        await pending.discard()
        const code = writeProblemOf(error)
        if (code === null) throw error
        return fail(problem(code, String(error), { retryable: true }))
      }
    },
  }
}
