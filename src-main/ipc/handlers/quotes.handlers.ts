import { Quote } from '../../contract/quotes.contract.ts'
import { ok } from '../../domain/result.ts'
import type { Engine } from '../../engine/engine.ts'
import type { EngineHandlers } from '../handler.ts'

type Names = 'single' | 'recent' | 'bulk' | 'resume' | 'jobs' | 'rows' | 'exportJob' | 'removeJob'

/** Freight. A kept quote that an older application wrote and this one can't read is left out. */
export const quoteHandlers = ({ quoting, bulkQuotes }: Engine): Pick<EngineHandlers, `quotes.${Names}`> => ({
  'quotes.single': (input, task) => quoting.single(input, task),
  'quotes.bulk': (input, task) => bulkQuotes.run(input, task),
  'quotes.resume': ({ job }, task) => bulkQuotes.resume(job, task),
  'quotes.jobs': async () => ok(await bulkQuotes.list()),
  'quotes.rows': ({ job, after, limit }) => bulkQuotes.rows(job, after, limit),
  'quotes.exportJob': (input, task) => bulkQuotes.export(input, task),
  'quotes.removeJob': ({ job }) => bulkQuotes.remove(job),
  'quotes.recent': async () =>
    ok(
      (await quoting.kept()).flatMap(({ id, quote }) => {
        const read = Quote.safeParse(quote).data
        return read ? [{ ...read, id }] : []
      }),
    ),
})
