import type { OutputFor } from '../../api/client.ts'

/** Codes and faults as lines of a table that can be pasted into a message: nothing of any parcel or person is in it. */
export function unmappedAsText(codes: OutputFor<'sync.unmapped'>, answers: OutputFor<'sync.malformed'>): string {
  const day = (at: number): string => new Date(at).toISOString().slice(0, 10)
  const lines = [...answers.map(({ what, ...one }) => ({ ...one, code: '', text: what })), ...codes].map(
    ({ carrier, code, text, count, firstAt, lastAt }) =>
      [carrier, code, text, count, day(firstAt), day(lastAt)].join('\t'),
  )
  return ['carrier\tcode\ttext\tcount\tfirst\tlast', ...lines].join('\n')
}
