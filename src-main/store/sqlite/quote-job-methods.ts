import type { AccountId } from '../../domain/account.ts'
import type {
  QuoteJob,
  QuoteJobId,
  QuoteJobState,
  QuoteRow,
  QuoteRowInput,
  QuoteRowResult,
} from '../../domain/quote-job.ts'
import type { Row } from './connection.ts'
import type { ReaderContext } from './reader-context.ts'
import { sql } from './sql.ts'
import type { WriterContext } from './writer-context.ts'

/** Reads of bulk quotes. */
export const quoteJobReader = {
  quoteJobs: ({ connection }: ReaderContext): QuoteJob[] =>
    connection.all(sql`SELECT * FROM quote_jobs ORDER BY id DESC`).map(jobOf),

  quoteJob({ connection }: ReaderContext, id: QuoteJobId): QuoteJob | null {
    const row = connection.get(sql`SELECT * FROM quote_jobs WHERE id = ${id}`)
    return row ? jobOf(row) : null
  },

  quoteJobRows: ({ connection }: ReaderContext, id: QuoteJobId, after: number, limit: number): QuoteRow[] =>
    connection
      .all(sql`SELECT * FROM quote_job_rows WHERE job = ${id} AND row > ${after} ORDER BY row LIMIT ${limit}`)
      .map(rowOf),

  openQuoteJobRows: ({ connection }: ReaderContext, id: QuoteJobId, limit: number): QuoteRow[] =>
    connection
      .all(sql`SELECT * FROM quote_job_rows WHERE job = ${id} AND state = 'open' ORDER BY row LIMIT ${limit}`)
      .map(rowOf),
}

/** Writes of bulk quotes. */
export const quoteJobWriter = {
  beginQuoteJob(
    { connection }: WriterContext,
    { name, account, now }: { name: string; account: AccountId; now: number },
    rows: readonly QuoteRowInput[],
  ): QuoteJobId {
    return connection.transaction(() => {
      const bad = rows.filter(({ fault }) => fault !== null).length
      connection.run(sql`
        INSERT INTO quote_jobs (name, account, startedAt, state, total, done, bad)
        VALUES (${name}, ${account}, ${now}, 'running', ${rows.length}, 0, ${bad})`)
      const id = connection.number(sql`SELECT last_insert_rowid() AS id`)
      rows.forEach((input, index) =>
        connection.run(sql`
          INSERT INTO quote_job_rows (job, row, state, input)
          VALUES (${id}, ${index + 1}, ${input.fault === null ? 'open' : 'bad'}, ${JSON.stringify(input)})`),
      )
      return id
    })
  },

  recordQuoteJobRows(
    { connection }: WriterContext,
    id: QuoteJobId,
    results: readonly { readonly row: number; readonly result: QuoteRowResult }[],
  ): void {
    connection.transaction(() => {
      let done = 0
      for (const { row, result } of results)
        done += connection.run(sql`
          UPDATE quote_job_rows SET state = 'done', result = ${JSON.stringify(result)}
          WHERE job = ${id} AND row = ${row} AND state = 'open'`)
      connection.run(sql`UPDATE quote_jobs SET done = done + ${done} WHERE id = ${id}`)
    })
  },

  setQuoteJobState({ connection }: WriterContext, id: QuoteJobId, state: QuoteJobState, problem: string | null): void {
    connection.run(sql`UPDATE quote_jobs SET state = ${state}, problem = ${problem} WHERE id = ${id}`)
  },

  removeQuoteJob: ({ connection }: WriterContext, id: QuoteJobId): boolean =>
    connection.run(sql`DELETE FROM quote_jobs WHERE id = ${id}`) > 0,
}

/** Rows of these tables are written by this file alone. */
const jobOf = (row: Row): QuoteJob => row as unknown as QuoteJob

const rowOf = ({ row, state, input, result }: Row): QuoteRow => ({
  ...(JSON.parse(String(input)) as QuoteRowInput),
  row: Number(row),
  state: state as QuoteRow['state'],
  result: result === null ? null : (JSON.parse(String(result)) as QuoteRowResult),
})
