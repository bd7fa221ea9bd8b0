import type { Migration } from './migration.ts'

/** Many shipments that are quoted together: what is asked of each, and what came of it. */
export const quoteJobs: Migration = {
  version: 142,
  name: 'quote-jobs',
  up(connection) {
    connection.execute(`
      CREATE TABLE quote_jobs (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        account INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
        startedAt INTEGER NOT NULL,
        state TEXT NOT NULL,
        problem TEXT,
        total INTEGER NOT NULL,
        done INTEGER NOT NULL,
        bad INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX quote_jobs_of_account ON quote_jobs (account);

      CREATE TABLE quote_job_rows (
        job INTEGER NOT NULL REFERENCES quote_jobs (id) ON DELETE CASCADE,
        row INTEGER NOT NULL,
        state TEXT NOT NULL,
        input TEXT NOT NULL,
        result TEXT,
        PRIMARY KEY (job, row)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX quote_job_rows_open ON quote_job_rows (job, row) WHERE state = 'open';
    `)
  },
}
