import { z } from 'zod'
import { environments, type Account, type AccountId } from '../../domain/account.ts'
import type { ParcelId } from '../../domain/parcel.ts'
import type { AccountRecord, AccountSuccession } from '../store.ts'
import type { Connection, Row } from './connection.ts'
import type { ReaderContext } from './reader-context.ts'
import { sql, type Sql } from './sql.ts'
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
  nextSecretsEnteredAt: z.number().nullable(),
  offSince: z.number().nullable(),
})

/** Reads of accounts. */
export const accountReader = {
  listAccounts: (context: ReaderContext): Account[] =>
    context.connection.all(sql`SELECT * FROM accounts ORDER BY carrier, name`).map(toAccount),

  getAccount(context: ReaderContext, id: AccountId): Account | null {
    const row = context.connection.get(sql`SELECT * FROM accounts WHERE id = ${id}`)
    return row ? toAccount(row) : null
  },

  accountsOfParcels({ connection }: ReaderContext, ids: readonly ParcelId[]): ReadonlyMap<ParcelId, AccountId> {
    const rows = connection.all(sql`
      SELECT id, accountId FROM parcels
      WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) AND accountId IS NOT NULL`)
    return new Map(rows.map((row) => [Number(row['id']), Number(row['accountId'])]))
  },

  accountDependents: ({ connection }: ReaderContext, id: AccountId): number =>
    connection.number(sql`SELECT count(*) FROM parcels WHERE ${dependsOn(connection, id)}`),
}

/** Watched parcels for which nobody else is known to answer. */
function dependsOn(connection: Connection, id: AccountId): Sql {
  const account = connection.get(sql`
    SELECT carrier, (SELECT count(*) FROM accounts o WHERE o.carrier = a.carrier) AS all_ FROM accounts a WHERE id = ${id}`)
  const isOnly = account?.['all_'] === 1
  return isOnly
    ? sql`carrier = ${String(account['carrier'])} AND watch = 'watched'`
    : sql`accountId = ${id} AND watch = 'watched'`
}

/** Writes of accounts. */
export const accountWriter = {
  saveAccount(
    { connection }: WriterContext,
    account: AccountRecord,
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

  setNextSecrets({ connection }: WriterContext, id: AccountId, enteredAt: number | null): void {
    connection.run(sql`UPDATE accounts SET nextSecretsEnteredAt = ${enteredAt} WHERE id = ${id}`)
  },

  setAccountOff: ({ connection }: WriterContext, id: AccountId, since: number | null): boolean =>
    connection.run(sql`UPDATE accounts SET offSince = ${since} WHERE id = ${id}`) > 0,

  removeAccount(
    { connection }: WriterContext,
    id: AccountId,
    succession: AccountSuccession | null,
    now: number,
  ): boolean {
    return connection.transaction(() => {
      if (succession?.kind === 'move')
        connection.run(sql`UPDATE parcels SET accountId = ${succession.to} WHERE accountId = ${id}`)
      if (succession?.kind === 'stop') stopWatching(connection, id, now)
      return connection.run(sql`DELETE FROM accounts WHERE id = ${id}`) > 0
    })
  },
}

/** From then on only a person asks about them. */
function stopWatching(connection: Connection, id: AccountId, now: number): void {
  const theirs = dependsOn(connection, id)
  const detail = JSON.stringify({ from: 'watched', to: 'silent' })
  connection.run(sql`
    INSERT INTO actions (parcelId, at, kind, detail)
    SELECT id, CAST(${now} AS INTEGER), 'watch', ${detail} FROM parcels WHERE ${theirs}`)
  connection.run(sql`UPDATE parcels SET watch = 'silent', nextCheckAt = NULL, urgent = 0 WHERE ${theirs}`)
}

const toAccount = (row: Row): Account => AccountRow.parse(row)
