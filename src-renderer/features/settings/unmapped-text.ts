import type { OutputFor } from '../../api/client.ts'

/** The codes as lines of a table that can be pasted into a message: nothing of any parcel or person is in it. */
export function unmappedAsText(codes: OutputFor<'sync.unmapped'>): string {
  const day = (at: number): string => new Date(at).toISOString().slice(0, 10)
  const lines = codes.map(({ carrier, code, text, count, firstAt, lastAt }) =>
    [carrier, code, text, count, day(firstAt), day(lastAt)].join('\t'),
  )
  return ['carrier\tcode\ttext\tcount\tfirst\tlast', ...lines].join('\n')
}
