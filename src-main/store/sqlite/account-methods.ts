import { z } from 'zod'
import { environments, type Account, type AccountId } from '../../domain/account.ts'
import type { Row } from './connection.ts'
import type { ReaderContext } from './reader-context.ts'
import { sql } from './sql.ts'
import type { WriterContext } from './writer-context.ts'

const AccountRow = z.object({
  id: z.number(),
  carrier: z.string(),
  name: z.string(),
  environment: z.enum(environments),
  fields: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.record(z.string(), z.string())),
  createdAt: z.number(),
  updatedAt: z.number(),
  secretsEnteredAt: z.number().nullable(),
})

/** Reads of accounts. */
export const accountReader = {
  listAccounts: (context: ReaderContext): Account[] =>
    context.connection.all(sql`SELECT * FROM accounts ORDER BY carrier, name`).map(toAccount),

  getAccount(context: ReaderContext, id: AccountId): Account | null {
    const row = context.connection.get(sql`SELECT * FROM accounts WHERE id = ${id}`)
    return row ? toAccount(row) : null
  },
}

/** Writes of accounts. */
export const accountWriter = {
  saveAccount(
    { connection }: WriterContext,
    account: Omit<Account, 'id' | 'createdAt' | 'updatedAt'> & { id?: AccountId | undefined },
    now: number,
  ): AccountId | 'name-taken' | 'account-unknown' {
    const { id, carrier, name, environment, secretsEnteredAt } = account
    const fields = JSON.stringify(account.fields)
    return connection.transaction(() => {
      if (id !== undefined && !connection.get(sql`SELECT id FROM accounts WHERE id = ${id}`)) return 'account-unknown'
      const namesake = connection.get(sql`SELECT id FROM accounts WHERE carrier = ${carrier} AND name = ${name}`)
      if (namesake && namesake['id'] !== id) return 'name-taken'
      if (id === undefined) {
        connection.run(sql`
          INSERT INTO accounts (carrier, name, environment, fields, createdAt, updatedAt, secretsEnteredAt)
          VALUES (${carrier}, ${name}, ${environment}, ${fields}, ${now}, ${now}, ${secretsEnteredAt})`)
        return connection.number(sql`SELECT last_insert_rowid() AS id`)
      }
      connection.run(sql`
        UPDATE accounts SET carrier = ${carrier}, name = ${name}, environment = ${environment}, fields = ${fields},
          updatedAt = ${now}, secretsEnteredAt = ${secretsEnteredAt} WHERE id = ${id}`)
      return id
    })
  },

  removeAccount: ({ connection }: WriterContext, id: AccountId): boolean =>
    connection.run(sql`DELETE FROM accounts WHERE id = ${id}`) > 0,
}

const toAccount = (row: Row): Account => AccountRow.parse(row)
